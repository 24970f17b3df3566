#!/usr/bin/env node
/**
 * Adds to package-lock.json the optional platform packages that the registry at hand does not carry.
 *
 * npm leaves such packages out when it writes the lock file and then refuses the file in `npm ci` as out of sync
 * (https://github.com/npm/cli/issues/9846). Their version is pinned by the package that wants them, and their system and
 * processor stand in their name, which is all npm needs to pass them over, or to fetch them where they are to be had.
 * Run it after `npm install` has changed the lock file; a complete file stays as it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

let added = 0;
for (const [path, wanted] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(wanted.optionalDependencies ?? {})) {
    if (isThere(path, name)) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...only('cpu', PROCESSORS, name),
      ...(wanted.dev && { dev: true }),
      ...libc(name),
      optional: true,
      ...only('os', SYSTEMS, name),
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (added > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages added to package-lock.json`);

/** Whether the package at `path` would find `name`: beside it, or in any folder above. */
function isThere(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

function only(key, words, name) {
  const parts = name.split(/[-/]/);
  const found = words.find((word) => parts.includes(word) || (word === 'arm' && parts.includes('armv7')));
  return found === undefined ? {} : { [key]: [found] };
}

function libc(name) {
  if (/musl/.test(name)) return { libc: ['musl'] };
  return /linux.*gnu/.test(name) ? { libc: ['glibc'] } : {};
}
