import { RefusedError } from '../../../lib/components';
import { TwoProviderName, type TwoProviderNameProps } from '../../../lib/components/multi-cloud';
import { ofType, registeredBy } from '../registered';

const props = {
  domain: 'shop.example.com',
  endpoints: { aws: ['192.0.2.1', '192.0.2.2'], google: ['198.51.100.1'] },
  state: [{ name: 'orders', stores: [], consistency: 'merged', mostLagSeconds: 60 }],
} as const satisfies TwoProviderNameProps;

const registered = (over: Partial<TwoProviderNameProps> = {}) =>
  registeredBy(() => new TwoProviderName('shop', { ...props, ...over }));

async function faultsOf(over: Partial<TwoProviderNameProps>): Promise<readonly string[]> {
  let refused: unknown;
  await registeredBy(() => {
    try {
      new TwoProviderName('shop', { ...props, ...over });
    } catch (error) {
      refused = error;
    }
  });
  if (!(refused instanceof RefusedError)) throw new Error('nothing was refused');
  return refused.faults.map(({ found }) => found);
}

describe('what is refused', () => {
  it.each<[string, Partial<TwoProviderNameProps>, string]>([
    ['a domain with a closing dot', { domain: 'shop.example.com.' }, 'domain is "shop.example.com."'],
    ['no endpoint at one provider', { endpoints: { ...props.endpoints, google: [] } }, 'endpoints.google is empty'],
    ['an answer that is kept for long', { ttlSeconds: 300 }, 'ttlSeconds is 300'],
    ['a path that is none', { healthCheck: { path: 'healthz' } }, 'healthCheck.path is "healthz"'],
    ['a port that is none', { healthCheck: { path: '/', port: 0 } }, 'healthCheck.port is 0'],
    ['state that nobody names', { state: [] }, 'state is empty'],
    [
      'a majority of two',
      { state: [{ ...props.state[0], consistency: 'strong' }] },
      'state "orders" is strongly consistent over two providers',
    ],
    [
      'one writer where both take orders',
      { state: [{ ...props.state[0], consistency: 'one-writer' }] },
      'state "orders" has one writer in an active-active service',
    ],
    ['copies that are instant', { state: [{ ...props.state[0], mostLagSeconds: 0 }] }, 'mostLagSeconds of "orders" is 0'],
  ])('%s', async (_what, over, fault) => {
    expect(await faultsOf(over)).toEqual([fault]);
  });

  it('one writer is allowed where one side stands by', async () => {
    const all = await registered({ mode: 'active-standby', state: [{ ...props.state[0], consistency: 'one-writer' }] });
    expect(ofType(all, 'CopiedState')).toHaveLength(1);
  });
});

describe('what is registered', () => {
  it('every address with a health check of its own at Route 53, and a set of all of them', async () => {
    const all = await registered();
    const records = ofType(all, 'Record');
    expect(records.map(({ inputs }) => inputs.records)).toEqual([['192.0.2.1'], ['192.0.2.2'], ['198.51.100.1']]);
    expect(new Set(records.map(({ inputs }) => inputs.healthCheckId)).size).toBe(3);
    expect(new Set(records.map(({ inputs }) => inputs.setIdentifier)).size).toBe(3);
  });

  it('the same addresses at Cloud DNS, each looked at', async () => {
    const [record] = ofType(await registered(), 'RecordSet');
    expect(record?.inputs.routingPolicy.wrrs).toEqual([
      { weight: 1, healthCheckedTargets: { externalEndpoints: ['192.0.2.1', '192.0.2.2'] } },
      { weight: 1, healthCheckedTargets: { externalEndpoints: ['198.51.100.1'] } },
    ]);
    expect(record?.inputs.routingPolicy.healthCheck).toBe('link to shop-google');
  });

  it('Google answers last, and a little all the time, where it stands by', async () => {
    const all = await registered({ mode: 'active-standby' });
    const sides = ofType(all, 'Record').map(({ name, inputs }) => [name, inputs.failoverRoutingPolicies]);
    expect(Object.fromEntries(sides)).toEqual({ 'shop-aws': [{ type: 'PRIMARY' }], 'shop-google': [{ type: 'SECONDARY' }] });
    const [record] = ofType(all, 'RecordSet');
    expect(record?.inputs.routingPolicy.primaryBackup).toMatchObject({
      primary: { externalEndpoints: ['192.0.2.1', '192.0.2.2'] },
      backupGeos: [{ healthCheckedTargets: { externalEndpoints: ['198.51.100.1'] } }],
      trickleRatio: 0.01,
    });
  });

  it('checks of Cloud DNS ask from three regions, no more often than it allows', async () => {
    const checks = ofType(await registered(), 'HealthCheck').filter(({ type }) => type.startsWith('gcp:'));
    expect(checks.map(({ inputs }) => [inputs.sourceRegions.length, inputs.checkIntervalSec])).toEqual([[3, 30]]);
  });

  it('the domain is handed to two servers of each provider, unless it is registered elsewhere', async () => {
    expect(ofType(await registered(), 'RegisteredDomain')[0]?.inputs.nameServers).toHaveLength(4);
    expect(ofType(await registered({ registered: false }), 'RegisteredDomain')).toEqual([]);
  });
});
