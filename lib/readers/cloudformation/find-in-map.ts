import { isList, isMap, Unknown, type Value } from '../../model';
import { isJsonList, isObject, type JsonObject, property } from '../json';
import type { Intrinsic } from './intrinsic';
import { render } from './render';
import { scalarText } from './text';
import { derived, uncalled } from './unknowns';

/** More values than these are no help as alternatives. */
const mostAlternatives = 16;

/** `Fn::FindInMap`, with its DefaultValue. Where a key is not known, the values that it could give. */
export const findInMap: Intrinsic = (argument, scope) => {
  if (!isJsonList(argument))
    return uncalled('Fn::FindInMap', scope.evaluate(argument), 'Fn::FindInMap has no list of map and two keys');
  const [map, first, second] = argument.slice(0, 3).map((each) => scope.evaluate(each));
  const options = argument[3];
  const fallback = isObject(options) ? property(options, 'DefaultValue') : undefined;
  const orElse = () => (fallback === undefined ? undefined : scope.evaluate(fallback));
  const mapping = property(scope.template.mappings, scalarText(map) ?? '');
  const open = [map, first, second].find((each) => each !== undefined && scalarText(each) === undefined);
  if (open === undefined && (!isObject(mapping) || property(mapping, scalarText(first) ?? '') === undefined)) {
    return orElse() ?? notThere(map, first, second);
  }
  if (!isObject(mapping)) return openKey(map, first, second, []);
  const found = candidates(mapping, first).flatMap((row) => candidates(row, second)) as Value[];
  if (open === undefined) return found[0] ?? orElse() ?? notThere(map, first, second);
  const other = orElse();
  return openKey(map, first, second, other === undefined ? found : [...found, other]);
};

function candidates(from: Value | JsonObject | undefined, key: Value | undefined): Value[] {
  if (!isMap(from as Value)) return [];
  const text = scalarText(key);
  if (text === undefined) return Object.values(from as JsonObject) as Value[];
  const value = property(from as JsonObject, text);
  return value === undefined ? [] : [value as Value];
}

function openKey(map: Value | undefined, first: Value | undefined, second: Value | undefined, found: readonly Value[]): Value {
  const distinct = [...new Map(found.map((value) => [`${typeof value} ${render(value)}`, value])).values()];
  const [only] = distinct;
  if (only !== undefined && distinct.length === 1) return only;
  const symbol = `map ${[map, first, second].map(render).join(' / ')}`;
  const alternatives = distinct.length > 0 && distinct.length <= mostAlternatives ? distinct : undefined;
  const unknown = [map, first, second].find((each) => each instanceof Unknown);
  const list = found.length > 0 && found.every(isList);
  if (unknown !== undefined) return derived(symbol, unknown, list, alternatives);
  return new Unknown(
    symbol,
    `the keys ${render(first)} and ${render(second)} are known only when deployed`,
    'nothing in the input can fix it',
    list,
    alternatives,
  );
}

function notThere(map: Value | undefined, first: Value | undefined, second: Value | undefined): Value {
  const keys = [map, first, second].map((each) => `"${render(each)}"`).join(', ');
  return uncalled('Fn::FindInMap', [map ?? null, first ?? null, second ?? null], `mappings have no value at ${keys}`);
}
