#!/usr/bin/env node
/**
 * Holds the last line of the corpus score, read from standard input, to what must be reached:
 * recall and precision of 0.95, no trap taken, no case without a report.
 */
import { readFileSync } from 'node:fs';

const line = readFileSync(0, 'utf8').trim();
const found = /^recall ([\d.]+) \(\d+\/\d+\) precision ([\d.]+) \(\d+\/\d+\) traps (\d+) crashed (\d+)\b/.exec(line);
if (!found) {
  console.error(`expected the last line of the corpus score, got "${line}"`);
  process.exit(1);
}
const [recall, precision, traps, crashed] = found.slice(1).map(Number);
const short = [
  recall < 0.95 && `recall ${recall} is below 0.95`,
  precision < 0.95 && `precision ${precision} is below 0.95`,
  traps > 0 && `${traps} traps taken, 0 allowed`,
  crashed > 0 && `${crashed} cases without a report, 0 allowed`,
].filter(Boolean);
for (const reason of short) console.error(reason);
process.exitCode = short.length === 0 ? 0 : 1;
