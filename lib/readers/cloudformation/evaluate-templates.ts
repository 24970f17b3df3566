import type { ReadOptions, Resource, System } from '../../model';
import type { ProblemLog } from '../problem-log';
import { checkOptions } from './check-options';
import { crossRegionExports } from './cross-region-exports';
import { crossStack } from './exports';
import type { GivenTemplate } from './given-template';
import { instantiate } from './instantiate';
import { templatesByShape } from './nested-by-shape';
import { templateLibrary } from './nested-stacks';
import { offeredBy } from './offered';
import { refuseResourceCycles } from './resource-cycles';
import { resourcesOf } from './resources';
import { rootTemplates } from './root-templates';
import type { StackScope, SystemScope } from './scope';
import { reportTransforms } from './transforms';

export type EvaluatedStacks = Pick<System, 'resources' | 'stacks' | 'offered'>;

/**
 * Evaluates templates as one system: stacks, nested stacks, imports between them, resources, what leaves it.
 *
 * @throws {InputError} references in a circle, or beyond the limits
 */
export function evaluateTemplates(given: readonly GivenTemplate[], options: ReadOptions, problems: ProblemLog): EvaluatedStacks {
  const stacks: StackScope[] = [];
  const consumed = new Set<string>();
  const system: SystemScope = {
    options,
    problems,
    stacks,
    consumed,
    joined: new WeakMap(),
    split: new WeakMap(),
    neverEmpty: new Set(),
    current: { file: '', path: [] },
    characters: 0,
    loopNodes: 0,
    depth: 0,
    ...crossStack(stacks, consumed),
    exportedAcrossRegions: crossRegionExports(stacks),
  };
  const templates = given.map(({ template }) => template);
  const library = templateLibrary(templates);
  const fitting = templatesByShape(templates, library);
  for (const { template, stack, deployedName } of rootTemplates(given, library, fitting, options, problems)) {
    instantiate({ template, stack, deployedName }, system, { library, fitting });
  }
  checkOptions(stacks);
  const resources = new Map<string, Resource>();
  for (const scope of stacks) {
    reportTransforms(scope);
    for (const resource of resourcesOf(scope)) resources.set(resource.key, resource);
  }
  refuseResourceCycles(stacks, resources);
  for (const scope of stacks) for (const name of Object.keys(scope.outputs)) scope.output(name);
  return { resources, stacks: stacks.map(({ stack }) => stack), offered: stacks.flatMap((scope) => offeredBy(scope, consumed)) };
}
