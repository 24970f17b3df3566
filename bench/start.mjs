#!/usr/bin/env node
/**
 * What `npm start` takes (synthesis, judgement and report in one process) against the same synthesis in bare node with no
 * judging and without the checks of the CDK. Medians of turns taken by turns. Run after `npm run build`; gates nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'nospof-bench-'));
const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
const turns = 7;

const WAYS = {
  'bare node': { args: ['-e', '0'], env: {} },
  'the app in bare node: synthesis alone': { args: ['dist/bin/cdk.js'], env: { CDK_VALIDATION: 'false', NOSPOF: 'off' } },
  'the app in bare node, with the checks of the CDK': { args: ['dist/bin/cdk.js'], env: { NOSPOF: 'off' } },
  'npm start: two stacks synthesized, judged, reported': { args: ['dist/bin/start.js'], env: {} },
};

function run({ args, env }) {
  const outdir = join(folder, 'cdk.out');
  rmSync(outdir, { recursive: true, force: true });
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(context), CI: 'true', ...env },
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

try {
  const times = Object.fromEntries(Object.keys(WAYS).map((name) => [name, []]));
  for (let turn = 0; turn <= turns; turn++) {
    for (const [name, way] of Object.entries(WAYS)) {
      const time = run(way);
      if (turn > 0) times[name].push(time);
    }
  }
  const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  const base = median(times['the app in bare node: synthesis alone']);
  for (const [name, list] of Object.entries(times)) {
    const time = median(list);
    console.log(`${name.padEnd(54)} ${time.toFixed(0).padStart(6)} ms ${(time / base).toFixed(2).padStart(6)} x`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
