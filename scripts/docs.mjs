#!/usr/bin/env node
/**
 * Makes what the docs show true: the JSON schema of nospof.yaml, a page for each rule with its example, the page of facts, and every block behind a mark
 * (see marks.mjs); and holds their links. Run after `npm run build`.
 *
 *   node scripts/docs.mjs           write
 *   node scripts/docs.mjs --check   write nothing; exit 1 and name the files that differ; broken links fail both
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brokenLinks } from './links.mjs';
import { fillMarks } from './marks.mjs';
import { rulePage, rulesIndex } from './rule-pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const { aws, beyondAws } = require('../dist/lib/knowledge/index.js');
const { knowledgePage } = require('../dist/lib/knowledge/docs/knowledge-page.js');
const checking = process.argv.includes('--check');
const stale = [];

publish('docs/nospof.schema.json', `${JSON.stringify(require('../dist/lib/config/index.js').configJsonSchema(), null, 2)}\n`);
publish('docs/knowledge.md', knowledgePage([...aws, ...beyondAws()]));
const { RULES } = require('../dist/lib/assess/index.js');
const { SETTINGS_RULES } = require('../dist/lib/rules/settings/index.js');
const isOfSettings = ({ id }) => SETTINGS_RULES.some((rule) => rule.id === id);
publish('docs/rules.md', rulesIndex(RULES, isOfSettings));
for (const rule of RULES) publish(`docs/rules/${rule.id}.md`, rulePage(rule, isOfSettings, root));
forget('docs/rules', new Set(RULES.map(({ id }) => `${id}.md`)));
publish('docs/coverage.md', coveragePage(JSON.parse(readFileSync(join(root, 'docs/coverage.json'), 'utf8'))));
for (const file of markdownFiles()) publish(file, fillMarks(readFileSync(join(root, file), 'utf8'), file, publish));

if (stale.length > 0) console.error(`not up to date: ${stale.join(', ')}; run "npm run docs" and read the difference`);
const broken = brokenLinks(root);
for (const { file, line, message } of broken) console.error(`${file}:${line}: ${message}`);
process.exitCode = broken.length > 0 || (checking && stale.length > 0) ? 1 : 0;

function publish(file, text) {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  stale.push(file);
  if (checking) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Takes away pages of what is no more. */
function forget(folder, kept) {
  for (const file of readdirSync(join(root, folder)).filter((name) => !kept.has(name))) {
    stale.push(`${folder}/${file}`);
    if (!checking) unlinkSync(join(root, folder, file));
  }
}

function markdownFiles() {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, withFileTypes: true });
  const pages = docs
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return ['README.md', 'README.ko.md', ...pages.sort()];
}

/** What other tools check, and what answers it here; test/rules/coverage.test.ts holds the rows against rules, cases and tests. */
function coveragePage(rows) {
  const answer = ({ rules = [], proof = [], note, part, out }) =>
    out === undefined
      ? [
          ...(part ? ['**in part**'] : []),
          ...rules.map((id) => `[${id}](rules/${id}.md)`),
          ...(proof.length > 0 ? [`shown by ${proof.map(shownBy).join(', ')}`] : []),
          ...(note === undefined ? [] : [note]),
        ].join('; ')
      : `out of scope: ${out}`;
  const shownBy = (place) => {
    const title = place.split(': ')[1];
    return title === undefined ? `[${place}](../test/cases/${place})` : `"${title}"`;
  };
  const counts = {
    whole: rows.filter(({ part, out }) => out === undefined && part !== true).length,
    part: rows.filter(({ part }) => part === true).length,
    out: rows.filter(({ out }) => out !== undefined).length,
  };
  return (
    '# What other tools check, and what answers it here\n\nGenerated from `docs/coverage.json` by `npm run docs`.\n\n' +
    'One row for each thing that tools for templates, and services that look into accounts, check for reliability. ' +
    `Of ${rows.length} rows ${counts.whole} are covered, ${counts.part} in part, and ${counts.out} are out of scope. ` +
    'Rules about settings belong to the pack `settings`, which is off unless `--pack settings` or `nospof.yaml` asks for it: ' +
    'they compare a setting with what is usual, while all other rules put words to what is proven. ' +
    'The pack takes an absent setting for its default in CloudFormation templates and Kubernetes manifests only; of other inputs it judges what is given.\n\n' +
    '| # | asked | answered by |\n|---|---|---|\n' +
    rows.map((row) => `| ${row.row} | ${row.name} | ${answer(row)} |\n`).join('')
  );
}
