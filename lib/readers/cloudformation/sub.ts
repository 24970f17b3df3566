import type { Value } from '../../model';
import { isJsonList, isObject, type Json } from '../json';
import { dynamicReferences } from './dynamic-references';
import type { Intrinsic } from './intrinsic';
import { resolveAttribute, resolveName } from './references';
import type { StackScope } from './scope';
import { concatenate, type Part, partsOf } from './text';
import { uncalled } from './unknowns';

const placeholder = /\$\{([^}]*)\}/g;

/** `Fn::Sub`: a text, or a text with a map of its own names. `${!Name}` is the text `${Name}`. */
export const sub: Intrinsic = (argument, scope) => {
  const [template, own] = isJsonList(argument) ? argument : [argument];
  const text = typeof template === 'string' ? template : scope.evaluate(template ?? null);
  if (typeof text !== 'string') return uncalled('Fn::Sub', text, 'the text of Fn::Sub is not known');
  const names = new Map(isObject(own) ? Object.entries(own) : []);
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(placeholder)) {
    parts.push(text.slice(from, match.index), ...replacement(match[1] ?? '', names, scope));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return dynamicReferences(concatenate(parts, scope.system), scope.system);
};

function replacement(written: string, names: ReadonlyMap<string, Json>, scope: StackScope): readonly Part[] {
  const name = written.trim();
  if (name.startsWith('!')) return [`\${${name.slice(1)}}`];
  const own = names.get(name);
  if (own !== undefined) return partsOf(scope.evaluate(own), scope.system);
  return partsOf(lookUp(name, scope), scope.system);
}

function lookUp(name: string, scope: StackScope): Value | undefined {
  const dot = name.indexOf('.');
  return dot === -1 ? resolveName(name, scope) : resolveAttribute(name.slice(0, dot), name.slice(dot + 1), scope);
}
