import type { ReadOptions, System } from '../model';
import { parseTemplate } from './cloudformation/parse-template';
import { evaluateSystem } from './evaluate-system';
import { Fault } from './fault';
import { isObject, type Json } from './json';
import { withPlace } from './read-document';
import { sourceTexts } from './source-text';

/** A template that is already in memory. */
export interface TemplateDocument {
  /** What reports call it; nothing is opened. */
  readonly file: string;
  /** The template as an object; what JSON cannot write is left out of it, as `cdk synth` would. */
  readonly body: unknown;
  /** Region of its stack, when it is known. */
  readonly region?: string;
}

/**
 * Reads templates that are in memory as one system. Nothing has a line or a column.
 *
 * @throws {InputError} with one fatal problem when a body is no template
 */
export function readTemplates(documents: readonly TemplateDocument[], options: ReadOptions = {}): System {
  const texts = sourceTexts();
  const templates = documents.map(({ file, body, region }) =>
    withPlace(file, texts, () => ({
      template: parseTemplate(file, templateObject(body)),
      ...(region !== undefined && { stack: { region } }),
    })),
  );
  return evaluateSystem(
    documents.map(({ file }) => file),
    templates,
    texts,
    options,
  );
}

function templateObject(body: unknown) {
  const hint = 'give the template as an object with Resources';
  let copy: Json;
  try {
    copy = JSON.parse(JSON.stringify(body) ?? 'null');
  } catch (error) {
    throw new Fault('not-json', `the template cannot be written as JSON: ${reasonOf(error)}`, hint);
  }
  if (isObject(copy)) return copy;
  throw new Fault('not-a-template', `the template is ${Array.isArray(copy) ? 'a list' : `${copy}`}; expected an object`, hint);
}

/** The first line: the engine draws the circle below it. */
function reasonOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
