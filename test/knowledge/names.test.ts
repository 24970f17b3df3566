import { aws, stepsOf } from '../../lib/knowledge';
import { cloudFormationNames } from './support/cloudformation-names';
import { pathsOf } from './support/paths-of';

const names = cloudFormationNames();
const rows = aws.flatMap((table) => Object.entries(table));

/** Types that exist although the CDK was not generated with them, and why they are taught. */
const beyondTheCdk: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'every CDK template holds one; it is no CloudFormation type',
  'AWS::IoT1Click::Device': 'the service is closed, its templates are still about',
  'AWS::IoT1Click::Placement': 'the service is closed, its templates are still about',
  'AWS::IoT1Click::Project': 'the service is closed, its templates are still about',
  'AWS::Serverless::CapacityProvider': 'Serverless Application Model, newer than the list of the CDK',
  'AWS::Serverless::Connector': 'Serverless Application Model, newer than the list of the CDK',
  'AWS::Serverless::GraphQLApi': 'Serverless Application Model, newer than the list of the CDK',
  'AWSQS::EKS::Cluster': 'a registry extension that quick starts use',
  'AWSQS::Kubernetes::Get': 'a registry extension that quick starts use',
  'AWSQS::Kubernetes::Helm': 'a registry extension that quick starts use',
  'AWSQS::Kubernetes::Resource': 'a registry extension that quick starts use',
  'Custom::AWSCDK-EKS-Cluster': 'a custom resource of the CDK itself',
  'Custom::AWSCDK-EKS-FargateProfile': 'a custom resource of the CDK itself',
};

/** What CloudFormation lets stand beside the properties of a resource, and inside it. */
const BESIDE = new Set([
  ...['UpdatePolicy', 'DeletionPolicy', 'UpdateReplacePolicy', 'AutoScalingRollingUpdate', 'AutoScalingReplacingUpdate'],
  ...['MinInstancesInService', 'MaxBatchSize', 'WillReplace'],
]);

/** Keys of maps that take any key, and members of JSON documents: no property is called so. */
const KEYS = new Set(['mode', 'awslogs-group', 'delivery_stream', 'deadLetterTargetArn']);

/** Names of properties on a path: of the type itself, and behind a reference, where any type may stand. */
function propertiesOn(path: string): { readonly own: readonly string[]; readonly behind: readonly string[] } {
  const own: string[] = [];
  const behind: string[] = [];
  let followed = false;
  let beside = false;
  for (const step of stepsOf(path)) {
    if (step.kind === 'follow') followed = true;
    if (step.kind === 'beside') beside = true;
    const found = step.kind === 'member' ? [step.name] : step.kind === 'where' ? step.conditions.map(({ name }) => name) : [];
    (followed ? behind : own).push(...found.filter((name) => !KEYS.has(name) && (!beside || !BESIDE.has(name))));
  }
  return { own, behind };
}

describe('names in the tables', () => {
  it('are types that CloudFormation has, or types that are taught for a reason', () => {
    const strangers = rows.map(([type]) => type).filter((type) => !names.has(type));
    expect(strangers.sort()).toEqual(Object.keys(beyondTheCdk).sort());
  });

  it('are properties that the type has', () => {
    const wrong = rows
      .filter(([type]) => names.has(type))
      .flatMap(([type, facts]) =>
        pathsOf(facts).flatMap((path) => {
          const { own, behind } = propertiesOn(path);
          return [
            ...own.filter((name) => !names.hasProperty(type, name)),
            ...behind.filter((name) => !names.hasPropertySomewhere(name)),
          ].map((name) => `${type}: ${name} in ${path}`);
        }),
      );
    expect(wrong).toEqual([]);
  });

  it('would not all pass: a misspelt property is noticed', () => {
    expect(names.hasProperty('AWS::Lambda::Function', 'VpcConfig')).toBe(true);
    expect(names.hasProperty('AWS::Lambda::Function', 'VPCConfigs')).toBe(false);
    expect(propertiesOn('DBSubnetGroupName->SubnetIds[]')).toEqual({ own: ['DBSubnetGroupName'], behind: ['SubnetIds'] });
  });

  it('are pages of the CloudFormation reference that exist for the type', () => {
    const pages = rows
      .filter(([type, { source }]) => names.has(type) && source.includes('/AWSCloudFormation/latest/UserGuide/'))
      .map(([type, { source }]) => [type, source.slice(source.lastIndexOf('/') + 1)] as const);
    expect(pages.length).toBeGreaterThan(50);
    expect(pages.filter(([type, page]) => !names.hasPage(type, page))).toEqual([]);
  });
});
