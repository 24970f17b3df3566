import { addTo } from '../../multimap';
import { isJsonList, isObject, type Json, type JsonObject, objectAt, property } from '../json';
import { isAllowed, listedValues, otherValue } from './allowed-values';
import { ConditionWays, type Way } from './condition-ways';
import type { GivenTemplate } from './given-template';
import { ParametersBehind } from './parameters-behind';
import type { Template } from './template';

/** A parameter that changes what exists, which branch is taken or what a property says, and the values that can matter. */
export interface Choice {
  readonly parameter: string;
  /** In the order of the template; the default is not among them. */
  readonly values: readonly string[];
  /** Where it decides nothing by itself: the properties that it is handed to, as type and name. */
  readonly reaches?: readonly (readonly [type: string, property: string])[];
}

/** What can be chosen when the templates are deployed. */
export interface Choices {
  readonly choices: readonly Choice[];
  /** Values of several parameters that only together make a condition, or several on the way to one property, so. */
  readonly ways: readonly Way[];
  readonly behind: ParametersBehind;
}

/** What one template does with its own parameters. */
interface Uses {
  /** Literals that a parameter is compared with, or that it is a key for. */
  readonly literals: Map<string, Set<string>>;
  /** Properties that say what a parameter says, as type and name in one word. */
  readonly reaches: Map<string, Set<string>>;
  /** Parameters handed on to nested stacks: own name to the names there. */
  readonly handedOn: Map<string, Set<string>>;
  /** Conditions that have to hold, or not, for one branch to be taken. */
  readonly branches: readonly ReadonlyMap<string, boolean>[];
}

/** Most branches below several conditions that are looked at. */
const MOST_BRANCHES = 2_000;

/**
 * Finds the parameters of the given templates that decide something: those that reach a condition, a look-up in a
 * mapping or a property, in their own template or in one that they are handed on to.
 *
 * Linear in the size of the templates. Values: those that the template allows, those it compares with, and one that
 * stands for all others where the allowed values do not bound them.
 */
export function choicesOf(given: readonly GivenTemplate[]): Choices {
  const uses = new Map<Template, Uses>(given.map(({ template }) => [template, usesOf(template)]));
  const choices = new Map<string, { values: Set<string>; decides: boolean; reaches: Set<string> }>();
  for (const [template, own] of uses) {
    for (const [parameter, declaration] of Object.entries(template.parameters)) {
      if (!isObject(declaration)) continue;
      const below = own.handedOn.get(parameter);
      const literals = new Set([...(own.literals.get(parameter) ?? []), ...inNested(below, uses, 'literals')]);
      const reaches = [...(own.reaches.get(parameter) ?? []), ...inNested(below, uses, 'reaches')];
      const least = property(declaration, 'MinValue');
      const counts = property(declaration, 'Type') === 'Number' && least !== undefined;
      const isListed = reaches.length > 0 && listedValues(declaration) !== undefined;
      if (literals.size === 0 && !counts && !isListed) continue;
      const choice = choices.get(parameter) ?? { values: new Set(), decides: false, reaches: new Set() };
      for (const value of valuesOf(declaration, literals, counts ? String(least) : undefined)) choice.values.add(value);
      for (const reached of reaches) choice.reaches.add(reached);
      choices.set(parameter, { ...choice, decides: choice.decides || literals.size > 0 || counts });
    }
  }
  const above = namesAbove(uses);
  return {
    choices: [...choices].flatMap(([parameter, { values, decides, reaches }]) =>
      values.size === 0 ? [] : [{ parameter, values: [...values], ...(!decides && { reaches: [...reaches].map(toReach) }) }],
    ),
    ways: [...uses].flatMap(([template, own]) => waysOf(template, own).map((way) => asHandedOn(way, above))),
    behind: new ParametersBehind([...uses.keys()], above),
  };
}

function toReach(word: string): readonly [string, string] {
  const [type = '', name = ''] = word.split(' ');
  return [type, name];
}

/** What nested templates do with a parameter, under the names that they give it. */
function inNested(
  names: ReadonlySet<string> | undefined,
  uses: ReadonlyMap<Template, Uses>,
  what: 'literals' | 'reaches',
): string[] {
  if (names === undefined) return [];
  return [...uses.values()].flatMap((own) => [...names].flatMap((name) => [...(own[what].get(name) ?? [])]));
}

function valuesOf(declaration: JsonObject, literals: ReadonlySet<string>, least: string | undefined): string[] {
  const fallback = property(declaration, 'Default');
  const usual = fallback === undefined ? undefined : String(fallback);
  const listed = listedValues(declaration);
  const values = [...(listed ?? [...literals].filter((value) => isAllowed(declaration, value)))];
  if (listed === undefined && least !== undefined) values.push(least);
  if (listed === undefined && literals.size > 0 && (usual === undefined || literals.has(usual))) {
    const other = otherValue(declaration, literals);
    if (other !== undefined) values.push(other);
  }
  return [...new Set(values)].filter((value) => value !== usual);
}

