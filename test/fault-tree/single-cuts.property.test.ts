import { singleCuts } from '../../lib/fault-tree';
import {
  cutsByTrying,
  EVENTS,
  formulaOver,
  inClass,
  knownLeaf,
  leastReading,
  NAMED,
  readingOf,
  toFormula,
  unknownLeaf,
  weightOf,
  worksUnder,
  worstReading,
} from '../support/formulas';
import { fc, runs } from '../support/laws';

const known = formulaOver(knownLeaf);
const unknown = formulaOver(fc.oneof(knownLeaf, unknownLeaf));

/** Whether a node's answer says that the event may stop it. */
const allows = (cut: { readonly may: readonly number[]; readonly anyOfClass: boolean }, event: number) =>
  cut.may.includes(event) || (cut.anyOfClass && inClass(event));

describe('singleCuts where everything is known', () => {
  it('finds exactly the events of which each alone stops a node', () => {
    fc.assert(
      fc.property(known, (plan) => {
        const tried = cutsByTrying(plan, leastReading(plan));
        singleCuts(toFormula(plan), inClass).forEach(({ must, may, anyOfClass, never }, node) => {
          const expected = tried[node]!;
          expect({ node, never, anyOfClass }).toEqual({ node, never: expected === 'dead', anyOfClass: false });
          if (expected !== 'dead') expect({ node, must, may }).toEqual({ node, must: expected, may: expected });
        });
      }),
      runs(5),
    );
  });

  it('finds for a node that never works what stops it where every part that never works does after all', () => {
    fc.assert(
      fc.property(known, (plan) => {
        const calm = worksUnder(plan, leastReading(plan), undefined);
        const mended = plan.map((node) => (node.kind === 'leaf' ? { ...node, never: false } : node));
        const tried = cutsByTrying(mended, leastReading(mended));
        const hasSpares = plan.some((node) => node.kind === 'gate' && node.required < weightOf(node));
        singleCuts(toFormula(plan), inClass).forEach(({ must, never }, node) => {
          expect(never).toBe(!calm[node]);
          const told = tried[node]!;
          // What needs more than there is does not work either way.
          if (told === 'dead' || tried.includes('dead')) return;
          // Where a gate does without them such parts count as fallen, which adds to what stops it.
          if (hasSpares) expect(must).toEqual(expect.arrayContaining([...told]));
          else expect({ node, must }).toEqual({ node, must: told });
        });
      }),
      runs(2),
    );
  });
});

