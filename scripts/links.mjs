#!/usr/bin/env node
/**
 * Finds links of Markdown pages that lead nowhere: to a file that does not exist, or to a heading that is not there.
 * Links to other sites are left alone, because a check that needs the network fails for reasons that are not ours.
 *
 *   node scripts/links.mjs [FOLDER]   exit 1 and name them
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const broken = brokenLinks(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
  for (const { file, line, message } of broken) console.error(`${file}:${line}: ${message}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

/** Every broken link of the pages in a folder and in its docs, in the order of the files. */
export function brokenLinks(root) {
  const headings = new Map();
  return pagesOf(root).flatMap((file) => {
    const lines = withoutCode(readFileSync(join(root, file), 'utf8')).split('\n');
    return lines.flatMap((text, index) =>
      targetsOf(text).flatMap((target) => {
        const message = problemOf(target, file, root, headings);
        return message === undefined ? [] : [{ file, line: index + 1, message }];
      }),
    );
  });
}

function pagesOf(root) {
  const own = readdirSync(root).filter((name) => name.endsWith('.md'));
  const docs = existsSync(join(root, 'docs')) ? readdirSync(join(root, 'docs'), { recursive: true, withFileTypes: true }) : [];
  const below = docs
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return [...own.sort(), ...below.sort()];
}

/** The page with its code blanked, line by line, so that what looks like a link in an example is none. */
function withoutCode(text) {
  return text
    .replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[`~]*[ \t]*$/gm, (block) => block.replace(/[^\n]/g, ''))
    .replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, (code) => ' '.repeat(code.length));
}

function targetsOf(text) {
  const inMarkdown = [...text.matchAll(/\]\((?:<([^>]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))(?:\s+"[^"]*")?\)/g)];
  const inHtml = [...text.matchAll(/<(?:a|img|source)\b[^>]*?\s(?:href|src|srcset)="([^"]*)"/g)];
  return [...inMarkdown.map(([, angled, plain]) => angled ?? plain), ...inHtml.map(([, target]) => target)];
}

function problemOf(target, file, root, headings) {
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) return undefined;
  const [path, anchor] = target.split('#');
  const at = path === '' ? join(root, file) : resolve(root, dirname(file), decodeURI(path));
  if (!existsSync(at)) return `"${target}" leads to no file`;
  if (anchor === undefined || statSync(at).isDirectory() || !at.endsWith('.md')) return undefined;
  if (!headings.has(at)) headings.set(at, anchorsOf(readFileSync(at, 'utf8')));
  return headings.get(at).has(decodeURIComponent(anchor)) ? undefined : `"${target}" leads to no heading of that page`;
}

/** Anchors as GitHub makes them: letters, digits, hyphens; what is there twice gets a number. */
function anchorsOf(text) {
  const page = text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[`~]*[ \t]*$/gm, '');
  const anchors = new Set([...page.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)].map(([, name]) => name));
  const seen = new Map();
  for (const [, heading] of page.matchAll(/^#{1,6}\s+(.+?)\s*#*\s*$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = words.replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '').replaceAll(' ', '-');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    anchors.add(times === 0 ? anchor : `${anchor}-${times}`);
  }
  return anchors;
}
