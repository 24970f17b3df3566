import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { ContainerImage, Secret } from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { LoadBalancedService, ResilientCache, ResilientDatabase, ResilientNetwork, SharedFiles } from '../lib/constructs';

export interface ContainerServiceProps extends StackProps {
  /**
   * Zones, 2 to 6.
   * @default - context value `zones`, or 3
   */
  readonly zones?: number;
  /**
   * Image of both microservices; pulled from a registry that a container may reach.
   * @default - context value `image`, or a public web server
   */
  readonly image?: string;
}

/**
 * Two microservices as containers behind one balancer that weighs them, with everything that keeps state: a Multi-AZ
 * database, a cache, and shared files. Survives the loss of any one zone.
 */
export class ContainerService extends Stack {
  constructor(scope: Construct, id: string, props: ContainerServiceProps = {}) {
    super(scope, id, { description: 'nospof: containers, cache, files and a database that survive a zone', ...props });
    const network = new ResilientNetwork(this, 'Network', {
      zones: props.zones ?? Number(this.node.tryGetContext('zones') ?? 3),
      egress: 'regional-nat',
    });
    const database = new ResilientDatabase(this, 'Database', { kind: 'multi-az', network, databaseName: 'shop' });
    const cache = new ResilientCache(this, 'Cache', { network });
    const files = new SharedFiles(this, 'Files', { network });
    const image = ContainerImage.fromRegistry(
      props.image ?? String(this.node.tryGetContext('image') ?? 'public.ecr.aws/nginx/nginx:1.29'),
    );
    const service = new LoadBalancedService(this, 'Service', {
      network,
      algorithm: 'weighted-round-robin',
      pools: {
        catalog: {
          kind: 'containers',
          image,
          requiredCapacity: 4,
          environment: {
            CACHE_HOST: cache.endpoint,
            DATABASE_HOST: database.endpoint ?? '',
          },
          secrets: { CACHE_PASSWORD: Secret.fromSecretsManager(cache.secret) },
          mounts: { '/srv/images': files.folder('Images', '/images') },
        },
        preview: { kind: 'containers', image, requiredCapacity: 1, environment: { CACHE_HOST: cache.endpoint } },
      },
      // The next version gets one request in twenty.
      services: [
        {
          port: 80,
          members: [
            { name: 'catalog', port: 80, weight: 19 },
            { name: 'preview', port: 80, weight: 1 },
          ],
        },
      ],
    });
    for (const store of [database, cache, files]) store.allowFrom(service);
    new CfnOutput(this, 'Address', { value: service.loadBalancer.loadBalancerDnsName, description: 'open this in a browser' });
  }
}
