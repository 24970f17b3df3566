import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { LoadBalancedService, ResilientDatabase, ResilientNetwork, SeasonalScaling } from '../lib/constructs';

export interface SeasonalSiteProps extends StackProps {
  /**
   * Image of the site.
   * @default - context value `image`, or a public web server
   */
  readonly image?: string;
}

/**
 * A site for teachers: busy in the terms, nearly idle in the vacations. Floors follow the calendar, the load decides
 * above them, and no vacation takes away what the loss of a zone needs.
 */
export class SeasonalSite extends Stack {
  /** Where the calendar and the size come together. */
  readonly scaling: SeasonalScaling;

  constructor(scope: Construct, id: string, props: SeasonalSiteProps = {}) {
    super(scope, id, { description: 'nospof: capacity that follows the seasons, never below the redundant floor', ...props });
    const network = new ResilientNetwork(this, 'Network');
    const image = ContainerImage.fromRegistry(
      props.image ?? String(this.node.tryGetContext('image') ?? 'public.ecr.aws/nginx/nginx:1.29'),
    );
    const members = new ResilientDatabase(this, 'Members', { kind: 'dynamodb', partitionKey: 'member' });
    const service = new LoadBalancedService(this, 'Service', {
      network,
      pools: {
        site: {
          kind: 'containers',
          image,
          requiredCapacity: 2,
          environment: { MEMBERS: members.table?.tableName ?? '' },
          maxCapacity: 30,
        },
      },
      algorithm: 'least-connections',
    });
    const role = service.pools.site?.role;
    if (role !== undefined) members.table?.grantReadWriteData(role);
    this.scaling = new SeasonalScaling(this, 'Calendar', {
      service,
      timeZone: 'Asia/Seoul',
      seasons: [
        { name: 'first term', from: '03-02', to: '07-15', floor: 12, ceiling: 60 },
        { name: 'second term', from: '08-25', to: '12-31', floor: 12, ceiling: 60 },
      ],
    });
    new CfnOutput(this, 'Address', { value: service.loadBalancer.loadBalancerDnsName, description: 'open this in a browser' });
  }
}
