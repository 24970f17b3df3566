import { isList, Reference, Unknown, type Value, ZoneList, ZoneSymbol } from '../../model';
import { isJsonList, type Json } from '../json';
import { dynamicReferences } from './dynamic-references';
import type { Intrinsic } from './intrinsic';
import { render } from './render';
import type { StackScope } from './scope';
import { concatenate, join, jsonParts, scalarText, split } from './text';
import { derived, uncalled } from './unknowns';

/** The arguments of a function, each evaluated; a call whose whole argument is another function gives what that gives. */
function evaluated(argument: Json, scope: StackScope): readonly (Value | undefined)[] {
  if (isJsonList(argument)) return argument.map((each) => scope.evaluate(each));
  const whole = scope.evaluate(argument);
  return isList(whole) ? whole : [whole];
}

export const joinFunction: Intrinsic = (argument, scope) => {
  const [separator, list] = evaluated(argument, scope);
  return dynamicReferences(join(list, scalarText(separator) ?? '', scope.system), scope.system);
};

export const splitFunction: Intrinsic = (argument, scope) => {
  const [separator, text] = evaluated(argument, scope);
  const plain = scalarText(separator);
  if (plain === undefined) return uncalled('Fn::Split', [text ?? null], 'the separator of Fn::Split is not known');
  return split(text, plain, scope.system);
};

/** `Fn::Select`: an item by its 0-based index. */
export const select: Intrinsic = (argument, scope) => {
  const [at, ...rest] = evaluated(argument, scope);
  const list = rest.length > 1 ? (rest as Value[]) : rest[0];
  const text = scalarText(at);
  const index = text !== undefined && /^\d+$/.test(text.trim()) ? Number(text) : undefined;
  if (index === undefined) {
    const alternatives = isList(list) ? list : undefined;
    if (at instanceof Unknown) return derived(`${render(list)}[${at.symbol}]`, at, false, alternatives);
    return uncalled(
      'Fn::Select',
      [at ?? null, list ?? null],
      `the index of Fn::Select is ${render(at)}; expected a number from 0`,
    );
  }
  return item(list, index, scope);
};

function item(list: Value | undefined, index: number, scope: StackScope): Value | undefined {
  if (list instanceof ZoneList) return new ZoneSymbol(list.region, index);
  if (isList(list)) return itemOfList(list, index);
  if (list instanceof Unknown) return itemOfUnknown(list, index, scope);
  if (list instanceof Reference) return new Reference(list.resource, `${list.attribute ?? 'Ref'}[${index}]`);
  const parts = split(list, ',', scope.system);
  return isList(parts) ? itemOfList(parts, index) : uncalled('Fn::Select', list, 'the list of Fn::Select is not known');
}

function itemOfList(list: readonly Value[], index: number): Value {
  const several = list.slice(0, index + 1).find((each) => each instanceof Unknown && each.list);
  if (list.length === 1 && list[0] instanceof ZoneList) return new ZoneSymbol(list[0].region, index);
  if (several instanceof Unknown)
    return derived(list.length === 1 ? `${several.symbol}[${index}]` : `${render(list)}[${index}]`, several);
  const found = list[index];
  if (found !== undefined) return found;
  return uncalled('Fn::Select', [index, list], `Fn::Select asks for item ${index} of a list that has ${list.length}`);
}

function itemOfUnknown(list: Unknown, index: number, scope: StackScope): Value {
  const origin = scope.system.split.get(list);
  if (origin?.of instanceof Reference) {
    const { resource, attribute } = origin.of;
    return new Reference(resource, `${attribute ?? 'Ref'} split by "${origin.separator}"[${index}]`);
  }
  const lists = list.alternatives?.filter(isList);
  const alternatives = lists?.length === list.alternatives?.length ? lists?.map((each) => each[index]) : undefined;
  const known = alternatives?.every((each) => each !== undefined) ? alternatives : undefined;
  const [first] = known ?? [];
  if (first !== undefined && known?.every((each) => render(each) === render(first))) return first;
  return derived(`${list.symbol}[${index}]`, list, false, known);
}

/** `Fn::Base64`: its content, because what runs on a machine is read there. */
export const base64: Intrinsic = (argument, scope) => scope.evaluate(argument);

export const length: Intrinsic = (argument, scope) => {
  const list = scope.evaluate(argument);
  const isOpen = isList(list) && list.some((each) => each instanceof ZoneList || (each instanceof Unknown && each.list));
  if (isList(list) && !isOpen) return list.length;
  return list instanceof Unknown
    ? derived(`length of ${list.symbol}`, list)
    : uncalled('Fn::Length', list, 'the length of the list is not known');
};

export const toJsonString: Intrinsic = (argument, scope) => {
  const value = scope.evaluate(argument);
  return value === undefined ? undefined : concatenate(jsonParts(value, scope.system), scope.system);
};
