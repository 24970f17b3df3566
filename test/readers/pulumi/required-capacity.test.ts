import { join } from 'node:path';
import { judgeSystem } from '../../../lib/assess';
import type { System } from '../../../lib/model';
import { readRegistrations } from '../../../lib/readers';
import { runProject, systemOfRun } from '../../../lib/readers/pulumi/program/program-system';
import { readText } from '../../support/read';

const urn = (type: string, name: string) => `urn:pulumi:dev::shop::${type}::${name}`;
const groupType = 'gcp:compute/regionInstanceGroupManager:RegionInstanceGroupManager';
const group = {
  urn: urn(groupType, 'web'),
  type: groupType,
  custom: true,
  inputs: { targetSize: 4, distributionPolicyZones: ['europe-west1-b', 'europe-west1-c'] },
  dependencies: [],
  propertyDependencies: {},
};
const other = { ...group, urn: urn(groupType, 'mail') };
const type = 'nospof:index:RequiredCapacity';
const component = { urn: urn(type, 'web'), type, custom: false, dependencies: [], propertyDependencies: {} };
const said = { of: group.urn, units: 3 };

function requiredIn(system: System): Readonly<Record<string, number | undefined>> {
  return Object.fromEntries([...system.resources.values()].map(({ id, requiredCapacity }) => [id, requiredCapacity]));
}

function previewOf(...states: readonly object[]): string {
  return JSON.stringify({ config: {}, changeSummary: {}, steps: states.map((newState) => ({ op: 'create', newState })) });
}

function exportOf(...resources: readonly object[]): string {
  return JSON.stringify({ version: 3, deployment: { resources } });
}

describe('the required capacity of a group', () => {
  it.each<[string, () => System]>([
    [
      'a preview, as what the component was given',
      () => readText(previewOf(group, other, { ...component, inputs: said }), 'p.json'),
    ],
    [
      'a state, as what the component gives',
      () => readText(exportOf(group, other, { ...component, inputs: {}, outputs: said }), 's.json'),
    ],
    ['a stack that a policy is handed', () => readRegistrations('shop', [group, other, { ...component, inputs: said }])],
  ])('is read from %s, and of no other group', (_where, read) => {
    expect(requiredIn(read())).toEqual({ web: 3, mail: undefined });
  });

  it.each<[string, object]>([
    ['a number that is not known yet', { of: group.urn, units: '04da6b54-80e4-46f7-96ec-b56ff0331ba9' }],
    ['a group that is not there', { of: urn(groupType, 'gone'), units: 3 }],
  ])('is not made up of %s', (_what, inputs) => {
    expect(requiredIn(readRegistrations('shop', [group, { ...component, inputs }]))).toEqual({ web: undefined });
  });

  it('is no matter of the type of a component that happens to say the same', () => {
    const stranger = { ...component, type: 'shop:index:RequiredCapacity', inputs: said };
    expect(requiredIn(readRegistrations('shop', [group, stranger]))).toEqual({ web: undefined });
  });

  it('of the reference program is held against the floor of its containers', () => {
    const run = runProject(join(__dirname, '../../stacks/multi-az-service'), {
      timeoutSeconds: 120,
      say: (text) => process.stderr.write(text),
    });
    const lower = { ...run, record: structuredClone(run.record) };
    const target = lower.record.resources.find((resource) => resource?.type === 'aws:appautoscaling/target:Target');
    (target?.inputs as { minCapacity: number }).minCapacity -= 1;
    const [before, after] = [run, lower].map((each) => judgeSystem(systemOfRun(each), { survive: 'zone' }).findings);
    expect(before).toEqual([]);
    expect(after).toMatchObject([{ rule: 'capacity-after-zone-loss', resource: { id: 'checkout-web' } }]);
  });
});