/** Ways of two parameters or more; one alone is tried with all its values anyway. */
function waysOf(template: Template, { branches }: Uses): readonly Way[] {
  const ways = new ConditionWays(template);
  const found = [
    ...Object.keys(template.conditions).flatMap((name) => [...ways.of(name, true), ...ways.of(name, false)]),
    ...branches.flatMap((wanted) => ways.ofAll(wanted)),
  ];
  return found.filter((way) => Object.keys(way).length > 1);
}

/** The names under which templates above hand on the parameters of nested ones; of all others their own. */
function namesAbove(uses: ReadonlyMap<Template, Uses>): (name: string) => string {
  const above = new Map<string, string>();
  for (const { handedOn } of uses.values())
    for (const [own, names] of handedOn) for (const name of names) if (!above.has(name)) above.set(name, own);
  return (name) => above.get(name) ?? name;
}

function asHandedOn(way: Way, above: (name: string) => string): Way {
  return Object.fromEntries(Object.entries(way).map(([name, value]) => [above(name), value]));
}

function usesOf(template: Template): Uses {
  const literals = new Map<string, Set<string>>();
  const reaches = new Map<string, Set<string>>();
  const handedOn = new Map<string, Set<string>>();
  const branches = new Map<string, ReadonlyMap<string, boolean>>();
  const note = (parameter: string, literal: string) => addTo(literals, parameter, literal);
  const look = (node: JsonObject) => {
    noteComparison(node, note);
    noteLookUp(node, template, note);
  };
  visit(template.conditions, look);
  visit(objectAt(template.body, 'Rules'), look);
  for (const [, resource] of Object.entries(template.resources)) {
    if (!isObject(resource)) continue;
    visit(resource, look);
    noteBranches(resource, branches);
    const type = String(property(resource, 'Type'));
    for (const [name, value] of Object.entries(objectAt(resource, 'Properties'))) {
      visit(value, (node) => {
        const ref = property(node, 'Ref');
        if (typeof ref === 'string' && Object.hasOwn(template.parameters, ref)) addTo(reaches, ref, `${type} ${name}`);
      });
    }
    if (type !== 'AWS::CloudFormation::Stack') continue;
    for (const [name, value] of Object.entries(objectAt(objectAt(resource, 'Properties'), 'Parameters'))) {
      const ref = isObject(value) ? property(value, 'Ref') : undefined;
      if (typeof ref === 'string') addTo(handedOn, ref, name);
    }
  }
  return { literals, reaches, handedOn, branches: [...branches.values()] };
}

/** Branches below two conditions or more: that of the resource itself, and each If around them. */
function noteBranches(resource: JsonObject, branches: Map<string, ReadonlyMap<string, boolean>>): void {
  const own = property(resource, 'Condition');
  const first = new Map(typeof own === 'string' ? [[own, true]] : []);
  const pending: { readonly node: Json; readonly wanted: ReadonlyMap<string, boolean> }[] = [{ node: resource, wanted: first }];
  while (pending.length > 0) {
    const { node, wanted } = pending.pop() as (typeof pending)[number];
    if (isJsonList(node)) pending.push(...node.map((each) => ({ node: each, wanted })));
    if (!isObject(node)) continue;
    const choice = property(node, 'Fn::If');
    const name = isJsonList(choice) ? choice[0] : undefined;
    if (!isJsonList(choice) || typeof name !== 'string') {
      for (const value of Object.values(node)) pending.push({ node: value, wanted });
      continue;
    }
    for (const [index, truth] of [true, false].entries()) {
      if ((wanted.get(name) ?? truth) !== truth) continue;
      const inBranch = new Map(wanted).set(name, truth);
      const key = JSON.stringify([...inBranch].sort());
      if (inBranch.size > 1 && branches.size < MOST_BRANCHES) branches.set(key, inBranch);
      pending.push({ node: choice[index + 1] ?? null, wanted: inBranch });
    }
  }
}

function noteComparison(node: JsonObject, note: (parameter: string, literal: string) => void): void {
  const sides = property(node, 'Fn::Equals') ?? property(node, 'Fn::Contains');
  if (!isJsonList(sides)) return;
  const parameters = sides.flatMap((side) => (isObject(side) ? [property(side, 'Ref')] : []));
  for (const parameter of parameters) {
    if (typeof parameter !== 'string') continue;
    for (const side of sides.flatMap((each) => (isJsonList(each) ? each : [each])))
      if (!isObject(side) && !isJsonList(side)) note(parameter, String(side));
  }
}

/** A parameter that is the key of a mapping chooses one of its rows. */
function noteLookUp(node: JsonObject, template: Template, note: (parameter: string, literal: string) => void): void {
  const path = property(node, 'Fn::FindInMap');
  if (!isJsonList(path)) return;
  const [map, row] = path;
  const parameter = isObject(row) ? property(row, 'Ref') : undefined;
  if (typeof map !== 'string' || typeof parameter !== 'string' || !(parameter in template.parameters)) return;
  for (const key of Object.keys(objectAt(template.mappings, map))) note(parameter, key);
}

/** Every object inside a node, without recursion. */
function visit(node: Json, see: (node: JsonObject) => void): void {
  const pending: Json[] = [node];
  while (pending.length > 0) {
    const next = pending.pop();
    if (isJsonList(next)) pending.push(...next);
    else if (isObject(next)) {
      see(next);
      for (const value of Object.values(next)) pending.push(value);
    }
  }
}
