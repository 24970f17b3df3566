import { contains, formatCidr, NETWORK_TIERS, overlaps, parseCidr, planRegionalSubnets, planSubnets } from '../../lib/blueprints';
import { fc } from '../support/laws';

const block = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 16, max: 20 }))
  .map(([address, prefix]) => formatCidr({ base: address - (address % 2 ** (32 - prefix)), prefix }));
const request = fc.record({
  cidr: block,
  zones: fc.integer({ min: 2, max: 6 }),
  tiers: fc.shuffledSubarray([...NETWORK_TIERS], { minLength: 1 }),
});
function parsed(cidr: string) {
  const found = parseCidr(cidr);
  if (found === undefined) throw new Error(`no block: ${cidr}`);
  return found;
}

describe('planSubnets', () => {
  it('gives each zone a subnet per tier inside the network, and no address twice', () => {
    fc.assert(
      fc.property(request, ({ cidr, zones, tiers }) => {
        const subnets = planSubnets({ cidr, zones, tiers });
        expect(subnets).toHaveLength(zones * tiers.length);
        for (const subnet of subnets) expect(contains(parsed(cidr), parsed(subnet.cidr))).toBe(true);
        subnets.forEach((a, index) => {
          for (const b of subnets.slice(index + 1)) expect(overlaps(parsed(a.cidr), parsed(b.cidr))).toBe(false);
        });
      }),
    );
  });

  it('moves no address when a zone or a tier is added', () => {
    fc.assert(
      fc.property(request, ({ cidr, zones, tiers }) => {
        const larger = planSubnets({ cidr, zones: zones + 1, tiers: NETWORK_TIERS });
        for (const subnet of planSubnets({ cidr, zones, tiers })) expect(larger).toContainEqual(subnet);
      }),
    );
  });

  it('makes subnets that AWS accepts: a prefix of at most 28', () => {
    fc.assert(
      fc.property(request, (asked) => {
        for (const { cidr } of planSubnets(asked)) expect(parsed(cidr).prefix).toBeLessThanOrEqual(28);
      }),
    );
  });
});

describe('parseCidr', () => {
  it('reads back what formatCidr writes', () => {
    fc.assert(fc.property(block, (cidr) => expect(formatCidr(parsed(cidr))).toBe(cidr)));
  });
});

describe('planRegionalSubnets', () => {
  it('gives each tier one block inside the network, no address twice, and the same block beside whatever others', () => {
    fc.assert(
      fc.property(request, ({ cidr, tiers }) => {
        const subnets = planRegionalSubnets({ cidr, tiers });
        expect(subnets.map(({ tier }) => tier)).toEqual(tiers);
        for (const subnet of subnets) expect(contains(parsed(cidr), parsed(subnet.cidr))).toBe(true);
        subnets.forEach((a, index) => {
          for (const b of subnets.slice(index + 1)) expect(overlaps(parsed(a.cidr), parsed(b.cidr))).toBe(false);
        });
        const all = planRegionalSubnets({ cidr, tiers: NETWORK_TIERS });
        for (const subnet of subnets) expect(all).toContainEqual(subnet);
      }),
    );
  });
});
