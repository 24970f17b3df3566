import { faultsOfServiceMap, insidePortsOf, RefusedError, refuse, type ServiceMap, serviceTable } from '../../lib/blueprints';

const shop: ServiceMap = [
  {
    port: 80,
    members: [
      { name: 'web1', port: 5000 },
      { name: 'web2', port: 5000, weight: 2 },
    ],
  },
  {
    port: 443,
    members: [
      { name: 'web2', port: 8443 },
      { name: 'web3', port: 8443 },
    ],
  },
];
const found = (map: ServiceMap, known = ['web1', 'web2', 'web3']) =>
  faultsOfServiceMap(map, known)
    .filter((fault) => fault !== undefined)
    .map((fault) => fault.found);

describe('serviceTable', () => {
  it('lists who serves each port, and where inside', () => {
    expect(serviceTable('10.10.10.1', shop)).toEqual([
      '10.10.10.1:80 -> web1:5000 weight 1',
      '10.10.10.1:80 -> web2:5000 weight 2',
      '10.10.10.1:443 -> web2:8443 weight 1',
      '10.10.10.1:443 -> web3:8443 weight 1',
    ]);
  });
});

describe('insidePortsOf', () => {
  it('lists the ports of a member once, ascending', () => {
    expect(insidePortsOf(shop, 'web2')).toEqual([5000, 8443]);
    expect(insidePortsOf(shop, 'mail')).toEqual([]);
  });
});

describe('faultsOfServiceMap', () => {
  it('accepts the shop', () => {
    expect(found(shop)).toEqual([]);
  });

  it.each<[string, ServiceMap, string]>([
    ['no service', [], 'services is empty'],
    [
      'a port that is listed twice',
      [
        { port: 80, members: [{ name: 'web1', port: 80 }] },
        { port: 80, members: [{ name: 'web2', port: 80 }] },
      ],
      'port 80 is listed twice',
    ],
    ['a port that is none', [{ port: 0, members: [{ name: 'web1', port: 80 }] }], 'port is 0'],
    ['no member', [{ port: 80, members: [] }], 'port 80 has no member'],
    [
      'only members of weight 0',
      [{ port: 80, members: [{ name: 'web1', port: 80, weight: 0 }] }],
      'port 80 has only members of weight 0',
    ],
    [
      'a member that is listed twice',
      [
        {
          port: 80,
          members: [
            { name: 'web1', port: 80 },
            { name: 'web1', port: 81 },
          ],
        },
      ],
      'port 80 lists web1 twice',
    ],
    ['a member that is not there', [{ port: 80, members: [{ name: 'mail', port: 80 }] }], 'port 80 is served by "mail"'],
    ['a port inside that is none', [{ port: 80, members: [{ name: 'web1', port: 65_536 }] }], 'port of web1 is 65536'],
    ['a weight that is none', [{ port: 80, members: [{ name: 'web1', port: 80, weight: 1000 }] }], 'weight of web1 is 1000'],
  ])('refuses %s', (_, map, fault) => {
    expect(found(map)).toEqual([fault]);
  });
});

describe('refuse', () => {
  const fault = { found: 'zones is 1', bound: '2 are needed', wayOut: 'set zones to 2' };

  it('lets pass what has no fault', () => {
    expect(() => refuse('Shop/Network', [undefined])).not.toThrow();
  });

  it('gathers every fault of a call in one error', () => {
    expect.assertions(2);
    try {
      refuse('Shop/Network', [fault, undefined, { ...fault, found: 'cidr is x' }]);
    } catch (error) {
      expect(error).toMatchObject({
        code: 'Refused',
        subject: 'Shop/Network',
        faults: [fault, { ...fault, found: 'cidr is x' }],
      });
      expect(error instanceof RefusedError && error.message).toBe(
        'cannot build Shop/Network\n  zones is 1; 2 are needed; set zones to 2\n  cidr is x; 2 are needed; set zones to 2',
      );
    }
  });
});
