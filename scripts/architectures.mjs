#!/usr/bin/env node
/**
 * Makes the parts of docs/architectures that come from the proof: the picture, what each failure domain takes, how long it
 * lasts and what capacity is left. Everything between two marks is replaced:
 *
 *   <!-- proof -->
 *   <!-- /proof -->
 *
 * Run after `npm run build`.
 *
 *   node scripts/architectures.mjs           write
 *   node scripts/architectures.mjs --check   write nothing; exit 1 and name the files that differ
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const { ASSUMED_REGION, assessProgram, judgeSystem } = require('../dist/lib/assess/index.js');
const { readStacks } = require('../dist/lib/readers/index.js');
const { PLAIN_CONTEXT, reporterFor } = require('../dist/lib/reporters/index.js');

/** Each page, the stacks or the Pulumi program that make the architecture, and the level that it promises. */
const PAGES = {
  'multi-az-service': { stacks: ['multi-az-service'], survive: 'zone' },
  'container-service': { stacks: ['container-service'], survive: 'zone' },
  'firewall-fleet': { stacks: ['firewall-fleet'], survive: 'zone' },
  'hybrid-network': { stacks: ['hybrid-network'], survive: 'zone' },
  'hybrid-split': { stacks: ['hybrid-split'], survive: 'zone' },
  'seasonal-site': { stacks: ['seasonal-site'], survive: 'zone' },
  'protected-data': { stacks: ['protected-data', 'protected-data-copies'], survive: 'zone' },
  'disaster-recovery': { stacks: ['disaster-recovery', 'disaster-recovery-secondary'], survive: 'region' },
  'anycast-front-door': { stacks: ['anycast-front-door', 'anycast-front-door-second'], survive: 'region' },
  'multi-cloud': { program: '.', survive: 'provider' },
  'single-zone-baseline': { stacks: ['single-zone-baseline'], survive: 'zone' },
};

const checking = process.argv.includes('--check');
const stale = [];
const out = mkdtempSync(join(tmpdir(), 'nospof-architectures-'));
try {
  synthesize(out);
  process.chdir(root);
  for (const [page, { stacks, program, survive }] of Object.entries(PAGES)) {
    const assessment = program === undefined ? ofStacks(stacks, survive) : ofProgram(program, survive);
    publish(`docs/architectures/${page}.svg`, reporterFor('svg')(relativeTo(assessment, out), PLAIN_CONTEXT));
    const file = `docs/architectures/${page}.md`;
    publish(file, withProof(readFileSync(join(root, file), 'utf8'), proofOf(assessment, page), file));
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
const strangers = readdirSync(join(root, 'docs/architectures')).filter(
  (file) => !(file.replace(/\.(md|svg)$/, '') in PAGES) && file !== 'README.md',
);
if (strangers.length > 0) stale.push(...strangers.map((file) => `docs/architectures/${file} (no stack of that name)`));
if (stale.length > 0) console.error(`not up to date: ${stale.join(', ')}; run "npm run docs" and read the difference`);
process.exitCode = checking && stale.length > 0 ? 1 : 0;

function ofStacks(stacks, survive) {
  const files = stacks.map((stack) => ({ file: join(out, `${stack}.template.json`) }));
  return judgeSystem(readStacks(files, { assumedRegion: ASSUMED_REGION }), { survive });
}

function ofProgram(folder, survive) {
  return assessProgram(folder, { config: {}, timeoutSeconds: 120, say: (text) => process.stderr.write(text) }, { survive });
}

function synthesize(outdir) {
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const run = spawnSync(process.execPath, [join(root, 'dist/bin/cdk.js')], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify(context),
      CDK_VALIDATION: 'false',
      NOSPOF: 'off',
    },
  });
  if (run.status !== 0) throw new Error(`the reference app cannot be synthesized: ${run.stderr}`);
}

/** File names without the folder of this run, so that equal input gives equal pages. */
function relativeTo(assessment, folder) {
  return JSON.parse(
    JSON.stringify(assessment).replaceAll(`${folder}/`, '').replaceAll(relative(process.cwd(), folder), 'cdk.out'),
  );
}

