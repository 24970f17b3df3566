import type { Position } from '../diagnostics';
import type { Source } from '../model';
import { lineAndColumn, lineStartsOf } from './line-starts';
import { locateInYaml, type YamlFile, yamlFile } from './locate-in-yaml';
import type { Syntax as DocumentSyntax } from './parse-document';
import { composeYaml } from './parse-yaml';
import { type Child, childrenOf, skipSpace } from './scan-json';

/** How a text is located: by the structure of a document, or, in a program, by the line and column that a path holds. */
type Syntax = DocumentSyntax | 'program';

interface Entry {
  readonly text: string;
  readonly syntax: Syntax;
  starts?: readonly number[];
  yaml?: YamlFile;
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
      if (entry.syntax === 'program')
        return path.length < 2 ? undefined : { file, line: Number(path[0]), column: Number(path[1]) };
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
  // A file of one document may be asked for that document by its number.
  for (const step of path[0] === 0 && entry.text[value] === '{' ? path.slice(1) : path) {
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

function offsetInYaml(entry: Entry, path: Source['path']): number | undefined {
  entry.yaml ??= yamlFile(composeYaml(entry.text));
  return locateInYaml(entry.yaml, path);
}
