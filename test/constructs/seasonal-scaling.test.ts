import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import {
  LoadBalancedService,
  type Pool,
  ResilientNetwork,
  type Season,
  SeasonalScaling,
  type SeasonalScalingProps,
} from '../../lib/constructs';
import { synthesize } from './support/synthesize';

const fleet: Pool = { kind: 'fleet', requiredCapacity: 2 };
const term: Season = { name: 'first term', from: '03-02', to: '07-15', floor: 12, ceiling: 60 };
const withSeasons = (props: Partial<SeasonalScalingProps> = {}, pools: Readonly<Record<string, Pool>> = { web: fleet }) =>
  synthesize((stack) => {
    const network = new ResilientNetwork(stack, 'Network');
    const service = new LoadBalancedService(stack, 'Service', { network, pools });
    new SeasonalScaling(stack, 'Calendar', { service, seasons: [term], ...props });
  });

describe('SeasonalScaling', () => {
  it('raises a group when a season starts and puts it back when it has ended', () => {
    const template = withSeasons({ timeZone: 'Asia/Seoul' });
    template.resourceCountIs('AWS::AutoScaling::ScheduledAction', 2);
    template.hasResourceProperties('AWS::AutoScaling::ScheduledAction', {
      MinSize: 12,
      MaxSize: 60,
      Recurrence: '0 0 2 3 *',
      TimeZone: 'Asia/Seoul',
    });
    template.hasResourceProperties('AWS::AutoScaling::ScheduledAction', { MinSize: 3, MaxSize: 6, Recurrence: '0 0 16 7 *' });
  });

  it('does the same for containers', () => {
    const pool: Pool = {
      kind: 'containers',
      requiredCapacity: 2,
      image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29'),
    };
    withSeasons({}, { site: pool }).hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', {
      MinCapacity: 3,
      ScheduledActions: [
        { Schedule: 'cron(0 0 2 3 ? *)', ScalableTargetAction: { MinCapacity: 12, MaxCapacity: 60 }, Timezone: 'Etc/UTC' },
        { Schedule: 'cron(0 0 16 7 ? *)', ScalableTargetAction: { MinCapacity: 3, MaxCapacity: 6 } },
      ],
    });
  });

  it('refuses a vacation that would take the redundancy away, with the numbers', () => {
    expect(() => withSeasons({ seasons: [{ ...term, name: 'vacation', floor: 1 }] })).toThrow(
      'floor of season vacation is 1; a whole number of at least 3 is expected, because 2 required units over 3 zones need 3 to survive the loss of a zone; raise it to 3',
    );
  });

  it('wants to know which pool when there are several', () => {
    expect(() => withSeasons({}, { web: fleet, api: fleet })).toThrow('pool is not given; the pools of the service are web, api');
    expect(() => withSeasons({ pool: 'mail' })).toThrow('pool is mail; the pools of the service are web');
    expect(() => withSeasons({ pool: 'api' }, { web: fleet, api: fleet })).not.toThrow();
  });
});
