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

  it('copies secret, images and assets before anything happens', () => {
    const { template } = region('primary', 'warm-standby');
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      Name: 'shop/application',
      ReplicaRegions: [{ Region: 'eu-central-1' }],
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
