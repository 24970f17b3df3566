import { LoadBalancedService, ResilientDatabase, ResilientNetwork } from 'nospof/components/google';

const network = new ResilientNetwork('shop');
const service = new LoadBalancedService('checkout', {
  network,
  pools: { web: { kind: 'fleet', requiredCapacity: 4 } },
});
new ResilientDatabase('orders', { kind: 'multi-az', network }).allowFrom(service);
