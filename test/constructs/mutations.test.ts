import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assessment, assess } from '../../lib';
import { EMPTY_CONFIG } from '../../lib/config';
import { backupPlan, cachedFrontDoor, geographicSplit, multiAzCluster } from './data-and-edge.mutations';
import { firewallFleet } from './firewall-fleet.mutations';
import { hybridNetwork, hybridWithLines } from './hybrid-network.mutations';
import { containerService, fleetService } from './load-balanced-service.mutations';
import { auroraDatabase, multiAzDatabase } from './resilient-database.mutations';
import { resilientNetwork } from './resilient-network.mutations';
import { seasonalScaling } from './seasonal-scaling.mutations';
import { resilientCache, sharedFiles } from './stores.mutations';
import type { Mutation, MutationSuite } from './support/mutation';
import { anApp, type TemplateJson } from './support/synthesize';
import { activeActive, anycastFrontDoor, warmStandby, warmStandbyWithDatabase } from './two-regions.mutations';

const SUITES: readonly MutationSuite[] = [
  resilientNetwork,
  fleetService,
  containerService,
  auroraDatabase,
  multiAzDatabase,
  resilientCache,
  sharedFiles,
  firewallFleet,
  seasonalScaling,
  hybridNetwork,
  hybridWithLines,
  warmStandby,
  warmStandbyWithDatabase,
  activeActive,
  anycastFrontDoor,
  cachedFrontDoor,
  geographicSplit,
  multiAzCluster,
  backupPlan,
];

const caught = new Map<string, Set<string>>();

describe.each(SUITES.map((suite) => [suite.construct, suite] as const))('%s', (construct, suite) => {
  const folder = mkdtempSync(join(tmpdir(), 'nospof-mutations-'));
  let files: Record<string, string> = {};
  let templates: Record<string, string> = {};

  beforeAll(() => {
    const assembly = anApp(suite.build, folder).synth();
    files = Object.fromEntries(assembly.stacksRecursively.map(({ id, templateFullPath }) => [id, templateFullPath]));
    templates = Object.fromEntries(Object.entries(files).map(([id, file]) => [id, readFileSync(file, 'utf8')]));
    caught.set(construct, new Set());
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const judge = (pack?: Mutation['pack']): Promise<Assessment> =>
    assess([folder], {
      survive: suite.survive,
      parameters: {},
      worlds: 'default',
      ...(pack === undefined ? {} : { config: { ...EMPTY_CONFIG, packs: [pack] } }),
    });
  const told = async (pack: Mutation['pack']): Promise<readonly string[]> =>
    (await judge(pack)).findings.map(({ rule, resource }) => `${rule} ${resource.id}`);

  const proof = suite.notProvenYet === undefined ? it : it.failing;
  proof(`survives at the level ${suite.survive}, with nothing unproven`, async () => {
    const { findings, unproven, unknownTypes, summary } = await judge();
    expect(findings.map(({ rule, resource }) => `${rule} ${resource.id}`)).toEqual([]);
    expect(unproven).toEqual([]);
    expect(unknownTypes).toEqual({});
    expect(summary.functions).toBeGreaterThan(0);
  });

  for (const mutation of suite.mutations) {
    const test = mutation.notYet === undefined ? it : it.failing;
    test(`is not survived when ${mutation.name}`, () => breakAndJudge(mutation));
  }

  async function breakAndJudge(mutation: Mutation): Promise<void> {
    const all: Record<string, TemplateJson> = Object.fromEntries(
      Object.entries(templates).map(([id, text]) => [id, JSON.parse(text) as TemplateJson]),
    );
    const [main] = Object.values(all);
    if (main === undefined) throw new Error('the app has no stack');
    const before = mutation.pack === undefined ? [] : await told(mutation.pack);
    mutation.breaks(main, all);
    for (const [id, file] of Object.entries(files)) writeFileSync(file, JSON.stringify(all[id]));
    try {
      const found = (await told(mutation.pack)).filter((finding) => !before.includes(finding));
      expect(found.map((finding) => finding.split(' ')[1])).toContain(mutation.names(main, all));
      caught.get(construct)?.add(mutation.name);
    } finally {
      for (const [id, file] of Object.entries(files)) writeFileSync(file, templates[id] ?? '');
    }
  }
});

afterAll(() => {
  const made = SUITES.flatMap(({ mutations }) => mutations).length;
  const total = [...caught.values()].reduce((sum, { size }) => sum + size, 0);
  const lines = SUITES.flatMap(({ construct, mutations }) => [
    `  ${construct}: ${caught.get(construct)?.size ?? 0} of ${mutations.length}`,
    ...mutations.filter(({ notYet }) => notYet !== undefined).map(({ name, notYet }) => `    not yet: ${name} (${notYet})`),
  ]);
  process.stderr.write(`mutations caught: ${total} of ${made}\n${lines.join('\n')}\n`);
});
