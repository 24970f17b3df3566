import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { DisasterRecovery, type DisasterRecoveryProps, type RecoveryStrategy } from '../../lib/constructs';
import { anApp, outline } from './support/synthesize';

const SHARED: Omit<DisasterRecoveryProps, 'role' | 'strategy'> = {
  primaryRegion: 'eu-west-1',
  secondaryRegion: 'eu-central-1',
  system: 'shop',
  zone: { hostedZoneId: 'Z0000000EXAMPLE', zoneName: 'shop.example' },
  recoveryTimeSeconds: 86_400,
  recoveryPointSeconds: 86_400,
  requiredCapacity: 4,
  healthCheck: { path: '/healthy', contains: 'ok' },
};

function region(role: 'primary' | 'secondary', strategy: RecoveryStrategy, changes: Partial<DisasterRecoveryProps> = {}) {
  let recovery: DisasterRecovery | undefined;
  let stack: Stack | undefined;
  anApp((app) => {
    stack = new Stack(app, `shop-${role}`, { env: { region: role === 'primary' ? 'eu-west-1' : 'eu-central-1' } });
    recovery = new DisasterRecovery(stack, 'Region', { ...SHARED, role, strategy, ...changes });
  });
  if (stack === undefined || recovery === undefined) throw new Error('the app makes a stack');
  return { template: Template.fromStack(stack), recovery };
}
const minimumOf = (template: Template) =>
  Object.values(template.findResources('AWS::ApplicationAutoScaling::ScalableTarget')).map(
    ({ Properties }) => Properties.MinCapacity,
  );

