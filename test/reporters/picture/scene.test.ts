import type { Topology } from '../../../lib/diagnostics';
import { shortZoneLabels } from '../../../lib/reporters/picture/labels';
import { toPicture } from '../../../lib/reporters/picture/lay-out';
import { captionOf } from '../../../lib/reporters/picture/scene';
import { toScene } from '../../../lib/reporters/picture/to-scene';
import { aDomain, aFunction, aNeed, aResource, aShop, aZone } from '../../support/topologies';

const EMPTY: Topology = { zones: [], resources: [], dependencies: [], functions: [], domains: [] };

describe('what a picture shows', () => {
  it('folds a target group into the group that serves it and an address into the gateway that has it', () => {
    const { nodes, edges } = toScene(aShop());
    expect(nodes.map(({ names, parts }) => [...names, ...parts])).toEqual([
      ['Name'],
      ['Front'],
      ['Checkout', 'shop/Targets'],
      ['Orders'],
      ['Nat', 'shop/NatAddress'],
    ]);
    expect(edges.map(({ from, to, kind }) => `${from} ${kind} ${to}`)).toEqual([
      'n0 needs n1',
      'n1 needs n2',
      'n2 needs n3',
      'n2 route n4',
    ]);
  });

  it('folds what only passes requests on into the first thing behind it, so that the way stays one line', () => {
    const { nodes, edges } = toScene({
      ...EMPTY,
      resources: [
        aResource('balancer', 'Front'),
        aResource('configuration', 'Proxy'),
        aResource('configuration', 'Routes'),
        aResource('compute', 'Checkout'),
        aResource('configuration', 'Unused'),
      ],
      dependencies: [aNeed('Front -> Proxy', 'hard'), aNeed('Proxy -> Routes', 'hard'), aNeed('Routes -> Checkout', 'hard')],
    });
    expect(nodes.map(({ names }) => names)).toEqual([['Front'], ['Checkout']]);
    expect(edges.map(({ from, to, kind }) => `${from} ${kind} ${to}`)).toEqual(['n0 needs n1']);
  });

  it('marks what is lost alone and what offers a function', () => {
    const { nodes } = toScene(aShop());
    expect(nodes.filter(({ alone }) => alone).map(({ names }) => names)).toEqual([['Orders']]);
    expect(nodes.filter(({ offers }) => offers.length > 0).map(({ names, offers }) => [...names, ...offers])).toEqual([
      ['Name', 'serve'],
      ['Checkout', 'egress'],
    ]);
  });

  it('puts a store where its members and mount targets stand, with the units of its members', () => {
    const [a, b] = [aZone('a'), aZone('b')];
    const { nodes } = toScene({
      ...EMPTY,
      zones: [a, b],
      resources: [
        aResource('store', 'Ledger'),
        aResource('member', 'Writer', { zones: [a.label], units: 1 }),
        aResource('member', 'Reader', { zones: [b.label], units: 1 }),
        aResource('store', 'Files'),
        aResource('mount', 'Leg', { zones: [b.label] }),
      ],
      dependencies: [aNeed('Ledger -> Writer', 'member'), aNeed('Ledger -> Reader', 'member'), aNeed('Files -> Leg', 'member')],
    });
    expect(nodes.map(({ names, zones, units }) => ({ names, zones, units }))).toEqual([
      { names: ['Ledger'], zones: [a.label, b.label], units: 2 },
      { names: ['Files'], zones: [b.label], units: undefined },
    ]);
  });

  it('groups alike resources, and never one that is lost alone with one that is not', () => {
    const resources = Array.from({ length: 500 }, (_, index) =>
      aResource('compute', `Worker${index}`, { noun: 'Lambda function' }),
    );
    const domains = [aDomain('component Worker7', { lost: ['Worker7'], stops: ['shop/Worker7'] })];
    const { nodes } = toScene({ ...EMPTY, resources, domains, functions: [aFunction('Worker7')] });
    expect(nodes.map(captionOf).map(({ title }) => title)).toEqual(['499 × Lambda function', 'Worker7']);
    expect(nodes.map(({ alone }) => alone)).toEqual([false, true]);
  });

  it('keeps a system of 500 different resources to at most 60 cards', () => {
    const zones = [aZone('a'), aZone('b'), aZone('c')];
    const resources = Array.from({ length: 125 }, (_, index) => [
      aResource('balancer', `Front${index}`, { zones: zones.map(({ label }) => label), noun: `balancer of kind ${index % 3}` }),
      aResource('compute', `Service${index}`, { zones: [zones[index % 3]!.label], units: 1 + (index % 4) }),
      aResource('store', `Db${index}`, { zones: [zones[index % 3]!.label], units: 1, noun: `store of kind ${index % 20}` }),
      aResource('queue', `Jobs${index}`),
    ]).flat();
    const dependencies = Array.from({ length: 125 }, (_, index) => [
      aNeed(`Front${index} -> Service${index}`),
      aNeed(`Service${index} -> Db${(index * 7) % 125}`),
    ]).flat();
    const picture = toPicture({ ...EMPTY, zones, resources, dependencies });
    expect(picture.cards.length).toBeLessThanOrEqual(60);
    expect(picture.width).toBeLessThan(4000);
  });

  it('draws a web tier before the application tier that it calls', () => {
    const { cards } = toPicture({
      ...EMPTY,
      resources: ['AppFront', 'WebFront']
        .map((id) => aResource('balancer', id))
        .concat(aResource('compute', 'App'), aResource('compute', 'Web')),
      dependencies: [aNeed('WebFront -> Web'), aNeed('Web -> AppFront'), aNeed('AppFront -> App')],
    });
    const fromLeft = [...cards].sort((one, other) => one.x - other.x);
    expect(fromLeft.flatMap(({ node }) => node.names)).toEqual(['WebFront', 'Web', 'AppFront', 'App']);
  });

  it('lets a region be chosen only where its loss was judged', () => {
    const region = (domains: Topology['domains']) =>
      toScene({ ...aShop(), domains }).regions.map(({ judged, loses }) => [judged, loses]);
    expect(region([])).toEqual([[false, false]]);
    expect(region([aDomain('region us-east-1', { scope: 'region' })])).toEqual([[true, false]]);
    expect(region([aDomain('region us-east-1', { scope: 'region', lost: ['Name'] })])).toEqual([[true, true]]);
  });

  it('draws a resource over its zones with the units of each, as far as they are known', () => {
    const { cards, lanes } = toPicture(aShop());
    const checkout = cards.find(({ node }) => node.names[0] === 'Checkout')!;
    expect(checkout.strips.map(({ zone, units }) => [zone, units])).toEqual([
      ['us-east-1a', [1, 2]],
      ['us-east-1b', [1, 2]],
    ]);
    expect(checkout.y).toBeGreaterThan(lanes[0]!.y);
    expect(checkout.y + checkout.height).toBeGreaterThan(lanes[1]!.y);
    expect(lanes.map(({ zone }) => zone?.loses)).toEqual([true, false]);
  });
});

describe('the name of a lane', () => {
  it('is what its region does not say already', () => {
    const region = 'region of shop';
    const zones = [aZone('a'), { label: `${region}#1`, region, unknown: false }];
    expect([...shortZoneLabels(zones).values()]).toEqual(['a', '#1']);
  });

  it('is a number with a question mark where the input does not say which zone it is', () => {
    const unknown = (label: string) => ({ label, region: 'us-east-1', unknown: true });
    const zones = [unknown('zone of import Parent-SubnetA'), unknown('zone of parameter Subnets[0]'), aZone('a')];
    expect([...shortZoneLabels(zones).values()]).toEqual(['?1', '?2', 'a']);
  });

  it('differs for the zones of one region', () => {
    const zones = [aZone('a'), { label: 'a', region: 'us-east-1', unknown: false }];
    expect(new Set(shortZoneLabels(zones).values()).size).toBe(2);
  });
});
