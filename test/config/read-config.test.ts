import { EMPTY_CONFIG, parseConfig, readConfig, starterConfig } from '../../lib/config';
import { InputError, type Problem } from '../../lib/diagnostics';
import { fc } from '../support/laws';

/** The problems that a text is refused with; fails when it is not refused. */
function problemsOf(text: string): readonly Problem[] {
  try {
    parseConfig(text, 'nospof.yaml');
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error('expected the text to be refused');
}

const EVERYTHING = `
survive: region
fail-on: unproven
egress: soft
roles: { Bastion: admin }
subnets:
  PrivateSubnet1: { zone: us-east-1a }
  Shop/PrivateSubnet2: { zone: use1-az2 }
capacity:
  WebGroup: { required: 4 }
customer-gateways:
  HeadOffice: { device: router-1 }
objectives: { rto: 5m, rpo: 0 }
facts:
  Custom::Broker: { inert: true }
acknowledgements:
  - rule: nat-gateway-shared-by-zones
    resource: NatGateway1
    reason: batch only, may wait a day
    until: 2027-03-31
    owner: platform team
`;

describe('parseConfig', () => {
  it('reads every key', () => {
    const { positions, ...config } = parseConfig(EVERYTHING, 'nospof.yaml');
    expect(config).toEqual({
      file: 'nospof.yaml',
      survive: 'region',
      failOn: 'unproven',
      egress: 'soft',
      roles: { Bastion: 'admin' },
      subnets: { PrivateSubnet1: { zone: 'us-east-1a' }, 'Shop/PrivateSubnet2': { zone: 'use1-az2' } },
      capacity: { WebGroup: { required: 4 } },
      customerGateways: { HeadOffice: { device: 'router-1' } },
      objectives: { rtoSeconds: 300, rpoSeconds: 0 },
      facts: { 'Custom::Broker': { inert: true } },
      acknowledgements: [
        {
          rule: 'nat-gateway-shared-by-zones',
          resource: 'NatGateway1',
          reason: 'batch only, may wait a day',
          until: '2027-03-31',
          owner: 'platform team',
        },
      ],
    });
    expect(positions['subnets.PrivateSubnet1']).toEqual({ file: 'nospof.yaml', line: 7, column: 3 });
    expect(positions['acknowledgements[0]']).toEqual({ file: 'nospof.yaml', line: 17, column: 5 });
  });

  it.each(['', '# nothing yet\n', '---\n'])('takes an empty file for no opinion', (text) => {
    expect(parseConfig(text, 'nospof.yaml')).toEqual({ ...EMPTY_CONFIG, file: 'nospof.yaml' });
  });

  it('follows anchors and reads a file with a byte order mark', () => {
    const config = parseConfig('\uFEFFsubnets:\n  A: &zone { zone: us-east-1a }\n  B: *zone\n', 'nospof.yaml');
    expect(config.subnets).toEqual({ A: { zone: 'us-east-1a' }, B: { zone: 'us-east-1a' } });
  });

  it('does not find a resource that nobody named, whatever it is called', () => {
    const { subnets } = parseConfig('subnets: {}', 'nospof.yaml');
    expect(subnets.constructor).toBeUndefined();
    const { roles } = parseConfig('roles: { __proto__: admin }', 'nospof.yaml');
    expect(Object.entries(roles)).toEqual([['__proto__', 'admin']]);
  });

  it('fails on an unknown key with its place and the key that was meant', () => {
    expect(problemsOf('survive: zone\nsubnet:\n  A: { zone: a }\n')).toEqual([
      {
        code: 'unknown-key',
        fatal: true,
        message: 'unknown key "subnet"; did you mean "subnets"?',
        hint: 'expected a map with survive, fail-on, packs, egress, roles, subnets, capacity, customer-gateways, objectives, facts, acknowledgements',
        at: { file: 'nospof.yaml', line: 2, column: 1 },
      },
    ]);
  });

  it('fails with every fault at once', () => {
    const text =
      'survive: zon\ncapacity: { Web: { required: 0 }, Mail: 4 }\nobjectives: { rto: soon }\nroles: []\nacknowledgements: yes\n';
    expect(problemsOf(text).map(({ message, hint, at }) => `${at?.line}:${at?.column} ${message}; ${hint}`)).toEqual([
      '1:10 "survive" is "zon"; did you mean "zone"?; expected component, zone, region or provider',
      '2:30 "capacity.Web.required" is 0; expected a whole number, 1 or more',
      '2:41 "capacity.Mail" is 4; expected a map with required',
      '3:20 "objectives.rto" is "soon"; expected a duration such as 90s, 5m or 4h',
      '4:8 "roles" is a list; expected a map with a resource name as each key',
      '5:1 "acknowledgements" is "yes"; expected a list',
    ]);
  });

  it('fails on an acknowledgement without a reason', () => {
    const [problem] = problemsOf('acknowledgements:\n  - { rule: group-of-one, resource: Web, until: 2027-02-30 }\n');
    expect(problem?.message).toBe('"acknowledgements[0].until" is "2027-02-30"');
    const messages = problemsOf('acknowledgements:\n  - { rule: group-of-one, resource: Web }\n').map(
      (each) => `${each.message}; ${each.hint}`,
    );
    expect(messages).toEqual([
      '"acknowledgements[0]" has no "reason"; add "reason": a text such as batch only, may wait a day (why it is accepted)',
    ]);
  });

  it.each([
    ['a list', '- survive'],
    ['a word', 'zone'],
  ])('fails on %s instead of a map', (_, text) => {
    expect(problemsOf(text)[0]?.code).toBe('wrong-value');
  });

  it('fails on broken YAML and on a key that stands twice, with the line', () => {
    expect(problemsOf('survive: [zone\n')[0]).toMatchObject({ code: 'yaml-syntax', at: { file: 'nospof.yaml' } });
    expect(problemsOf('survive: zone\nsurvive: region\n')[0]).toMatchObject({ code: 'yaml-syntax', at: { line: 2, column: 1 } });
  });

  it('gives a configuration or problems for any text, and nothing else', () => {
    const word = fc.constantFrom(
      'survive',
      'zone',
      'subnets',
      ':',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '&a',
      '*a',
      '"',
      '|',
      '4',
      '!!x',
      '? ',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        try {
          parseConfig(words.join(''), 'nospof.yaml');
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as InputError).problems.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('starterConfig', () => {
  it('is accepted as it is', () => {
    expect(parseConfig(starterConfig(), 'nospof.yaml')).toMatchObject({ survive: 'zone', failOn: 'error', acknowledgements: [] });
  });

  it('is accepted with every example switched on', () => {
    const config = parseConfig(starterConfig().replace(/^# (?=[a-z-]+:(?: \S+)?$|\s+\S)/gm, ''), 'nospof.yaml');
    expect(config).toMatchObject({ egress: 'hard', capacity: { WebGroup: { required: 4 } }, objectives: { rtoSeconds: 300 } });
    expect(config.acknowledgements).toHaveLength(1);
  });
});

describe('readConfig', () => {
  it('fails on a file that does not exist, with what to do', () => {
    expect(() => readConfig('no/such/nospof.yaml')).toThrow(InputError);
    expect(() => readConfig('no/such/nospof.yaml')).toThrow('configuration "no/such/nospof.yaml" does not exist');
  });
});
