import { Match } from 'aws-cdk-lib/assertions';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { LoadBalancedService, ResilientNetwork, SharedFiles, type SharedFilesProps } from '../../lib/constructs';
import { outline, synthesize } from './support/synthesize';

const withFiles = (props: Omit<SharedFilesProps, 'network'> = {}, zones = 3) =>
  synthesize(
    (stack) => void new SharedFiles(stack, 'Files', { network: new ResilientNetwork(stack, 'Network', { zones }), ...props }),
  );

describe('SharedFiles', () => {
  it.each([2, 3])('has a mount target in each of %i zones', (zones) => {
    const template = withFiles({}, zones);
    const subnets = Object.values(template.findResources('AWS::EFS::MountTarget')).map(
      ({ Properties }) => Properties.SubnetId.Ref,
    );
    expect(new Set(subnets).size).toBe(zones);
  });

  it('is kept in three zones, encrypted, backed up, and outlives its stack', () => {
    withFiles().hasResource('AWS::EFS::FileSystem', {
      DeletionPolicy: 'Retain',
      Properties: {
        Encrypted: true,
        BackupPolicy: { Status: 'ENABLED' },
        AvailabilityZoneName: Match.absent(),
        ThroughputMode: 'elastic',
      },
    });
  });

  it('can keep a copy in another Region', () => {
    withFiles({ replicaRegion: 'eu-central-1' }).hasResourceProperties('AWS::EFS::FileSystem', {
      ReplicationConfiguration: { Destinations: [{ Region: 'eu-central-1' }] },
    });
  });

  it('is mounted by containers over TLS, as an owner of its own', () => {
    const template = synthesize((stack) => {
      const network = new ResilientNetwork(stack, 'Network');
      const files = new SharedFiles(stack, 'Files', { network });
      const image = ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29');
      const service = new LoadBalancedService(stack, 'Service', {
        network,
        pools: {
          web: { kind: 'containers', image, requiredCapacity: 1, mounts: { '/srv/images': files.folder('Images', '/images') } },
        },
      });
      files.allowFrom(service);
    });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      Volumes: [{ EFSVolumeConfiguration: { TransitEncryption: 'ENABLED', AuthorizationConfig: { IAM: 'ENABLED' } } }],
      ContainerDefinitions: [Match.objectLike({ MountPoints: [{ ContainerPath: '/srv/images', ReadOnly: false }] })],
    });
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { FromPort: 2049 });
  });

  it('refuses a network without isolated subnets', () => {
    expect(() =>
      synthesize((stack) => {
        const network = new ResilientNetwork(stack, 'Network', { tiers: ['public', 'private'] });
        new SharedFiles(stack, 'Files', { network });
      }),
    ).toThrow('mount targets stand in isolated subnets');
  });

  it('looks as it did', () => {
    expect(outline(withFiles()).filter((line) => line.includes(' Files'))).toMatchSnapshot();
  });
});
