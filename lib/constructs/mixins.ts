import { CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import type { IConstruct, IMixin } from 'constructs';

type Change = (resource: CfnResource) => void;

/**
 * Repairs existing constructs where one property is enough: `database.with(new MultiZone())`. Changes every resource of
 * a type it knows in the construct it is applied to, and leaves the others alone. Types are compared by name, so that
 * it works on constructs of another copy of the CDK.
 */
abstract class Repair implements IMixin {
  protected abstract readonly changes: Readonly<Record<string, Change>>;

  supports(construct: IConstruct): boolean {
    return CfnResource.isCfnResource(construct) && construct.cfnResourceType in this.changes;
  }

  applyTo(construct: IConstruct): void {
    if (CfnResource.isCfnResource(construct)) this.changes[construct.cfnResourceType]?.(construct);
  }
}

/** A standby in another zone for databases, caches and replication instances that have none. */
export class MultiZone extends Repair {
  protected readonly changes = {
    'AWS::RDS::DBInstance': standbyOfDatabase,
    'AWS::DMS::ReplicationInstance': standby,
    'AWS::ElastiCache::ReplicationGroup': (group: CfnResource) => {
      group.addPropertyOverride('AutomaticFailoverEnabled', true);
      group.addPropertyOverride('MultiAZEnabled', true);
    },
  };
}

/** Groups replace what their balancer finds unhealthy, not only machines that are switched off. */
export class BalancerHealth extends Repair {
  /** @param graceSeconds - time from the start of an instance until it must be healthy [s] */
  constructor(private readonly graceSeconds: number) {
    super();
  }

  protected readonly changes = {
    'AWS::AutoScaling::AutoScalingGroup': (group: CfnResource) => {
      group.addPropertyOverride('HealthCheckType', 'ELB');
      group.addPropertyOverride('HealthCheckGracePeriod', this.graceSeconds);
    },
  };
}

/** Balancer nodes of every zone reach the targets of every zone. */
export class CrossZone extends Repair {
  protected readonly changes = {
    'AWS::ElasticLoadBalancing::LoadBalancer': override('CrossZone', true),
    'AWS::ElasticLoadBalancingV2::LoadBalancer': balancerAttribute('load_balancing.cross_zone.enabled', 'true'),
  };
}

/** Stores and balancers are not deleted until the protection is switched off. */
export class DeletionProtection extends Repair {
  protected readonly changes = {
    'AWS::DynamoDB::Table': override('DeletionProtectionEnabled', true),
    'AWS::ElasticLoadBalancingV2::LoadBalancer': balancerAttribute('deletion_protection.enabled', 'true'),
    'AWS::RDS::DBCluster': override('DeletionProtection', true),
    'AWS::RDS::DBInstance': (instance: CfnResource) => {
      // A member of a cluster is protected with the cluster.
      if (!hasProperty(instance, 'DBClusterIdentifier')) instance.addPropertyOverride('DeletionProtection', true);
    },
  };
}

/** Stores can be put back to any second of the last days. */
export class Backups extends Repair {
  /** @param days - days to go back [days], 1 to 35 */
  constructor(private readonly days: number) {
    super();
  }

  protected readonly changes = {
    'AWS::DynamoDB::Table': (table: CfnResource) => {
      table.addPropertyOverride('PointInTimeRecoverySpecification', {
        PointInTimeRecoveryEnabled: true,
        RecoveryPeriodInDays: this.days,
      });
    },
    'AWS::RDS::DBCluster': (cluster: CfnResource) => cluster.addPropertyOverride('BackupRetentionPeriod', this.days),
    'AWS::RDS::DBInstance': (instance: CfnResource) => {
      if (!hasProperty(instance, 'DBClusterIdentifier')) instance.addPropertyOverride('BackupRetentionPeriod', this.days);
    },
  };
}

function override(property: string, value: unknown): Change {
  return (resource) => resource.addPropertyOverride(property, value);
}

function standby(resource: CfnResource): void {
  resource.addPropertyOverride('MultiAZ', true);
  // A zone and a standby elsewhere exclude each other.
  resource.addPropertyDeletionOverride('AvailabilityZone');
}

function standbyOfDatabase(instance: CfnResource): void {
  if (!hasProperty(instance, 'DBClusterIdentifier')) standby(instance);
}

function hasProperty(resource: CfnResource, property: string): boolean {
  return propertiesOf(resource)[property] !== undefined;
}

function propertiesOf(resource: CfnResource): Record<string, unknown> {
  const template: { Resources?: Record<string, { Properties?: Record<string, unknown> }> } = Stack.of(resource).resolve(
    resource._toCloudFormation(),
  );
  return Object.values(template.Resources ?? {})[0]?.Properties ?? {};
}

/** Sets one attribute of a balancer and keeps the others, those that are only known at synthesis included. */
function balancerAttribute(key: string, value: string): Change {
  return (resource) => {
    if (!('loadBalancerAttributes' in resource)) return;
    const balancer = resource as CfnResource & { loadBalancerAttributes: unknown };
    const before = balancer.loadBalancerAttributes;
    balancer.loadBalancerAttributes = Lazy.any({
      produce: () => {
        const list: readonly { key?: string; value?: string }[] = Stack.of(resource).resolve(before) ?? [];
        return [...list.filter((attribute) => attribute.key !== key), { key, value }];
      },
    });
  };
}
