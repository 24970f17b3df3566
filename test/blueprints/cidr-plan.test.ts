import { contains, faultsOfOverlap, faultsOfSubnetRequest, overlaps, parseCidr, planSubnets } from '../../lib/blueprints';

const found = (faults: readonly ({ found: string } | undefined)[]) =>
  faults.filter((fault) => fault !== undefined).map((fault) => fault.found);

describe('planSubnets', () => {
  it('cuts 10.0.0.0/16 into a block per zone, and each block into tiers', () => {
    expect(
      planSubnets({ cidr: '10.0.0.0/16', zones: 2, tiers: ['public', 'private', 'isolated', 'transit', 'firewall'] }),
    ).toEqual([
      { tier: 'public', zone: 0, cidr: '10.0.24.0/22' },
      { tier: 'public', zone: 1, cidr: '10.0.56.0/22' },
      { tier: 'private', zone: 0, cidr: '10.0.0.0/20' },
      { tier: 'private', zone: 1, cidr: '10.0.32.0/20' },
      { tier: 'isolated', zone: 0, cidr: '10.0.16.0/21' },
      { tier: 'isolated', zone: 1, cidr: '10.0.48.0/21' },
      { tier: 'transit', zone: 0, cidr: '10.0.28.0/24' },
      { tier: 'transit', zone: 1, cidr: '10.0.60.0/24' },
      { tier: 'firewall', zone: 0, cidr: '10.0.29.0/24' },
      { tier: 'firewall', zone: 1, cidr: '10.0.61.0/24' },
    ]);
  });
});

describe('parseCidr', () => {
  it.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.256/24', '10.0.0.1/24', '010.0.0/8', 'a.b.c.d/8', '', '10.0.0.0/8 '])(
    'takes %p for no block',
    (text) => {
      expect(parseCidr(text)).toBeUndefined();
    },
  );

  it('reads the ends of the address space', () => {
    expect(parseCidr('0.0.0.0/0')).toEqual({ base: 0, prefix: 0 });
    expect(parseCidr('255.255.255.255/32')).toEqual({ base: 2 ** 32 - 1, prefix: 32 });
  });
});

describe('contains and overlaps', () => {
  const block = (text: string) => parseCidr(text)!;
  it.each([
    ['10.0.0.0/16', '10.0.255.0/24', true, true],
    ['10.0.255.0/24', '10.0.0.0/16', false, true],
    ['10.0.0.0/16', '10.1.0.0/24', false, false],
    ['10.0.0.0/16', '9.255.0.0/16', false, false],
    ['10.0.0.0/16', '10.0.0.0/16', true, true],
  ])('%s and %s', (a, b, within, shared) => {
    expect(contains(block(a), block(b))).toBe(within);
    expect(overlaps(block(a), block(b))).toBe(shared);
  });
});

describe('faultsOfSubnetRequest', () => {
  it('accepts 2 to 6 zones over a block of 16 to 20', () => {
    for (const zones of [2, 6]) {
      for (const cidr of ['10.0.0.0/16', '10.0.0.0/20']) {
        expect(found(faultsOfSubnetRequest({ cidr, zones, tiers: ['public'] }))).toEqual([]);
      }
    }
  });

  it.each([1, 0, 7, 2.5])('refuses %p zones', (zones) => {
    expect(found(faultsOfSubnetRequest({ cidr: '10.0.0.0/16', zones, tiers: ['public'] }))).toEqual([`zones is ${zones}`]);
  });

  it.each(['10.0.0.0/15', '10.0.0.0/21', '10.0.1.0/16', 'ten'])('refuses the block %s', (cidr) => {
    expect(found(faultsOfSubnetRequest({ cidr, zones: 3, tiers: ['public'] }))).toEqual([`cidr is ${cidr}`]);
  });

  it('refuses a tier that is listed twice', () => {
    expect(found(faultsOfSubnetRequest({ cidr: '10.0.0.0/16', zones: 3, tiers: ['public', 'public'] }))).toEqual([
      'tier public is listed twice',
    ]);
  });
});

describe('faultsOfOverlap', () => {
  it('names both networks that share addresses, and blocks that cannot be read', () => {
    expect(found(faultsOfOverlap({ cloud: '10.0.0.0/16', office: '10.0.4.0/24', lab: '10.1.0.0/16', home: '10.1' }))).toEqual([
      'home is 10.1',
      'cloud 10.0.0.0/16 and office 10.0.4.0/24 share addresses',
    ]);
  });
});
