import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, Stack } from 'aws-cdk-lib';
import { assess } from '../../lib';
import {
  type FleetPool,
  LoadBalancedService,
  ResilientCache,
  ResilientDatabase,
  ResilientNetwork,
  SharedFiles,
} from '../../lib/constructs';
import { AnycastFrontDoor } from '../../stacks/anycast-front-door';
import { ContainerService } from '../../stacks/container-service';
import { DisasterRecovery } from '../../stacks/disaster-recovery';
import { FirewallFleet } from '../../stacks/firewall-fleet';
import { HybridNetwork } from '../../stacks/hybrid-network';
import { HybridSplit } from '../../stacks/hybrid-split';
import { MultiAzService } from '../../stacks/multi-az-service';
import { ProtectedData, ProtectedDataCopies } from '../../stacks/protected-data';
import { SeasonalSite } from '../../stacks/seasonal-site';
import { SingleZoneBaseline } from '../../stacks/single-zone-baseline';
import { anApp, outline } from '../constructs/support/synthesize';

/** Options that no stack shows, so that they too are held against the schemas of the resources. */
function everyOption(app: App): void {
  const stack = new Stack(app, 'every-option');
  const network = new ResilientNetwork(stack, 'Network', { egress: 'none' });
  const fleet: FleetPool = { kind: 'fleet', requiredCapacity: 4 };
  new LoadBalancedService(stack, 'Requests', {
    network,
    pools: { web: { ...fleet, predictive: true, preparedInstances: 2 } },
    zonalAutoshift: true,
    minimumHealthyPercent: 50,
    stickySeconds: 60,
  });
  new LoadBalancedService(stack, 'Connections', {
    network,
    balancer: 'network',
    pools: { web: { ...fleet, spotAboveFloor: true, spareInstanceTypes: ['t4g.medium'] } },
    services: [{ port: 5353, protocol: 'udp', members: [{ name: 'web', port: 53 }] }],
    crossZone: false,
    zonalAutoshift: true,
  });
  for (const engine of ['postgres', 'mysql'] as const) {
    new ResilientDatabase(stack, `Cluster-${engine}`, { kind: 'multi-az-cluster', network, engine });
    new ResilientDatabase(stack, `Instance-${engine}`, { kind: 'multi-az', network, engine });
    new ResilientDatabase(stack, `Aurora-${engine}`, { kind: 'aurora', network, engine, instances: 3 });
  }
  for (const engine of ['valkey', 'redis'] as const) new ResilientCache(stack, `Cache-${engine}`, { network, engine, shards: 3 });
  new SharedFiles(stack, 'Files', { network, replicaRegion: 'eu-central-1' });
}

const BUILDS: Readonly<Record<string, (app: App) => void>> = {
  'with every option': everyOption,
  'anycast-front-door': (app) => {
    new AnycastFrontDoor(app, 'anycast-front-door-second', new AnycastFrontDoor(app, 'anycast-front-door', undefined));
  },
  'container-service': (app) => new ContainerService(app, 'container-service'),
  ...Object.fromEntries(
    (['backup-and-restore', 'pilot-light', 'warm-standby', 'active-active'] as const).map((strategy) => [
      `disaster-recovery as ${strategy}`,
      (app: App) => {
        new DisasterRecovery(app, 'disaster-recovery-secondary', 'secondary', { strategy });
        new DisasterRecovery(app, 'disaster-recovery', 'primary', { strategy });
      },
    ]),
  ),
  'disaster-recovery with a database': (app) => {
    new DisasterRecovery(app, 'disaster-recovery-secondary', 'secondary', { store: 'aurora' });
    new DisasterRecovery(app, 'disaster-recovery', 'primary', { store: 'aurora' });
  },
  'firewall-fleet': (app) => new FirewallFleet(app, 'firewall-fleet'),
  'hybrid-network': (app) => new HybridNetwork(app, 'hybrid-network'),
  'hybrid-network with lines': (app) =>
    new HybridNetwork(app, 'hybrid-network', { directConnect: { locations: ['EqDC2', 'CSVA1'] } }),
  'hybrid-split by classification': (app) => new HybridSplit(app, 'hybrid-split'),
  'hybrid-split by geography': (app) => new HybridSplit(app, 'hybrid-split', { split: 'geography' }),
  'multi-az-service': (app) => new MultiAzService(app, 'multi-az-service'),
  'protected-data': (app) => {
    new ProtectedDataCopies(app, 'protected-data-copies');
    new ProtectedData(app, 'protected-data');
  },
  'seasonal-site': (app) => new SeasonalSite(app, 'seasonal-site'),
  'single-zone-baseline': (app) => new SingleZoneBaseline(app, 'single-zone-baseline'),
};

async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'nospof-stack-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What one synthesis with the CDK's own validation leaves behind. */
function synthesized(build: (app: App) => void, folder: string) {
  process.env.CDK_VALIDATION = 'true';
  try {
    const assembly = anApp(build, folder).synth();
    const report = JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8'));
    return {
      missing: assembly.manifest.missing,
      violations: report.pluginReports.flatMap(({ violations = [] }: { violations?: unknown[] }) => violations),
      assets: assembly.stacks
        .flatMap(({ assets }) => assets)
        .filter((asset) => !JSON.stringify(asset).includes('.template.json')),
      outlines: assembly.stacks.map(({ template }) => outline(template)),
    };
  } finally {
    process.env.CDK_VALIDATION = 'false';
  }
}

describe.each(Object.entries(BUILDS))('the stack %s', (_, build) => {
  let result: ReturnType<typeof synthesized>;
  beforeAll(async () => {
    result = await inFolder((folder) => synthesized(build, folder));
  });

  it('passes the validation that the CDK runs at synthesis, with no finding at all', () => {
    expect(result.violations).toEqual([]);
  });

  it('asks nobody for anything at synthesis and has no asset to bundle', () => {
    expect(result.missing).toBeUndefined();
    expect(result.assets).toEqual([]);
  });

  it('looks as it did', () => {
    for (const lines of result.outlines) expect(lines).toMatchSnapshot();
  });
});

const judged = (build: (app: App) => void) =>
  inFolder((folder) => {
    anApp(build, folder).synth();
    return assess([folder], { survive: 'zone', parameters: {}, worlds: 'default' });
  });

describe('nospof', () => {
  it('names every fault of the baseline', async () => {
    const { findings } = await judged((app) => new SingleZoneBaseline(app, 'single-zone-baseline'));
    const named = new Set(findings.map(({ resource }) => resource.id));
    for (const id of ['Nat', 'WebGroup', 'Database', 'Targets', 'Scheduler']) expect(named).toContain(id);
  });

  it.each([2, 3, 4])('proves that the service survives each of %i zones', async (zones) => {
    const { findings, unproven, summary } = await judged(
      (app) => new MultiAzService(app, 'multi-az-service', { zones, requiredCapacity: 5 }),
    );
    expect(findings).toEqual([]);
    expect(unproven).toEqual([]);
    expect(summary.survives).toBeGreaterThan(0);
  });
});
