import { Stack } from 'aws-cdk-lib';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { LoadBalancedService, ResilientCache, ResilientNetwork, SharedFiles } from '../../lib/constructs';
import type { MutationSuite } from './support/mutation';
import { idOf, idsOf, resourceOf } from './support/synthesize';

const GROUP = 'AWS::ElastiCache::ReplicationGroup';
const FILES = 'AWS::EFS::FileSystem';
const TARGET = 'AWS::EFS::MountTarget';

/** Two copies of a cache. */
export const resilientCache: MutationSuite = {
  construct: 'ResilientCache',
  survive: 'zone',
  build: (app) => {
    const stack = new Stack(app, 'shop');
    new ResilientCache(stack, 'Cache', { network: new ResilientNetwork(stack, 'Network') });
  },
  mutations: [
    {
      name: 'only the primary is left',
      breaks: (template) => {
        const { Properties } = resourceOf(template, GROUP);
        Properties.NumCacheClusters = 1;
        Properties.AutomaticFailoverEnabled = false;
        Properties.MultiAZEnabled = false;
        delete Properties.PreferredCacheClusterAZs;
      },
      names: (template) => idOf(template, GROUP),
    },
    {
      name: 'nobody takes over when the primary is lost',
      breaks: (template) => {
        resourceOf(template, GROUP).Properties.AutomaticFailoverEnabled = false;
      },
      names: (template) => idOf(template, GROUP),
    },
    {
      name: 'the copies may stand in one zone',
      breaks: (template) => {
        const { Properties } = resourceOf(template, GROUP);
        Properties.MultiAZEnabled = false;
        Properties.PreferredCacheClusterAZs = [Properties.PreferredCacheClusterAZs[0], Properties.PreferredCacheClusterAZs[0]];
      },
      names: (template) => idOf(template, GROUP),
    },
    {
      name: 'the subnet group has one zone',
      breaks: (template) => {
        const { SubnetIds } = resourceOf(template, 'AWS::ElastiCache::SubnetGroup').Properties;
        SubnetIds.splice(1);
        delete resourceOf(template, GROUP).Properties.PreferredCacheClusterAZs;
      },
      names: (template) => idOf(template, GROUP),
    },
  ],
};

/** Files that containers in every zone mount. */
export const sharedFiles: MutationSuite = {
  construct: 'SharedFiles',
  survive: 'zone',
  build: (app) => {
    const stack = new Stack(app, 'shop');
    const network = new ResilientNetwork(stack, 'Network');
    const files = new SharedFiles(stack, 'Files', { network });
    const image = ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29');
    const service = new LoadBalancedService(stack, 'Service', {
      network,
      pools: {
        web: { kind: 'containers', image, requiredCapacity: 2, mounts: { '/srv/images': files.folder('Images', '/images') } },
      },
    });
    files.allowFrom(service);
  },
  mutations: [
    {
      name: 'one mount target is left for all zones',
      breaks: (template) => {
        for (const id of idsOf(template, TARGET).slice(1)) delete template.Resources[id];
      },
      names: (template) => idOf(template, TARGET),
    },
    {
      name: 'the files are kept in one zone',
      breaks: (template) => {
        resourceOf(template, FILES).Properties.AvailabilityZoneName = { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] };
      },
      names: (template) => idOf(template, FILES),
    },
  ],
};
