import { judgeSystem } from '../../lib/assess';
import { Reference } from '../../lib/model';
import { runs } from '../support/laws';
import { readBody } from '../support/read';
import { systemOf } from '../support/systems';

const judged = (resources: object) =>
  judgeSystem(readBody({ Resources: resources }, { region: 'us-east-1' }), { survive: 'zone' });

/** A function that calls another one by name. */
const calls = (next: string | undefined) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Environment: { Variables: next === undefined ? {} : { NEXT: { Ref: next } } } },
});

const database = { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', BackupRetentionPeriod: 7 } };

describe('long chains of dependencies', () => {
  // Far more than the call stack holds, but for mutation runs, which try everything thousands of times.
  const count = runs().numRuns < 100 ? 100 : 8_000;

  it('are followed to their end, thousands of steps away', () => {
    const resources: Record<string, object> = { Catalog: database };
    for (let step = 0; step < count; step++) resources[`Step${step}`] = calls(step + 1 < count ? `Step${step + 1}` : 'Catalog');
    const { findings } = judged(resources);
    expect(findings.map(({ rule, resource, loses }) => [rule, resource.id, loses])).toEqual([
      ['database-without-standby', 'Catalog', ['Step0']],
    ]);
    expect(findings[0]?.evidence).toHaveLength(count);
  });
});

/** A function that names others in its environment. */
const naming = (...others: readonly string[]) => ({
  type: 'AWS::Lambda::Function',
  properties: { Environment: { Variables: Object.fromEntries(others.map((id) => [id, new Reference(`shop/${id}`)])) } },
});

describe('services that need each other', () => {
  const catalog = { type: 'AWS::RDS::DBInstance', properties: { Engine: 'postgres', BackupRetentionPeriod: 7 } };

  it('are one function, named by the first of them, and lost with what any of them needs', () => {
    const { findings, summary } = judgeSystem(
      systemOf({ Cart: naming('Prices'), Prices: naming('Stock', 'Catalog'), Stock: naming('Cart'), Catalog: catalog }),
      { survive: 'zone' },
    );
    expect(summary.functions).toBe(1);
    expect(findings.map(({ resource, loses, evidence }) => [resource.id, loses, evidence.map(({ to }) => to)])).toEqual([
      ['Catalog', ['Cart'], ['Prices', 'Catalog']],
    ]);
  });

  it('are named by the entry among them', () => {
    const { topology } = judgeSystem(
      systemOf({
        Cart: naming('Front'),
        Front: { type: 'AWS::ApiGateway::RestApi' },
        Method: {
          type: 'AWS::ApiGateway::Method',
          properties: { RestApiId: new Reference('shop/Front'), Integration: { Uri: new Reference('shop/Cart', 'Arn') } },
        },
      }),
      { survive: 'zone' },
    );
    expect(topology.functions).toEqual([{ kind: 'serve', name: 'Front', entry: 'shop/Front' }]);
  });

  it('survive when nothing outside the circle fails them', () => {
    const { findings, unproven, summary } = judgeSystem(
      systemOf({
        Cart: naming('Prices'),
        Prices: naming('Stock'),
        Stock: naming('Cart'),
        Catalog: { ...catalog, properties: { ...catalog.properties, MultiAZ: true } },
      }),
      { survive: 'zone' },
    );
    expect({ findings, unproven, functions: summary.functions }).toEqual({ findings: [], unproven: [], functions: 2 });
  });
});
