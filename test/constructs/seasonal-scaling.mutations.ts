import { Stack } from 'aws-cdk-lib';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { LoadBalancedService, ResilientNetwork, SeasonalScaling } from '../../lib/constructs';
import type { MutationSuite } from './support/mutation';
import { idOf, resourceOf } from './support/synthesize';

const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';
const SERVICE = 'AWS::ECS::Service';

/** Containers that follow a calendar. */
export const seasonalScaling: MutationSuite = {
  construct: 'SeasonalScaling',
  survive: 'zone',
  build: (app) => {
    const stack = new Stack(app, 'shop');
    const service = new LoadBalancedService(stack, 'Service', {
      network: new ResilientNetwork(stack, 'Network'),
      pools: {
        site: { kind: 'containers', requiredCapacity: 2, image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29') },
      },
    });
    new SeasonalScaling(stack, 'Calendar', {
      service,
      seasons: [{ name: 'term', from: '03-02', to: '07-15', floor: 12, ceiling: 60 }],
    });
  },
  mutations: [
    {
      name: 'one task is left when a season ends',
      breaks: (template) => {
        resourceOf(template, TARGET).Properties.ScheduledActions[1].ScalableTargetAction.MinCapacity = 1;
      },
      names: (template) => idOf(template, SERVICE),
    },
    {
      name: 'a season starts with less than the loss of a zone needs',
      breaks: (template) => {
        resourceOf(template, TARGET).Properties.ScheduledActions[0].ScalableTargetAction.MinCapacity = 2;
      },
      names: (template) => idOf(template, SERVICE),
    },
    {
      name: 'the ceiling of a season is below what the loss of a zone needs',
      breaks: (template) => {
        const { ScalableTargetAction } = resourceOf(template, TARGET).Properties.ScheduledActions[0];
        ScalableTargetAction.MinCapacity = 1;
        ScalableTargetAction.MaxCapacity = 1;
      },
      names: (template) => idOf(template, SERVICE),
    },
  ],
};
