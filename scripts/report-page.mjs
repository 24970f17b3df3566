#!/usr/bin/env node
/**
 * Makes lib/reporters/html/assets.ts: the style sheet and the program of the HTML report as two strings, so that the
 * report needs no file beside it and the build no bundler.
 *
 *   node scripts/report-page.mjs           write
 *   node scripts/report-page.mjs --check   write nothing; exit 1 when the file is not what it would be
 *
 * The program is plain modules that import one another; they are put into one function in the order of their imports. No two
 * of them may give a top-level name twice, which is checked here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import swc from '@swc/core';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'lib/reporters/html');
const target = join(page, 'assets.ts');
/** In the order of the cascade. */
const SHEETS = ['base', 'head', 'picture', 'panel', 'findings', 'print'];

const text = `// Made by scripts/report-page.mjs from style/ and client/.

export const STYLE = ${quoted(style(SHEETS.map((sheet) => readFileSync(join(page, 'style', `${sheet}.css`), 'utf8')).join('\n')))};

export const SCRIPT = ${quoted(program(join(page, 'client/main.ts')))};
`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error(`not up to date: ${relative(root, target)}; run "node scripts/report-page.mjs"`);
    process.exitCode = 1;
  }
} else writeFileSync(target, text);

function program(entry) {
  const modules = inOrder(entry);
  const owners = new Map();
  for (const { file, code } of modules) {
    for (const [, name] of code.matchAll(/^(?:async )?(?:function\*?|const|let|class) (\w+)/gm)) {
      if (owners.has(name)) throw new Error(`"${name}" is a top-level name of ${owners.get(name)} and of ${file}`);
      owners.set(name, file);
    }
  }
  const all = `(() => {\n'use strict';\n${modules.map(({ code }) => code).join('\n')}\n})();`;
  const { code } = swc.minifySync(all, { compress: { passes: 2 }, mangle: true, ecma: 2022, module: false });
  if (/<\/script|<!--/i.test(code)) throw new Error('the program holds words that would end its element');
  return code.trim();
}

/** The modules below a file, each after those it imports. */
function inOrder(file, seen = new Set()) {
  if (seen.has(file)) return [];
  seen.add(file);
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, isolatedModules: true },
  });
  const before = [];
  const code = outputText
    .replace(/^import (?:[\s\S]*? from )?['"](\.[^'"]+)['"];$/gm, (_, from) => {
      before.push(...inOrder(`${resolve(dirname(file), from)}.ts`, seen));
      return '';
    })
    .replace(/^export (?=(?:async )?(?:function|const|let|class) )/gm, '')
    .replace(/^export \{\};?$/gm, '');
  if (/^(?:import|export) /m.test(code))
    throw new Error(`${relative(root, file)}: an import or export that cannot be put into one file`);
  return [...before, { file: relative(root, file), code }];
}

function style(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
}

function quoted(value) {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}
