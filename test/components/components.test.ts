import { output } from '@pulumi/pulumi';
import { App, Stack } from 'aws-cdk-lib';
import {
  LoadBalancedService,
  type LoadBalancedServiceProps,
  RefusedError,
  ResilientDatabase,
  type ResilientDatabaseProps,
  ResilientNetwork,
  type ResilientNetworkProps,
} from '../../lib/components';
import * as constructs from '../../lib/constructs';
import { ofType, registeredBy } from './registered';

const web = { kind: 'fleet', requiredCapacity: 2 } as const;
type ServiceProps = Omit<LoadBalancedServiceProps, 'network' | 'certificateArns' | 'alarmTopic'>;

function faultsOf(build: () => unknown): RefusedError['faults'] {
  try {
    build();
  } catch (error) {
    if (error instanceof RefusedError) return error.faults;
    throw error;
  }
  return [];
}

/** Faults of the component and of the construct for the same request. */
async function bothRefuse(component: () => unknown, construct: (stack: Stack) => unknown) {
  let faults: RefusedError['faults'] = [];
  await registeredBy(() => {
    faults = faultsOf(component);
  });
  return { component: faults, construct: faultsOf(() => construct(new Stack(new App(), 'shop'))) };
}

describe('what is refused', () => {
  it.each<[string, ResilientNetworkProps]>([
    ['one zone', { zones: 1 }],
    ['a block that is too small', { cidr: '10.0.0.0/24' }],
    ['zonal NAT gateways without public subnets', { tiers: ['private'] }],
    ['a network that overlaps', { routedTo: { office: '10.0.128.0/20' } }],
  ])('%s: a network refuses it in the words of the construct', async (_what, props) => {
    const { component, construct } = await bothRefuse(
      () => new ResilientNetwork('network', props),
      (stack) => new constructs.ResilientNetwork(stack, 'Network', props),
    );
    expect(component.length).toBeGreaterThan(0);
    expect(component).toEqual(construct);
  });

  it.each<[string, ServiceProps]>([
    ['no pool', { pools: {} }],
    ['a load that cannot be carried after the loss of a zone', { pools: { web: { ...web, targetCpuPercent: 80 } } }],
    ['a check that takes errors for healthy', { pools: { web }, healthCheck: { kind: 'http', path: '/', statuses: '200-499' } }],
    ['timers that contradict each other', { pools: { web }, timers: { intervalSeconds: 5, timeoutSeconds: 10 } }],
    [
      'TLS without a certificate',
      { pools: { web }, services: [{ port: 443, protocol: 'https', members: [{ name: 'web', port: 80 }] }] },
    ],
    ['units of two processors', { pools: { web: { ...web, instanceType: 'm7g.large', maxCapacity: 2 } } }],
    [
      'weights without an algorithm that minds them',
      {
        pools: { web, next: web },
        services: [
          {
            port: 80,
            members: [
              { name: 'web', port: 80, weight: 9 },
              { name: 'next', port: 80 },
            ],
          },
        ],
      },
    ],
  ])('%s: a service refuses it in the words of the construct', async (_what, props) => {
    const { component, construct } = await bothRefuse(
      () => new LoadBalancedService('service', { network: new ResilientNetwork('network'), ...props }),
      (stack) =>
        new constructs.LoadBalancedService(stack, 'Service', {
          network: new constructs.ResilientNetwork(stack, 'Network'),
          ...(props as unknown as Omit<constructs.LoadBalancedServiceProps, 'network'>),
        }),
    );
    expect(component.length).toBeGreaterThan(0);
    expect(component).toEqual(construct);
  });

  it.each<[string, object]>([
    ['a single instance', { kind: 'aurora', instances: 1 }],
    ['no backups', { kind: 'multi-az', backupDays: 0 }],
    ['a Multi-AZ cluster over two zones', { kind: 'multi-az-cluster' }],
  ])('%s: a database refuses it in the words of the construct', async (_what, props) => {
    const { component, construct } = await bothRefuse(
      () =>
        new ResilientDatabase('database', {
          network: new ResilientNetwork('network', { zones: 2 }),
          ...props,
        } as ResilientDatabaseProps),
      (stack) =>
        new constructs.ResilientDatabase(stack, 'Database', {
          network: new constructs.ResilientNetwork(stack, 'Network', { zones: 2 }),
          ...props,
        } as constructs.ResilientDatabaseProps),
    );
    expect(component.length).toBeGreaterThan(0);
    expect(component).toEqual(construct);
  });

  it('refuses numbers that are only known at deployment', async () => {
    let faults: RefusedError['faults'] = [];
    await registeredBy(() => {
      faults = faultsOf(() => new ResilientNetwork('network', { zones: output(3) as unknown as number }));
    });
    expect(faults).toMatchObject([{ found: 'zones is an output' }]);
  });
});

