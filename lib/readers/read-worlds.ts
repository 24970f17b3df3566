import type { ReadOptions, System } from '../model';
import { type Choice, choicesOf } from './cloudformation/choices';
import { gatherTemplates } from './gather-templates';
import type { GivenDocument } from './given-document';
import { problemLog } from './problem-log';
import { systemOf } from './read-system';
import { sourceTexts } from './source-text';

/** The same files under different parameters. */
export interface Worlds {
  /** Parameters that decide something, with the values that can make a difference. */
  readonly choices: readonly Choice[];
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
  return {
    choices: choicesOf(templates).filter(({ parameter }) => options.parameters?.[parameter] === undefined),
    at: (parameters) => {
      const world = { ...options, parameters: { ...options.parameters, ...parameters } };
      return systemOf(paths, templates, world, texts, problemLog(texts), documents);
    },
  };
}
