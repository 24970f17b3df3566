import { type Knowledge, referencesIn } from '../knowledge';
import type { Resource, System, Value, ValueMap } from '../model';

/** What another world changes, as far as a verdict can hang on it. */
export interface Change {
  /** Equal text means equal verdicts; empty where nothing at all is other than usual. */
  readonly print: string;
  /** By resource: the properties that say something else; none where the resource comes or goes. */
  readonly resources: ReadonlyMap<string, ReadonlySet<string>>;
  /** Resources that are named by what comes, goes or names something else than before. */
  readonly named: ReadonlySet<string>;
}

/** The world of the defaults, as others are compared with it. */
export class UsualWorld {
  private readonly offered: string;
  private readonly texts = new WeakMap<object, string>();

  constructor(
    private readonly system: System,
    private readonly knowledge: Knowledge,
  ) {
    this.offered = JSON.stringify(system.offered);
  }

  changeTo({ resources, offered }: System): Change {
    const usual = this.system.resources;
    const prints: string[] = [];
    const changed = new Map<string, ReadonlySet<string>>();
    const named = new Set<string>();
    for (const [key, resource] of resources) {
      const before = usual.get(key);
      const isOther = before === undefined || (before.existence === undefined) !== (resource.existence === undefined);
      const { print, names } = this.difference(isOther ? undefined : before, resource, named);
      if (print === '') continue;
      prints.push(key, print);
      if (isOther || names.size > 0) changed.set(key, isOther ? NONE : names);
    }
    for (const [key, { properties }] of usual) {
      if (resources.has(key)) continue;
      prints.push(key, 'gone');
      changed.set(key, NONE);
      for (const { resource } of referencesIn(properties)) named.add(resource);
    }
    const said = JSON.stringify(offered);
    if (said !== this.offered) prints.push(said);
    return { print: prints.join('\n'), resources: changed, named };
  }

  /** What differs in properties that nospof looks at or that name something else, as text, and their names. */
  private difference(before: Resource | undefined, after: Resource, named: Set<string>): { print: string; names: Set<string> } {
    const parts = before === undefined ? [after.existence === undefined ? 'there' : 'perhaps there'] : [];
    const names = new Set<string>();
    for (const name of namesIn(before?.properties, after.properties)) {
      const [old, now] = [before?.properties[name], after.properties[name]];
      if (old === now || this.textOf(old) === JSON.stringify(now)) continue;
      const moved = apart(namesOf(old), namesOf(now));
      for (const key of moved) named.add(key);
      // Tags and descriptions decide nothing.
      if (moved.length === 0 && !this.knowledge.looksAt(after.type, name)) continue;
      parts.push(name, JSON.stringify(now) ?? '');
      names.add(name);
    }
    for (const name of namesIn(before?.attributes, after.attributes)) {
      const now = JSON.stringify(after.attributes?.[name]);
      if (JSON.stringify(before?.attributes?.[name]) === now) continue;
      parts.push(`@${name}`, now ?? '');
      names.add(`@${name}`);
    }
    return { print: parts.join('\n'), names };
  }

  /** What is usual is compared with every other world and written out once. */
  private textOf(value: Value | undefined): string | undefined {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const known = this.texts.get(value);
    if (known !== undefined) return known;
    const text = JSON.stringify(value);
    this.texts.set(value, text);
    return text;
  }
}

const NONE: ReadonlySet<string> = new Set();

function namesIn(before: ValueMap = {}, after: ValueMap = {}): Iterable<string> {
  const names = Object.keys(after);
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) names.push(name);
  return names;
}

function namesOf(value: Value | undefined): ReadonlySet<string> {
  return new Set(referencesIn(value).map(({ resource }) => resource));
}

/** What only one of two sets has. */
function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] {
  return [...[...a].filter((each) => !b.has(each)), ...[...b].filter((each) => !a.has(each))];
}
