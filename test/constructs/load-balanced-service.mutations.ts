import { Stack } from 'aws-cdk-lib';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { LoadBalancedService, ResilientNetwork } from '../../lib/constructs';
import type { MutationSuite } from './support/mutation';
import { idOf, resourceOf } from './support/synthesize';

const GROUP = 'AWS::AutoScaling::AutoScalingGroup';
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const TARGETS = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const SERVICE = 'AWS::ECS::Service';
const SCALING = 'AWS::ApplicationAutoScaling::ScalableTarget';

/** Instances behind an application balancer. */
export const fleetService: MutationSuite = {
  construct: 'LoadBalancedService with a fleet',
  survive: 'zone',
  build: (app) => {
    const stack = new Stack(app, 'shop');
    const network = new ResilientNetwork(stack, 'Network');
    new LoadBalancedService(stack, 'Service', { network, pools: { web: { kind: 'fleet', requiredCapacity: 2 } } });
  },
  mutations: [
    {
      name: 'the group has a subnet in one zone only',
      breaks: (template) => {
        const { Properties } = resourceOf(template, GROUP);
        Properties.VPCZoneIdentifier = Properties.VPCZoneIdentifier.slice(0, 1);
      },
      names: (template) => idOf(template, GROUP),
    },
    {
      name: 'the group may shrink to one instance',
      breaks: (template) => {
        resourceOf(template, GROUP).Properties.MinSize = '1';
      },
      names: (template) => idOf(template, GROUP),
    },
    {
      name: 'the group may shrink to none',
      breaks: (template) => {
        resourceOf(template, GROUP).Properties.MinSize = '0';
      },
      names: (template) => idOf(template, GROUP),
    },
    {
      name: 'a schedule takes the group to one instance at night',
      breaks: (template) => {
        template.Resources.Night = {
          Type: 'AWS::AutoScaling::ScheduledAction',
          Properties: {
            AutoScalingGroupName: { Ref: idOf(template, GROUP) },
            MinSize: 1,
            DesiredCapacity: 1,
            Recurrence: '0 22 * * *',
          },
        };
      },
      names: (template) => idOf(template, GROUP),
    },
    {
      name: 'the floor leaves one instance of the two required ones when a zone is lost',
      breaks: (template) => {
        resourceOf(template, GROUP).Properties.MinSize = '2';
      },
      names: (template) => idOf(template, GROUP),
    },
    {
      name: 'two zones are left to a floor that was made for three',
      breaks: (template) => {
        const { Properties } = resourceOf(template, GROUP);
        Properties.VPCZoneIdentifier = Properties.VPCZoneIdentifier.slice(0, 2);
      },
      names: (template) => idOf(template, GROUP),
    },
    {
      name: 'the group does not listen to the health check of the balancer',
      breaks: (template) => {
        resourceOf(template, GROUP).Properties.HealthCheckType = 'EC2';
      },
      names: (template) => idOf(template, GROUP),
    },
    {
      name: 'the balancer has a node in one zone only',
      breaks: (template) => {
        const { Properties } = resourceOf(template, BALANCER);
        Properties.Subnets = Properties.Subnets.slice(0, 1);
      },
      names: (template) => idOf(template, BALANCER),
    },
    {
      name: 'the health check takes client errors for healthy',
      breaks: (template) => {
        resourceOf(template, TARGETS).Properties.Matcher.HttpCode = '200-499';
      },
      names: (template) => idOf(template, TARGETS),
    },
  ],
};

/** Containers behind a network balancer. */
export const containerService: MutationSuite = {
  construct: 'LoadBalancedService with containers',
  survive: 'zone',
  build: (app) => {
    const stack = new Stack(app, 'shop');
    const network = new ResilientNetwork(stack, 'Network', { zones: 2 });
    new LoadBalancedService(stack, 'Service', {
      network,
      balancer: 'network',
      pools: {
        web: { kind: 'containers', requiredCapacity: 2, image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29') },
      },
      healthCheck: { kind: 'http', path: '/' },
    });
  },
  mutations: [
    {
      name: 'the service runs in one zone only',
      breaks: (template) => {
        const { Subnets } = resourceOf(template, SERVICE).Properties.NetworkConfiguration.AwsvpcConfiguration;
        Subnets.splice(1);
      },
      names: (template) => idOf(template, SERVICE),
    },
    {
      name: 'scaling may leave one task',
      breaks: (template) => {
        resourceOf(template, SCALING).Properties.MinCapacity = 1;
      },
      names: (template) => idOf(template, SERVICE),
    },
    {
      name: 'scaling may leave three tasks of which a zone takes two',
      breaks: (template) => {
        resourceOf(template, SCALING).Properties.MinCapacity = 3;
      },
      names: (template) => idOf(template, SERVICE),
    },
    {
      name: 'nothing raises the one task that a service starts with',
      breaks: (template) => {
        delete template.Resources[idOf(template, 'AWS::ApplicationAutoScaling::ScalingPolicy')];
        delete template.Resources[idOf(template, SCALING)];
      },
      names: (template) => idOf(template, SERVICE),
    },
    {
      name: 'a deployment may stop all tasks',
      breaks: (template) => {
        resourceOf(template, SERVICE).Properties.DeploymentConfiguration.MinimumHealthyPercent = 0;
      },
      names: (template) => idOf(template, SERVICE),
    },
    {
      name: 'the balancer has a node in one zone only',
      breaks: (template) => {
        const { Properties } = resourceOf(template, BALANCER);
        Properties.Subnets = Properties.Subnets.slice(0, 1);
      },
      names: (template) => idOf(template, BALANCER),
    },
    {
      name: 'the health check opens the port of an HTTP service and asks nothing',
      breaks: (template) => {
        const { Properties } = resourceOf(template, TARGETS);
        Properties.HealthCheckProtocol = 'TCP';
        delete Properties.HealthCheckPath;
        delete Properties.Matcher;
        Properties.Port = 80;
      },
      names: (template) => idOf(template, TARGETS),
    },
  ],
};
