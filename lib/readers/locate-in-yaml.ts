import type { Document, Pair } from 'yaml';
import { loadYaml, longForm } from './parse-yaml';

type Step = string | number;

/** The documents of a file, with what every look-up asks of all of them. */
export interface YamlFile {
  readonly documents: readonly Document.Parsed[];
  /** The first document with a map. */
  readonly main: Document.Parsed | undefined;
  /** No document is a list, so that a number in front of a path is that of a document. */
  readonly numbered: boolean;
}

/** Looks at every document once: a file may hold thousands, and each may be asked for. */
export function yamlFile(documents: readonly Document.Parsed[]): YamlFile {
  const { isMap, isSeq } = loadYaml();
  return {
    documents,
    main: documents.find(({ contents }) => isMap(contents)) ?? documents[0],
    numbered: !documents.some(({ contents }) => isSeq(contents)),
  };
}

/**
 * Offset of what stands at a path: of the key in a map, of the item in a list. Goes through aliases and merged maps; a
 * short tag stands for its long form. The first document with a map is meant, unless the path starts with the number of
 * another.
 */
export function locateInYaml(file: YamlFile, [first, ...rest]: readonly Step[]): number | undefined {
  const { isAlias, isNode } = loadYaml();
  const isNumbered = typeof first === 'number' && file.numbered;
  const document = isNumbered ? file.documents[first] : file.main;
  const path = isNumbered || first === undefined ? rest : [first, ...rest];
  let node: unknown = document?.contents;
  let at = isNode(node) ? node.range?.[0] : undefined;
  for (const step of path) {
    if (document !== undefined && isAlias(node)) node = node.resolve(document);
    const next = stepInto(node, step, document);
    if (next === undefined) return undefined;
    node = next.node;
    at = next.at ?? at;
  }
  return at;
}

interface Next {
  readonly node: unknown;
  readonly at: number | undefined;
}

function stepInto(node: unknown, step: Step, document: Document | undefined): Next | undefined {
  const { isMap, isNode, isScalar, isSeq } = loadYaml();
  if (!isNode(node)) return undefined;
  const tag = node.tag?.startsWith('!') === true ? longForm(node.tag.slice(1)) : undefined;
  if (tag !== undefined && tag === step) return { node, at: undefined };
  if (isMap(node)) {
    const pair = findPair(node.items as readonly Pair[], step, document);
    return pair && { node: pair.value, at: isScalar(pair.key) ? pair.key.range?.[0] : undefined };
  }
  const item = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
  return isNode(item) ? { node: item, at: item.range?.[0] } : undefined;
}

/** The pair of that name, else the one that a merge brings in. */
function findPair(pairs: readonly Pair[], name: Step, document: Document | undefined): Pair | undefined {
  const { isAlias, isMap, isScalar, isSeq } = loadYaml();
  const own = pairs.find(({ key }) => isScalar(key) && key.value === name);
  if (own !== undefined) return own;
  for (const { key, value } of pairs) {
    if (!isScalar(key) || key.value !== '<<') continue;
    for (const source of isSeq(value) ? value.items : [value]) {
      const merged = isAlias(source) && document !== undefined ? source.resolve(document) : source;
      const found = isMap(merged)
        ? (merged.items as readonly Pair[]).find((pair) => isScalar(pair.key) && pair.key.value === name)
        : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
