import type { Analysis, Subject } from '../analysis';
import { type Finding, type Repair, type RepairEdit, type RepairValue, weight } from '../diagnostics';
import { holds, numberOf, type RepairFact, repairTable, type Setting, valueAt } from '../knowledge';
import { isList, isMap, Reference, type Resource, type System, type Value, type ValueMap } from '../model';
import { type Draft, type RepairRequest, requestsFor } from '../rules';
import { resourceRef } from './finding';
import { nameOf } from './finding-name';
import { costOf } from './repair-cost';

/** A system judged: what a repair is tried on. */
export type Rejudge = (system: System) => readonly Pick<Finding, 'rule' | 'resource' | 'severity'>[];

/**
 * The edit that makes a finding go away, tried on the model: undefined where no single one is known, where it leaves the
 * finding, or where it brings in another one that weighs as much.
 */
export function repairOf(draft: Draft, before: ReadonlySet<string>, analysis: Analysis, rejudge: Rejudge): Repair | undefined {
  const { system } = analysis.subjects;
  const steps = requestsFor(draft, analysis).flatMap((request) => stepsOf(request, analysis));
  const edits = steps.flatMap((step) => step.edits);
  const [first] = steps;
  if (first === undefined || edits.length === 0) return undefined;
  const name = nameOf({ rule: draft.rule.id, resource: resourceRef(draft.subject, system) });
  const isWorse = (found: ReturnType<Rejudge>[number]) => !before.has(nameOf(found)) && weight(found) >= weight(draft);
  if (rejudge(applied(system, steps)).some((found) => nameOf(found) === name || isWorse(found))) return undefined;
  const cost = costOf(first.fact.cost, first.request, analysis);
  return { edits, effect: first.fact.effect, ...(cost && { cost }) };
}

interface Step {
  readonly request: RepairRequest;
  readonly fact: RepairFact;
  readonly edits: readonly RepairEdit[];
}

/** The edits of one resource; none where its type has no repair of the kind, or where nothing would change. */
function stepsOf(request: RepairRequest, analysis: Analysis): readonly Step[] {
  const { subject, remedy } = request;
  const { find, system } = analysis.subjects;
  const facts = repairTable()[subject.resource.type]?.[remedy] ?? [];
  const fact = facts.find(({ when }) => when === undefined || holds(when, subject.resource, find) === true);
  if (fact === undefined) return [];
  const resource = resourceRef(subject, system);
  const sets = fact.set.flatMap((setting): readonly RepairEdit[] => {
    const values = valuesOf(setting, request);
    if (values === undefined || !isWanted(setting, values, subject, analysis)) return [];
    const { property, cdk, terraform } = setting;
    const action = isAppended(setting) ? 'append' : 'set';
    return [
      { resource, property, action, values, ...(cdk !== undefined && { cdk }), ...(terraform !== undefined && { terraform }) },
    ];
  });
  const removes = (fact.remove ?? [])
    .filter(({ property }) => valueAt(subject.resource, property.join('.'), find) !== undefined)
    .map(({ property, terraform }): RepairEdit => {
      return { resource, property, action: 'remove', values: [], ...(terraform !== undefined && { terraform }) };
    });
  const edits = [...sets, ...removes];
  return edits.length === 0 ? [] : [{ request, fact, edits }];
}

function isAppended({ to }: Setting): boolean {
  return typeof to === 'object' && to.asked === 'subnets';
}

/** Undefined where what is asked for cannot be named: it stands in another stack. */
function valuesOf({ to }: Setting, { subject, count, subnets = [], network }: RepairRequest): readonly RepairValue[] | undefined {
  if (typeof to !== 'object') return [to];
  const near = (other: Subject) => other.resource.stack.name === subject.resource.stack.name;
  switch (to.asked) {
    case 'count':
      return count === undefined ? undefined : [count];
    case 'count-as-text':
      return count === undefined ? undefined : [String(count)];
    case 'subnets':
      return subnets.length > 0 && subnets.every(near) ? subnets.map(({ resource }) => ({ ref: resource.id })) : undefined;
    case 'network':
      return network !== undefined && near(network) ? [{ ref: network.resource.id }] : undefined;
  }
}

function isWanted(
  { property, only }: Setting,
  [value]: readonly RepairValue[],
  { resource }: Subject,
  { subjects }: Analysis,
): boolean {
  const told = valueAt(resource, property.join('.'), subjects.find);
  if (only === 'when-absent') return told === undefined;
  if (only === undefined) return told !== value;
  const number = numberOf(told);
  if (told === undefined) return only === 'when-less-or-absent';
  return typeof number === 'number' && number < Number(value);
}

/** The system as it would be. */
function applied(system: System, steps: readonly Step[]): System {
  const resources = new Map(system.resources);
  for (const { request, edits } of steps) {
    const resource = resources.get(request.subject.key) as Resource;
    const properties = edits.reduce((changed, edit) => edited(changed, edit, resource), resource.properties);
    resources.set(resource.key, { ...resource, properties });
  }
  return { ...system, resources };
}

function edited(properties: ValueMap, edit: RepairEdit, { stack }: Resource): ValueMap {
  const values = edit.values.map(
    (value): Value => (typeof value === 'object' ? new Reference(`${stack.name}/${value.ref}`) : value),
  );
  const change = (node: Value | undefined, [name, ...rest]: readonly string[]): Value | undefined => {
    if (name === undefined) {
      if (edit.action === 'remove') return undefined;
      return edit.action === 'append' ? [...(isList(node) ? node : []), ...values] : values[0];
    }
    const map = isMap(node) ? node : {};
    const { [name]: old, ...others } = map;
    const changed = change(old, rest);
    return changed === undefined ? others : { ...others, [name]: changed };
  };
  return change(properties, edit.property) as ValueMap;
}
