import { stronglyConnectedComponents } from '../../lib/graph';
import { fc, runs } from '../support/laws';

/** Successors of each node; loops and repeated edges included. */
const graph = fc
  .integer({ min: 1, max: 12 })
  .chain((size) => fc.array(fc.array(fc.nat({ max: size - 1 }), { maxLength: 4 }), { minLength: size, maxLength: size }));

/** Which node can be reached from which, by trying until nothing is new. */
function reachability(successors: readonly (readonly number[])[]): boolean[][] {
  const reach = successors.map((_, from) => successors.map((__, to) => from === to));
  for (let round = 0; round < successors.length; round++) {
    for (const [from, next] of successors.entries()) {
      for (const via of next) for (const to of successors.keys()) reach[from]![to] ||= reach[via]![to]!;
    }
  }
  return reach;
}

const componentsOf = (successors: readonly (readonly number[])[]) =>
  stronglyConnectedComponents(successors.length, (node) => successors[node]!);

describe('stronglyConnectedComponents', () => {
  it('puts two nodes together exactly when each reaches the other', () => {
    fc.assert(
      fc.property(graph, (successors) => {
        const reach = reachability(successors);
        const componentOf = new Map(componentsOf(successors).flatMap((nodes, index) => nodes.map((node) => [node, index])));
        for (const a of successors.keys()) {
          for (const b of successors.keys()) {
            expect(componentOf.get(a) === componentOf.get(b)).toBe(reach[a]![b] && reach[b]![a]);
          }
        }
      }),
      runs(),
    );
  });

  it('names every node once', () => {
    fc.assert(
      fc.property(graph, (successors) => {
        const nodes = componentsOf(successors).flat();
        expect(nodes.sort((a, b) => a - b)).toEqual(successors.map((_, node) => node));
      }),
      runs(),
    );
  });

  it('lists a component after every component that it leads to', () => {
    fc.assert(
      fc.property(graph, (successors) => {
        const componentOf = new Map(componentsOf(successors).flatMap((nodes, index) => nodes.map((node) => [node, index])));
        successors.forEach((next, node) => {
          for (const to of next) expect(componentOf.get(to)).toBeLessThanOrEqual(componentOf.get(node)!);
        });
      }),
      runs(),
    );
  });

  it('finds nothing in a graph without nodes', () => {
    expect(stronglyConnectedComponents(0, () => [])).toEqual([]);
  });

  it('walks a chain and a ring of any length without running out of stack', () => {
    const size = runs().numRuns < 100 ? 1_000 : 200_000;
    const chain = stronglyConnectedComponents(size, (node) => (node + 1 < size ? [node + 1] : []));
    expect(chain).toHaveLength(size);
    expect(chain[0]).toEqual([size - 1]);
    expect(stronglyConnectedComponents(size, (node) => [(node + 1) % size])).toHaveLength(1);
  });
});
