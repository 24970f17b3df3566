#!/usr/bin/env node
/** Runs the golden cases; with --update writes what nospof says now, to be read as a difference. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js');
const updating = process.argv.includes('--update');
const run = spawnSync(
  process.execPath,
  [jest, 'test/cases.test.ts', ...process.argv.slice(2).filter((arg) => arg !== '--update')],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NOSPOF_UPDATE_CASES: updating ? '1' : '0' },
  },
);
process.exitCode = run.status ?? 1;
