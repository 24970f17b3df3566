import { Fault } from './fault';
import { deepestNesting, type Json, type JsonObject } from './json';
import { countKeys, findRepeatedKey } from './scan-json';

/**
 * Parses JSON text.
 *
 * @throws {Fault} syntax error, repeated key, nesting deeper than {@link deepestNesting}
 * @remarks linear; repeated keys, which `JSON.parse` drops silently, are noticed by counting, and looked for only then
 */
export function parseJson(text: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw new Fault('json-syntax', 'the text is not valid JSON', 'correct the syntax at this place', firstSyntaxError(text));
  }
  if (countKeysWithin(value) !== countKeys(text)) {
    const repeated = findRepeatedKey(text);
    if (repeated !== undefined) {
      const message = `key "${repeated.name}" stands twice in one object`;
      throw new Fault('duplicate-key', message, 'keep one of them; the other would be ignored', repeated.at);
    }
  }
  return value;
}

/**
 * Number of keys of all objects in a value.
 *
 * @throws {Fault} nesting deeper than {@link deepestNesting}
 */
export function countKeysWithin(node: Json, depth = 0): number {
  if (typeof node !== 'object' || node === null) return 0;
  if (depth >= deepestNesting) {
    throw new Fault(
      'nesting-too-deep',
      `values are nested more than ${deepestNesting} levels deep`,
      'templates stay far below; check how the file was made',
    );
  }
  let keys = 0;
  if (Array.isArray(node)) for (const item of node as readonly Json[]) keys += countKeysWithin(item, depth + 1);
  else for (const name in node) keys += 1 + countKeysWithin((node as JsonObject)[name] ?? null, depth + 1);
  return keys;
}

/** Loads the tolerant parser only when the text is broken. */
function firstSyntaxError(text: string): number | undefined {
  const { visit } = require('jsonc-parser') as typeof import('jsonc-parser');
  let first: number | undefined;
  try {
    visit(
      text,
      {
        onError: (_error, offset) => {
          first ??= offset;
        },
      },
      { disallowComments: true },
    );
  } catch {
    return first;
  }
  return first;
}
