import { join } from 'node:path';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { judgeSystem } from '../../lib/assess';
import * as constructs from '../../lib/constructs';
import type { System } from '../../lib/model';
import { readProgram, readTemplates } from '../../lib/readers';
import { synthesize } from '../constructs/support/synthesize';
import { shapeOf } from '../support/shape';
import { type Decision, decisions } from './twin/decisions';

/** As the Pulumi program of `twin` hands the decision to its components. */
function templateOf({ network, containers, image = '', service, database }: Decision): System {
  const template = synthesize((stack) => {
    const net = new constructs.ResilientNetwork(stack, 'Network', network);
    const web: constructs.Pool =
      containers === undefined
        ? { kind: 'fleet', requiredCapacity: 2 }
        : { ...containers, image: ContainerImage.fromRegistry(image) };
    const front = new constructs.LoadBalancedService(stack, 'Service', { network: net, pools: { web }, ...service });
    const store = new constructs.ResilientDatabase(stack, 'Database', { kind: 'aurora', network: net, ...database });
    store.allowFrom(front);
  });
  return readTemplates([{ file: 'shop.json', body: template.toJSON() }], { region: 'eu-west-1' });
}

function programOf(decision: string, changes: Readonly<Record<string, string>> = {}): System {
  return readProgram(join(__dirname, 'twin'), {
    config: { decision, 'aws:region': 'eu-west-1', ...changes },
    timeoutSeconds: 120,
    say: (text) => process.stderr.write(text),
  });
}

describe.each(Object.entries(decisions))('%s', (name, decision) => {
  const [construct, component] = [templateOf(decision), programOf(name)].map((system) =>
    shapeOf(system, judgeSystem(system, { survive: 'zone' })),
  );

  it('has its subnets at the same addresses in the same zones', () => {
    expect(component?.subnets.length).toBeGreaterThan(5);
    expect(component?.subnets).toEqual(construct?.subnets);
  });

  it('has the same units at least and at most', () => {
    expect(component?.floors.length).toBeGreaterThan(1);
    expect(component?.floors).toEqual(construct?.floors);
  });

  it('has the same dependencies between the same kinds of things', () => {
    expect(component?.dependencies.length).toBeGreaterThan(4);
    expect(component?.dependencies).toEqual(construct?.dependencies);
  });

  it('offers the same functions, and each survives the loss of the same domains', () => {
    expect(component?.verdicts).toEqual(construct?.verdicts);
    expect(component?.open).toEqual([]);
    expect(construct?.open).toEqual([]);
  });
});

describe('the comparison', () => {
  it('tells programs of different decisions apart', () => {
    const [first = '', second = ''] = Object.keys(decisions);
    const [one, other] = [programOf(first), programOf(second)].map((system) =>
      shapeOf(system, judgeSystem(system, { survive: 'zone' })),
    );
    for (const part of ['subnets', 'floors', 'dependencies', 'verdicts'] as const) expect(one?.[part]).not.toEqual(other?.[part]);
  });
});
