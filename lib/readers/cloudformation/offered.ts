import type { System } from '../../model';
import { isObject, property } from '../json';
import { outputExists, outputValue } from './outputs';
import type { StackScope } from './scope';

/** Outputs that leave the system: of root stacks all, of nested ones the exported, without those that a given stack uses. */
export function offeredBy(scope: StackScope, consumed: ReadonlySet<string>): System['offered'] {
  return Object.keys(scope.outputs)
    .filter((name) => outputExists(name, scope) && (scope.parent === undefined || isExported(name, scope)))
    .filter((name) => !consumed.has(`${scope.stack.name}.${name}`))
    .map((name) => ({ stack: scope.stack.name, name, value: outputValue(name, scope) ?? null }));
}

function isExported(name: string, scope: StackScope): boolean {
  const output = property(scope.outputs, name);
  return isObject(output) && isObject(property(output, 'Export'));
}
