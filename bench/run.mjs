#!/usr/bin/env node
/**
 * How long nospof takes, as ratios taken in one run, because seconds of another machine say little.
 * Run after `npm run build`; nothing here gates anything. `npm run bench -- --large` goes on to 100,000 resources.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { template } from './template.mjs';

const nospof = fileURLToPath(new URL('../dist/bin/nospof.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'nospof-bench-'));
const sizes = process.argv.includes('--large') ? [500, 1_000, 10_000, 100_000] : [500, 1_000, 10_000];

/** Milliseconds of a whole process: the median of some runs, the first one (cold files) left out. */
function processTime(args, runs) {
  const times = [];
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
    if (run > 0) times.push(performance.now() - start);
  }
  return median(times);
}

function parseTime(text) {
  const times = [];
  for (let run = 0; run < 9; run++) {
    const start = performance.now();
    JSON.parse(text);
    times.push(performance.now() - start);
  }
  return median(times);
}

function median(times) {
  return times.sort((a, b) => a - b)[times.length >> 1];
}

try {
  const bare = processTime(['-e', '0'], 11);
  console.log(`bare node start: ${bare.toFixed(0)} ms (everything below in this run, on this machine)`);
  console.log('resources   process   of bare node   judging / JSON.parse of the text   per 1,000 resources');
  for (const size of sizes) {
    const text = template(size);
    const file = join(folder, `shop-${size}.json`);
    writeFileSync(file, text);
    const resources = Object.keys(JSON.parse(text).Resources).length;
    const whole = processTime([nospof, 'check', file], size > 20_000 ? 1 : 5);
    const judging = whole - bare;
    const row = [
      String(resources).padStart(9),
      `${whole.toFixed(0)} ms`.padStart(9),
      `${(whole / bare).toFixed(1)} x`.padStart(14),
      `${(judging / parseTime(text)).toFixed(0)} x`.padStart(34),
      `${(judging / (resources / 1000)).toFixed(0)} ms`.padStart(21),
    ];
    console.log(row.join(' '));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
