import { type Analysis, analyze } from '../analysis';
import { type Config, EMPTY_CONFIG, type OwnFacts, unmatchedEntries, withFacts } from '../config';
import type { Assessment, Finding, Problem, Scope, Topology } from '../diagnostics';
import type { System } from '../model';
import { readSystem, readWorlds, type Worlds } from '../readers';
import { applyRules } from '../rules';
import { toAnnotations } from './annotations';
import { unusedDeclarations } from './declared-acknowledgements';
import { toFinding } from './finding';
import { nameOf } from './finding-name';
import { toIdle } from './idle';
import { knowledgeFor, overridesIn, unusedFacts } from './own-facts';
import { summarize } from './summary';
import { toTopology } from './topology';
import { unfollowedImports } from './unfollowed-imports';
import { toUnproven } from './unproven';
import { toWitnesses } from './witness';
import { WorldSearch, wordsOf } from './worlds';

/** A template runs in some region; mappings and conditions ask which. Said in the report's world when it was assumed. */
export const ASSUMED_REGION = 'us-east-1';

/** How to judge. */
export interface AssessOptions {
  /** The level that must survive. */
  readonly survive: Scope;
  readonly parameters: Readonly<Record<string, string>>;
  readonly region?: string;
  readonly worlds: 'default' | 'all';
  readonly config?: Config;
  /** Facts about resource types, as under `facts` in nospof.yaml; they win over those of the configuration. */
  readonly facts?: OwnFacts;
  /** Look for the edit that repairs each finding: each is tried, at the price of judging once more. */
  readonly repairs?: boolean;
  /** Called before each step that may take long, with its name; what it throws ends the judging. */
  readonly beforeStep?: (step: string) => void;
}

/**
 * Reads the files as one system and judges it: the whole of nospof in five steps.
 *
 * @throws {InputError} the input cannot be read; the problems say where
 */
export async function assess(paths: readonly string[], given: AssessOptions): Promise<Assessment> {
  const options = given.facts === undefined ? given : { ...given, config: withFacts(given.config ?? EMPTY_CONFIG, given.facts) };
  const reading = {
    parameters: options.parameters,
    assumedRegion: ASSUMED_REGION,
    ...(options.region === undefined ? {} : { region: options.region }),
  };
  const { beforeStep = () => {} } = options;
  beforeStep(`reading ${paths.length === 1 ? paths[0] : `${paths.length} inputs`}`);
  if (options.worlds === 'all') return judgeWorlds(readWorlds(paths, reading), options, beforeStep);
  return judgeSystem(await readSystem(paths, reading), options, beforeStep);
}

/** Judges the default world, then every other one for what it brings in that no smaller change has brought in. */
function judgeWorlds(worlds: Worlds, options: AssessOptions, beforeStep: (step: string) => void): Assessment {
  const usual = worlds.at({});
  const knowledge = knowledgeFor(options.config);
  const analysis = analyzed(usual, options, knowledge);
  const assessment = judgedBy(analysis, usual, options, beforeStep);
  const search = new WorldSearch(worlds, usual, { analysis, findings: assessment.findings }, knowledge, (system, world) => {
    beforeStep(`judging with ${wordsOf(world)}`);
    const other = analyzed(system, options, knowledge);
    return { analysis: other, findings: findingsOf(other, system) };
  });
  const findings = [...assessment.findings, ...search.findings].sort(byPlace);
  // Judged anew, because another world may use what the usual one leaves unused.
  const problems = assessment.problems.filter(({ code }) => code === 'unmatched-entry' || code === 'import-not-followed');
  problems.unshift(...usual.problems, ...search.problems, ...unusedDeclarations(usual, findings));
  return { ...assessment, summary: { ...assessment.summary, worlds: search.count }, findings, problems };
}

function analyzed(
  system: System,
  options: Pick<AssessOptions, 'config' | 'survive'>,
  knowledge = knowledgeFor(options.config),
): Analysis {
  const annotations = options.config === undefined ? {} : toAnnotations(options.config);
  return analyze(system, knowledge, annotations, options.survive);
}

function findingsOf(analysis: Analysis, system: System): Finding[] {
  return applyRules(analysis)
    .map((draft) => toFinding(draft, system))
    .sort(byPlace);
}

