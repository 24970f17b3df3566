import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { defaultOf, type Edited, instead, type TemplateEdit } from './template-text';
import { templateYaml } from './values';

type Yaml = typeof import('yaml');

/** Makes one edit in a template that is YAML, and leaves every other character as it is. */
export function editYaml(text: string, edit: TemplateEdit): Edited {
  const yaml: Yaml = require('yaml');
  const document = yaml.parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
  const root = document.contents as Node | null;
  const found = walk(yaml, root, edit.path);
  if (found.depth < 2 || found.map === undefined) return instead(edit, 'not written in this file');
  const { map, pair } = found;
  if (pair === undefined) {
    if (edit.action === 'remove') return { text };
    return inserted(text, map, edit.path.slice(found.depth), edit);
  }
  if (found.depth < edit.path.length - 1) return instead(edit, 'worked out by the template');
  if (edit.action === 'remove') return { text: removed(text, map, pair) };
  if (edit.action === 'append') {
    return yaml.isSeq(pair.value) && isUntagged(pair.value)
      ? appended(text, pair.value as YAMLSeq<Node>, edit)
      : instead(edit, 'no plain list');
  }
  return replaced(yaml, text, root, pair, edit);
}

/** How far a path leads through plain maps: the last map, and the pair in it that the next name means. */
function walk(
  yaml: Yaml,
  root: Node | null,
  path: readonly string[],
): { readonly depth: number; readonly map?: YAMLMap<Node, Node | null>; readonly pair?: Pair<Node, Node | null> } {
  let node: Node | null | undefined = root;
  for (let depth = 0; depth < path.length; depth++) {
    if (!yaml.isMap(node) || (depth > 0 && !isUntagged(node))) return { depth };
    const map: YAMLMap<Node, Node | null> = node as YAMLMap<Node, Node | null>;
    const pair: Pair<Node, Node | null> | undefined = map.items.find(
      ({ key }) => yaml.isScalar(key) && key.value === path[depth],
    );
    if (pair === undefined) return { depth, map };
    if (depth === path.length - 1 || !yaml.isMap(pair.value)) return { depth, map, pair };
    node = pair.value;
  }
  return { depth: 0 };
}

function isUntagged(node: { readonly tag?: string | undefined }): boolean {
  return node.tag === undefined || node.tag.startsWith('tag:yaml.org,2002:');
}

function replaced(yaml: Yaml, text: string, root: Node | null, pair: Pair<Node, Node | null>, edit: TemplateEdit): Edited {
  const { value } = pair;
  const [start, end] = value?.range ?? [];
  if (value === null || start === undefined || end === undefined) return instead(edit, 'empty');
  if (yaml.isScalar(value) && isUntagged(value)) {
    const [wanted = ''] = edit.values;
    // A number stays as it was written, bare or in quotes.
    const bare = value.type === 'PLAIN' && typeof wanted === 'string' && /^\d+$/.test(wanted);
    return { text: `${text.slice(0, start)}${bare ? wanted : templateYaml(wanted)}${text.slice(end)}` };
  }
  const parameter = referenceIn(yaml, value);
  const fallback = parameter === undefined ? undefined : walk(yaml, root, defaultOf(parameter));
  const there = fallback?.pair?.value;
  if (fallback?.depth !== 2 || !yaml.isScalar(there) || !isUntagged(there)) return instead(edit, 'worked out by the template');
  return replaced(yaml, text, root, fallback.pair as Pair<Node, Node | null>, edit);
}

/** `Least` of `!Ref Least` and of `Ref: Least`. */
function referenceIn(yaml: Yaml, node: Node): string | undefined {
  if (yaml.isScalar(node)) return node.tag === '!Ref' ? String(node.value) : undefined;
  const name = yaml.isMap(node) && node.items.length === 1 ? node.get('Ref') : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** A new member, in front of the others where they stand on lines of their own, so that no comment changes its owner. */
function inserted(text: string, map: YAMLMap<Node, Node | null>, names: readonly string[], edit: TemplateEdit): Edited {
  const [name = '', ...below] = names;
  const values = edit.values.map(templateYaml);
  const value = edit.action === 'append' ? `[${values.join(', ')}]` : (values[0] ?? '');
  const nested = below.reduceRight((inner, key) => `{ ${key}: ${inner} }`, value);
  const member = `${name}: ${nested}`;
  const [first] = map.items;
  const from = first?.key.range?.[0];
  if (map.flow === true) {
    const open = map.range?.[0] ?? 0;
    if (from === undefined) return { text: `${text.slice(0, open)}{ ${member} }${text.slice(map.range?.[1] ?? open)}` };
    return { text: `${text.slice(0, from)}${member}, ${text.slice(from)}` };
  }
  if (from === undefined) return instead(edit, 'empty');
  const line = text.lastIndexOf('\n', from - 1) + 1;
  const indent = text.slice(line, from);
  if (indent.trim() !== '') return instead(edit, 'written on one line with its parent');
  // `Type` comes first by custom; what is new comes behind it.
  const second = names.length > 1 && name === 'Properties' ? map.items[1]?.key.range?.[0] : undefined;
  const place =
    second === undefined
      ? name === 'Properties'
        ? lineEnd(text, map.range?.[1] ?? line)
        : line
      : text.lastIndexOf('\n', second - 1) + 1;
  return { text: `${text.slice(0, place)}${unended(text, place)}${indent}${member}\n${text.slice(place)}` };
}

function lineEnd(text: string, from: number): number {
  // The range of a block ends behind its last line break where there is one.
  if (text[from - 1] === '\n') return from;
  const next = text.indexOf('\n', from);
  return next < 0 ? text.length : next + 1;
}

/** The line break that the last line of a file may lack. */
function unended(text: string, place: number): string {
  return place === 0 || text[place - 1] === '\n' ? '' : '\n';
}

function removed(text: string, map: YAMLMap<Node, Node | null>, pair: Pair<Node, Node | null>): string {
  const startOf = (item: Pair<Node, Node | null> | undefined) => item?.key.range?.[0];
  const endOf = (item: Pair<Node, Node | null> | undefined) => (item?.value ?? item?.key)?.range?.[1];
  const start = startOf(pair) ?? 0;
  const end = endOf(pair) ?? start;
  const index = map.items.indexOf(pair);
  if (map.flow === true) {
    const next = startOf(map.items[index + 1]);
    if (next !== undefined) return `${text.slice(0, start)}${text.slice(next)}`;
    return `${text.slice(0, endOf(map.items[index - 1]) ?? start)}${text.slice(end)}`;
  }
  return `${text.slice(0, text.lastIndexOf('\n', start - 1) + 1)}${text.slice(lineEnd(text, end))}`;
}

function appended(text: string, list: YAMLSeq<Node>, edit: TemplateEdit): Edited {
  const values = edit.values.map(templateYaml);
  const last = list.items.at(-1);
  const end = last?.range?.[1];
  if (last === undefined || end === undefined) return instead(edit, 'an empty list');
  if (list.flow === true) return { text: `${text.slice(0, end)}, ${values.join(', ')}${text.slice(end)}` };
  const line = text.lastIndexOf('\n', (last.range?.[0] ?? 0) - 1) + 1;
  const indent = /^ */.exec(text.slice(line))?.[0] ?? '';
  const place = lineEnd(text, end);
  return {
    text: `${text.slice(0, place)}${unended(text, place)}${values.map((value) => `${indent}- ${value}\n`).join('')}${text.slice(place)}`,
  };
}
