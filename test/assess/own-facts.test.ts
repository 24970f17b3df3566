import { assess } from '../../lib';
import { type Config, parseConfig } from '../../lib/config';
import { InputError } from '../../lib/diagnostics';
import { folderOf } from '../support/read';

const judged = (template: object, yaml: string) => {
  const config: Config = parseConfig(yaml, 'nospof.yaml');
  return assess([folderOf({ 'shop.json': template })], { survive: 'zone', parameters: {}, worlds: 'default', config });
};
const orders = {
  Resources: { Orders: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', BackupRetentionPeriod: 7 } } },
};
const broker = { Resources: { Broker: { Type: 'Custom::Broker', Properties: { Nodes: 3 } } } };
const rulesOf = async (template: object, yaml: string) =>
  (await judged(template, yaml)).findings.map(({ rule, resource }) => `${rule}:${resource.id}`);

describe('facts given in code', () => {
  const options = { survive: 'zone', parameters: {}, worlds: 'default' } as const;
  const shop = folderOf({ 'shop.json': orders });
  const facts = { 'AWS::RDS::DBInstance': { units: 2, spread: 'distinct-zones' } } as const;

  it('count like those of nospof.yaml, win over them, and are named in the report', async () => {
    expect((await assess([shop], options)).findings).toHaveLength(1);
    const config = parseConfig('facts: { AWS::RDS::DBInstance: { units: 1 } }', 'nospof.yaml');
    const { findings, overrides } = await assess([shop], { ...options, config, facts });
    expect(findings).toEqual([]);
    expect(overrides).toEqual([{ type: 'AWS::RDS::DBInstance', says: ['spread', 'units'], new: false, resources: 1 }]);
  });

  it('may be about types that this system does not have', async () => {
    expect((await assess([shop], { ...options, facts: { 'Custom::Rack': { inert: true } } })).problems).toEqual([]);
  });

  it('are refused with a key that does not exist, or with too little', async () => {
    const wrong = assess([shop], { ...options, facts: { 'Custom::Rack': { ineert: true } as object } });
    await expect(wrong).rejects.toThrow('did you mean "inert"');
    const tooLittle = assess([shop], { ...options, facts: { 'Custom::Rack': { role: 'store' } } });
    await expect(tooLittle).rejects.toThrow(InputError);
  });
});

describe('facts of nospof.yaml', () => {
  it('change what nospof knows of a type, in every case that it tells apart', async () => {
    expect(await rulesOf(orders, '')).toEqual(['database-without-standby:Orders']);
    expect(await rulesOf(orders, 'facts: { AWS::RDS::DBInstance: { units: 2, spread: distinct-zones } }')).toEqual([]);
    const mirrored = structuredClone(orders);
    Object.assign(mirrored.Resources.Orders.Properties, { MultiAZ: true });
    expect(await rulesOf(mirrored, '')).toEqual([]);
    expect(await rulesOf(mirrored, 'facts: { AWS::RDS::DBInstance: { units: 1 } }')).toEqual(['database-without-standby:Orders']);
  });

  it('teach a type, custom resources included, which are otherwise taken for plumbing', async () => {
    const said = (count: string) =>
      `facts: { Custom::Broker: { role: store, locality: zone, units: ${count}, spread: distinct-zones } }`;
    expect(await rulesOf(broker, said('1'))).toEqual(['database-without-standby:Broker']);
    expect(await rulesOf(broker, said('{ desired: Nodes, absent: 1 }'))).toEqual([]);
  });

  it('count in the report as the word of the user, with their place', async () => {
    const yaml = 'facts:\n  AWS::RDS::DBInstance: { units: 2 }\n  Custom::Rack: { inert: true }\n';
    const both = { Resources: { ...orders.Resources, Rack: { Type: 'Custom::Rack' } } };
    expect((await judged(both, yaml)).overrides).toEqual([
      {
        type: 'AWS::RDS::DBInstance',
        says: ['units'],
        new: false,
        resources: 1,
        at: { file: 'nospof.yaml', line: 2, column: 3 },
      },
      { type: 'Custom::Rack', says: ['inert'], new: true, resources: 1, at: { file: 'nospof.yaml', line: 3, column: 3 } },
    ]);
    expect((await judged(both, '')).overrides).toBeUndefined();
  });

  it('settle what was unproven', async () => {
    const rack = { Resources: { Rack: { Type: 'Shop::Warehouse::Rack' } } };
    expect((await judged(rack, '')).unproven).toHaveLength(1);
    expect((await judged(rack, 'facts: { Shop::Warehouse::Rack: { inert: true } }')).unproven).toEqual([]);
  });

  it('are said to name nothing when the system has no such type', async () => {
    const { problems } = await judged(orders, 'facts: { AWS::RDS::DBCluster: { units: 2 } }');
    expect(problems.map(({ message }) => message)).toEqual(['"facts.AWS::RDS::DBCluster" names no resource type of the system']);
  });

  it('fail when they say too little of a type that nospof does not know', async () => {
    const refused = judged(broker, 'facts: { Custom::Broker: { units: 2 } }');
    await expect(refused).rejects.toBeInstanceOf(InputError);
    await expect(refused).rejects.toMatchObject({
      problems: [
        {
          message: '"facts.Custom::Broker" has no "role", and nospof knows nothing else of the type',
          at: { line: 1, column: 10 },
        },
        { message: '"facts.Custom::Broker" has no "locality", and nospof knows nothing else of the type' },
      ],
    });
  });
});
