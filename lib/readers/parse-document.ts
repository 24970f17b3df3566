import { Fault } from './fault';
import type { Json } from './json';
import { orNearMiss } from './near-misses';
import { parseJson } from './parse-json';
import { parseYaml } from './parse-yaml';

/** Largest YAML text that is read [UTF-16 code units]; CloudFormation takes 1 MB. */
const largestYaml = 1_500_000;

/** How a text is written; file name endings do not tell (old templates end in `.template`). */
export type Syntax = 'json' | 'yaml';

export interface Parsed {
  readonly syntax: Syntax;
  /** One, or several for a YAML stream. */
  readonly documents: readonly Json[];
}

/**
 * Parses a text that is JSON or YAML, whichever it is.
 *
 * @throws {Fault} the text is neither, or goes beyond the limits
 */
export function parseDocument(text: string): Parsed {
  if (text.trimStart() === '') throw new Fault('empty-file', 'the file is empty', 'give a template, a plan or a manifest');
  try {
    return parseEither(text);
  } catch (error) {
    throw error instanceof Fault ? orNearMiss(error, text) : error;
  }
}

function parseEither(text: string): Parsed {
  if (!/^\s*[{[]/.test(text)) return { syntax: 'yaml', documents: parseLimitedYaml(text) };
  try {
    return { syntax: 'json', documents: [parseJson(text)] };
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'json-syntax' || text.length > largestYaml) throw error;
    // YAML in flow style starts like JSON; where it is not that either, the JSON error tells more
    try {
      return { syntax: 'yaml', documents: parseYaml(text) };
    } catch (second) {
      throw second instanceof Fault && second.code !== 'yaml-syntax' ? second : error;
    }
  }
}

function parseLimitedYaml(text: string): readonly Json[] {
  if (text.length > largestYaml) {
    const message = `the text has ${text.length} characters of YAML; at most ${largestYaml} are read`;
    throw new Fault('file-too-large', message, 'split it, or give it as JSON');
  }
  return parseYaml(text);
}
