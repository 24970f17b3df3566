import { output } from '@pulumi/pulumi';
import * as aws from '../../../lib/components';
import {
  LoadBalancedService,
  type LoadBalancedServiceProps,
  RefusedError,
  ResilientDatabase,
  type ResilientDatabaseProps,
  ResilientNetwork,
  type ResilientNetworkProps,
} from '../../../lib/components/google';
import { ofType, outlineOf, registeredBy } from '../registered';

const web = { kind: 'fleet', requiredCapacity: 2 } as const;
type ServiceProps = Omit<LoadBalancedServiceProps, 'network' | 'certificates'>;

function faultsOf(build: () => unknown): RefusedError['faults'] {
  try {
    build();
  } catch (error) {
    if (error instanceof RefusedError) return error.faults;
    throw error;
  }
  return [];
}

async function refused(...builds: readonly (() => unknown)[]): Promise<readonly RefusedError['faults'][]> {
  let faults: readonly RefusedError['faults'][] = [];
  await registeredBy(() => {
    faults = builds.map(faultsOf);
  });
  return faults;
}

const service = (props: Partial<LoadBalancedServiceProps>, network: ResilientNetworkProps = {}) =>
  new LoadBalancedService('service', { network: new ResilientNetwork('network', network), pools: { web }, ...props });
const database = (props: Partial<ResilientDatabaseProps>, network: ResilientNetworkProps = {}) =>
  new ResilientDatabase('database', { kind: 'multi-az', network: new ResilientNetwork('network', network), ...props });

describe('what is refused in the words of the components for AWS', () => {
  it.each<[string, ResilientNetworkProps]>([
    ['one zone', { zones: 1 }],
    ['a block that is too small', { cidr: '10.0.0.0/24' }],
    ['a network that overlaps', { routedTo: { office: '10.0.128.0/20' } }],
    ['a tier that is listed twice', { tiers: ['public', 'private', 'private'] }],
  ])('%s, of a network', async (_what, props) => {
    const [google, amazon] = await refused(
      () => new ResilientNetwork('network', props),
      () => new aws.ResilientNetwork('network', props),
    );
    expect(google?.length).toBeGreaterThan(0);
    expect(google).toEqual(amazon);
  });

  it.each<[string, ServiceProps]>([
    ['no pool', { pools: {} }],
    ['a load that cannot be carried after the loss of a zone', { pools: { web: { ...web, targetCpuPercent: 80 } } }],
    ['timers that contradict each other', { pools: { web }, timers: { intervalSeconds: 20, timeoutSeconds: 30 } }],
    ['a ceiling at the floor', { pools: { web: { ...web, maxCapacity: 3 } } }],
    ['members that do not exist', { pools: { web }, services: [{ port: 80, members: [{ name: 'mail', port: 80 }] }] }],
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
  ])('%s, of a service', async (_what, props) => {
    const [google, amazon] = await refused(
      () => service(props),
      () => new aws.LoadBalancedService('service', { network: new aws.ResilientNetwork('network'), ...props }),
    );
    expect(google?.length).toBeGreaterThan(0);
    expect(google).toEqual(amazon);
  });

  it('no backups, and no place to stand in, of a database', async () => {
    const bare = { tiers: ['public', 'private'] } as const;
    const [google, amazon] = await refused(
      () => database({ backupDays: 0 }, bare),
      () => {
        const network = new aws.ResilientNetwork('network', bare);
        return new aws.ResilientDatabase('database', { kind: 'multi-az', network, backupDays: 0 });
      },
    );
    expect(google).toHaveLength(2);
    expect(google).toEqual(amazon);
  });
});

