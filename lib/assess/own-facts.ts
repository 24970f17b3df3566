import type { Config, OwnFact } from '../config';
import { didYouMean, InputError, type Override, type Problem } from '../diagnostics';
import { aws, beyondAws, type Facts, type FactTable, Knowledge, type Need, type TypeFacts, type Units } from '../knowledge';
import type { System } from '../model';

/** What nospof knows, with what nospof.yaml says laid over it. @throws {InputError} a fact about a new type says too little */
export function knowledgeFor(config: Config | undefined): Knowledge {
  if (config === undefined || Object.keys(config.facts).length === 0) return new Knowledge(aws, beyondAws);
  const base = new Knowledge(aws, beyondAws);
  const problems: Problem[] = [];
  const own: Record<string, TypeFacts> = {};
  for (const [type, fact] of Object.entries(config.facts)) {
    const known = knownType(base, type);
    const missing = known === undefined && fact.inert !== true ? (['role', 'locality'] as const).filter((key) => !fact[key]) : [];
    for (const key of missing) problems.push(tooLittle(type, key, base, config));
    if (missing.length === 0) own[type] = known === undefined ? newType(type, fact) : laidOver(known, fact);
  }
  if (problems.length > 0) throw new InputError(problems);
  const last: FactTable = own;
  // The tables that are loaded late come later than the others, and what the user says comes last of all.
  return new Knowledge([...aws, last], () => [...beyondAws(), last]);
}

/** The facts of nospof.yaml that were used, for the report. */
export function overridesIn(system: System, config: Config | undefined): readonly Override[] {
  if (config === undefined) return [];
  const base = new Knowledge(aws, beyondAws);
  const numbers = countTypes(system);
  return Object.entries(config.facts).flatMap(([type, fact]) => {
    const resources = numbers.get(type);
    if (resources === undefined) return [];
    const at = config.positions[`facts.${type}`];
    return [{ type, says: Object.keys(fact).sort(), new: knownType(base, type) === undefined, resources, ...(at && { at }) }];
  });
}

/** Facts about types that the system does not have. */
export function unusedFacts(system: System, config: Config | undefined): readonly Problem[] {
  if (config === undefined) return [];
  const types = countTypes(system);
  return Object.keys(config.facts).flatMap((type): readonly Problem[] => {
    const at = config.positions[`facts.${type}`];
    // Facts in code may serve many systems.
    if (types.has(type) || at === undefined) return [];
    return [
      {
        code: 'unmatched-entry',
        fatal: false,
        message: `"facts.${type}" names no resource type of the system${didYouMean(type, [...types.keys()])}`,
        hint: 'use the type as the report writes it, or remove the entry',
        at,
      },
    ];
  });
}

function countTypes({ resources }: System): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { type } of resources.values()) numbers.set(type, (numbers.get(type) ?? 0) + 1);
  return numbers;
}

/** Not what stands for any custom resource: of one type in particular nothing was known. */
function knownType(base: Knowledge, type: string): TypeFacts | undefined {
  const found = base.of(type);
  return base.types().includes(type) ? found : undefined;
}

function tooLittle(type: string, key: string, base: Knowledge, config: Config): Problem {
  const at = config.positions[`facts.${type}`];
  return {
    code: 'missing-key',
    fatal: true,
    message: `"facts.${type}" has no "${key}", and nospof knows nothing else of the type${didYouMean(type, base.types())}`,
    hint: 'add "role" and "locality", or "inert: true" where it cannot matter for availability',
    ...(at && { at }),
  };
}

function newType(type: string, fact: OwnFact): TypeFacts {
  return {
    noun: nounOf(type),
    role: 'configuration',
    locality: 'none',
    source: 'nospof.yaml',
    checked: '',
    ...changesOf(fact, undefined),
  };
}

/** What the user says holds in every case that nospof tells apart. */
function laidOver(known: TypeFacts, fact: OwnFact): TypeFacts {
  const changes = changesOf(fact, known.units);
  const settled = (facts: Partial<Facts>): Partial<Facts> => {
    // Whoever says the units has settled the question that the settings left open.
    const { doubt, ...rest } = facts;
    return { ...(fact.units === undefined ? facts : rest), ...changes };
  };
  const { cases, ...base } = known;
  return {
    ...(settled(base) as Facts),
    ...(cases && { cases: cases.map(({ when, facts }) => ({ when, facts: settled(facts) })) }),
  };
}

function changesOf(fact: OwnFact, known: Units | undefined): Partial<Facts> {
  const { noun, inert, role, locality, subnets, zones, recovery, needs, text, names, offers, source } = fact;
  const units = unitsOf(fact, known);
  return {
    ...(noun !== undefined && { noun }),
    ...(inert !== undefined && { inert }),
    ...(role !== undefined && { role }),
    ...(locality !== undefined && { locality }),
    ...(units !== undefined && { units }),
    ...((subnets ?? zones) && { placement: { ...(subnets && { subnets }), ...(zones && { zones }) } }),
    ...(recovery && {
      recovery: { kind: recovery.kind, ...(recovery.within !== undefined && { seconds: [0, recovery.within] as const }) },
    }),
    ...(needs && {
      needs: needs.flatMap(({ path, kind = 'hard', because }) => path.map((each): Need => ({ path: each, kind, because }))),
    }),
    ...(text && { text }),
    ...(fact['security-groups'] && { securityGroups: fact['security-groups'] }),
    ...(names && { names }),
    ...(fact['uses-egress'] !== undefined && { usesEgress: fact['uses-egress'] }),
    ...(offers !== undefined && { offers }),
    ...(source !== undefined && { source }),
  };
}

function unitsOf({ units, needed, spread }: OwnFact, known: Units | undefined): Units | undefined {
  if (units === undefined && needed === undefined && spread === undefined) return undefined;
  const { desired, min, absent, plus } = typeof units === 'object' ? units : {};
  const count =
    typeof units === 'object'
      ? {
          absent: absent ?? 0,
          ...(desired !== undefined && { desired }),
          ...(min !== undefined && { min }),
          ...(plus !== undefined && { plus }),
        }
      : units;
  return {
    ...(known ?? { count: 1 }),
    ...(count !== undefined && { count }),
    ...(needed !== undefined && { needed }),
    ...(spread !== undefined && { spread }),
  };
}

/** `Custom::MessageBroker` is a message broker. */
function nounOf(type: string): string {
  const last = type.split(/[:/.]+/).at(-1) ?? type;
  return last
    .replace(/_/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
