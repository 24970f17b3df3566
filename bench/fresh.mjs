#!/usr/bin/env node
/**
 * From an empty folder to the first verdict: what `npm install` of the packed package takes with an empty cache and with a
 * warm one, what it leaves on the disk, and the first check. Run after `npm run build`; needs a registry; gates nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'nospof-fresh-'));
const cache = join(folder, 'cache');
const npm = (args, cwd) => execFileSync('npm', [...args, '--cache', cache, '--no-audit', '--no-fund'], { cwd, encoding: 'utf8' });

try {
  const [{ filename, size, entryCount }] = JSON.parse(
    npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root),
  );
  console.log(`the tarball: ${megabytes(size)} MB, ${entryCount} files`);
  rmSync(cache, { recursive: true, force: true });
  for (const state of ['empty', 'warm']) {
    const place = join(folder, state);
    mkdirSync(place);
    writeFileSync(join(place, 'package.json'), '{ "private": true }\n');
    copyFileSync(join(root, 'docs/examples/shop.yaml'), join(place, 'shop.yaml'));
    const install = timed(() => npm(['install', join(folder, filename)], place));
    const check = timed(() => verdict(place));
    console.log(`${state} cache: npm install ${install} ms, first check ${check} ms, together ${install + check} ms`);
  }
  const modules = join(folder, 'warm/node_modules');
  const packages = readdirSync(modules).filter((name) => !name.startsWith('.'));
  console.log(`on the disk: ${packages.length} packages (${packages.join(', ')}), ${megabytes(bytesIn(modules))} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function verdict(place) {
  const run = spawnSync(join(place, 'node_modules/.bin/nospof'), ['check', 'shop.yaml'], { cwd: place, encoding: 'utf8' });
  if (run.status !== 1) throw new Error(`nospof ended with ${run.status}: ${run.stderr}`);
}

function timed(act) {
  const start = performance.now();
  act();
  return Math.round(performance.now() - start);
}

function bytesIn(path) {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}
