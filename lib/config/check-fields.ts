import type { Document, LineCounter, Node, Pair } from 'yaml';
import { didYouMean, type Position, type Problem } from '../diagnostics';
import { isDay, PATH, parseDuration } from './scalars';
import { expected, type Fields, type Shape } from './shape';

/** Plain data that has passed, the faults met, and where each entry stands. */
export interface Checked {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  readonly positions: Readonly<Record<string, Position>>;
}

interface Walk {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
  readonly yaml: typeof import('yaml');
  readonly problems: Problem[];
  readonly positions: Record<string, Position>;
}

/** Holds a parsed document against the fields; gathers every fault instead of stopping at the first. */
export function checkFields(
  document: Document,
  fields: Fields,
  file: string,
  lines: LineCounter,
  yaml: typeof import('yaml'),
): Checked {
  const walk: Walk = { file, document, lines, yaml, problems: [], positions: Object.create(null) };
  const root = document.contents as Node | null;
  const empty = root === null || (yaml.isScalar(root) && root.value === null);
  const value = empty ? {} : checkMap(walk, root, '', (key) => fields[key]?.shape, fields);
  return { value, problems: walk.problems, positions: walk.positions };
}

function checkValue(walk: Walk, given: Node | null, path: string, shape: Shape, at: Position): unknown {
  const node = walk.yaml.isAlias(given) ? (given.resolve(walk.document) as Node | undefined) : given;
  if (shape.is === 'by-name') return node && checkMap(walk, node, path, () => shape.of);
  if (shape.is === 'fields') return node && checkMap(walk, node, path, (key) => shape.fields[key]?.shape, shape.fields);
  if (shape.is === 'either') return checkEither(walk, node, path, shape, at);
  if (shape.is === 'paths') return checkPaths(walk, node, path, shape, at);
  if (shape.is === 'list') {
    if (!walk.yaml.isSeq(node)) return complain(walk, 'wrong-value', `"${path}" is ${found(walk, node)}`, shape, at);
    return node.items.map((item, index) => {
      const place = `${path}[${index}]`;
      const where = positionOf(walk, item as Node) ?? at;
      walk.positions[place] = where;
      return checkValue(walk, item as Node, place, shape.of, where);
    });
  }
  const value = walk.yaml.isScalar(node) ? node.value : undefined;
  const accepted = scalar(shape, value);
  if (accepted !== undefined) return accepted;
  const nearest = shape.is === 'one-of' && typeof value === 'string' ? didYouMean(value, shape.words) : '';
  return complain(walk, 'wrong-value', `"${path}" is ${found(walk, node)}${nearest}`, shape, positionOf(walk, node) ?? at);
}

/** By the kind of the value: a map goes to the shape with fields, so that its faults are named one by one. */
function checkEither(
  walk: Walk,
  node: Node | null | undefined,
  path: string,
  shape: Shape & { is: 'either' },
  at: Position,
): unknown {
  const fields = shape.of.find(({ is }) => is === 'fields');
  if (fields !== undefined && walk.yaml.isMap(node)) return checkValue(walk, node, path, fields, at);
  const value = walk.yaml.isScalar(node) ? node.value : undefined;
  for (const option of shape.of) {
    const accepted = scalar(option, value);
    if (accepted !== undefined) return accepted;
  }
  const words = shape.of.flatMap((option) => (option.is === 'one-of' ? option.words : []));
  const nearest = typeof value === 'string' ? didYouMean(value, words) : '';
  return complain(walk, 'wrong-value', `"${path}" is ${found(walk, node)}${nearest}`, shape, positionOf(walk, node) ?? at);
}

/** One path stands for a list of one. */
function checkPaths(
  walk: Walk,
  node: Node | null | undefined,
  path: string,
  shape: Shape,
  at: Position,
): readonly string[] | undefined {
  const items = walk.yaml.isSeq(node) ? (node.items as Node[]) : [node ?? null];
  const paths = items.map((item) => (walk.yaml.isScalar(item) ? item.value : undefined));
  const wrong = paths.findIndex((value) => typeof value !== 'string' || !PATH.test(value));
  if (wrong < 0 && paths.length > 0) return paths as string[];
  const item = items[wrong] ?? node;
  return complain(walk, 'wrong-value', `"${path}" is ${found(walk, item)}`, shape, positionOf(walk, item) ?? at);
}

/** The value as the program wants it, or undefined when it does not fit the shape. */
function scalar(shape: Shape, value: unknown): unknown {
  switch (shape.is) {
    case 'one-of':
      return shape.words.find((word) => word === value);
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? value : undefined;
    case 'count':
      return Number.isSafeInteger(value) && Number(value) >= shape.least ? value : undefined;
    case 'duration':
      return parseDuration(value);
    case 'date':
      return isDay(value) ? value : undefined;
    case 'path':
      return typeof value === 'string' && PATH.test(value) ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    default:
      return undefined;
  }
}

function checkMap(
  walk: Walk,
  node: Node,
  path: string,
  shapeOf: (key: string) => Shape | undefined,
  fields?: Fields,
): Readonly<Record<string, unknown>> | undefined {
  const at = positionOf(walk, node) ?? { file: walk.file, line: 1, column: 1 };
  if (!walk.yaml.isMap(node)) {
    const shape: Shape = fields ? { is: 'fields', fields } : { is: 'by-name', of: { is: 'text', example: '' } };
    return complain(walk, 'wrong-value', `${path === '' ? 'the file' : `"${path}"`} is ${found(walk, node)}`, shape, at);
  }
  const result: Record<string, unknown> = Object.create(null);
  for (const pair of node.items as Pair<Node, Node | null>[]) {
    const key = walk.yaml.isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
    const place = path === '' ? key : `${path}.${key}`;
    const where = positionOf(walk, pair.key) ?? at;
    walk.positions[place] = where;
    const shape = fields && !Object.hasOwn(fields, key) ? undefined : shapeOf(key);
    if (shape) result[key] = checkValue(walk, pair.value, place, shape, where);
    else
      complain(
        walk,
        'unknown-key',
        `unknown key "${place}"${didYouMean(key, Object.keys(fields ?? {}))}`,
        { is: 'fields', fields: fields ?? {} },
        where,
      );
  }
  for (const [key, field] of Object.entries(fields ?? {})) {
    if (field.required && !Object.hasOwn(result, key)) {
      walk.problems.push({
        code: 'missing-key',
        fatal: true,
        message: `${path === '' ? 'the file' : `"${path}"`} has no "${key}"`,
        hint: `add "${key}": ${expected(field.shape)} (${field.about})`,
        at,
      });
    }
  }
  return result;
}

function complain(walk: Walk, code: string, message: string, shape: Shape, at: Position): undefined {
  walk.problems.push({ code, fatal: true, message, hint: `expected ${expected(shape)}`, at });
  return undefined;
}

/** What a person sees in the file: `"zon"`, `3`, `a list`, `empty`. */
function found(walk: Walk, node: Node | null | undefined): string {
  if (walk.yaml.isMap(node)) return 'a map';
  if (walk.yaml.isSeq(node)) return 'a list';
  const value = walk.yaml.isScalar(node) ? node.value : null;
  return value === null || value === undefined ? 'empty' : typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function positionOf(walk: Walk, node: Node | null | undefined): Position | undefined {
  const offset = node?.range?.[0];
  if (offset === undefined) return undefined;
  const { line, col } = walk.lines.linePos(offset);
  return { file: walk.file, line, column: col };
}
