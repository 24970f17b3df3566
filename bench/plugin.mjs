#!/usr/bin/env node
/**
 * What the plugin adds to a synthesis of the reference app: the same program with the plugin and with NOSPOF=off, in turns,
 * so that both meet the same disturbances. Medians over all turns; processor time beside wall time, because a busy
 * machine stretches only the latter. Run after `npm run build`; nothing here gates anything.
 *
 *   node bench/plugin.mjs [--turns 11] [--cli]     --cli: the whole of `cdk synth`, which takes longer
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'dist/bin/cdk.js');
const cdk = join(root, 'node_modules/aws-cdk/bin/cdk');
const folder = mkdtempSync(join(tmpdir(), 'nospof-bench-'));
const at = process.argv.indexOf('--turns');
const turns = at === -1 ? 11 : Number(process.argv[at + 1]);
const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
// As the command line of the CDK sets them.
const flags = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };

/** Writes the processor time of a process to standard error when it ends. */
const meter = `data:text/javascript,process.on('exit',()=>{const{user,system}=process.cpuUsage();process.stderr.write('\\nprocessor '+(user+system)/1000+'\\n')})`;

const WAYS = {
  'bare node, without the checks of the CDK': { args: ['--import', meter, program], env: { CDK_VALIDATION: 'false' } },
  'bare node, with them (the default)': { args: ['--import', meter, program], env: {} },
  ...(process.argv.includes('--cli') && {
    'cdk synth of the compiled app': { args: [cdk, 'synth', '--quiet', '--app', `node ${program}`], env: {}, output: true },
    'cdk synth as in cdk.json': { args: [cdk, 'synth', '--quiet'], env: {}, output: true },
  }),
};

/** Wall time of one synthesis and, where the program is our own, its processor time [ms]. */
function synthesize({ args, env, output }, nospof) {
  const outdir = join(folder, 'cdk.out');
  rmSync(outdir, { recursive: true, force: true });
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, output ? [...args, '--output', outdir] : args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...flags }),
      NOSPOF: nospof,
      CI: 'true',
      ...env,
    },
  });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`the synthesis ended with ${status}: ${stderr}`);
  return { wall, processor: Number(/^processor (\S+)$/m.exec(stderr)?.[1] ?? Number.NaN) };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

function row(name, off, on) {
  const [without, with_] = [median(off), median(on)];
  if (Number.isNaN(without)) return;
  const added = (with_ / without - 1) * 100;
  const share = `${added < 0 ? '' : '+'}${added.toFixed(1)} %`;
  console.log(`${name.padEnd(58)} ${without.toFixed(0).padStart(7)} ms ${with_.toFixed(0).padStart(7)} ms ${share.padStart(9)}`);
}

try {
  console.log(`${`medians of ${turns} turns`.padEnd(58)} ${'without'.padStart(10)} ${'with'.padStart(10)}     added`);
  for (const [name, way] of Object.entries(WAYS)) {
    const off = [];
    const on = [];
    // The first turn finds cold files.
    for (let turn = 0; turn <= turns; turn++) {
      const pair = [synthesize(way, 'off'), synthesize(way, 'on')];
      if (turn === 0) continue;
      off.push(pair[0]);
      on.push(pair[1]);
    }
    for (const kind of ['wall', 'processor'])
      row(
        `${name}: ${kind} time`,
        off.map((one) => one[kind]),
        on.map((one) => one[kind]),
      );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
