import { EnforcementLevel } from '@pulumi/pulumi/proto/analyzer_pb';
import { Analyzer, type Sent, type Told } from './analyzer';

/** What stands for a text that is known after the update. */
const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';
const STACK = 'urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev';
const COMPONENT = 'urn:pulumi:dev::shop::shop:index:Store::store';
const urn = (type: string, name: string) => `urn:pulumi:dev::shop::${type}::${name}`;
const at = (type: string, name: string, properties: object, dependencies: Sent['dependencies'] = {}): Sent => ({
  urn: urn(type, name),
  type,
  parent: STACK,
  properties,
  dependencies,
});

const database = (multiAz: boolean): Sent => ({
  urn: `urn:pulumi:dev::shop::shop:index:Store$aws:rds/instance:Instance::orders`,
  type: 'aws:rds/instance:Instance',
  parent: COMPONENT,
  properties: { engine: 'postgres', instanceClass: 'db.m7g.large', multiAz, backupRetentionPeriod: 14, region: 'eu-west-1' },
});

/** A network whose private subnets share a NAT gateway or not; ids are known after the update. */
function stackOf({ multiAz = true, floor = 4 }: { multiAz?: boolean; floor?: number } = {}): readonly Sent[] {
  const vpc = urn('aws:ec2/vpc:Vpc', 'main');
  const subnet = (name: string, zone: string, cidrBlock: string) =>
    at(
      'aws:ec2/subnet:Subnet',
      name,
      { vpcId: UNKNOWN, cidrBlock, availabilityZone: zone, region: 'eu-west-1' },
      { vpcId: [vpc] },
    );
  const subnets = ['a', 'b'].map((zone) => urn('aws:ec2/subnet:Subnet', zone));
  const template = urn('aws:ec2/launchTemplate:LaunchTemplate', 'web');
  return [
    { urn: STACK, type: 'pulumi:pulumi:Stack', properties: {} },
    { urn: COMPONENT, type: 'shop:index:Store', parent: STACK, properties: {} },
    at('aws:ec2/vpc:Vpc', 'main', { cidrBlock: '10.0.0.0/16', region: 'eu-west-1' }),
    subnet('a', 'eu-west-1a', '10.0.0.0/24'),
    subnet('b', 'eu-west-1b', '10.0.1.0/24'),
    at('aws:ec2/launchTemplate:LaunchTemplate', 'web', { imageId: 'ami-1', instanceType: 'm7g.large', region: 'eu-west-1' }),
    at(
      'aws:autoscaling/group:Group',
      'web',
      {
        minSize: floor,
        maxSize: 8,
        vpcZoneIdentifiers: [UNKNOWN, UNKNOWN],
        launchTemplate: { id: UNKNOWN, version: '$Latest' },
        region: 'eu-west-1',
      },
      { vpcZoneIdentifiers: subnets, launchTemplate: [template] },
    ),
    database(multiAz),
  ];
}

const shortly = ({ policyname, enforcementlevel, urn: of, message }: Told) => ({
  policy: policyname,
  level: enforcementlevel,
  urn: of,
  rule: /\[([a-z-]+)\]$/.exec(message)?.[1],
});

describe('the policy pack, asked as the engine of Pulumi asks', () => {
  let analyzer: Analyzer;
  beforeAll(async () => {
    analyzer = await Analyzer.start('noSpofPolicyPack();');
  }, 60_000);
  afterAll(() => analyzer?.stop());
  afterEach(() => analyzer.configure({}));

  it('names its policies, one for each severity and one for what is not known', async () => {
    const info = await analyzer.info();
    expect(info.getName()).toBe('nospof');
    expect(info.getPoliciesList().map((policy) => [policy.getName(), policy.getEnforcementlevel()])).toEqual([
      ['no-spof-error', EnforcementLevel.MANDATORY],
      ['no-spof-warning', EnforcementLevel.ADVISORY],
      ['no-spof-info', EnforcementLevel.ADVISORY],
      ['no-spof-unproven', EnforcementLevel.ADVISORY],
    ]);
  });

  it('stops an update that brings in a database without a standby, and says which by its urn', async () => {
    const told = await analyzer.analyzeStack(stackOf({ multiAz: false }));
    expect(told.map(shortly)).toContainEqual({
      policy: 'no-spof-error',
      level: EnforcementLevel.MANDATORY,
      urn: database(false).urn,
      rule: 'database-without-standby',
    });
  });

  it('tells of a group of one without stopping the update', async () => {
    const told = (await analyzer.analyzeStack(stackOf({ floor: 1 }))).map(shortly);
    expect(told).toContainEqual({
      policy: 'no-spof-warning',
      level: EnforcementLevel.ADVISORY,
      urn: urn('aws:autoscaling/group:Group', 'web'),
      rule: 'group-of-one',
    });
    expect(told.filter(({ level }) => level === EnforcementLevel.MANDATORY)).toEqual([]);
  });

  it('holds a group against the capacity that is said beside it', async () => {
    const group = urn('aws:autoscaling/group:Group', 'web');
    const said = at('nospof:index:RequiredCapacity', 'web', { of: group, units: 3 });
    const told = (await analyzer.analyzeStack([...stackOf(), said])).map(shortly);
    expect(told).toContainEqual({
      policy: 'no-spof-warning',
      level: EnforcementLevel.ADVISORY,
      urn: group,
      rule: 'capacity-after-zone-loss',
    });
  });

  it('lets a redundant stack pass, although its ids are known after the update only', async () => {
    const told = (await analyzer.analyzeStack(stackOf())).filter(({ policyname }) => policyname !== 'no-spof-unproven');
    expect(told.map(shortly)).toEqual([]);
  });

  it('takes the enforcement levels that the engine sets', async () => {
    await analyzer.configure({ 'no-spof-error': EnforcementLevel.ADVISORY, 'no-spof-warning': EnforcementLevel.DISABLED });
    const told = (await analyzer.analyzeStack(stackOf({ multiAz: false, floor: 1 }))).map(shortly);
    expect(told).toContainEqual(expect.objectContaining({ rule: 'database-without-standby', level: EnforcementLevel.ADVISORY }));
    expect(told.map(({ policy }) => policy)).not.toContain('no-spof-warning');
  });

  it('passes a stack without resources', async () => {
    expect(await analyzer.analyzeStack([])).toEqual([]);
  });
});

describe('a policy pack with an option that is none', () => {
  it('fails with what was found and what was expected', async () => {
    const analyzer = await Analyzer.start("noSpofPolicyPack({ survive: 'zones' });");
    try {
      await expect(analyzer.analyzeStack(stackOf())).rejects.toThrow(
        /survive is "zones"; did you mean "zone"\?; expected one of/,
      );
    } finally {
      analyzer.stop();
    }
  }, 60_000);
});
