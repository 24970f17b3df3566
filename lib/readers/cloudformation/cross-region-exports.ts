import type { Value } from '../../model';
import { append } from '../../multimap';
import { isObject, type JsonObject, objectAt, property } from '../json';
import type { StackScope } from './scope';
import { scalarText } from './text';

interface Written {
  readonly scope: StackScope;
  readonly properties: JsonObject;
}

/**
 * The CDK carries references between regions through a pair of custom resources: a writer that stores values under keys
 * for another region, and a reader whose attributes are those keys. This finds the value behind a key.
 */
export function crossRegionExports(stacks: readonly StackScope[]): (key: string, reader: StackScope) => Value | undefined {
  let writers: ReadonlyMap<string, readonly Written[]> | undefined;
  return (key, reader) => {
    writers ??= collect(stacks);
    const found = (writers.get(key) ?? []).filter(({ scope, properties }) => {
      const region = scalarText(scope.evaluate(property(properties, 'region') ?? null));
      return region === undefined || region === reader.stack.region;
    });
    const [only, another] = found;
    if (only === undefined || another !== undefined) return undefined;
    return only.scope.evaluate(property(objectAt(only.properties, 'exports'), key) ?? null);
  };
}

function collect(stacks: readonly StackScope[]): ReadonlyMap<string, readonly Written[]> {
  const writers = new Map<string, Written[]>();
  for (const scope of stacks) {
    for (const { type, body } of scope.resources.values()) {
      const properties =
        type === 'Custom::CrossRegionExportWriter' ? property(objectAt(body, 'Properties'), 'WriterProps') : undefined;
      if (!isObject(properties)) continue;
      for (const key of Object.keys(objectAt(properties, 'exports'))) append(writers, key, { scope, properties });
    }
  }
  return writers;
}
