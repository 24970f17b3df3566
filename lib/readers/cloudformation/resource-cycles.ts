import { isList, isMap, Reference, type Resource, Text, type Value } from '../../model';
import { isJsonList } from '../json';
import type { StackScope } from './scope';

/**
 * Refuses resources that refer to each other in a circle: CloudFormation cannot create them. Templates that a transform
 * rewrites are left alone, because what is deployed is not what stands there.
 *
 * @throws {InputError} with the whole circle
 */
export function refuseResourceCycles(stacks: readonly StackScope[], resources: ReadonlyMap<string, Resource>): void {
  const finished = new Set<string>();
  for (const scope of stacks) {
    if (scope.template.transforms.some((name) => name !== 'AWS::LanguageExtensions')) continue;
    for (const id of scope.resources.keys()) {
      const circle = findCircle(`${scope.stack.name}/${id}`, (key) => needsOf(key, scope, resources), finished);
      if (circle === undefined) continue;
      const path = circle.map((key) => `"${key.slice(scope.stack.name.length + 1)}"`).join(' -> ');
      const source = resources.get(circle[0] ?? '')?.source;
      scope.system.problems.fail(
        'reference-cycle',
        `resources refer to each other in a circle: ${path}`,
        'break the cycle',
        source,
      );
    }
  }
}

/** Depth first, with its own stack: chains of references can be long. */
function findCircle(
  start: string,
  needs: (key: string) => Iterable<string>,
  finished: Set<string>,
): readonly string[] | undefined {
  if (finished.has(start)) return undefined;
  const path = [{ key: start, rest: needs(start)[Symbol.iterator]() }];
  const onPath = new Set([start]);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const { value: next, done } = top.rest.next();
    if (done === true) {
      finished.add(top.key);
      onPath.delete(top.key);
      path.pop();
    } else if (onPath.has(next)) {
      const keys = path.map(({ key }) => key);
      return [...keys.slice(keys.indexOf(next)), next];
    } else if (!finished.has(next)) {
      onPath.add(next);
      path.push({ key: next, rest: needs(next)[Symbol.iterator]() });
    }
  }
  return undefined;
}

/** Resources of the same stack that have to be there before this one. */
function needsOf(key: string, scope: StackScope, resources: ReadonlyMap<string, Resource>): ReadonlySet<string> {
  const needs = new Set<string>();
  const resource = resources.get(key);
  if (resource?.stack !== scope.stack) return needs;
  collect(resource.properties, needs);
  const dependsOn = scope.resources.get(resource.id)?.body.DependsOn;
  for (const id of isJsonList(dependsOn) ? dependsOn : [dependsOn])
    if (typeof id === 'string') needs.add(`${scope.stack.name}/${id}`);
  return needs;
}

function collect(value: Value, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Reference) into.add(value.resource);
  else if (value instanceof Text) for (const part of value.parts) collect(part, into);
  else if (isList(value)) for (const item of value) collect(item, into);
  else if (isMap(value)) for (const name in value) collect(value[name] ?? null, into);
}
