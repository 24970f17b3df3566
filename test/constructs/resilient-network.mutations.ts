import { Stack } from 'aws-cdk-lib';
import { LoadBalancedService, ResilientNetwork } from '../../lib/constructs';
import type { MutationSuite } from './support/mutation';
import { idOf, idsOf, type Resource, resourceOf, type TemplateJson } from './support/synthesize';

const subnetsOf = (template: TemplateJson, tier: string) =>
  idsOf(template, 'AWS::EC2::Subnet', (_, id) => id.includes(`${tier}Subnet`));
const defaultRouteOf = (tier: string, zone: number) => (_: Resource, id: string) =>
  id.includes(`${tier}Subnet${zone}DefaultRoute`);
const nats = (template: TemplateJson) => idsOf(template, 'AWS::EC2::NatGateway');
const subnet = (template: TemplateJson, tier: string, index: number) =>
  template.Resources[subnetsOf(template, tier)[index] ?? ''] as Resource;

/** A network with something in it that uses every way out. */
export const resilientNetwork: MutationSuite = {
  construct: 'ResilientNetwork',
  survive: 'zone',
  build: (app) => {
    const stack = new Stack(app, 'shop');
    const network = new ResilientNetwork(stack, 'Network', { interfaceEndpoints: ['secretsmanager'] });
    new LoadBalancedService(stack, 'Service', { network, pools: { web: { kind: 'fleet', requiredCapacity: 2 } } });
  },
  mutations: [
    {
      name: 'the second zone goes out through the NAT gateway of the first',
      breaks: (template) => {
        resourceOf(template, 'AWS::EC2::Route', defaultRouteOf('private', 2)).Properties.NatGatewayId = {
          Ref: nats(template)[0],
        };
      },
      names: (template) => nats(template)[0] ?? '',
    },
    {
      name: 'only the third NAT gateway is left and carries every zone',
      breaks: (template) => {
        const [first = '', second = '', third = ''] = nats(template);
        delete template.Resources[first];
        delete template.Resources[second];
        for (const zone of [1, 2]) {
          resourceOf(template, 'AWS::EC2::Route', defaultRouteOf('private', zone)).Properties.NatGatewayId = { Ref: third };
        }
      },
      names: (template) => idOf(template, 'AWS::EC2::NatGateway'),
    },
    {
      name: 'all NAT gateways stand in the subnet of the first zone',
      breaks: (template) => {
        const [first] = subnetsOf(template, 'public');
        for (const id of nats(template)) (template.Resources[id] as Resource).Properties.SubnetId = { Ref: first };
      },
      names: (template) => nats(template)[0] ?? '',
    },
    {
      name: 'all private subnets are in the first zone',
      breaks: (template) => {
        const { AvailabilityZone } = subnet(template, 'private', 0).Properties;
        for (const index of [1, 2]) subnet(template, 'private', index).Properties.AvailabilityZone = AvailabilityZone;
      },
      names: (template) => idOf(template, 'AWS::AutoScaling::AutoScalingGroup'),
    },
    {
      name: 'all public subnets are in the first zone',
      breaks: (template) => {
        const { AvailabilityZone } = subnet(template, 'public', 0).Properties;
        for (const index of [1, 2]) subnet(template, 'public', index).Properties.AvailabilityZone = AvailabilityZone;
      },
      names: (template) => idOf(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
    },
    {
      name: 'the interface endpoint has a leg in one zone only',
      breaks: (template) => {
        const endpoint = resourceOf(
          template,
          'AWS::EC2::VPCEndpoint',
          ({ Properties }) => Properties.VpcEndpointType === 'Interface',
        );
        endpoint.Properties.SubnetIds = endpoint.Properties.SubnetIds.slice(0, 1);
      },
      names: (template) =>
        idOf(template, 'AWS::EC2::VPCEndpoint', ({ Properties }) => Properties.VpcEndpointType === 'Interface'),
    },
  ],
};
