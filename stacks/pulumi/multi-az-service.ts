import { Config, interpolate, type Output } from '@pulumi/pulumi';
import { LoadBalancedService, ResilientDatabase, ResilientNetwork } from '../../lib/components';

/**
 * Containers behind a balancer over every zone of a network, and their database: as `stacks/container-service.ts` on the
 * CDK. Promises to survive the loss of any one zone of AWS; it hangs on that one provider.
 */
export function multiAzService(): { readonly url: Output<string> } {
  const config = new Config();
  const network = new ResilientNetwork('shop', { zones: config.getNumber('zones') ?? 3 });
  const database = new ResilientDatabase('orders', { kind: 'aurora', network, databaseName: 'orders' });
  const service = new LoadBalancedService('checkout', {
    network,
    pools: {
      web: {
        kind: 'containers',
        requiredCapacity: config.getNumber('requiredCapacity') ?? 4,
        image: config.get('image') ?? 'public.ecr.aws/nginx/nginx:1.29',
        environment: database.endpoint === undefined ? {} : { DATABASE_HOST: database.endpoint },
        secrets: database.secretArn === undefined ? {} : { DATABASE_LOGIN: database.secretArn },
      },
    },
    healthCheck: { kind: 'http', path: '/healthz' },
  });
  database.allowFrom(service);
  return { url: interpolate`http://${service.loadBalancer.dnsName}` };
}
