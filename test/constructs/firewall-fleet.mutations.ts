import { Stack } from 'aws-cdk-lib';
import { FirewallFleet, LoadBalancedService, ResilientNetwork } from '../../lib/constructs';
import type { MutationSuite } from './support/mutation';
import { idOf, idsOf, type Resource, resourceOf, type TemplateJson } from './support/synthesize';

const GROUP = 'AWS::AutoScaling::AutoScalingGroup';
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const TARGETS = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const ofFirewalls = (_: Resource, id: string) => id.startsWith('Firewalls');
const endpoints = (template: TemplateJson) => idsOf(template, 'AWS::EC2::VPCEndpoint', ofFirewalls);

function setAttribute(resource: Resource, key: string, value: string): void {
  const list: { Key: string; Value: string }[] =
    resource.Properties.TargetGroupAttributes ?? resource.Properties.LoadBalancerAttributes;
  for (const attribute of list) if (attribute.Key === key) attribute.Value = value;
}

/** Firewalls in front of a web service. */
export const firewallFleet: MutationSuite = {
  construct: 'FirewallFleet',
  survive: 'zone',
  build: (app) => {
    const stack = new Stack(app, 'shop');
    const network = new ResilientNetwork(stack, 'Network', { tiers: ['public', 'private', 'isolated', 'firewall'] });
    new FirewallFleet(stack, 'Firewalls', { network, appliances: { requiredCapacity: 2 } });
    new LoadBalancedService(stack, 'Service', { network, pools: { web: { kind: 'fleet', requiredCapacity: 2 } } });
  },
  mutations: [
    {
      name: 'the appliances stand in one zone only',
      breaks: (template) => {
        resourceOf(template, GROUP, ofFirewalls).Properties.VPCZoneIdentifier.splice(1);
      },
      names: (template) => idOf(template, GROUP, ofFirewalls),
    },
    {
      name: 'the appliances may shrink to one',
      breaks: (template) => {
        resourceOf(template, GROUP, ofFirewalls).Properties.MinSize = '1';
      },
      names: (template) => idOf(template, GROUP, ofFirewalls),
    },
    {
      name: 'the appliances that a lost zone leaves are too few',
      breaks: (template) => {
        resourceOf(template, GROUP, ofFirewalls).Properties.MinSize = '2';
      },
      names: (template) => idOf(template, GROUP, ofFirewalls),
    },
    {
      name: 'the gateway balancer stands in one zone only',
      breaks: (template) => {
        resourceOf(template, BALANCER, ofFirewalls).Properties.Subnets.splice(1);
      },
      names: (template) => idOf(template, BALANCER, ofFirewalls),
    },
    {
      name: 'all zones leave through the endpoint of the first',
      breaks: (template) => {
        const [first] = endpoints(template);
        for (const id of idsOf(template, 'AWS::EC2::Route', ({ Properties }) => 'VpcEndpointId' in Properties)) {
          (template.Resources[id] as Resource).Properties.VpcEndpointId = { Ref: first };
        }
      },
      names: (template) => endpoints(template)[0] ?? '',
    },
    {
      name: 'all endpoints stand in the first zone',
      breaks: (template) => {
        const [first = '', ...others] = endpoints(template);
        const { SubnetIds } = (template.Resources[first] as Resource).Properties;
        for (const id of others) (template.Resources[id] as Resource).Properties.SubnetIds = SubnetIds;
      },
      names: (template) => endpoints(template)[0] ?? '',
    },
    {
      name: 'flows stay with an appliance that is gone',
      breaks: (template) => {
        const targets = resourceOf(template, TARGETS, ofFirewalls);
        setAttribute(targets, 'target_failover.on_unhealthy', 'no_rebalance');
        setAttribute(targets, 'target_failover.on_deregistration', 'no_rebalance');
      },
      names: (template) => idOf(template, TARGETS, ofFirewalls),
    },
    {
      name: 'each endpoint reaches only the one appliance of its zone',
      breaks: (template) => {
        setAttribute(resourceOf(template, BALANCER, ofFirewalls), 'load_balancing.cross_zone.enabled', 'false');
      },
      names: (template) => idOf(template, BALANCER, ofFirewalls),
    },
  ],
};