describe('DisasterRecovery', () => {
  it.each<[RecoveryStrategy, readonly number[], readonly number[]]>([
    ['active-active', [6], [6]],
    ['warm-standby', [6], [3]],
    ['pilot-light', [6], [0]],
    ['backup-and-restore', [6], []],
  ])('of %s runs %p tasks here and %p there', (strategy, here, there) => {
    const changes = { standbyCapacity: 2 };
    expect(minimumOf(region('primary', strategy, changes).template)).toEqual(here);
    expect(minimumOf(region('secondary', strategy, changes).template)).toEqual(there);
  });

  it('lets a standby grow to what both Regions serve', () => {
    region('secondary', 'warm-standby', { standbyCapacity: 1 }).template.hasResourceProperties(
      'AWS::ApplicationAutoScaling::ScalableTarget',
      {
        MaxCapacity: 20,
      },
    );
  });

  it.each(['pilot-light', 'warm-standby', 'active-active'] as const)('of %s has the table in both Regions', (strategy) => {
    region('primary', strategy).template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      TableName: 'shop-state',
      Replicas: [Match.objectLike({ Region: 'eu-central-1' }), Match.objectLike({ Region: 'eu-west-1' })],
    });
  });

  it('of backup-and-restore copies backups into a locked vault of the second Region', () => {
    const { template } = region('primary', 'backup-and-restore', { backupEveryHours: 2 });
    expect(JSON.stringify(template.findResources('AWS::Backup::BackupPlan'))).toContain('backup:eu-central-1:');
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', { Replicas: [Match.objectLike({ Region: 'eu-west-1' })] });
    region('secondary', 'backup-and-restore').template.hasResourceProperties('AWS::Backup::BackupVault', {
      BackupVaultName: 'shop-copies',
      EncryptionKeyArn: Match.anyValue(),
      LockConfiguration: Match.anyValue(),
    });
  });

  it.each<[RecoveryStrategy, readonly number[]]>([
    ['pilot-light', [6]],
    ['backup-and-restore', [6]],
  ])('of %s runs at full size in the second Region once it is activated', (strategy, there) => {
    const { template } = region('secondary', strategy, { activated: true });
    expect(minimumOf(template)).toEqual(there);
    template.hasResourceProperties('AWS::Route53::RecordSet', { Failover: 'SECONDARY' });
  });

  it('starts nothing by itself where a service sleeps', () => {
    region('secondary', 'pilot-light').template.hasResourceProperties('AWS::ECS::Service', { DesiredCount: 0 });
    region('secondary', 'warm-standby').template.hasResourceProperties('AWS::ECS::Service', { DesiredCount: Match.absent() });
  });

  it('keeps everything under the key of the Region that it is in', () => {
    const alias = 'alias/shop';
    const elsewhere = (name: string) => ({
      'Fn::Join': ['', [`arn:aws:kms:${name}:`, { Ref: 'AWS::AccountId' }, `:${alias}`]],
    });
    const { template } = region('primary', 'warm-standby');
    const own = { 'Fn::GetAtt': [Match.stringLikeRegexp('^RegionKey'), 'Arn'] };
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      Replicas: [
        Match.objectLike({ Region: 'eu-central-1', SSESpecification: { KMSMasterKeyId: elsewhere('eu-central-1') } }),
        Match.objectLike({ Region: 'eu-west-1', SSESpecification: { KMSMasterKeyId: own } }),
      ],
    });
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      KmsKeyId: own,
      ReplicaRegions: [{ Region: 'eu-central-1', KmsKeyId: elsewhere('eu-central-1') }],
    });
    for (const [role, other] of [
      ['primary', 'eu-central-1'],
      ['secondary', 'eu-west-1'],
    ] as const) {
      const here = region(role, 'warm-standby').template;
      here.hasResourceProperties('AWS::KMS::Alias', { AliasName: alias });
      here.hasResourceProperties('AWS::S3::Bucket', {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { KMSMasterKeyID: own, SSEAlgorithm: 'aws:kms' } },
          ],
        },
        ReplicationConfiguration: {
          Rules: [
            Match.objectLike({
              Status: 'Enabled',
              Destination: Match.objectLike({
                EncryptionConfiguration: { ReplicaKmsKeyID: elsewhere(other) },
                ReplicationTime: { Status: 'Enabled', Time: { Minutes: 15 } },
              }),
              SourceSelectionCriteria: {
                ReplicaModifications: { Status: 'Enabled' },
                SseKmsEncryptedObjects: { Status: 'Enabled' },
              },
            }),
          ],
        },
      });
    }
  });

  it('copies back, but for the first time, when there is no bucket to copy to yet', () => {
    const assets = (changes: Partial<DisasterRecoveryProps>) =>
      Object.values(region('secondary', 'warm-standby', changes).template.findResources('AWS::S3::Bucket')).filter(
        ({ Properties }) => Properties.ReplicationConfiguration !== undefined,
      ).length;
    expect([assets({}), assets({ firstDeployment: true })]).toEqual([1, 0]);
  });

  it('keeps no assets where there are none', () => {
    const { template } = region('primary', 'warm-standby', { assets: false, recoveryPointSeconds: 2 });
    expect(JSON.stringify(template.findResources('AWS::S3::Bucket'))).not.toContain('-assets-');
    expect(JSON.stringify(template.findResources('AWS::ECS::TaskDefinition'))).not.toContain('ASSETS');
  });

  describe('with a database', () => {
    const aurora = { store: 'aurora' } as const;

    it('writes in the first Region and follows in the second, two instances in two zones each', () => {
      const writer = region('primary', 'warm-standby', aurora).template;
      writer.hasResourceProperties('AWS::RDS::GlobalCluster', { GlobalClusterIdentifier: 'shop', StorageEncrypted: true });
      writer.hasResourceProperties('AWS::RDS::DBCluster', {
        GlobalClusterIdentifier: { Ref: Match.stringLikeRegexp('GlobalDatabase') },
        MasterUsername: 'application',
        MasterUserPassword: Match.anyValue(),
        ManageMasterUserPassword: Match.absent(),
      });
      const follower = region('secondary', 'warm-standby', aurora).template;
      follower.resourceCountIs('AWS::RDS::GlobalCluster', 0);
      follower.hasResourceProperties('AWS::RDS::DBCluster', { GlobalClusterIdentifier: 'shop', MasterUsername: Match.absent() });
      for (const template of [writer, follower]) {
        template.hasResourceProperties('AWS::RDS::DBCluster', {
          KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^RegionKey'), 'Arn'] },
          StorageEncrypted: true,
          DeletionProtection: true,
        });
        const instances = Object.values(template.findResources('AWS::RDS::DBInstance')).map(({ Properties }) => Properties);
        expect(instances.map(({ PubliclyAccessible }) => PubliclyAccessible)).toEqual([false, false]);
        expect(new Set(instances.map(({ AvailabilityZone }) => JSON.stringify(AvailabilityZone))).size).toBe(2);
        template.resourceCountIs('AWS::DynamoDB::GlobalTable', 0);
      }
    });

    it('has the password in both Regions, and no plain one', () => {
      const { template } = region('primary', 'warm-standby', aurora);
      template.hasResourceProperties('AWS::SecretsManager::Secret', {
        GenerateSecretString: { GenerateStringKey: 'password', SecretStringTemplate: '{"username":"application"}' },
        ReplicaRegions: [Match.objectLike({ Region: 'eu-central-1' })],
      });
      const password = Object.values(template.findResources('AWS::RDS::DBCluster'))[0]?.Properties.MasterUserPassword;
      expect(JSON.stringify(password)).toContain('{{resolve:secretsmanager:');
    });

    it('joins once the first Region is there', () => {
      const changes = { ...aurora, firstDeployment: true };
      region('secondary', 'warm-standby', changes).template.resourceCountIs('AWS::RDS::DBCluster', 0);
      region('primary', 'warm-standby', changes).template.resourceCountIs('AWS::RDS::DBCluster', 1);
    });

    it('lets in the service of its own Region alone', () => {
      const { template } = region('secondary', 'warm-standby', aurora);
      const rules = Object.values(template.findResources('AWS::EC2::SecurityGroupIngress')).map(({ Properties }) => Properties);
      expect(rules.filter(({ ToPort }) => ToPort === 5432)).toMatchObject([{ SourceSecurityGroupId: expect.anything() }]);
    });
  });

  it('asks nothing of the other Region, so that either can be deployed while the other is gone', () => {
    for (const strategy of ['backup-and-restore', 'pilot-light', 'warm-standby', 'active-active'] as const) {
      for (const role of ['primary', 'secondary'] as const) {
        const text = JSON.stringify(region(role, strategy, { activated: true }).template.toJSON());
        expect(text).not.toMatch(/GetStackOutput|ImportValue|CrossRegionExport/);
      }
    }
  });

  it('copies secret, images and assets before anything happens', () => {
    const { template } = region('primary', 'warm-standby');
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      Name: 'shop/application',
      ReplicaRegions: [Match.objectLike({ Region: 'eu-central-1' })],
    });
    template.hasResourceProperties('AWS::ECR::ReplicationConfiguration', {
      ReplicationConfiguration: {
        Rules: [
          {
            Destinations: [{ Region: 'eu-central-1', RegistryId: { Ref: 'AWS::AccountId' } }],
            RepositoryFilters: [{ Filter: 'shop/' }],
          },
        ],
      },
    });
    template.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      ReplicationConfiguration: { Rules: [Match.objectLike({ Status: 'Enabled' })] },
    });
  });

  it.each(['primary', 'secondary'] as const)(
    'has a key, a repository, a bucket and a certificate of its own in the %s Region',
    (role) => {
      const { template } = region(role, 'backup-and-restore');
      template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
      template.hasResourceProperties('AWS::ECR::Repository', { RepositoryName: 'shop/web' });
      template.hasResourceProperties('AWS::CertificateManager::Certificate', { DomainName: 'www.shop.example' });
      expect(JSON.stringify(template.findResources('AWS::S3::Bucket'))).toContain(
        role === 'primary' ? '-eu-west-1' : '-eu-central-1',
      );
    },
  );

  it('moves users by records that look for a text, each made by its own Region', () => {
    for (const [role, Failover] of [
      ['primary', 'PRIMARY'],
      ['secondary', 'SECONDARY'],
    ] as const) {
      const { template } = region(role, 'warm-standby', { timers: { intervalSeconds: 30, unhealthyThreshold: 2 } });
      template.hasResourceProperties('AWS::Route53::RecordSet', {
        Name: 'www.shop.example.',
        Failover,
        SetIdentifier: `shop-${role}`,
        HealthCheckId: Match.anyValue(),
        AliasTarget: { EvaluateTargetHealth: true },
      });
      template.hasResourceProperties('AWS::Route53::HealthCheck', {
        HealthCheckConfig: {
          Type: 'HTTPS_STR_MATCH',
          ResourcePath: '/healthy',
          SearchString: 'ok',
          RequestInterval: 30,
          FailureThreshold: 2,
          Port: 443,
        },
      });
    }
  });

  it('lets both Regions of active-active answer who is near', () => {
    region('secondary', 'active-active').template.hasResourceProperties('AWS::Route53::RecordSet', {
      Region: 'eu-central-1',
      Failover: Match.absent(),
      HealthCheckId: Match.anyValue(),
    });
  });

  it('takes the image of its own Region', () => {
    const { template } = region('secondary', 'warm-standby', { imageTag: '2026-08-30' });
    expect(JSON.stringify(template.findResources('AWS::ECS::TaskDefinition'))).toContain(':2026-08-30');
  });

  it('says how long it takes', () => {
    expect(region('primary', 'active-active').recovery.recovery).toMatchObject({ recoveryTimeSeconds: 96, automatic: true });
  });

  it.each<[string, Partial<DisasterRecoveryProps>, string]>([
    [
      'an outage shorter than the strategy takes',
      { recoveryTimeSeconds: 60 },
      'recoveryTimeSeconds is 60; warm-standby takes 96 s',
    ],
    [
      'less lost data than copies of objects allow',
      { recoveryPointSeconds: 60 },
      'recoveryPointSeconds is 60; warm-standby can lose the latest 900 s',
    ],
    ['one Region', { secondaryRegion: 'eu-west-1' }, 'both Regions are eu-west-1'],
    [
      'a stack in another Region',
      { primaryRegion: 'us-east-1' },
      'the stack is in eu-west-1 and its role is primary; that is us-east-1',
    ],
    ['a name that cannot be used', { system: 'Shop One' }, 'system is "Shop One"'],
    ['a text that cannot be looked for', { healthCheck: { path: '/', contains: '' } }, 'healthCheck.contains has 0 characters'],
  ])('refuses %s', (_, changes, message) => {
    expect(() => region('primary', 'warm-standby', changes)).toThrow(message);
  });

  it.each(['primary', 'secondary'] as const)('looks as it did in the %s Region', (role) => {
    const lines = outline(region(role, 'warm-standby').template);
    expect(lines.filter((line) => line.includes(' Region') && !line.includes(' RegionNetwork'))).toMatchSnapshot();
  });
});
