import { parseConfig } from '../../lib/config';
import { PATH } from '../../lib/config/scalars';
import { InputError } from '../../lib/diagnostics';
import { aws, stepsOf } from '../../lib/knowledge';
import { fc, runs } from '../support/laws';

const factOf = (fact: string) => parseConfig(`facts: { Custom::Broker: ${fact} }`, 'nospof.yaml').facts['Custom::Broker'];

function problemsOf(fact: string): readonly string[] {
  try {
    factOf(fact);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ message, hint }) => `${message}; ${hint}`);
    throw error;
  }
  return [];
}

describe('facts in nospof.yaml', () => {
  it('are read with their paths as lists', () => {
    const fact = `{ role: queue, locality: zone, units: { desired: Nodes, absent: 1 }, needed: majority, spread: balanced,
      subnets: SubnetIds, zones: [Zones, 'Nodes[].Zone'], recovery: { kind: failover, within: 90s },
      needs: [{ path: Key, kind: soft, because: it is encrypted }], text: Config, uses-egress: true, offers: admin }`;
    expect(factOf(fact)).toEqual({
      role: 'queue',
      locality: 'zone',
      units: { desired: 'Nodes', absent: 1 },
      needed: 'majority',
      spread: 'balanced',
      subnets: ['SubnetIds'],
      zones: ['Zones', 'Nodes[].Zone'],
      recovery: { kind: 'failover', within: 90 },
      needs: [{ path: ['Key'], kind: 'soft', because: 'it is encrypted' }],
      text: ['Config'],
      'uses-egress': true,
      offers: 'admin',
    });
  });

  it.each([
    ['{ rol: queue }', 'unknown key "facts.Custom::Broker.rol"; did you mean "role"?'],
    ['{ role: queu }', '"facts.Custom::Broker.role" is "queu"; did you mean "queue"?'],
    [
      '{ units: mnay }',
      '"facts.Custom::Broker.units" is "mnay"; did you mean "many"?; expected a whole number, 0 or more; or many',
    ],
    ['{ units: { desired: 2 } }', '"facts.Custom::Broker.units.desired" is 2; expected a path into the properties'],
    ['{ units: { desired: Nodes } }', '"facts.Custom::Broker.units" has no "absent"'],
    ['{ units: [2] }', '"facts.Custom::Broker.units" is a list'],
    ['{ needed: 0 }', '"facts.Custom::Broker.needed" is 0'],
    ['{ subnets: "Subnet Ids" }', '"facts.Custom::Broker.subnets" is "Subnet Ids"; expected a path into the properties such as'],
    ['{ subnets: [] }', '"facts.Custom::Broker.subnets" is a list'],
    ['{ zones: [Zone, 3] }', '"facts.Custom::Broker.zones" is 3'],
    ['{ inert: yes }', '"facts.Custom::Broker.inert" is "yes"; expected true or false'],
    ['{ recovery: { kind: failover, within: soon } }', '"facts.Custom::Broker.recovery.within" is "soon"; expected a duration'],
    ['{ needs: [{ path: Key }] }', '"facts.Custom::Broker.needs[0]" has no "because"'],
    ['queue', '"facts.Custom::Broker" is "queue"; expected a map with noun, inert, role'],
  ])('fail for %s with what was expected', (fact, message) => {
    expect(problemsOf(fact).join('\n')).toContain(message);
  });

  it('take no path that the engine does not understand', () => {
    const part = fc.constantFrom(
      'Nodes',
      'Zone',
      '.',
      '[]',
      '->',
      '[Key=zone]',
      '[=a]',
      '[Key]',
      '-',
      'a-b',
      ' ',
      ':',
      '[',
      ']',
      '>',
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const path = parts.join('');
        if (PATH.test(path)) expect(() => stepsOf(path)).not.toThrow();
      }),
      runs(10),
    );
  });

  it('may use every path that the facts of nospof use for places and needs', () => {
    const paths = aws
      .flatMap((table) => Object.values(table))
      .flatMap(({ placement, needs = [] }) => [
        ...(placement?.subnets ?? []),
        ...(placement?.zones ?? []),
        ...needs.map(({ path }) => path),
      ]);
    expect(paths.length).toBeGreaterThan(100);
    expect(paths.filter((path) => !PATH.test(path))).toEqual([]);
  });
});
