import { isMap, type Source, type Stack, type Value, type ValueMap } from '../../model';

/** One object of a cluster, as it was written. */
export interface Manifest {
  /** `kubernetes:apps/v1/Deployment`, whichever version of the API wrote it. */
  readonly type: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly key: string;
  readonly id: string;
  readonly object: ValueMap;
  readonly stack: Stack;
  readonly source: Source;
  readonly path?: string;
}

/** A member of a map, where the value is one. */
export function member(value: Value | undefined, ...names: readonly string[]): Value | undefined {
  let at = value;
  for (const name of names) at = isMap(at) ? at[name] : undefined;
  return at ?? undefined;
}

export function textAt(value: Value | undefined, ...names: readonly string[]): string | undefined {
  const found = member(value, ...names);
  return typeof found === 'string' ? found : typeof found === 'number' || typeof found === 'boolean' ? String(found) : undefined;
}

export function listAt(value: Value | undefined, ...names: readonly string[]): readonly Value[] {
  const found = member(value, ...names);
  return Array.isArray(found) ? found : [];
}

export function mapAt(value: Value | undefined, ...names: readonly string[]): ValueMap {
  const found = member(value, ...names);
  return isMap(found) ? found : {};
}
