import { isList, isMap, Reference, Text, Unknown, type Value, type ValueList, type ValueMap } from '../../model';
import { setOwn } from '../json';
import { parsedText } from './json-text';
import type { PropertyTable, Rule, Target } from './mapping';
import { toStem } from './names';

/** How a name that no table holds is spelled. */
export type Spell = (name: string) => string;

/** Translates attributes of one resource or block; what no table names keeps its name in the facts' spelling. */
export function translate(attributes: ValueMap, table: PropertyTable, spell: Spell): ValueMap {
  const result: Record<string, Value> = {};
  const index = indexOf(table);
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value === undefined || value === null) continue;
    const found = index.find(name);
    if (found === undefined) setOwn(result, spell(name), named(name, value, spell));
    else if (found.target !== undefined) place(result, found.target, value, spell);
  }
  return result;
}

interface TableIndex {
  find(name: string): { readonly target: Target } | undefined;
}

const indexes = new WeakMap<PropertyTable, TableIndex>();

/** Exact names first, then names that differ in spelling or number only. */
function indexOf(table: PropertyTable): TableIndex {
  let index = indexes.get(table);
  if (index === undefined) {
    const stems = new Map<string, { readonly target: Target }>();
    const exact = new Map<string, { readonly target: Target }>();
    for (const [name, target] of Object.entries(table)) {
      exact.set(name, { target });
      if (!stems.has(toStem(name))) stems.set(toStem(name), { target });
    }
    index = { find: (name) => exact.get(name) ?? stems.get(toStem(name)) };
    indexes.set(table, index);
  }
  return index;
}

function place(result: Record<string, Value>, target: Exclude<Target, undefined>, value: Value, spell: Spell): void {
  const rule: Rule | undefined = typeof target === 'string' ? undefined : target;
  const to = typeof target === 'string' ? target : target.to;
  const made = rule === undefined ? generic(value, spell) : apply(rule, value, spell);
  if (made === undefined) return;
  if (to === '') {
    if (isMap(made)) Object.assign(result, made);
    return;
  }
  const names = to.split('.');
  const last = names.pop() ?? to;
  let at = result;
  for (const name of names) {
    const next = at[name];
    const inner: Record<string, Value> = isMap(next) ? { ...next } : {};
    at[name] = inner;
    at = inner;
  }
  const before = at[last];
  // Two attributes that mean one property (`security_groups`, `vpc_security_group_ids`) are one list.
  if (isList(before) && isList(made)) at[last] = [...before, ...made];
  else if (isMap(before) && isMap(made)) at[last] = { ...before, ...made };
  else if (before === undefined || made !== '') at[last] = made;
}

function apply(rule: Rule, value: Value, spell: Spell): Value | undefined {
  switch (rule.as) {
    case 'list':
      return listOf(value);
    case 'text':
      return textOf(value);
    case 'map':
      return value;
    case 'on':
      return value === false || value === '' ? undefined : value;
    case 'document':
      return parsedText(value) ?? textOf(value);
    case 'json':
      return fromJson(value, rule, spell);
    case 'block': {
      const one = isList(value) ? value[0] : value;
      return isMap(one) ? translate(one, rule.of ?? {}, spell) : one === undefined || one === null ? undefined : one;
    }
    case 'blocks': {
      const all = isList(value) ? value : [value];
      return all.flatMap((entry) => (entry === null ? [] : [isMap(entry) ? translate(entry, rule.of ?? {}, spell) : entry]));
    }
  }
}

function listOf(value: Value): ValueList {
  if (isList(value)) return value.filter((entry) => entry !== null);
  if (!(value instanceof Unknown) || value.list) return [value];
  // An unknown in the place of a list: what it is made of, or else a list whose length is not known either.
  const { symbol, because, tell, alternatives } = value;
  if (alternatives?.every((entry) => entry instanceof Reference)) return alternatives;
  return [new Unknown(symbol, because, tell, true, alternatives)];
}

/** A text of which several things are parts; which of them stands where does not matter. */
function textOf(value: Value): Value {
  if (!(value instanceof Unknown) || value.alternatives === undefined) return value;
  const parts = value.alternatives.filter((part) => part instanceof Reference || part instanceof Unknown);
  return parts.length === 0 ? value : new Text(parts);
}

function fromJson(value: Value, { otherwise = 'Text', maps }: Rule, spell: Spell): Value {
  const known = textOf(value);
  const parsed = parsedText(known);
  if (parsed !== undefined) return generic(parsed, spell, maps);
  return isList(known) || isMap(known) ? generic(known, spell, maps) : [{ [otherwise]: known }];
}

/** Names inside blocks that no table describes, in the facts' spelling; those of maps stay as they are. */
function generic(value: Value, spell: Spell, maps: readonly string[] = []): Value {
  if (isList(value))
    return value.some((entry) => isMap(entry) || isList(entry)) ? value.map((entry) => generic(entry, spell, maps)) : value;
  if (!isMap(value)) return value;
  const result: Record<string, Value> = {};
  for (const [key, entry] of Object.entries(value)) {
    const name = spell(key);
    if (entry !== null) setOwn(result, name, maps.includes(name) ? entry : named(key, entry, spell, maps));
  }
  return result;
}

/** Attributes that hold several things, as far as their name tells: `subnet_ids`, `security_groups`. */
const severalThings = /(ids|arns|subnets|groups|zones)$/i;

/** An attribute that no table describes. Several things that are not known yet are not one of which it is open which. */
function named(name: string, value: Value, spell: Spell, maps: readonly string[] = []): Value {
  return value instanceof Unknown && severalThings.test(name) ? listOf(value) : generic(value, spell, maps);
}
