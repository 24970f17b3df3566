import type { Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { Connections, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { RefusedError, ResilientDatabase, type ResilientDatabaseProps, ResilientNetwork } from '../../lib/constructs';
import { outline, synthesize } from './support/synthesize';

type Asked = ResilientDatabaseProps extends infer T ? (T extends unknown ? Omit<T, 'network'> : never) : never;

const build = (stack: Stack, props: Asked, zones = 3) =>
  new ResilientDatabase(stack, 'Database', {
    ...props,
    network: new ResilientNetwork(stack, 'Network', { zones }),
  } as ResilientDatabaseProps);
const withDatabase = (props: Asked, zones?: number) => synthesize((stack) => void build(stack, props, zones));
const zone = (index: number) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] });

describe('ResilientDatabase of Aurora', () => {
  it('pins writer and readers to different zones', () => {
    const template = withDatabase({ kind: 'aurora', instances: 3 });
    const zones = Object.values(template.findResources('AWS::RDS::DBInstance')).map(
      ({ Properties }) => Properties.AvailabilityZone,
    );
    expect(zones).toEqual([zone(0), zone(1), zone(2)]);
  });

  it('starts again at the first zone when there are more instances than zones', () => {
    const template = withDatabase({ kind: 'aurora', instances: 3 }, 2);
    const zones = Object.values(template.findResources('AWS::RDS::DBInstance')).map(
      ({ Properties }) => Properties.AvailabilityZone,
    );
    expect(zones).toEqual([zone(0), zone(1), zone(0)]);
  });

  it('is encrypted, private, backed up and hard to delete', () => {
    const template = withDatabase({ kind: 'aurora', backupDays: 30, databaseName: 'shop' });
    template.hasResource('AWS::RDS::DBCluster', {
      DeletionPolicy: 'Snapshot',
      Properties: {
        Engine: 'aurora-postgresql',
        StorageEncrypted: true,
        BackupRetentionPeriod: 30,
        DeletionProtection: true,
        ManageMasterUserPassword: true,
        DatabaseName: 'shop',
      },
    });
    template.allResourcesProperties('AWS::RDS::DBInstance', { PubliclyAccessible: false });
    template.hasResourceProperties('AWS::RDS::DBSubnetGroup', { SubnetIds: Array(3).fill(Match.anyValue()) });
  });

  it('takes MySQL, an instance type and a key', () => {
    const template = synthesize((stack) => {
      build(stack, { kind: 'aurora', engine: 'mysql', instanceType: 't4g.medium', encryptionKey: new Key(stack, 'Key') });
    });
    template.hasResourceProperties('AWS::RDS::DBCluster', { Engine: 'aurora-mysql', KmsKeyId: Match.anyValue() });
    template.allResourcesProperties('AWS::RDS::DBInstance', { DBInstanceClass: 'db.t4g.medium' });
  });

  it('lets clients in through the port of the database only', () => {
    const template = synthesize((stack) => {
      const database = build(stack, { kind: 'aurora' });
      const { vpc } = stack.node.findChild('Network') as ResilientNetwork;
      database.allowFrom(new Connections({ securityGroups: [new SecurityGroup(stack, 'Clients', { vpc })] }));
    });
    template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 1);
  });
});

describe('ResilientDatabase of RDS', () => {
  it('has a standby in another zone', () => {
    withDatabase({ kind: 'multi-az', storageGib: 50 }).hasResourceProperties('AWS::RDS::DBInstance', {
      Engine: 'postgres',
      MultiAZ: true,
      AvailabilityZone: Match.absent(),
      AllocatedStorage: '50',
      StorageEncrypted: true,
      PubliclyAccessible: false,
      BackupRetentionPeriod: 14,
      DeletionProtection: true,
    });
  });

  it('has a cluster with a writer and two readable standbys', () => {
    const template = synthesize((stack) => {
      const database = build(stack, { kind: 'multi-az-cluster', engine: 'mysql' });
      database.allowFrom(new Connections({ peer: Peer.ipv4('10.0.0.0/16'), defaultPort: Port.tcp(1) }));
      expect(database.readerEndpoint).toBeDefined();
    });
    template.hasResource('AWS::RDS::DBCluster', {
      DeletionPolicy: 'Snapshot',
      Properties: {
        Engine: 'mysql',
        DBClusterInstanceClass: 'db.m6gd.large',
        StorageType: 'io1',
        Iops: 1000,
        StorageEncrypted: true,
        DeletionProtection: true,
      },
    });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [Match.objectLike({ FromPort: 3306, ToPort: 3306 })],
    });
  });
});

describe('ResilientDatabase of DynamoDB', () => {
  it('can go back in time and is hard to delete', () => {
    withDatabase({ kind: 'dynamodb', partitionKey: 'customer', sortKey: 'order' }).hasResourceProperties(
      'AWS::DynamoDB::GlobalTable',
      {
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'customer', KeyType: 'HASH' },
          { AttributeName: 'order', KeyType: 'RANGE' },
        ],
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: Match.objectLike({ PointInTimeRecoveryEnabled: true }),
          }),
        ],
      },
    );
  });

  it('has no network path', () => {
    expect(() => synthesize((stack) => build(stack, { kind: 'dynamodb' }).allowFrom(new Connections()))).toThrow(
      'access to a table is a matter of permissions; use table.grantReadWriteData(…)',
    );
  });
});

describe('ResilientDatabase', () => {
  it('states how long a failover takes', () => {
    const spans = (['aurora', 'multi-az', 'multi-az-cluster', 'dynamodb'] as const).map((kind) => {
      let database: ResilientDatabase | undefined;
      synthesize((stack) => {
        database = build(stack, { kind });
      });
      return database?.failover.mostSeconds;
    });
    expect(spans).toEqual([60, 120, 35, 0]);
  });

  it.each<[string, Asked, number, string]>([
    ['a single instance', { kind: 'aurora', instances: 1 }, 3, 'instances is 1'],
    ['sixteen instances', { kind: 'aurora', instances: 16 }, 3, 'instances is 16'],
    ['no backups', { kind: 'multi-az', backupDays: 0 }, 3, 'backupDays is 0'],
    ['backups for more than 35 days', { kind: 'dynamodb', backupDays: 36 }, 3, 'backupDays is 36'],
    ['a Multi-AZ cluster over two zones', { kind: 'multi-az-cluster' }, 2, 'the network has 2 zones'],
  ])('refuses %s', (_, props, zones, found) => {
    expect.assertions(2);
    try {
      withDatabase(props, zones);
    } catch (error) {
      expect(error).toBeInstanceOf(RefusedError);
      expect((error as RefusedError).faults.map((fault) => fault.found)).toEqual([found]);
    }
  });

  it('refuses a network without isolated subnets', () => {
    expect(() =>
      synthesize((stack) => {
        const network = new ResilientNetwork(stack, 'Network', { tiers: ['public', 'private'] });
        new ResilientDatabase(stack, 'Database', { kind: 'aurora', network });
      }),
    ).toThrow('a database stands in isolated subnets; add isolated to the tiers of the network');
  });

  it.each(['aurora', 'multi-az', 'multi-az-cluster', 'dynamodb'] as const)('of kind %s looks as it did', (kind) => {
    expect(outline(withDatabase({ kind })).filter((line) => line.includes(' Database'))).toMatchSnapshot();
  });
});
