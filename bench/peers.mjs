#!/usr/bin/env node
/**
 * What nospof and its peers say of the pair in docs/examples/pair: ten planted faults, and the same template repaired.
 * A finding counts for a tool when the repair makes it go away. Peers that are not here are skipped, and said to be.
 * Run after `npm run build`.
 *
 *   node bench/peers.mjs --install   first put the peers that npm has into reports/peers
 *   node bench/peers.mjs             print the tables of docs/comparison.md
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PEERS } from './peers/peers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = join(root, 'reports/peers');
const pair = join(root, 'docs/examples/pair');

if (process.argv.includes('--install')) install();

const faults = JSON.parse(readFileSync(join(pair, 'faults.json'), 'utf8'));
const results = PEERS.map((peer) => {
  const version = peer.version({ root, packages });
  if (version === undefined) return { peer };
  const [planted, repaired] = ['planted.yaml', 'repaired.yaml'].map((file) => peer.run(join(pair, file), { root, packages }));
  return { peer, version, planted, repaired, gone: planted.filter((finding) => !repaired.some((other) => same(finding, other))) };
});
const ran = results.filter(({ version }) => version !== undefined);

console.log('| tool | on the planted one | on the repaired one | gone with the repair |\n|---|---|---|---|');
for (const { peer, version, planted, repaired, gone } of results)
  console.log(
    version === undefined
      ? `| ${peer.name} | skipped: not installed | | |`
      : `| ${peer.name} ${version} | ${planted.length} | ${repaired.length} | ${gone.length} |`,
  );

console.log(`\n| planted | ${ran.map(({ peer }) => peer.name).join(' | ')} |\n|---|${ran.map(() => '---|').join('')}`);
for (const { fault, title, resources } of faults) {
  const cells = ran.map(({ peer, gone }) => namesOf(peer, gone, fault, resources).join('<br>'));
  console.log(`| ${fault}. ${title} | ${cells.join(' | ')} |`);
}
const strays = ran.flatMap(({ peer, gone }) =>
  gone
    .filter(({ rule }) => peer.about[rule] === undefined)
    .map(({ rule, resource }) => `${peer.name}: ${rule} on ${resource} is not laid to a fault`),
);
if (strays.length > 0) console.log(`\n${strays.join('\n')}`);

/** Names of the rules that a tool has for a fault, of those whose findings the repair took away. */
function namesOf(peer, gone, fault, resources) {
  const rules = gone
    .filter(({ rule, resource }) => peer.about[rule] === fault && resources.includes(resource))
    .map(({ rule }) => rule);
  return [...new Set(rules)];
}

function same(one, other) {
  return one.rule === other.rule && one.resource === other.resource;
}

function install() {
  mkdirSync(packages, { recursive: true });
  if (!existsSync(join(packages, 'package.json'))) writeFileSync(join(packages, 'package.json'), '{ "private": true }\n');
  const wanted = PEERS.flatMap(({ npm }) => npm ?? []);
  const run = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--omit=peer', '--no-audit', '--no-fund', '--save-exact', ...wanted],
    {
      cwd: packages,
      stdio: ['ignore', 2, 2],
    },
  );
  if (run.status !== 0) throw new Error(`npm could not install ${wanted.join(', ')}`);
}
