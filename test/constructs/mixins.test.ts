import { Match } from 'aws-cdk-lib/assertions';
import { CfnAutoScalingGroup } from 'aws-cdk-lib/aws-autoscaling';
import { CfnReplicationInstance } from 'aws-cdk-lib/aws-dms';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { type IVpc, Vpc } from 'aws-cdk-lib/aws-ec2';
import { CfnReplicationGroup } from 'aws-cdk-lib/aws-elasticache';
import { CfnLoadBalancer as ClassicBalancer } from 'aws-cdk-lib/aws-elasticloadbalancing';
import { CfnLoadBalancer, NetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnDBCluster, CfnDBInstance, DatabaseInstance, DatabaseInstanceEngine } from 'aws-cdk-lib/aws-rds';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Backups, BalancerHealth, CrossZone, DeletionProtection, MultiZone } from '../../lib/constructs';
import { synthesize } from './support/synthesize';

describe('MultiZone', () => {
  it('gives a database a standby and takes its fixed zone away', () => {
    synthesize((stack) => {
      const database = new DatabaseInstance(stack, 'Database', {
        engine: DatabaseInstanceEngine.POSTGRES,
        vpc: new Vpc(stack, 'Vpc') as IVpc,
        availabilityZone: 'eu-west-1a',
      });
      database.with(new MultiZone());
    }).hasResourceProperties('AWS::RDS::DBInstance', { MultiAZ: true, AvailabilityZone: Match.absent() });
  });

  it('leaves members of a cluster alone: their standby is another member', () => {
    synthesize((stack) => {
      new CfnDBInstance(stack, 'Writer', { dbClusterIdentifier: 'orders', dbInstanceClass: 'db.r7g.large' }).with(
        new MultiZone(),
      );
    }).hasResourceProperties('AWS::RDS::DBInstance', { MultiAZ: Match.absent() });
  });

  it('lets a copy of a cache take over', () => {
    synthesize((stack) => {
      new CfnReplicationGroup(stack, 'Cache', { replicationGroupDescription: 'cache', numCacheClusters: 2 }).with(
        new MultiZone(),
      );
    }).hasResourceProperties('AWS::ElastiCache::ReplicationGroup', { AutomaticFailoverEnabled: true, MultiAZEnabled: true });
  });

  it('works on everything in a stack', () => {
    const template = synthesize((stack) => {
      new CfnReplicationInstance(stack, 'Replication', {
        replicationInstanceClass: 'dms.t3.medium',
        availabilityZone: 'eu-west-1a',
      });
      new Bucket(stack, 'Bucket');
      stack.with(new MultiZone());
    });
    template.hasResourceProperties('AWS::DMS::ReplicationInstance', { MultiAZ: true, AvailabilityZone: Match.absent() });
  });
});

describe('BalancerHealth', () => {
  it('makes a group listen to its balancer', () => {
    synthesize((stack) => {
      new CfnAutoScalingGroup(stack, 'Group', { minSize: '2', maxSize: '4' }).with(new BalancerHealth(90));
    }).hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', { HealthCheckType: 'ELB', HealthCheckGracePeriod: 90 });
  });
});

describe('CrossZone', () => {
  it('sets the attribute of a balancer, once, and keeps the others', () => {
    synthesize((stack) => {
      const balancer = new NetworkLoadBalancer(stack, 'Balancer', {
        vpc: new Vpc(stack, 'Vpc') as IVpc,
        crossZoneEnabled: false,
        deletionProtection: true,
      });
      balancer.with(new CrossZone());
    }).hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      LoadBalancerAttributes: [
        { Key: 'deletion_protection.enabled', Value: 'true' },
        { Key: 'load_balancing.cross_zone.enabled', Value: 'true' },
      ],
    });
  });

  it('does the same for a balancer without attributes, and for a classic one', () => {
    const template = synthesize((stack) => {
      new CfnLoadBalancer(stack, 'Balancer', { type: 'network', subnets: ['subnet-1'] });
      new ClassicBalancer(stack, 'Classic', { listeners: [{ instancePort: '80', loadBalancerPort: '80', protocol: 'tcp' }] });
      stack.with(new CrossZone());
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      LoadBalancerAttributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: 'true' }],
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancing::LoadBalancer', { CrossZone: true });
  });
});

describe('DeletionProtection', () => {
  it('protects stores and balancers', () => {
    const template = synthesize((stack) => {
      new CfnDBCluster(stack, 'Orders', { engine: 'aurora-postgresql' });
      new CfnDBInstance(stack, 'Member', { dbClusterIdentifier: 'orders', dbInstanceClass: 'db.r7g.large' });
      new Table(stack, 'Carts', { partitionKey: { name: 'id', type: AttributeType.STRING } });
      new CfnLoadBalancer(stack, 'Balancer', { subnets: ['subnet-1', 'subnet-2'] });
      stack.with(new DeletionProtection());
    });
    template.hasResourceProperties('AWS::RDS::DBCluster', { DeletionProtection: true });
    template.hasResourceProperties('AWS::RDS::DBInstance', { DeletionProtection: Match.absent() });
    template.hasResourceProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: true });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      LoadBalancerAttributes: [{ Key: 'deletion_protection.enabled', Value: 'true' }],
    });
  });
});

describe('Backups', () => {
  it('lets stores go back in time', () => {
    const template = synthesize((stack) => {
      new CfnDBCluster(stack, 'Orders', { engine: 'aurora-postgresql' });
      new CfnDBInstance(stack, 'Users', { engine: 'postgres', dbInstanceClass: 'db.m7g.large', backupRetentionPeriod: 0 });
      new Table(stack, 'Carts', { partitionKey: { name: 'id', type: AttributeType.STRING } });
      stack.with(new Backups(14));
    });
    template.hasResourceProperties('AWS::RDS::DBCluster', { BackupRetentionPeriod: 14 });
    template.hasResourceProperties('AWS::RDS::DBInstance', { BackupRetentionPeriod: 14 });
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 14 },
    });
  });
});
