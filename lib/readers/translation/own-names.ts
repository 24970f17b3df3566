import type { PropertyTable, Target } from './mapping';
import { toSnake } from './names';
import { typeOf } from './types';

/** Names of properties as words write them: `AvailabilityZone`, `ScalingConfig.MinSize`. */
const PROPERTY = /\b[A-Z][a-z0-9]*(?:[A-Z]+[a-z0-9]*)+(?:\.[A-Z]\w*)*\b/g;

/**
 * Advice about a resource in the names of the input's own format: `set AvailabilityZone` is `set availability_zone` in
 * Terraform. What no table knows is translated only where the advice is to set it.
 */
export function inOwnNames(advice: string, nativeType: string | undefined): string {
  if (nativeType === undefined) return advice;
  return advice.replace(PROPERTY, (property, at: number) => {
    if (isQuoted(advice, at)) return property;
    const isSet = /\b(?:set|leave) $/.test(advice.slice(0, at));
    return ownName(nativeType, property) ?? (isSet ? spelled(nativeType, toSnake(property)) : property);
  });
}

/** Names of resources stand in quotes. */
function isQuoted(text: string, at: number): boolean {
  return text.slice(0, at).split('"').length % 2 === 0;
}

function ownName(nativeType: string, property: string): string | undefined {
  const { details } = typeOf(nativeType);
  for (const table of [details.properties ?? {}, ...(details.parts ?? []).map(({ of }) => of)]) {
    for (const [path, name] of pathsOf(table, '', ''))
      if (path === property || path.endsWith(`.${property}`)) return spelled(nativeType, name);
  }
  return undefined;
}

/** All properties that a table leads to, with the attribute that each comes from. */
function* pathsOf(table: PropertyTable, inside: string, within: string): Generator<readonly [path: string, name: string]> {
  for (const [name, target] of Object.entries(table)) {
    const to = targetOf(target);
    if (to === undefined) continue;
    const path = [inside, to].filter(Boolean).join('.');
    const own = [within, name].filter(Boolean).join('.');
    yield [path, own];
    if (typeof target === 'object' && target.of !== undefined) yield* pathsOf(target.of, path, own);
  }
}

function targetOf(target: Target): string | undefined {
  return typeof target === 'object' ? target.to : target;
}

/** Pulumi writes in camel case what Terraform writes with underscores. */
function spelled(nativeType: string, name: string): string {
  return nativeType.includes(':') ? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()) : name;
}
