import type { Document } from 'yaml';
import type { Position } from '../diagnostics';
import type { Source } from '../model';
import { lineAndColumn, lineStartsOf } from './line-starts';
import type { Syntax } from './parse-document';
import { composeYaml, loadYaml } from './parse-yaml';
import { type Child, childrenOf, skipSpace } from './scan-json';

interface Entry {
  readonly text: string;
  readonly syntax: Syntax;
  starts?: readonly number[];
  yaml?: Document.Parsed[];
  /** Children of JSON containers already looked into, by offset. */
  readonly children: Map<number, ReadonlyMap<string | number, Child>>;
}

/** The texts that were read. Positions are worked out only when asked for, and then kept. */
export interface SourceTexts {
  add(file: string, text: string, syntax: Syntax): void;
  textOf(file: string): string | undefined;
  locate(source: Source): Position | undefined;
  positionOf(file: string, offset: number): Position | undefined;
  lineOf(file: string, line: number): string | undefined;
}

export function sourceTexts(): SourceTexts {
  const entries = new Map<string, Entry>();
  const startsOf = (entry: Entry) => {
    entry.starts ??= lineStartsOf(entry.text);
    return entry.starts;
  };
  const positionOf = (file: string, offset: number): Position | undefined => {
    const entry = entries.get(file);
    return entry && { file, ...lineAndColumn(startsOf(entry), offset) };
  };
  return {
    add: (file, text, syntax) => void entries.set(file, { text, syntax, children: new Map() }),
    textOf: (file) => entries.get(file)?.text,
    positionOf,
    locate: ({ file, path }) => {
      const entry = entries.get(file);
      if (entry === undefined) return undefined;
      const offset = entry.syntax === 'json' ? offsetInJson(entry, path) : offsetInYaml(entry, path);
      return offset === undefined ? undefined : positionOf(file, offset);
    },
    lineOf: (file, line) => {
      const entry = entries.get(file);
      if (entry === undefined) return undefined;
      const starts = startsOf(entry);
      const start = starts[line - 1];
      return start === undefined ? undefined : entry.text.slice(start, starts[line] ?? entry.text.length).replace(/\r?\n$/, '');
    },
  };
}

function offsetInJson(entry: Entry, path: Source['path']): number | undefined {
  let value = skipSpace(entry.text, 0);
  let at = value;
  for (const step of path) {
    let children = entry.children.get(value);
    if (children === undefined) {
      children = new Map(childrenOf(entry.text, value).map((child) => [child.name, child]));
      entry.children.set(value, children);
    }
    const child = children.get(step);
    if (child === undefined) return undefined;
    at = child.at;
    value = child.value;
  }
  return at;
}

/** Follows the path through maps, lists and aliases; a short tag stands for its long form. */
function offsetInYaml(entry: Entry, path: Source['path']): number | undefined {
  entry.yaml ??= composeYaml(entry.text);
  const { isAlias, isMap, isNode, isScalar, isSeq } = loadYaml();
  const document = entry.yaml.find(({ contents }) => isMap(contents)) ?? entry.yaml[0];
  let node: unknown = document?.contents;
  let at = isNode(node) ? node.range?.[0] : undefined;
  for (const step of path) {
    if (document !== undefined && isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (pair === undefined) {
        if (isShortTag(node.tag, step)) continue;
        return undefined;
      }
      at = isScalar(pair.key) ? pair.key.range?.[0] : at;
      node = pair.value;
    } else if (isNode(node) && isShortTag(node.tag, step)) {
      // the tag stands where its value stands
    } else if (isSeq(node) && typeof step === 'number' && node.items[step] !== undefined) {
      node = node.items[step];
      at = isNode(node) ? node.range?.[0] : at;
    } else return undefined;
  }
  return at;
}

function isShortTag(tag: string | undefined, step: string | number): boolean {
  return tag?.startsWith('!') === true && typeof step === 'string' && (step === tag.slice(1) || step === `Fn::${tag.slice(1)}`);
}
