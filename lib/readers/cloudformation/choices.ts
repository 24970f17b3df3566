import { isJsonList, isObject, type Json, type JsonObject, objectAt, property } from '../json';
import type { GivenTemplate } from './given-template';
import type { Template } from './template';

/** A parameter that changes what exists or which branch is taken, and the values that can make a difference. */
export interface Choice {
  readonly parameter: string;
  /** In the order of the template; the default is not among them. */
  readonly values: readonly string[];
  /** Parameters that stand in one condition with it, itself included. */
  readonly together: readonly string[];
}

/** Stands for "any value that the template does not compare with". */
const OTHER = 'any-other-value';

/** What one template does with its own parameters. */
interface Uses {
  /** Literals that a parameter is compared with, or that it is a key for. */
  readonly literals: Map<string, Set<string>>;
  /** Parameters that stand in one condition, by condition. */
  readonly conditions: readonly ReadonlySet<string>[];
  /** Parameters handed on to nested stacks: own name to the names there. */
  readonly handedOn: Map<string, Set<string>>;
}

/**
 * Finds the parameters of the given templates that decide something: those that reach a condition or a look-up in a
 * mapping, in their own template or in one that they are handed on to.
 *
 * Linear in the size of the templates. Values: those that the template allows, those it compares with, and one that
 * stands for all others where the allowed values do not bound them.
 */
export function choicesOf(given: readonly GivenTemplate[]): readonly Choice[] {
  const uses = new Map<Template, Uses>(given.map(({ template }) => [template, usesOf(template)]));
  const choices = new Map<string, { values: Set<string>; together: Set<string> }>();
  for (const [template, own] of uses) {
    for (const [parameter, declaration] of Object.entries(template.parameters)) {
      if (!isObject(declaration)) continue;
      const literals = new Set([...(own.literals.get(parameter) ?? []), ...literalsBelow(own.handedOn.get(parameter), uses)]);
      const least = property(declaration, 'MinValue');
      const counts = property(declaration, 'Type') === 'Number' && least !== undefined;
      if (literals.size === 0 && !counts) continue;
      const values = valuesOf(declaration, literals, counts ? String(least) : undefined);
      const choice = choices.get(parameter) ?? { values: new Set(), together: new Set([parameter]) };
      for (const value of values) choice.values.add(value);
      for (const condition of own.conditions)
        if (condition.has(parameter)) for (const other of condition) choice.together.add(other);
      choices.set(parameter, choice);
    }
  }
  return [...choices].flatMap(([parameter, { values, together }]) =>
    values.size === 0 ? [] : [{ parameter, values: [...values], together: [...together].filter((other) => choices.has(other)) }],
  );
}

/** What nested templates compare a parameter with, under the names that they give it. */
function literalsBelow(names: ReadonlySet<string> | undefined, uses: ReadonlyMap<Template, Uses>): string[] {
  if (names === undefined) return [];
  return [...uses.values()].flatMap(({ literals }) => [...names].flatMap((name) => [...(literals.get(name) ?? [])]));
}

function valuesOf(declaration: JsonObject, literals: ReadonlySet<string>, least: string | undefined): string[] {
  const fallback = property(declaration, 'Default');
  const usual = fallback === undefined ? undefined : String(fallback);
  const allowed = property(declaration, 'AllowedValues');
  const values = isJsonList(allowed) ? allowed.map(String) : [...literals, ...(least === undefined ? [] : [least])];
  if (!isJsonList(allowed) && literals.size > 0 && (usual === undefined || literals.has(usual))) values.push(OTHER);
  return [...new Set(values)].filter((value) => value !== usual);
}

function usesOf(template: Template): Uses {
  const literals = new Map<string, Set<string>>();
  const handedOn = new Map<string, Set<string>>();
  const perCondition = new Map<string, { parameters: Set<string>; refersTo: Set<string> }>();
  const note = (parameter: string, literal: string) => addTo(literals, parameter, literal);
  for (const [name, expression] of Object.entries(template.conditions)) {
    const found = { parameters: new Set<string>(), refersTo: new Set<string>() };
    perCondition.set(name, found);
    visit(expression, (node) => {
      noteComparison(node, note);
      noteLookUp(node, template, note);
      const ref = property(node, 'Ref');
      if (typeof ref === 'string' && ref in template.parameters) found.parameters.add(ref);
      const condition = property(node, 'Condition');
      if (typeof condition === 'string') found.refersTo.add(condition);
    });
  }
  for (const [, resource] of Object.entries(template.resources)) {
    if (!isObject(resource)) continue;
    visit(resource, (node) => {
      noteComparison(node, note);
      noteLookUp(node, template, note);
    });
    if (property(resource, 'Type') !== 'AWS::CloudFormation::Stack') continue;
    for (const [name, value] of Object.entries(objectAt(objectAt(resource, 'Properties'), 'Parameters'))) {
      const ref = isObject(value) ? property(value, 'Ref') : undefined;
      if (typeof ref === 'string') addTo(handedOn, ref, name);
    }
  }
  return { literals, handedOn, conditions: [...perCondition.keys()].map((name) => closure(name, perCondition)) };
}

/** Parameters of a condition and of the conditions that it names. */
function closure(name: string, conditions: ReadonlyMap<string, { parameters: Set<string>; refersTo: Set<string> }>): Set<string> {
  const parameters = new Set<string>();
  const seen = new Set<string>([name]);
  const pending = [name];
  while (pending.length > 0) {
    const found = conditions.get(pending.pop() ?? '');
    for (const parameter of found?.parameters ?? []) parameters.add(parameter);
    for (const other of found?.refersTo ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      pending.push(other);
    }
  }
  return parameters;
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

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}
