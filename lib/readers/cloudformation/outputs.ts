import { isList, isMap, type Value } from '../../model';
import { isObject, property } from '../json';
import { open, type StackScope } from './scope';
import { concatenate, join, jsonParts } from './text';
import { removed } from './unknowns';

/** Value of an output, evaluated once; undefined when the stack declares none of that name. */
export function outputValue(name: string, scope: StackScope): Value | undefined {
  const known = scope.memo.outputs.get(name);
  if (known === open) {
    const message = `output "${name}" depends on itself through other stacks`;
    return scope.system.problems.fail('reference-cycle', message, 'break the cycle', scope.sourceOf(['Outputs', name]));
  }
  if (known !== undefined) return known;
  const output = property(scope.outputs, name);
  if (!isObject(output)) return undefined;
  scope.memo.outputs.set(name, open);
  const asker = scope.system.current;
  scope.system.current = scope.sourceOf(['Outputs', name]);
  const condition = output.Condition;
  const isAbsent = typeof condition === 'string' && scope.condition(condition) === false;
  const value = isAbsent ? removed(name, condition, scope) : textual(scope.evaluate(property(output, 'Value') ?? null), scope);
  scope.memo.outputs.set(name, value);
  scope.system.current = asker;
  return value;
}

/** Outputs are text: lists are joined, as Fn::Split takes them apart again; maps are written as JSON. */
function textual(value: Value | undefined, scope: StackScope): Value {
  if (isList(value)) return join(value, ',', scope.system);
  return isMap(value) ? concatenate(jsonParts(value, scope.system), scope.system) : (value ?? null);
}

/** Whether an output is there: no condition takes it away. */
export function outputExists(name: string, scope: StackScope): boolean {
  const output = property(scope.outputs, name);
  if (!isObject(output)) return false;
  return typeof output.Condition !== 'string' || scope.condition(output.Condition) !== false;
}