describe('what Google Cloud has not', () => {
  it.each<[string, () => unknown, string]>([
    [
      'a NAT gateway in each zone',
      () => new ResilientNetwork('network', { egress: 'nat-per-zone' } as unknown as ResilientNetworkProps),
      'egress is nat-per-zone',
    ],
    [
      'statuses of a check other than 200',
      () => service({ healthCheck: { kind: 'http', path: '/', statuses: '200-299' } }),
      'healthCheck.statuses is "200-299"',
    ],
    ['a ping', () => service({ healthCheck: { kind: 'icmp' } }), 'healthCheck.kind is icmp'],
    [
      'TLS without a certificate',
      () => service({ services: [{ port: 443, protocol: 'https', members: [{ name: 'web', port: 80 }] }] }),
      'port 443 speaks https and certificates is empty',
    ],
    [
      'other protocols on a global balancer',
      () => service({ services: [{ port: 53, protocol: 'udp', members: [{ name: 'web', port: 53 }] }] }),
      'port 53 speaks udp',
    ],
    [
      'a client that is kept by its cookie and by its address',
      () => service({ stickySeconds: 60, algorithm: 'source-hash' }),
      'stickySeconds is 60 and the algorithm is source-hash',
    ],
    [
      'a service without private subnets',
      () => service({}, { tiers: ['isolated'], egress: 'none' }),
      'the network has the tiers isolated',
    ],
    [
      'days that an edition does not keep',
      () => database({ instanceType: 'db-custom-2-8192' }),
      'backupDays is 14 with the instance type db-custom-2-8192',
    ],
    ['Aurora', () => database({ kind: 'aurora' } as unknown as ResilientDatabaseProps), 'kind is aurora'],
    ['names in capitals', () => new ResilientNetwork('Shop'), 'the name is "Shop"'],
    [
      'names of pools that are too long',
      () => service({ pools: { ['w'.repeat(33)]: web } }),
      `the name is "service-${'w'.repeat(33)}"`,
    ],
  ])('%s: is refused with the way out', async (_what, build, found) => {
    const [faults = []] = await refused(build);
    expect(faults.map((fault) => fault.found)).toEqual([found]);
    for (const { bound, wayOut } of faults) expect([bound, wayOut].every((text) => text.length > 5)).toBe(true);
  });

  it('takes fewer days of an edition that keeps fewer', async () => {
    const registered = await registeredBy(() => database({ instanceType: 'db-custom-2-8192', backupDays: 7 }));
    expect(ofType(registered, 'DatabaseInstance')[0]?.inputs.settings.edition).toBe('ENTERPRISE');
  });

  it('refuses numbers that are only known at deployment', async () => {
    const [network, pool] = await refused(
      () => new ResilientNetwork('network', { zones: output(3) as unknown as number }),
      () => service({ pools: { web: { ...web, requiredCapacity: output(3) as unknown as number } } }),
    );
    expect(network).toMatchObject([{ found: 'zones is an output' }]);
    expect(pool).toMatchObject([{ found: 'pools.web.requiredCapacity is an output' }]);
  });
});

describe('ResilientNetwork', () => {
  it('has one subnet for each tier, and gives the isolated block to services of Google', async () => {
    const registered = await registeredBy(() => new ResilientNetwork('network'));
    expect(ofType(registered, 'Subnetwork').map(({ name, inputs }) => [name, inputs.ipCidrRange])).toEqual([
      ['network-public', '10.0.192.0/19'],
      ['network-private', '10.0.0.0/17'],
    ]);
    expect(ofType(registered, 'GlobalAddress')[0]?.inputs).toMatchObject({ address: '10.0.128.0', prefixLength: 18 });
  });

  it('lets only private subnets out, through addresses that Google adds as they are needed', async () => {
    const registered = await registeredBy(() => new ResilientNetwork('network'));
    const [nat] = ofType(registered, 'RouterNat');
    expect(nat?.inputs).toMatchObject({ natIpAllocateOption: 'AUTO_ONLY', subnetworks: [{ name: 'network-private-id' }] });
    const closed = await registeredBy(() => new ResilientNetwork('network', { egress: 'none' }));
    expect(ofType(closed, 'RouterNat')).toEqual([]);
  });

  it('looks as it did', async () => {
    expect(outlineOf(await registeredBy(() => new ResilientNetwork('network')))).toMatchSnapshot();
  });
});

