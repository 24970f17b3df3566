#!/usr/bin/env node
/**
 * What a resource of a Terraform plan costs beside one of a CloudFormation template: medians of one run, in this
 * process, so that starting Node counts for neither. Run after `npm run build`; nothing here gates anything.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plan } from './plan.mjs';
import { template } from './template.mjs';

const require = createRequire(import.meta.url);
const built = process.argv[2] ?? '../dist';
const { assess } = require(`${built}/lib/assess/index.js`);
const { readSystem } = require(`${built}/lib/readers/index.js`);
const folder = mkdtempSync(join(tmpdir(), 'nospof-bench-'));

async function median(work, runs = 5) {
  const times = [];
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    await work();
    if (run > 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

try {
  console.log('format       resources      text   parse      read    judge   per 1,000 resources   of CloudFormation');
  let base;
  for (const [format, make] of [
    ['template', template],
    ['plan', plan],
  ]) {
    for (const size of [1_000, 10_000]) {
      const text = make(size);
      const file = join(folder, `${format}-${size}.json`);
      writeFileSync(file, text);
      const options = { survive: 'zone', parameters: {}, worlds: 'default' };
      const parsing = await median(() => JSON.parse(text));
      const reading = await median(() => readSystem([file]));
      let resources = 0;
      const whole = await median(async () => {
        resources = (await assess([file], options)).summary.resources;
      });
      const each = whole / (resources / 1000);
      if (format === 'template') base = each;
      const row = [
        format.padEnd(9),
        String(resources).padStart(12),
        `${(text.length / 1e6).toFixed(1)} MB`.padStart(9),
        `${parsing.toFixed(0)} ms`.padStart(7),
        `${reading.toFixed(0)} ms`.padStart(9),
        `${(whole - reading).toFixed(0)} ms`.padStart(8),
        `${each.toFixed(1)} ms`.padStart(21),
        `${(each / base).toFixed(1)} x`.padStart(19),
      ];
      console.log(row.join(' '));
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
