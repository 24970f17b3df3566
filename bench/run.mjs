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

/** Writes the peak memory of a process to standard error when it ends. */
const meter = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS+'\\n'))`;

/** Milliseconds and peak memory [MB] of a whole process: medians of some runs, the first one (cold files) left out. */
function measure(args, runs) {
  const times = [];
  const peaks = [];
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--import', meter, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
    if (run === 0) continue;
    times.push(performance.now() - start);
    peaks.push(Number(/^peak (\d+)$/m.exec(stderr)?.[1]) / 1024);
  }
  return { time: median(times), peak: median(peaks) };
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
  const bare = measure(['-e', '0'], 11);
  console.log(
    `bare node: ${bare.time.toFixed(0)} ms, ${bare.peak.toFixed(0)} MB (everything below in this run, on this machine)`,
  );
  console.log('resources   process   of bare node   judging / JSON.parse of the text   per 1,000 resources   memory   per 1,000');
  for (const size of sizes) {
    const text = template(size);
    const file = join(folder, `shop-${size}.json`);
    writeFileSync(file, text);
    const resources = Object.keys(JSON.parse(text).Resources).length;
    const { time: whole, peak } = measure([nospof, 'check', file], size > 20_000 ? 3 : 7);
    const judging = whole - bare.time;
    const memory = peak - bare.peak;
    const row = [
      String(resources).padStart(9),
      `${whole.toFixed(0)} ms`.padStart(9),
      `${(whole / bare.time).toFixed(1)} x`.padStart(14),
      `${(judging / parseTime(text)).toFixed(0)} x`.padStart(34),
      `${(judging / (resources / 1000)).toFixed(0)} ms`.padStart(21),
      `${peak.toFixed(0)} MB`.padStart(8),
      `${(memory / (resources / 1000)).toFixed(1)} MB`.padStart(11),
    ];
    console.log(row.join(' '));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