describe('LoadBalancedService', () => {
  it('has as many units as the required ones need when the fullest zone is lost, over every zone', async () => {
    let made: LoadBalancedService | undefined;
    const registered = await registeredBy(() => {
      made = service({});
    });
    expect(ofType(registered, 'RegionAutoscaler')[0]?.inputs.autoscalingPolicy).toMatchObject({ minReplicas: 3, maxReplicas: 6 });
    const [group] = ofType(registered, 'RegionInstanceGroupManager');
    expect(group?.inputs).toMatchObject({
      distributionPolicyZones: ['b', 'c', 'd'].map((letter) => `europe-west1-${letter}`),
      distributionPolicyTargetShape: 'EVEN',
    });
    expect(group?.inputs).not.toHaveProperty('targetSize');
    expect(made).toMatchObject({
      table: ['service:80 -> web:80 weight 1'],
      timeToDetect: { leastSeconds: 10, mostSeconds: 25 },
      pools: { web: { floor: 3, ceiling: 6 } },
    });
  });

  it('decides the same as the component for AWS', async () => {
    const said: unknown[] = [];
    await registeredBy(() => {
      for (const made of [
        service({ pools: { web: { ...web, spareUnits: 1 } } }),
        new aws.LoadBalancedService('service', {
          network: new aws.ResilientNetwork('network'),
          pools: { web: { ...web, spareUnits: 1 } },
        }),
      ]) {
        const { table, pools, timeToDetect, timeToRecover } = made;
        said.push({ table, pools, timeToDetect, timeToRecover });
      }
    });
    expect(said[0]).toEqual(said[1]);
  });

  it('replaces a unit later than it takes it out of service', async () => {
    const registered = await registeredBy(() => service({ timers: { unhealthyThreshold: 3 } }));
    const [healing] = ofType(registered, 'RegionHealthCheck');
    const [serving] = ofType(registered, 'HealthCheck').filter(({ type }) => !type.includes('Region'));
    expect([serving?.inputs.unhealthyThreshold, healing?.inputs.unhealthyThreshold]).toEqual([3, 9]);
    expect(serving?.inputs.httpHealthCheck).toEqual({ portSpecification: 'USE_SERVING_PORT', requestPath: '/' });
    expect(healing?.inputs.httpHealthCheck).toEqual({ portSpecification: 'USE_FIXED_PORT', port: 80, requestPath: '/' });
  });

  it('lets in balancers and their checks only, on the ports that are served and checked', async () => {
    const services = [{ port: 80, members: [{ name: 'web', port: 8080 }] }] as const;
    const registered = await registeredBy(() => service({ services, healthCheck: { kind: 'http', path: '/', port: 9000 } }));
    expect(ofType(registered, 'Firewall').map(({ inputs }) => inputs)).toMatchObject([
      {
        sourceRanges: ['35.191.0.0/16', '130.211.0.0/22'],
        allows: [{ protocol: 'tcp', ports: ['8080', '9000'] }],
        targetServiceAccounts: ['service-web@shop.iam.gserviceaccount.com'],
      },
    ]);
  });

  it('looks for a text in a page, and over TLS where it is told', async () => {
    const registered = await registeredBy(() =>
      service({ healthCheck: { kind: 'content', path: '/', contains: 'open', tls: true } }),
    );
    for (const { inputs } of ofType(registered, 'HealthCheck'))
      expect(inputs.httpsHealthCheck).toMatchObject({ response: 'open' });
  });

  it('serves TLS, and sends clients without it there', async () => {
    const services = [{ port: 443, protocol: 'https', members: [{ name: 'web', port: 8080 }] }] as const;
    const registered = await registeredBy(() => service({ services, certificates: ['one', 'two'] }));
    expect(
      ofType(registered, 'GlobalForwardingRule')
        .map(({ inputs }) => inputs.portRange)
        .sort(),
    ).toEqual(['443', '80']);
    expect(ofType(registered, 'TargetHttpsProxy')[0]?.inputs.sslCertificates).toEqual(['one', 'two']);
    const redirects = ofType(registered, 'URLMap').flatMap(({ inputs }) => inputs.defaultUrlRedirect?.httpsRedirect ?? []);
    expect(redirects).toEqual([true]);
  });

  it('shares requests among pools by weight', async () => {
    const members = [
      { name: 'web', port: 80, weight: 9 },
      { name: 'next', port: 80, weight: 1 },
    ];
    const registered = await registeredBy(() =>
      service({ pools: { web, next: web }, services: [{ port: 80, members }], algorithm: 'weighted-round-robin' }),
    );
    expect(ofType(registered, 'URLMap')[0]?.inputs.defaultRouteAction.weightedBackendServices).toEqual([
      { backendService: 'service-web-80-id', weight: 9 },
      { backendService: 'service-next-80-id', weight: 1 },
    ]);
  });

  it.each<[string, Partial<LoadBalancedServiceProps>, object]>([
    ['nowhere', {}, { localityLbPolicy: 'ROUND_ROBIN' }],
    [
      'with a unit by its cookie',
      { stickySeconds: 60 },
      { localityLbPolicy: 'MAGLEV', sessionAffinity: 'GENERATED_COOKIE', affinityCookieTtlSec: 60 },
    ],
    ['with a unit by its address', { algorithm: 'source-hash' }, { localityLbPolicy: 'MAGLEV', sessionAffinity: 'CLIENT_IP' }],
  ])('keeps a client %s', async (_where, props, expected) => {
    const registered = await registeredBy(() => service(props));
    const { localityLbPolicy, sessionAffinity, affinityCookieTtlSec } = ofType(registered, 'BackendService')[0]?.inputs ?? {};
    expect({ localityLbPolicy, sessionAffinity, affinityCookieTtlSec }).toEqual({
      sessionAffinity: undefined,
      affinityCookieTtlSec: undefined,
      ...expected,
    });
  });

  it('tells a channel of errors and of groups that stay too small', async () => {
    const registered = await registeredBy(() => service({ alarmTopic: 'channel' }));
    const alarms = ofType(registered, 'AlertPolicy')
      .map(({ inputs }) => inputs)
      .sort((a, b) => (a.displayName < b.displayName ? 1 : -1));
    expect(alarms.map(({ notificationChannels }) => notificationChannels)).toEqual([['channel'], ['channel']]);
    expect(alarms.map(({ conditions }) => conditions[0].conditionThreshold)).toMatchObject([
      {
        filter:
          'resource.type = "https_lb_rule" AND metric.type = "loadbalancing.googleapis.com/https/request_count" AND metric.labels.response_code_class = 500 AND resource.labels.url_map_name = "service-80"',
        comparison: 'COMPARISON_GT',
        duration: '180s',
      },
      { comparison: 'COMPARISON_LT', thresholdValue: 3, duration: '300s' },
    ]);
  });

  it('gives accounts ids that the project can have, whatever the stack is called', async () => {
    const registered = await registeredBy(() => {
      service({ pools: { w: web, ['w'.repeat(32)]: web } });
    });
    const ids = ofType(registered, 'Account').map(({ inputs }) => inputs.accountId);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[a-z][-a-z0-9]{4,28}[a-z0-9]$/);
  });

  it('looks as it did', async () => {
    const registered = await registeredBy(() => service({}));
    expect(outlineOf(registered).filter((line) => !line.includes(' network'))).toMatchSnapshot();
  });
});