function publish(file, text) {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  stale.push(file);
  if (!checking) writeFileSync(path, text);
}

function withProof(text, proof, file) {
  const marked = /<!-- proof -->\n[\s\S]*?<!-- \/proof -->/;
  if (!marked.test(text)) throw new Error(`${file} has no marks for the proof`);
  return text.replace(marked, () => `<!-- proof -->\n${proof}\n<!-- /proof -->`);
}

function proofOf({ summary, topology, witnesses, unproven, system }, page) {
  const names = nameOf(topology);
  const places = topology.domains.filter(({ scope, label }) => scope !== 'component' && !label.startsWith('zone zone of'));
  const rows = places.flatMap((domain) => rowsOf(domain, topology, witnesses, unproven, names));
  const lostAlone = topology.domains.filter(({ scope, lost }) => scope === 'component' && lost.length > 0);
  return [
    `![What stands where, and what needs what](${page}.svg)`,
    '',
    `Judged at level \`${system.survive}\`: ${summary.resources} resources, ${summary.functions} functions, ${summary.failureDomains} failure domains; ${summary.survives} pairs survive, ${summary.lost} are lost, ${summary.unproven} unproven.`,
    '',
    '| when this fails | users of | notice | back within | capacity left |',
    '|---|---|---|---|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
    lostAlone.length === 0
      ? 'No component takes a function away by its own loss.'
      : `Lost by the loss of one component alone: ${lostAlone.map(({ label, lost }) => `\`${label.replace('component ', '')}\` (${lost.map(names).join(', ')})`).join('; ')}.`,
  ].join('\n');
}

function rowsOf(domain, topology, witnesses, unproven, names) {
  const units = new Map(topology.resources.map(({ key, units }) => [key, units]));
  const capacity = Object.entries(domain.capacityLeft)
    .filter(([key]) => units.get(key) > 1)
    .map(([key, share]) => `${names.ofKey(key)} ${Math.round(share * 100)} %`);
  const verdicts = topology.functions.map(({ kind, name }) => {
    const witness = witnesses.find((each) => each.of === name && each.function === kind && each.failureDomain === domain.label);
    const open = domain.unproven.includes(name) || unproven.some((each) => each.of === name && each.function === kind);
    const lost = domain.lost.includes(name) && witness === undefined;
    const notice = lost
      ? '**lost**'
      : witness === undefined && open
        ? 'unproven'
        : witness?.recoverySeconds
          ? 'errors for a moment'
          : 'nothing';
    const back = witness?.recoverySeconds
      ? `${witness.recoverySeconds} s (${names.inText(witness.slowest.because)})`
      : lost
        ? 'not by itself'
        : '';
    return { kind, name, notice, back };
  });
  // What only keeps data of the region and never moves would fill the table and say nothing.
  const told = verdicts.filter(({ kind, notice }) => kind !== 'egress' || notice !== 'nothing');
  const quiet = verdicts.length - told.length;
  const cells = told.map(({ kind, name, notice, back }, index) => [
    index === 0 ? domain.label : '',
    `${names(name)}${kind === 'serve' ? '' : ` (${kind})`}`,
    notice,
    back,
    index === 0 ? capacity.join('<br>') : '',
  ]);
  if (quiet > 0)
    cells.push([
      told.length === 0 ? domain.label : '',
      `${quiet} way${quiet === 1 ? '' : 's'} out of the subnets`,
      'nothing',
      '',
      '',
    ]);
  return cells;
}

/** Construct paths instead of logical ids, without the stack that the page is about. */
function nameOf({ resources, functions }) {
  const byKey = new Map(resources.map(({ key, ref }) => [key, ref.path?.split('/').slice(1).join('/') ?? ref.id]));
  const byName = new Map(functions.map(({ name, entry }) => [name, byKey.get(entry) ?? name]));
  const inText = (text) =>
    text.replace(/"([^"]+)"/g, (_, id) => `"${resources.find(({ ref }) => ref.id === id)?.ref.path ?? id}"`);
  return Object.assign((name) => byName.get(name) ?? name, { ofKey: (key) => byKey.get(key) ?? key, inText });
}
