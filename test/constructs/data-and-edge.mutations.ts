import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import {
  BackupPlan,
  CachedFrontDoor,
  GeographicSplit,
  LoadBalancedService,
  ResilientDatabase,
  ResilientNetwork,
} from '../../lib/constructs';
import { aSite } from '../support/sites';
import type { MutationSuite } from './support/mutation';
import { idOf, idsOf, type Resource, resourceOf } from './support/synthesize';

const CLUSTER = 'AWS::RDS::DBCluster';
const PLAN = 'AWS::Backup::BackupPlan';
const TABLE = 'AWS::DynamoDB::GlobalTable';
const RECORD = 'AWS::Route53::RecordSet';
const DISTRIBUTION = 'AWS::CloudFront::Distribution';
const site = (_: Resource, id: string) => id.includes('Site');

/** A writer and two readable standbys. */
export const multiAzCluster: MutationSuite = {
  construct: 'ResilientDatabase of a Multi-AZ cluster',
  survive: 'zone',
  build: (app) => {
    const stack = new Stack(app, 'shop');
    new ResilientDatabase(stack, 'Database', { kind: 'multi-az-cluster', network: new ResilientNetwork(stack, 'Network') });
  },
  mutations: [
    {
      name: 'the cluster has no instances',
      breaks: (template) => {
        delete resourceOf(template, CLUSTER).Properties.DBClusterInstanceClass;
      },
      names: (template) => idOf(template, CLUSTER),
    },
    {
      name: 'the subnets of the cluster are in one zone',
      breaks: (template) => {
        resourceOf(template, 'AWS::RDS::DBSubnetGroup').Properties.SubnetIds.splice(1);
      },
      names: (template) => idOf(template, CLUSTER),
    },
  ],
};

/** A table with backups elsewhere. */
export const backupPlan: MutationSuite = {
  construct: 'BackupPlan',
  survive: 'zone',
  build: (app) => {
    const stack = new Stack(app, 'shop', { env: { region: 'eu-west-1' } });
    const table = new ResilientDatabase(stack, 'Carts', { kind: 'dynamodb' });
    new BackupPlan(stack, 'Backups', { resources: [table], copyTo: [{ region: 'eu-central-1', vaultName: 'copies' }] });
  },
  mutations: [
    {
      name: 'copies stay in the Region',
      pack: 'settings',
      breaks: (template) => {
        delete resourceOf(template, PLAN).Properties.BackupPlan.BackupPlanRule[0].CopyActions;
      },
      names: (template) => idOf(template, PLAN),
    },
    {
      name: 'nothing is backed up, and nothing can be put back',
      pack: 'settings',
      breaks: (template) => {
        delete template.Resources[idOf(template, 'AWS::Backup::BackupSelection')];
        for (const replica of resourceOf(template, TABLE).Properties.Replicas) delete replica.PointInTimeRecoverySpecification;
      },
      names: (template) => idOf(template, TABLE),
    },
  ],
};

/** Pages from two Regions. */
export const cachedFrontDoor: MutationSuite = {
  construct: 'CachedFrontDoor',
  survive: 'region',
  build: (app) => {
    const balancer = (region: string) => {
      const stack = new Stack(app, region, { env: { region } });
      const network = new ResilientNetwork(stack, 'Network');
      const pools = { web: { kind: 'fleet', requiredCapacity: 2 } } as const;
      return { stack, address: new LoadBalancedService(stack, 'Service', { network, pools }).loadBalancer.loadBalancerDnsName };
    };
    const one = balancer('eu-west-1');
    const two = balancer('eu-central-1');
    new CfnOutput(one.stack, 'Address', { value: one.address });
    new CachedFrontDoor(two.stack, 'Cache', { origins: [two.address, Fn.getStackOutput('eu-west-1', 'Address', 'eu-west-1')] });
  },
  mutations: [
    {
      name: 'all pages come from the first origin',
      breaks: (_, all) => {
        const { DistributionConfig } = resourceOf(all['eu-central-1'] ?? { Resources: {} }, DISTRIBUTION).Properties;
        DistributionConfig.DefaultCacheBehavior.TargetOriginId = DistributionConfig.Origins[0].Id;
        delete DistributionConfig.OriginGroups;
      },
      names: (_, all) => idOf(all['eu-central-1'] ?? { Resources: {} }, 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
    },
    {
      name: 'the behaviour goes past the group',
      breaks: (_, all) => {
        const { DistributionConfig } = resourceOf(all['eu-central-1'] ?? { Resources: {} }, DISTRIBUTION).Properties;
        DistributionConfig.DefaultCacheBehavior.TargetOriginId = DistributionConfig.Origins[1].Id;
      },
      names: (_, all) => idOf(all['eu-west-1'] ?? { Resources: {} }, 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
    },
    {
      name: 'the second origin is the first once more',
      breaks: (_, all) => {
        const { DistributionConfig } = resourceOf(all['eu-central-1'] ?? { Resources: {} }, DISTRIBUTION).Properties;
        DistributionConfig.Origins[1].DomainName = DistributionConfig.Origins[0].DomainName;
      },
      names: (_, all) => idOf(all['eu-central-1'] ?? { Resources: {} }, 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
    },
  ],
};

/** People at home from the site, everybody else from the cloud. */
export const geographicSplit: MutationSuite = {
  construct: 'GeographicSplit',
  survive: 'zone',
  notProvenYet: 'a site outside the template is not declared to nospof',
  build: (app) => {
    const stack = new Stack(app, 'shop');
    const network = new ResilientNetwork(stack, 'Network');
    const service = new LoadBalancedService(stack, 'Service', {
      network,
      pools: { web: { kind: 'fleet', requiredCapacity: 2 } },
    });
    new GeographicSplit(stack, 'Geography', {
      site: aSite(),
      service,
      zone: new PublicHostedZone(stack, 'Zone', { zoneName: 'shop.example' }),
      domesticCountry: 'KR',
      healthCheck: { kind: 'content', path: '/healthy', contains: 'serving', tls: true },
    });
  },
  mutations: [
    {
      name: 'nothing looks at a gateway of the site',
      breaks: (template) => {
        const [first = ''] = idsOf(template, RECORD, site);
        delete (template.Resources[first] as Resource).Properties.HealthCheckId;
      },
      names: (template) => idsOf(template, RECORD, site)[0] ?? '',
    },
    {
      name: 'people at home stay with a site that is gone',
      breaks: (template) => {
        const [domestic = ''] = idsOf(template, RECORD, (_, id) => id.includes('Domestic'));
        (template.Resources[domestic] as Resource).Properties.AliasTarget.EvaluateTargetHealth = false;
      },
      names: (template) => idOf(template, RECORD, (_, id) => id.includes('Domestic')),
    },
  ],
};