describe('ResilientDatabase', () => {
  it('has a standby in another zone, backups, logs to go back by, and is neither public nor deleted by accident', async () => {
    const registered = await registeredBy(() => database({}));
    expect(ofType(registered, 'DatabaseInstance')[0]?.inputs).toMatchObject({
      deletionProtection: true,
      settings: {
        availabilityType: 'REGIONAL',
        edition: 'ENTERPRISE_PLUS',
        deletionProtectionEnabled: true,
        backupConfiguration: {
          enabled: true,
          pointInTimeRecoveryEnabled: true,
          transactionLogRetentionDays: 14,
          backupRetentionSettings: { retainedBackups: 14 },
        },
        ipConfiguration: { ipv4Enabled: false, privateNetwork: 'network-id' },
      },
    });
  });

  it('keeps the log that MySQL goes back by', async () => {
    const registered = await registeredBy(() => database({ engine: 'mysql' }));
    const { settings, databaseVersion } = ofType(registered, 'DatabaseInstance')[0]?.inputs ?? {};
    expect(databaseVersion).toMatch(/^MYSQL_/);
    expect(settings.backupConfiguration).toMatchObject({ binaryLogEnabled: true });
  });

  it('lets units log in by their accounts, without a password', async () => {
    const registered = await registeredBy(() => database({}).allowFrom(service({})));
    const [user] = ofType(registered, 'User');
    expect(user?.inputs).toMatchObject({ type: 'CLOUD_IAM_SERVICE_ACCOUNT', name: 'service-web@shop.iam' });
    expect(user?.inputs).not.toHaveProperty('password');
    expect(ofType(registered, 'IAMMember').map(({ inputs }) => inputs.role)).toEqual([
      'roles/cloudsql.client',
      'roles/cloudsql.instanceUser',
    ]);
  });

  it('looks as it did', async () => {
    const registered = await registeredBy(() => database({ databaseName: 'orders' }));
    expect(outlineOf(registered).filter((line) => !line.includes(' network'))).toMatchSnapshot();
  });
});
