import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import { GeographicSplit, HybridNetwork, LoadBalancedService, ResilientNetwork, TierSplit } from '../lib/constructs';
import { HEADQUARTERS } from './sites/headquarters';

export interface HybridSplitProps extends StackProps {
  /**
   * What decides where something is served: what its data is, or where people are.
   * @default - context value `split`, or classification
   */
  readonly split?: 'classification' | 'geography';
}

/**
 * A shop in two places. By classification: pages that everybody may see run in the cloud and scale there, orders and
 * the ledger stay on the site. By geography: people at home are served by the site, everybody else by the cloud.
 */
export class HybridSplit extends Stack {
  constructor(scope: Construct, id: string, props: HybridSplitProps = {}) {
    super(scope, id, { description: 'nospof: tiers placed by what their data is, or by where people are', ...props });
    const site = HEADQUARTERS;
    const network = new ResilientNetwork(this, 'Network', {
      tiers: ['public', 'private', 'transit'],
      routedTo: { [site.name]: site.cidr },
    });
    new HybridNetwork(this, 'Hybrid', { network, site });
    const split = new TierSplit(this, 'Tiers', {
      site,
      tiers: [
        { name: 'pages', classification: 'public', asks: ['orders'] },
        { name: 'orders', classification: 'internal', asks: ['ledger'] },
        { name: 'ledger', classification: 'confidential' },
      ],
    });
    const service = new LoadBalancedService(this, 'Pages', {
      network,
      pools: {
        pages: {
          kind: 'containers',
          image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29'),
          requiredCapacity: 2,
          environment: { ORDERS: split.addressesOf('orders').join(',') },
        },
      },
    });
    if ((props.split ?? this.node.tryGetContext('split')) === 'geography') {
      new GeographicSplit(this, 'Geography', {
        site,
        service,
        zone: new PublicHostedZone(this, 'Zone', { zoneName: String(this.node.tryGetContext('zoneName') ?? 'shop.example') }),
        domesticCountry: 'KR',
        healthCheck: { kind: 'content', path: '/healthy', contains: 'serving', tls: true },
      });
    }
    for (const { name, classification, place } of split.tiers) {
      new CfnOutput(this, `Tier${name}`, { value: place, description: `${name} holds ${classification} data` });
    }
  }
}
