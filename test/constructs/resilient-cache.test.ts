import { Match } from 'aws-cdk-lib/assertions';
import { Connections, Peer, Port } from 'aws-cdk-lib/aws-ec2';
import { ResilientCache, type ResilientCacheProps, ResilientNetwork } from '../../lib/constructs';
import { outline, synthesize } from './support/synthesize';

const withCache = (props: Omit<ResilientCacheProps, 'network'> = {}, use?: (cache: ResilientCache) => void) =>
  synthesize((stack) => {
    const cache = new ResilientCache(stack, 'Cache', { network: new ResilientNetwork(stack, 'Network'), ...props });
    use?.(cache);
  });
const zone = (index: number) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] });

describe('ResilientCache', () => {
  it('has copies in different zones that take over by themselves', () => {
    withCache({ copies: 3 }).hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
      Engine: 'valkey',
      AutomaticFailoverEnabled: true,
      MultiAZEnabled: true,
      NumCacheClusters: 3,
      PreferredCacheClusterAZs: [zone(0), zone(1), zone(2)],
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
      SnapshotRetentionLimit: 7,
    });
  });

  it('keeps every shard in as many copies', () => {
    withCache({ engine: 'redis', copies: 3, shards: 4 }).hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
      Engine: 'redis',
      NumNodeGroups: 4,
      ReplicasPerNodeGroup: 2,
      NumCacheClusters: Match.absent(),
    });
  });

  it('has a password that is not in the template, and lets in whom it is told to', () => {
    const template = withCache({}, (cache) =>
      cache.allowFrom(new Connections({ peer: Peer.ipv4('10.0.0.0/20'), defaultPort: Port.tcp(1) })),
    );
    expect(JSON.stringify(template.findResources('AWS::ElastiCache::ReplicationGroup'))).toContain('{{resolve:secretsmanager:');
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [Match.objectLike({ CidrIp: '10.0.0.0/20', FromPort: 6379 })],
    });
  });

  it.each<[string, Omit<ResilientCacheProps, 'network'>, string]>([
    ['a single copy', { copies: 1 }, 'copies is 1;'],
    ['seven copies', { copies: 7 }, 'copies is 7;'],
    ['no shard', { shards: 0 }, 'shards is 0;'],
    ['no snapshots', { snapshotDays: 0 }, 'snapshotDays is 0;'],
  ])('refuses %s', (_, props, message) => {
    expect(() => withCache(props)).toThrow(message);
  });

  it('refuses a network without isolated subnets', () => {
    expect(() =>
      synthesize((stack) => {
        const network = new ResilientNetwork(stack, 'Network', { tiers: ['public', 'private'] });
        new ResilientCache(stack, 'Cache', { network });
      }),
    ).toThrow('a cache stands in isolated subnets');
  });

  it('looks as it did', () => {
    expect(outline(withCache()).filter((line) => line.includes(' Cache'))).toMatchSnapshot();
  });
});