describe('singleCuts where leaves are unknown', () => {
  it('answers for every reading: what must stop a node does, and nothing stops it that may not', () => {
    fc.assert(
      fc.property(
        unknown.chain((plan) => fc.tuple(fc.constant(plan), readingOf(plan))),
        ([plan, reading]) => {
          const tried = cutsByTrying(plan, reading);
          singleCuts(toFormula(plan), inClass).forEach((cut, node) => {
            const real = tried[node]!;
            expect({ node, never: cut.never }).toEqual({ node, never: real === 'dead' });
            if (real === 'dead') return;
            expect({ node, spared: cut.must.filter((event) => !real.includes(event)) }).toEqual({ node, spared: [] });
            expect({ node, unsaid: real.filter((event) => !allows(cut, event)) }).toEqual({ node, unsaid: [] });
          });
        },
      ),
      runs(5),
    );
  });

  it('says "must" of every event that stops a node in each reading', () => {
    fc.assert(
      fc.property(unknown, (plan) => {
        const least = cutsByTrying(plan, leastReading(plan));
        singleCuts(toFormula(plan), inClass).forEach(({ must }, node) => {
          if (least[node] !== 'dead') expect({ node, must }).toEqual({ node, must: least[node] });
        });
      }),
      runs(5),
    );
  });

  it('says "may" only of events that stop a node in some reading', () => {
    fc.assert(
      fc.property(unknown, (plan) => {
        const cuts = singleCuts(toFormula(plan), inClass);
        for (const event of EVENTS) {
          const worst = worksUnder(plan, worstReading(plan, event), event);
          const wrong = cuts.flatMap((cut, node) => (cut.never || allows(cut, event) === !worst[node] ? [] : [node]));
          expect({ event, wrong }).toEqual({ event, wrong: [] });
        }
      }),
      runs(5),
    );
  });

  it('lists sorted events without repeats, all of what must stop a node among what may', () => {
    fc.assert(
      fc.property(unknown, (plan) => {
        for (const { must, may } of singleCuts(toFormula(plan), inClass)) {
          for (const events of [must, may]) expect(events).toEqual([...new Set(events)].sort((a, b) => a - b));
          expect(must.filter((event) => !may.includes(event))).toEqual([]);
        }
      }),
      runs(2),
    );
  });

  it('takes nothing away when one more child is added to a gate that needs as many as before', () => {
    fc.assert(
      fc.property(unknown, fc.nat(), fc.nat(), fc.nat({ max: 3 }), (plan, at, child, weight) => {
        const gates = plan.flatMap((node, id) => (node.kind === 'gate' ? [id] : []));
        fc.pre(gates.length > 0);
        const gate = gates[at % gates.length]!;
        const larger = plan.map((node, id) => {
          if (id !== gate || node.kind !== 'gate') return node;
          const weights = [...(node.weights ?? node.children.map(() => 1)), weight];
          return { ...node, children: [...node.children, child % plan.length], weights };
        });
        const before = singleCuts(toFormula(plan), inClass);
        singleCuts(toFormula(larger), inClass).forEach((cut, node) => {
          const old = before[node]!;
          expect(cut.never && !old.never).toBe(false);
          if (old.never) return;
          for (const event of cut.must) expect(old.must).toContain(event);
          for (const event of EVENTS) if (allows(cut, event)) expect(allows(old, event)).toBe(true);
        });
      }),
      runs(2),
    );
  });

  it('saves nothing when one more child is needed', () => {
    fc.assert(
      fc.property(unknown, fc.nat(), fc.nat(), (plan, at, child) => {
        const gates = plan.flatMap((node, id) => (node.kind === 'gate' ? [id] : []));
        fc.pre(gates.length > 0);
        const gate = gates[at % gates.length]!;
        const larger = plan.map((node, id) => {
          if (id !== gate || node.kind !== 'gate') return node;
          // Heavier than all the others may miss: the gate works only while this child does.
          const weights = node.weights ?? node.children.map(() => 1);
          const heavy = weights.reduce((sum, weight) => sum + weight, 1);
          return {
            ...node,
            required: Math.max(0, node.required) + heavy,
            children: [...node.children, child % plan.length],
            weights: [...weights, heavy],
          };
        });
        const before = singleCuts(toFormula(plan), inClass);
        singleCuts(toFormula(larger), inClass).forEach((cut, node) => {
          const old = before[node]!;
          if (cut.never) return;
          expect(old.never).toBe(false);
          for (const event of old.must) expect(cut.must).toContain(event);
          for (const event of EVENTS) if (allows(old, event)) expect(allows(cut, event)).toBe(true);
        });
      }),
      runs(2),
    );
  });
});

describe('singleCuts where redundancy is plain reachability', () => {
  /** Who can hand on to whom; node 0 is where traffic comes in, the last node answers it. */
  const network = fc
    .integer({ min: 2, max: 12 })
    .chain((size) => fc.array(fc.array(fc.nat({ max: size - 1 }), { maxLength: 3 }), { minLength: size, maxLength: size }));

  it('finds exactly the nodes that every path from the first to the last passes', () => {
    fc.assert(
      fc.property(network, (next) => {
        const last = next.length - 1;
        const reaches = (without: number | undefined): boolean => {
          const seen = new Set<number>();
          const pending = [0];
          while (pending.length > 0) {
            const node = pending.pop()!;
            if (node === without || seen.has(node)) continue;
            if (node === last) return true;
            seen.add(node);
            pending.push(...next[node]!);
          }
          return false;
        };
        fc.pre(reaches(undefined));
        // Forward formula: a node is reached while it works and one of its predecessors is reached. Only acyclic ways
        // count, which is why the cycles of the greatest fixpoint are unrolled by distance.
        const plan: Parameters<typeof toFormula>[0][number][] = next.map((_, node) => ({ kind: 'leaf', must: [node] }));
        let reached = next.map((_, node): number | undefined => (node === 0 ? 0 : undefined));
        for (let round = 0; round < next.length; round++) {
          const before = reached;
          reached = next.map((_, node) => {
            if (node === 0) return 0;
            const from = before.filter((id, other): id is number => id !== undefined && next[other]!.includes(node));
            if (from.length === 0) return undefined;
            plan.push({ kind: 'gate', required: 1, children: from });
            plan.push({ kind: 'gate', required: 2, children: [node, plan.length - 1] });
            return plan.length - 1;
          });
        }
        const { must } = singleCuts(toFormula(plan), inClass)[reached[last]!]!;
        expect(must).toEqual(NAMED.slice(0, next.length).filter((node) => !reaches(node)));
      }),
      runs(2),
    );
  });
});
