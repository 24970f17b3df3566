import type { Topology } from '../../../lib/diagnostics';
import { toPicture } from '../../../lib/reporters/picture/lay-out';
import type { Box, Picture } from '../../../lib/reporters/picture/picture';
import { fc } from '../../support/laws';
import { aDomain, aFunction, aNeed, aResource, aZone, outside } from '../../support/topologies';

const ROLES = [
  ...['record', 'entry', 'balancer', 'pool', 'compute', 'cluster', 'interface', 'store', 'member', 'mount', 'cache', 'queue'],
  ...['nat', 'endpoint', 'gateway', 'hub', 'link', 'device', 'address', 'replication', 'a role of tomorrow'],
];

/** Any topology of up to 40 resources over up to five zones of two regions, circles and plumbing included. */
const topologies = fc
  .record({
    zones: fc.integer({ min: 0, max: 5 }),
    resources: fc.array(
      fc.record({
        role: fc.constantFrom(...ROLES),
        spread: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
        units: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
        somewhere: fc.boolean(),
      }),
      { maxLength: 40 },
    ),
    needs: fc.array(fc.tuple(fc.nat(39), fc.nat(39), fc.constantFrom('hard', 'member', 'route', 'soft', 'launch')), {
      maxLength: 60,
    }),
    losses: fc.array(fc.nat(39), { maxLength: 4 }),
  })
  .map(({ zones: count, resources, needs, losses }): Topology => {
    const zones = Array.from({ length: count }, (_, index) =>
      index < 3 ? aZone('abc'.charAt(index)) : { label: `zone of subnet ${index}`, region: 'eu-west-1', unknown: true },
    );
    return {
      zones,
      resources: resources.map(({ role, spread, units, somewhere }, index) => {
        const resource = aResource(role, `R${index}`, {
          zones: [...new Set(spread.flatMap((zone) => zones[zone]?.label ?? []))],
          ...(units === undefined ? {} : { units }),
        });
        return somewhere ? resource : outside(resource);
      }),
      dependencies: needs
        .filter(([from, to]) => from < resources.length && to < resources.length)
        .map(([from, to, kind]) => aNeed(`R${from} -> R${to}`, kind)),
      functions: resources.length === 0 ? [] : [aFunction('R0')],
      domains: losses.map((index) => aDomain(`component R${index}`, { lost: ['R0'], stops: [`shop/R${index}`] })),
    };
  });

const overlap = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('any picture', () => {
  it('has no two cards on one another and every card on the paper', () => {
    fc.assert(
      fc.property(topologies, (topology) => {
        const { cards, width, height } = toPicture(topology);
        cards.forEach((card, index) => {
          expect(
            cards
              .slice(index + 1)
              .filter((other) => overlap(card, other))
              .map(({ node }) => node.names),
          ).toEqual([]);
          expect(card.x >= 0 && card.y >= 0 && card.x + card.width <= width && card.y + card.height <= height).toBe(true);
        });
      }),
    );
  });

  it('has no line through a card', () => {
    fc.assert(
      fc.property(topologies, (topology) => {
        const picture = toPicture(topology);
        expect(picture.edges.flatMap((edge) => crossings(edge.points, picture))).toEqual([]);
      }),
    );
  });

  it('leaves nothing out: every resource is on one card or counted as hidden', () => {
    fc.assert(
      fc.property(topologies, (topology) => {
        const { scene } = toPicture(topology);
        const shown = scene.nodes.flatMap(({ keys, parts }) => [...keys, ...parts]);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.length + scene.hidden).toBe(topology.resources.length);
        for (const { scope, label, lost } of topology.domains) {
          if (scope !== 'component' || lost.length === 0) continue;
          const key = `shop/${label.slice('component '.length)}`;
          if (!topology.resources.some((resource) => resource.key === key)) continue;
          expect(scene.nodes.find(({ keys, parts }) => [...keys, ...parts].includes(key))?.alone).toBe(true);
        }
      }),
    );
  });

  it('is the same for the same topology', () => {
    fc.assert(fc.property(topologies, (topology) => expect(toPicture(structuredClone(topology))).toEqual(toPicture(topology))));
  });
});

/** Cards that a line passes through; where it begins and ends it only touches them. */
function crossings(points: Picture['edges'][number]['points'], { cards }: Picture): string[] {
  return points.slice(1).flatMap(([x2, y2], index) => {
    const [x1, y1] = points[index] as readonly [number, number];
    const line = { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x1 - x2), height: Math.abs(y1 - y2) };
    return cards.filter((card) => overlap(line, card)).map(({ node }) => `${node.names} by ${JSON.stringify(points)}`);
  });
}
