import type { Document, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { Fault } from './fault';
import { deepestNesting, isJsonList, isObject, type Json, type JsonObject, setOwn } from './json';
import { yamlFault } from './yaml-faults';
import { plainScalar } from './yaml-scalar';

/** Nodes that aliases may add; an alias bomb passes this at once, real documents never. */
const mostAliasedNodes = 200_000;

type Yaml = typeof import('yaml');

/** Loaded only when a YAML file is met: JSON-only runs do not pay for it. */
export function loadYaml(): Yaml {
  return require('yaml') as Yaml;
}

/** Everything is a string at first: `plainScalar` decides what a plain scalar means, as CloudFormation reads it. */
export function composeYaml(text: string): Document.Parsed[] {
  const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent', strict: true } as const;
  const documents = loadYaml().parseAllDocuments(text, options);
  return Array.isArray(documents) ? documents : [];
}

interface Anchored {
  readonly value: Json;
  readonly nodes: number;
}

interface Conversion {
  readonly yaml: Yaml;
  readonly anchors: Map<string, Anchored | 'open'>;
  nodes: number;
  aliased: number;
}

/**
 * Parses YAML text: every document of it, with CloudFormation's short tags in their long form.
 *
 * @throws {Fault} syntax error, repeated key, alias bomb, nesting deeper than {@link deepestNesting}
 */
export function parseYaml(text: string): Json[] {
  let documents: Document.Parsed[];
  try {
    documents = composeYaml(text);
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
  return documents.map((document) => {
    const error = document.errors[0];
    // the composer turns its own stack overflow into an error of the document
    if (error?.message.includes('call stack')) throw tooDeep(error.pos[0]);
    if (error !== undefined) throw yamlFault(text, error.code, error.message, error.pos[0]);
    const conversion: Conversion = { yaml: loadYaml(), anchors: new Map(), nodes: 0, aliased: 0 };
    return convert(document.contents, conversion, [], 0);
  });
}

function tooDeep(offset?: number): Fault {
  const message = `values are nested more than ${deepestNesting} levels deep`;
  return new Fault('nesting-too-deep', message, 'templates stay far below; check how the file was made', offset);
}

function convert(node: unknown, conversion: Conversion, path: readonly string[], depth: number): Json {
  const { yaml } = conversion;
  conversion.nodes += 1;
  if (!yaml.isNode(node)) return null;
  if (depth >= deepestNesting) throw tooDeep(node.range?.[0]);
  if (yaml.isAlias(node)) return fromAlias(node.source, node.range?.[0], conversion);
  const anchor = node.anchor;
  const before = conversion.nodes + conversion.aliased;
  if (anchor !== undefined) conversion.anchors.set(anchor, 'open');
  const value = tagged(node, convertUntagged(node, conversion, path, depth));
  if (anchor !== undefined) conversion.anchors.set(anchor, { value, nodes: conversion.nodes + conversion.aliased - before + 1 });
  return value;
}

function fromAlias(name: string, offset: number | undefined, conversion: Conversion): Json {
  const anchored = conversion.anchors.get(name);
  if (anchored === undefined)
    throw new Fault('yaml-alias', `alias "*${name}" has no anchor`, `write "&${name}" at the value that it repeats`, offset);
  if (anchored === 'open')
    throw new Fault('yaml-alias', `alias "*${name}" stands inside its own anchor`, 'write the value out', offset);
  conversion.aliased += anchored.nodes;
  if (conversion.aliased > mostAliasedNodes) {
    throw new Fault(
      'yaml-alias',
      `aliases repeat more than ${mostAliasedNodes} values`,
      'write the values out, or repeat fewer',
      offset,
    );
  }
  return anchored.value;
}

function convertUntagged(node: Node, conversion: Conversion, path: readonly string[], depth: number): Json {
  const { yaml } = conversion;
  if (yaml.isSeq(node)) return node.items.map((item) => convert(item, conversion, path, depth + 1));
  if (yaml.isMap(node)) return convertMap(node as YAMLMap, conversion, path, depth);
  const scalar = node as Scalar;
  const text = typeof scalar.value === 'string' ? scalar.value : '';
  if (scalar.tag?.startsWith('!') || scalar.tag === 'tag:yaml.org,2002:str') return text;
  return scalar.type === 'PLAIN' || scalar.type === undefined ? plainScalar(text, path[0] === 'Resources') : text;
}

function convertMap(node: YAMLMap, conversion: Conversion, path: readonly string[], depth: number): JsonObject {
  const { yaml } = conversion;
  const result: Record<string, Json> = {};
  const merges: Json[] = [];
  for (const pair of node.items as Pair[]) {
    if (!yaml.isScalar(pair.key)) {
      const offset = yaml.isNode(pair.key) ? pair.key.range?.[0] : node.range?.[0];
      throw new Fault('yaml-key', 'a key is a list, a map or an alias', 'write keys as plain text', offset);
    }
    const name = String(pair.key.value ?? '');
    const value = convert(pair.value, conversion, path.length === 0 ? [name] : path, depth + 1);
    if (name === '<<' && pair.key.type === 'PLAIN') merges.push(...(isJsonList(value) ? value : [value]));
    else if (Object.hasOwn(result, name)) {
      throw new Fault('duplicate-key', `key "${name}" stands twice in one map`, 'keep one of them', pair.key.range?.[0]);
    } else setOwn(result, name, value);
  }
  for (const merged of merges) {
    if (!isObject(merged))
      throw new Fault('yaml-key', '"<<" merges what is not a map', 'merge an alias of a map', node.range?.[0]);
    for (const [name, value] of Object.entries(merged)) if (!Object.hasOwn(result, name)) setOwn(result, name, value);
  }
  return result;
}

/** `!GetAtt a.b` becomes `{ "Fn::GetAtt": "a.b" }`; so does a tag that nobody knows, for the evaluator to name it. */
function tagged(node: Node, value: Json): Json {
  const tag = node.tag;
  if (tag === undefined || !tag.startsWith('!') || tag === '!') return value;
  const name = tag.slice(1);
  return { [longForm(name)]: value };
}

/** The long form of a short tag, without its exclamation mark. */
export function longForm(name: string): string {
  if (name === 'Ref' || name === 'Condition') return name;
  return name.includes('::') ? name : `Fn::${name}`;
}