describe('ResilientNetwork', () => {
  it('gives every zone its own way out', async () => {
    const registered = await registeredBy(() => new ResilientNetwork('network', { zones: 4 }));
    const zones = new Map(ofType(registered, 'Subnet').map(({ name, inputs }) => [`${name}-id`, inputs.availabilityZone]));
    expect(new Set(zones.values()).size).toBe(4);
    const gateways = ofType(registered, 'NatGateway').map(({ inputs }) => zones.get(inputs.subnetId));
    expect(gateways.sort()).toEqual(['eu-west-1a', 'eu-west-1b', 'eu-west-1c', 'eu-west-1d']);
  });
});

describe('LoadBalancedService', () => {
  it('has as many units as the required ones need when the fullest zone is lost, and says how long users notice', async () => {
    let service: LoadBalancedService | undefined;
    const registered = await registeredBy(() => {
      service = new LoadBalancedService('service', { network: new ResilientNetwork('network'), pools: { web } });
    });
    expect(ofType(registered, 'Group')[0]?.inputs).toMatchObject({ minSize: 3, maxSize: 6, healthCheckType: 'ELB' });
    expect(service).toMatchObject({
      table: ['service:80 -> web:80 weight 1'],
      timeToDetect: { leastSeconds: 10, mostSeconds: 25 },
      pools: { web: { floor: 3, ceiling: 6 } },
    });
  });

  it('serves TLS, and sends clients without it there', async () => {
    const services = [{ port: 443, protocol: 'https', members: [{ name: 'web', port: 8080 }] }] as const;
    const registered = await registeredBy(() => {
      const network = new ResilientNetwork('network');
      new LoadBalancedService('service', { network, pools: { web }, services, certificateArns: ['arn:one', 'arn:two'] });
    });
    expect(
      ofType(registered, 'Listener').map(({ inputs }) => [inputs.port, inputs.certificateArn, inputs.defaultActions[0].type]),
    ).toEqual(
      expect.arrayContaining([
        [443, 'arn:one', 'forward'],
        [80, undefined, 'redirect'],
      ]),
    );
    expect(ofType(registered, 'ListenerCertificate').map(({ inputs }) => inputs.certificateArn)).toEqual(['arn:two']);
  });
});

describe('ResilientDatabase', () => {
  it('puts no two instances of a cluster into one zone while there are zones left', async () => {
    const registered = await registeredBy(() => {
      new ResilientDatabase('database', { kind: 'aurora', network: new ResilientNetwork('network'), instances: 3 });
    });
    const zones = ofType(registered, 'ClusterInstance').map(({ inputs }) => inputs.availabilityZone);
    expect(zones).toEqual(['eu-west-1a', 'eu-west-1b', 'eu-west-1c']);
  });

  it('is kept by the service over zones, and can be put back, when it is a table', async () => {
    const registered = await registeredBy(() => new ResilientDatabase('orders', { kind: 'dynamodb' }));
    expect(ofType(registered, 'Table')[0]?.inputs).toMatchObject({
      billingMode: 'PAY_PER_REQUEST',
      deletionProtectionEnabled: true,
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 14 },
    });
  });
});
