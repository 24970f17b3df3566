import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Mixins, Stack } from 'aws-cdk-lib';
import { CfnAutoScalingGroup } from 'aws-cdk-lib/aws-autoscaling';
import { CfnReplicationGroup, CfnSubnetGroup } from 'aws-cdk-lib/aws-elasticache';
import { CfnListener, CfnLoadBalancer, CfnTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnDBInstance, CfnDBSubnetGroup } from 'aws-cdk-lib/aws-rds';
import type { IMixin } from 'constructs';
import { assess } from '../../lib';
import { Backups, BalancerHealth, CrossZone, LoadBalancedService, MultiZone, ResilientNetwork } from '../../lib/constructs';
import { anApp } from './support/synthesize';

type Build = (stack: Stack, network: ResilientNetwork) => void;

const subnetsOf = ({ vpc }: ResilientNetwork) => vpc.isolatedSubnets.map(({ subnetId }) => subnetId);

const database: Build = (stack, network) => {
  const group = new CfnDBSubnetGroup(stack, 'Subnets', { dbSubnetGroupDescription: 'all zones', subnetIds: subnetsOf(network) });
  new CfnDBInstance(stack, 'Orders', {
    engine: 'postgres',
    dbInstanceClass: 'db.m7g.large',
    backupRetentionPeriod: 0,
    dbSubnetGroupName: group.ref,
    availabilityZone: network.zones[0] ?? '',
  });
};

const cache: Build = (stack, network) => {
  const group = new CfnSubnetGroup(stack, 'Subnets', { description: 'all zones', subnetIds: subnetsOf(network) });
  new CfnReplicationGroup(stack, 'Sessions', {
    replicationGroupDescription: 'sessions',
    engine: 'valkey',
    cacheNodeType: 'cache.t4g.small',
    numCacheClusters: 2,
    cacheSubnetGroupName: group.ref,
  });
};

const fleet: Build = (stack, network) => {
  const targets = new CfnTargetGroup(stack, 'Targets', { port: 80, protocol: 'HTTP', vpcId: network.vpc.vpcId });
  new CfnAutoScalingGroup(stack, 'Web', {
    minSize: '3',
    maxSize: '6',
    vpcZoneIdentifier: network.vpc.privateSubnets.map(({ subnetId }) => subnetId),
    launchTemplate: { launchTemplateId: 'lt-1', version: '1' },
    targetGroupArns: [targets.ref],
  });
};

const connections: Build = (stack, network) => {
  const { publicSubnets, privateSubnets, vpcId } = network.vpc;
  const balancer = new CfnLoadBalancer(stack, 'Mail', {
    type: 'network',
    subnets: publicSubnets.map(({ subnetId }) => subnetId),
  });
  const targets = new CfnTargetGroup(stack, 'Targets', {
    port: 25,
    protocol: 'TCP',
    healthCheckProtocol: 'HTTP',
    vpcId,
  });
  new CfnListener(stack, 'Port25', {
    loadBalancerArn: balancer.ref,
    port: 25,
    protocol: 'TCP',
    defaultActions: [{ type: 'forward', targetGroupArn: targets.ref }],
  });
  new CfnAutoScalingGroup(stack, 'Servers', {
    minSize: '3',
    maxSize: '6',
    healthCheckType: 'ELB',
    vpcZoneIdentifier: privateSubnets.map(({ subnetId }) => subnetId),
    launchTemplate: { launchTemplateId: 'lt-1', version: '1' },
    targetGroupArns: [targets.ref],
  });
};

async function namedIn(build: Build, ...repairs: IMixin[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nospof-mixins-'));
  try {
    anApp((app) => {
      const stack = new Stack(app, 'shop');
      const network = new ResilientNetwork(stack, 'Network');
      new LoadBalancedService(stack, 'Service', { network, pools: { web: { kind: 'fleet', requiredCapacity: 2 } } });
      build(stack, network);
      for (const repair of repairs) Mixins.of(stack).apply(repair);
    }, folder).synth();
    const { findings } = await assess([folder], { survive: 'zone', parameters: {}, worlds: 'default' });
    return findings.map(({ rule, resource }) => `${rule} ${resource.id}`).sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a mixin', () => {
  it.each<[string, Build, IMixin[], string[]]>([
    [
      'a database alone in its zone, without backups',
      database,
      [new MultiZone(), new Backups(14)],
      ['data-without-backup Orders', 'database-without-standby Orders'],
    ],
    ['a cache whose copy does not take over', cache, [new MultiZone()], ['cache-without-replica Sessions']],
    ['a group that does not listen to its balancer', fleet, [new BalancerHealth(90)], ['group-ignores-balancer-health Web']],
    [
      'a balancer whose nodes keep to the one target of their zone',
      connections,
      [new CrossZone()],
      ['zone-depends-on-one-target Mail'],
    ],
  ])('repairs what nospof names: %s', async (_, build, repairs, named) => {
    expect(await namedIn(build)).toEqual(named);
    expect(await namedIn(build, ...repairs)).toEqual([]);
  });
});
