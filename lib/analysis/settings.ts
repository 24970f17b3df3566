import {
  type Good,
  holds,
  type Naming,
  type Path,
  referencesIn,
  type SettingFact,
  type SettingKind,
  settingTables,
  valueAt,
  valuesAt,
  valuesIn,
} from '../knowledge';
import { isList, isMap, Reference, type Resource, Text, Unknown, type Value } from '../model';
import { append } from '../multimap';
import type { Subject, Subjects } from './subject';

/** A setting that is for certain not what its fact asks for. */
export interface WrongSetting {
  readonly fact: SettingFact;
  /** What was found, in words. */
  readonly found: string;
  /** What was expected, in words. */
  readonly expected: string;
}

/** A name that a path can end in, of anything. */
const HERE = 'value';

/** Looks at settings as facts ask, one resource and one setting at a time. What is not known is not wrong. */
export class Settings {
  private readonly facts = new Map<string, readonly SettingFact[]>();
  private readonly byType = new Map<string, Resource[]>();

  constructor(private readonly subjects: Subjects) {}

  /** Settings of the kind that are wrong, in the order of the facts. */
  wrong(subject: Subject, kind: SettingKind): readonly WrongSetting[] {
    this.load();
    const { resource } = subject;
    // Whether it exists may be open; then nothing is wrong for certain.
    if (resource.existence !== undefined) return [];
    return (this.facts.get(resource.type) ?? [])
      .filter((fact) => fact.kind === kind && this.isAsked(fact, resource))
      .flatMap((fact) => this.fault(fact, resource) ?? []);
  }

  private load(): void {
    if (this.facts.size > 0) return;
    for (const table of settingTables()) for (const [type, facts] of Object.entries(table)) this.facts.set(type, facts);
    for (const resource of this.subjects.system.resources.values()) {
      append(this.byType, resource.type, resource);
    }
  }

  private isAsked({ when, unless, onlyFor }: SettingFact, resource: Resource): boolean {
    const { find } = this.subjects;
    if (when !== undefined && holds(when, resource, find) !== true) return false;
    if (unless !== undefined && holds(unless, resource, find) !== false) return false;
    if (onlyFor === undefined) return true;
    const named = valueAt(resource, onlyFor.path, find);
    return named instanceof Reference && find(named.resource)?.type === onlyFor.type;
  }

  private fault(fact: SettingFact, resource: Resource): WrongSetting | undefined {
    const own = fact.path === undefined ? undefined : this.ownFault(fact, fact.path, resource);
    if (fact.path !== undefined && own === undefined) return undefined;
    const namings = fact.orNamedBy ?? [];
    if (namings.some((naming) => this.isNamed(naming, resource) !== false)) return undefined;
    if (own !== undefined) return own;
    return namings.length === 0 ? undefined : { fact, found: 'no other resource names it', expected: wordsOfTypes(namings) };
  }

  private ownFault(fact: SettingFact, path: Path, resource: Resource): WrongSetting | undefined {
    const { find } = this.subjects;
    for (const [place, values] of this.places(fact, path, resource)) {
      const value = values.find((each) => this.isGood(fact, each, resource) === false) ?? values[0];
      const given = value === undefined ? this.ofAbsent(fact, resource) : value;
      if (given === 'good' || given instanceof Unknown) continue;
      if (given !== 'bad' && this.isGood(fact, given, resource) !== false) continue;
      const name = place.replace('@', '');
      const found = value === undefined ? `"${name}" is not given` : `"${name}" is ${wordsOf(value)}`;
      return { fact, found, expected: expectedOf(fact.good, resource, find) };
    }
    return undefined;
  }

  /** The values of the setting, for each place where it is asked. */
  private *places(fact: SettingFact, path: Path, resource: Resource): Iterable<readonly [string, readonly Value[]]> {
    const { find } = this.subjects;
    if (fact.each === undefined) return yield [path, valuesAt(resource, path, find)];
    for (const entry of valuesAt(resource, fact.each, find))
      if (isMap(entry)) yield [`${fact.each}.${path}`, valuesIn(entry, path, find)];
  }

  /**
   * Only CloudFormation and Kubernetes write settings by the names of the facts. Of other inputs it is not known whether
   * an absent setting was given by another name.
   */
  private ofAbsent({ absent = 'good' }: SettingFact, { type, source }: Resource): 'good' | 'bad' | number {
    const speaksTheSameNames = !type.includes('::') || source.path[0] === 'Resources';
    return speaksTheSameNames ? absent : 'good';
  }

  /** Undefined: it cannot be told. */
  private isGood({ good }: SettingFact, value: Value, resource: Resource): boolean | undefined {
    const { find } = this.subjects;
    if (value instanceof Unknown) return undefined;
    if (good === undefined) return true;
    if (good === 'given') return !(value === '' || (isList(value) && value.length === 0));
    if (good === 'absent') return false;
    if (good === 'no-literal') return typeof value !== 'string';
    if ('entries' in good) return isList(value) ? value.length >= good.entries : undefined;
    if ('is' in good || 'not' in good) {
      const probe: Resource = { ...resource, properties: { [HERE]: value } };
      const answer = holds({ [HERE]: 'is' in good ? good.is : good.not }, probe, find);
      return answer instanceof Unknown ? undefined : answer === 'is' in good;
    }
    const number = numeric(value);
    if (number === undefined) return undefined;
    if ('atLeast' in good) return number >= good.atLeast;
    if ('atMost' in good) return number <= good.atMost;
    const other = valueAt(resource, good.of, find);
    const factor = other === undefined ? good.absent : numeric(other);
    return factor === undefined ? undefined : number >= good.times * factor;
  }

  /** Undefined: it cannot be told, because the other chooses by tags or names literally. */
  private isNamed(naming: Naming, resource: Resource): boolean | undefined {
    const { find } = this.subjects;
    let undecided = false;
    for (const other of this.byType.get(naming.type) ?? []) {
      if (naming.when !== undefined && holds(naming.when, other, find) === false) continue;
      if (naming.path === undefined) return true;
      if (naming.selectsBy?.some((path) => valueAt(other, path, find) !== undefined)) undecided = true;
      for (const value of valuesAt(other, naming.path, find)) {
        const references = referencesIn(value);
        if (references.some((reference) => reference.resource === resource.key)) return true;
        if (references.length === 0) undecided = true;
      }
    }
    return undecided ? undefined : false;
  }
}

function numeric(value: Value): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const number = Number(value);
  return Number.isFinite(number) && value !== '' ? number : undefined;
}

function wordsOf(value: Value): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isList(value)) return `a list of ${value.length}`;
  return value instanceof Reference || value instanceof Text ? 'given' : 'something else';
}

function wordsOfTypes(namings: readonly Naming[]): string {
  return `an ${[...new Set(namings.map(({ type }) => type))].join(' or ')}`;
}

function expectedOf(good: Good | undefined, resource: Resource, find: Subjects['find']): string {
  if (good === undefined || good === 'given') return 'a value';
  if (good === 'absent') return 'none';
  if (good === 'no-literal') return 'a zone by its place in the list of the region';
  if ('is' in good) return good.is.join(' or ');
  if ('not' in good) return `anything but ${good.not.join(', ')}`;
  if ('atLeast' in good) return `${good.atLeast} or more`;
  if ('atMost' in good) return `${good.atMost} or less`;
  if ('entries' in good) return `${good.entries} entries or more`;
  const other = valueAt(resource, good.of, find);
  return `${good.times * ((other === undefined ? undefined : numeric(other)) ?? good.absent)} or more`;
}
