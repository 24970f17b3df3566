import { Config, type Output } from '@pulumi/pulumi';
import { TwoProviderName } from '../../../lib/components/multi-cloud';
import { siteAtAws, siteAtGoogle } from './clouds';
import { deliver } from './delivery';

/**
 * How far apart the clouds may be. Orders have keys of their own and are only added, so that two sides that took orders
 * apart from each other end up with all of them; members are copied when they change.
 */
const LAG = { orders: 60, members: 300 } as const;

/**
 * One service at AWS and Google Cloud under one name. Each cloud has its own network, containers, orders, sign-in and
 * registry, and the name is handed to the DNS of both. Promises to survive the loss of either provider.
 */
export function multiCloud(): {
  readonly url: string;
  readonly nameServers: readonly Output<string>[];
  readonly state: readonly string[];
} {
  const config = new Config();
  const domain = config.get('domain') ?? 'shop.example.com';
  const mode = config.get('mode') ?? 'active-active';
  if (mode !== 'active-active' && mode !== 'active-standby')
    throw new Error(`the configuration value "mode" is "${mode}"; expected active-active or active-standby`);
  const requiredCapacity = config.getNumber('requiredCapacity') ?? 4;
  const region = new Config('gcp').get('region') ?? 'europe-west1';
  const images = deliver('checkout', region, config.get('release') ?? '1.0.0', config.get('source') ?? 'example/shop');
  const aws = siteAtAws({ image: images.aws, requiredCapacity });
  const google = siteAtGoogle({ image: images.google, requiredCapacity });
  const consistency = mode === 'active-active' ? 'merged' : 'one-writer';
  const name = new TwoProviderName('shop', {
    domain,
    mode,
    endpoints: { aws: aws.addresses, google: google.addresses },
    healthCheck: { path: '/healthz' },
    state: [
      { name: 'orders', stores: [aws.orders, google.orders], consistency, mostLagSeconds: LAG.orders },
      { name: 'members', stores: [aws.members, google.members], consistency, mostLagSeconds: LAG.members },
    ],
  });
  return { url: `http://${domain}`, nameServers: name.nameServers, state: name.state };
}