/** As {@link findingsOf}, each with the edit that makes it go away where one is enough. */
function repairedFindings(
  analysis: Analysis,
  system: System,
  options: Pick<AssessOptions, 'config' | 'survive'>,
  beforeStep: (step: string) => void,
): Finding[] {
  const { repairOf } = require('./repair') as typeof import('./repair');
  const drafts = applyRules(analysis);
  const before = new Set(drafts.map((draft) => nameOf(toFinding(draft, system))));
  const rejudge = (changed: System) => findingsOf(analyzed(changed, options), changed);
  return drafts
    .map((draft) => {
      beforeStep(`trying to repair ${draft.subject.resource.id}`);
      const repair = repairOf(draft, before, analysis, rejudge);
      return { ...toFinding(draft, system), ...(repair && { repair }) };
    })
    .sort(byPlace);
}

/**
 * As {@link assess}, for a system that was read elsewhere.
 *
 * @param options.brief - leaves out what only reports show: the witnesses and the topology are empty
 * @param beforeStep - called before each long step with its name; what it throws ends the judging
 */
export function judgeSystem(
  system: System,
  options: Pick<AssessOptions, 'survive' | 'config' | 'repairs'> & { readonly brief?: boolean },
  beforeStep: (step: string) => void = () => {},
): Assessment {
  beforeStep('looking for what each zone takes with it');
  return judgedBy(analyzed(system, options), system, options, beforeStep);
}

function judgedBy(
  analysis: Analysis,
  system: System,
  options: Pick<AssessOptions, 'survive' | 'config' | 'repairs'> & { readonly brief?: boolean },
  beforeStep: (step: string) => void,
): Assessment {
  beforeStep('writing down what is lost');
  const findings =
    options.repairs === true ? repairedFindings(analysis, system, options, beforeStep) : findingsOf(analysis, system);
  beforeStep('writing down what survives');
  const overrides = overridesIn(system, options.config);
  return {
    version: 1,
    system: { inputs: system.inputs, survive: options.survive, world: worldOf(system) },
    summary: summarize(analysis),
    findings,
    unproven: toUnproven(analysis),
    witnesses: options.brief === true ? [] : toWitnesses(analysis),
    topology: options.brief === true ? NO_TOPOLOGY : toTopology(analysis),
    ...(analysis.idle.length > 0 && { idleResources: toIdle(analysis) }),
    unknownTypes: unknownTypes(analysis.subjects.unknownTypes),
    problems: [
      ...system.problems,
      ...unfollowedImports(analysis),
      ...unusedDeclarations(system, findings),
      ...namesOfNothing(analysis, system, options.config),
    ],
    ...(overrides.length > 0 && { overrides }),
  };
}

/** Entries of nospof.yaml that name no resource and no subnet that comes from outside. */
function namesOfNothing({ network }: Analysis, system: System, config: Config | undefined): readonly Problem[] {
  if (config === undefined) return [];
  const outside = network.all().flatMap(({ label, subject }) => (subject === undefined ? [{ id: label }] : []));
  const declared = [...system.resources.values()].map(({ id, path, stack }) => ({
    id,
    stack: stack.name,
    ...(path === undefined ? {} : { path }),
  }));
  return [...unmatchedEntries(config, [...declared, ...outside]), ...unusedFacts(system, config)];
}

function unknownTypes(types: ReadonlyMap<string, readonly unknown[]>): Record<string, number> {
  return Object.fromEntries(
    [...types].map(([type, resources]) => [type, resources.length] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function byPlace(a: Assessment['findings'][number], b: Assessment['findings'][number]): number {
  return (
    compare(a.resource.file, b.resource.file) ||
    (a.resource.line ?? 0) - (b.resource.line ?? 0) ||
    (a.resource.column ?? 0) - (b.resource.column ?? 0) ||
    compare(a.resource.stack ?? '', b.resource.stack ?? '') ||
    compare(a.resource.id, b.resource.id) ||
    compare(a.rule, b.rule)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const NO_TOPOLOGY: Topology = { zones: [], resources: [], dependencies: [], functions: [], domains: [] };

function worldOf(system: System): Record<string, string> {
  const assumed = system.stacks.find(({ regionAssumed }) => regionAssumed === true);
  return assumed === undefined ? { ...system.world } : { ...system.world, 'AWS::Region': assumed.region };
}
