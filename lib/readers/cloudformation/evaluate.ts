import type { Value } from '../../model';
import { isJsonList, type Json, type JsonList, type JsonObject, setOwn } from '../json';
import { deeper } from './depth';
import { dynamicReferences } from './dynamic-references';
import { expandLoops, hasLoop } from './for-each';
import { intrinsics } from './intrinsics';
import { placeOf } from './place-of';
import type { StackScope } from './scope';
import { functionName } from './template';
import { uncalled } from './unknowns';

/**
 * Evaluates a node of a template as far as the input fixes it.
 *
 * @returns undefined for AWS::NoValue; a node without functions is returned as it is, not copied
 * @throws {InputError} references that nest too deep or go in a circle
 */
export function evaluate(node: Json, scope: StackScope): Value | undefined {
  if (typeof node === 'string') return node.includes('{{resolve:') ? dynamicReferences(node, scope.system) : node;
  if (typeof node !== 'object' || node === null) return node;
  return deeper(scope, () => (isJsonList(node) ? evaluateList(node, scope) : evaluateObject(node, scope)));
}

function evaluateList(node: JsonList, scope: StackScope): Value {
  let changed: Value[] | undefined;
  for (let at = 0; at < node.length; at += 1) {
    const item = node[at] ?? null;
    const value = evaluate(item, scope);
    if (changed === undefined && value !== item) changed = node.slice(0, at) as Value[];
    if (changed !== undefined && value !== undefined) changed.push(value);
  }
  return changed ?? node;
}

function evaluateObject(node: JsonObject, scope: StackScope): Value | undefined {
  const name = functionName(node);
  if (name !== undefined && !name.startsWith('Fn::ForEach::')) return call(name, node, scope);
  return evaluateMap(hasLoop(node) ? expandLoops(node, scope) : node, scope);
}

function evaluateMap(node: JsonObject, scope: StackScope): Value {
  let changed: Record<string, Value> | undefined;
  const names = Object.keys(node);
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] ?? '';
    const child = node[name] ?? null;
    const value = name === 'Fn::Transform' ? call(name, node, scope) : evaluate(child, scope);
    if (changed === undefined && (value !== child || name === 'Fn::Transform')) {
      changed = {};
      for (const before of names.slice(0, at)) setOwn(changed, before, (node[before] ?? null) as Value);
    }
    if (changed !== undefined && value !== undefined && name !== 'Fn::Transform') setOwn(changed, name, value);
  }
  return changed ?? node;
}

function call(name: string, node: JsonObject, scope: StackScope): Value | undefined {
  const argument = node[name] ?? null;
  const intrinsic = intrinsics.get(name);
  if (intrinsic !== undefined) return intrinsic(argument, scope);
  const message = `nospof does not know the function "${name}"`;
  scope.system.problems.warn(
    'unknown-function',
    message,
    'correct the name, or give the processed template',
    placeOf(node, name, scope),
  );
  return uncalled(name, scope.evaluate(argument), message);
}
