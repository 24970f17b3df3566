import { Config, interpolate, type Output } from '@pulumi/pulumi';
import { LoadBalancedService, ResilientDatabase, ResilientNetwork } from '../../lib/components/google';

/**
 * Instances behind a global balancer over every zone of a region of Google Cloud, and their database: the twin of
 * `multi-az-service.ts`. Promises to survive the loss of any one zone; it hangs on that one region and provider.
 */
export function regionalService(): { readonly url: Output<string> } {
  const config = new Config();
  const network = new ResilientNetwork('shop', { zones: config.getNumber('zones') ?? 3 });
  const database = new ResilientDatabase('orders', { kind: 'multi-az', network, databaseName: 'orders' });
  const service = new LoadBalancedService('checkout', {
    network,
    pools: {
      web: {
        kind: 'fleet',
        requiredCapacity: config.getNumber('requiredCapacity') ?? 4,
        userData: interpolate`#!/bin/sh\nDATABASE_HOST=${database.endpoint} /usr/local/bin/checkout`,
      },
    },
    healthCheck: { kind: 'http', path: '/healthz' },
  });
  database.allowFrom(service);
  return { url: interpolate`http://${service.address}` };
}
