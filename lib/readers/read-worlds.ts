import type { ReadOptions, System } from '../model';
import { type Choices, choicesOf } from './cloudformation/choices';
import { passesRules, ruledTogether } from './cloudformation/template-rules';
import { gatherTemplates } from './gather-templates';
import type { GivenDocument } from './given-document';
import { problemLog } from './problem-log';
import { systemOf } from './read-system';
import { sourceTexts } from './source-text';

/** The same files under different parameters. */
export interface Worlds extends Choices {
  /** Whether the rules of the templates let the values pass. */
  allows(parameters: Readonly<Record<string, string>>): boolean;
  /** Parameters that one rule looks at, so that the value of one may ask for that of another. */
  readonly ruled: readonly (readonly string[])[];
  /** The system under parameters that are laid over those of the options. Files are parsed once for all worlds. */
  at(parameters: Readonly<Record<string, string>>): System;
}

/**
 * Reads files once for many worlds.
 *
 * @throws {InputError} as `readSystem`
 */
export function readWorlds(paths: readonly string[], options: ReadOptions = {}): Worlds {
  const texts = sourceTexts();
  const documents: GivenDocument[] = [];
  const templates = gatherTemplates(paths, texts, problemLog(texts), documents);
  const { choices, ways, behind } = choicesOf(templates);
  const isOpen = (parameter: string) => options.parameters?.[parameter] === undefined;
  return {
    choices: choices.filter(({ parameter }) => isOpen(parameter)),
    ways: ways.filter((way) => Object.keys(way).every(isOpen)),
    behind,
    ruled: templates.flatMap(({ template }) => ruledTogether(template)),
    allows: (parameters) => {
      const values = { ...options.parameters, ...parameters };
      return templates.every(({ template }) => passesRules(template, values));
    },
    at: (parameters) => {
      const world = { ...options, parameters: { ...options.parameters, ...parameters } };
      return systemOf(paths, templates, world, texts, problemLog(texts), documents);
    },
  };
}
