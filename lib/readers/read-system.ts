import type { ReadOptions, System } from '../model';
import { type EvaluatedStacks, evaluateTemplates } from './cloudformation/evaluate-templates';
import type { GivenTemplate, StackIdentity } from './cloudformation/given-template';
import { parseTemplate } from './cloudformation/parse-template';
import { Fault } from './fault';
import { gatherTemplates } from './gather-templates';
import type { GivenDocument } from './given-document';
import { isObject, type Json } from './json';
import { countKeysWithin } from './parse-json';
import { type ProblemLog, problemLog } from './problem-log';
import { withPlace } from './read-document';
import { type SourceTexts, sourceTexts } from './source-text';

/**
 * Reads files and folders as one system: their stacks, the resources with evaluated properties, what leaves the system.
 *
 * @param paths - template files, folders of templates, folders of a CDK cloud assembly; in the order of the report
 * @throws {InputError} with one fatal problem for each file that cannot be read or is no template
 * @remarks linear in the size of the input; lines and columns are worked out when `locate` is called
 */
export function readSystem(paths: readonly string[], options: ReadOptions = {}): System {
  const texts = sourceTexts();
  const problems = problemLog(texts);
  const documents: GivenDocument[] = [];
  const templates = gatherTemplates(paths, texts, problems, documents);
  return systemOf(paths, templates, options, texts, problems, documents);
}

/** A template that is already an object, as a test or a plugin holds it. */
export interface ParsedTemplate extends StackIdentity {
  /** What reports call it; also the name that stack resources find it by. */
  readonly file: string;
  /** Plain JSON: the template's sections. */
  readonly body: unknown;
}

/**
 * As {@link readSystem}, for templates that are not in files. Nothing is located: there is no text.
 *
 * @throws {InputError} a body that is no template
 */
export function readTemplates(given: readonly ParsedTemplate[], options: ReadOptions = {}): System {
  const texts = sourceTexts();
  const templates = given.map(({ file, body, ...identity }): GivenTemplate => {
    const template = withPlace(file, texts, () => {
      const plain = plainJson(body);
      countKeysWithin(plain);
      if (!isObject(plain)) throw new Fault('not-a-template', 'the body is no object', 'give the template as an object');
      return parseTemplate(file, plain);
    });
    return Object.keys(identity).length > 0 ? { template, stack: identity } : { template };
  });
  const files = given.map(({ file }) => file);
  return systemOf(files, templates, options, texts, problemLog(texts));
}

/** What a file of that body would hold: bodies come from anywhere, with prototypes and undefined properties. */
function plainJson(body: unknown): Json {
  try {
    return JSON.parse(JSON.stringify(body) ?? 'null') as Json;
  } catch {
    throw new Fault('not-a-template', 'the body cannot be written as JSON', 'give plain objects, lists, texts and numbers');
  }
}

/** What every way of reading ends with: templates evaluated together. */
export function systemOf(
  inputs: readonly string[],
  templates: readonly GivenTemplate[],
  options: ReadOptions,
  texts: SourceTexts,
  problems: ProblemLog,
  documents: readonly GivenDocument[] = [],
): System {
  const templated = evaluateGuarded(
    templates,
    documents.length > 0 && templates.length === 0 ? withoutChoices(options) : options,
    problems,
  );
  const evaluated = documents.length === 0 ? templated : withDocuments(templated, documents, options, texts, problems);
  const conditions = Object.entries(options.conditions ?? {}).map(([name, truth]) => [name, String(truth)] as const);
  return {
    inputs: [...inputs],
    ...evaluated,
    world: { ...options.parameters, ...Object.fromEntries(conditions) },
    problems: problems.all(),
    locate: (source) => texts.locate(source),
    lineOf: (file, line) => texts.lineOf(file, line),
  };
}

/** Parameters and conditions are those of templates; where there is no template they have nobody to speak to. */
function withoutChoices({ parameters: _parameters, conditions: _conditions, ...options }: ReadOptions): ReadOptions {
  return options;
}

/** Files of other formats beside the templates; their readers are loaded here, so that templates alone do not pay for them. */
function withDocuments(
  { resources, stacks, offered }: EvaluatedStacks,
  documents: readonly GivenDocument[],
  options: ReadOptions,
  texts: SourceTexts,
  problems: ProblemLog,
): EvaluatedStacks {
  const { readDocuments } = require('./read-documents') as typeof import('./read-documents');
  const read = readDocuments(documents, { resources, stacks }, options, texts, problems);
  return {
    resources: new Map([...resources, ...read.resources]),
    stacks: [...stacks, ...read.stacks],
    offered: [...offered, ...read.offered],
  };
}

/** The evaluator counts its depth; what a crowded process leaves of the stack may be less still. */
function evaluateGuarded(templates: readonly GivenTemplate[], options: ReadOptions, problems: ProblemLog): EvaluatedStacks {
  try {
    return evaluateTemplates(templates, options, problems);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const hint = 'refer more directly, or write the values out';
    return problems.fail('nesting-too-deep', 'references and functions nest too deep', hint);
  }
}
