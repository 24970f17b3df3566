import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { assess } from '../../lib';
import { ContainerService } from '../../stacks/container-service';
import { FirewallFleet } from '../../stacks/firewall-fleet';
import { HybridNetwork } from '../../stacks/hybrid-network';
import { MultiAzService } from '../../stacks/multi-az-service';
import { ProtectedData, ProtectedDataCopies } from '../../stacks/protected-data';
import { SeasonalSite } from '../../stacks/seasonal-site';
import { SingleZoneBaseline } from '../../stacks/single-zone-baseline';
import { anApp, outline } from '../constructs/support/synthesize';

const BUILDS: Readonly<Record<string, (app: App) => void>> = {
  'container-service': (app) => new ContainerService(app, 'container-service'),
  'firewall-fleet': (app) => new FirewallFleet(app, 'firewall-fleet'),
  'hybrid-network': (app) => new HybridNetwork(app, 'hybrid-network'),
  'hybrid-network with lines': (app) =>
    new HybridNetwork(app, 'hybrid-network', { directConnect: { locations: ['EqDC2', 'CSVA1'] } }),
  'multi-az-service': (app) => new MultiAzService(app, 'multi-az-service'),
  'protected-data': (app) => {
    new ProtectedDataCopies(app, 'protected-data-copies');
    new ProtectedData(app, 'protected-data');
  },
  'seasonal-site': (app) => new SeasonalSite(app, 'seasonal-site'),
  'single-zone-baseline': (app) => new SingleZoneBaseline(app, 'single-zone-baseline'),
};

const stacksOf = (app: App) => app.node.findAll().filter((child) => Stack.isStack(child));

async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'nospof-stack-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.each(Object.entries(BUILDS))('the stack %s', (_, build) => {
  it('passes the validation that the CDK runs at synthesis, with no finding at all', () =>
    inFolder((folder) => {
      process.env.CDK_VALIDATION = 'true';
      try {
        anApp(build, folder).synth();
      } finally {
        process.env.CDK_VALIDATION = 'false';
      }
      const report = JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8'));
      expect(report.pluginReports.flatMap(({ violations = [] }: { violations?: unknown[] }) => violations)).toEqual([]);
    }));

  it('asks nobody for anything at synthesis and has no asset to bundle', () =>
    inFolder((folder) => {
      const assembly = anApp(build, folder).synth();
      expect(assembly.manifest.missing).toBeUndefined();
      for (const stack of assembly.stacks) {
        expect(stack.assets.filter((asset) => !JSON.stringify(asset).includes('.template.json'))).toEqual([]);
      }
    }));

  it('looks as it did', () =>
    inFolder((folder) => {
      for (const stack of stacksOf(anApp(build, folder))) expect(outline(Template.fromStack(stack))).toMatchSnapshot();
    }));
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
