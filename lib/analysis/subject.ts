import type { FunctionKind } from '../diagnostics';
import { type Described, type Facts, type Knowledge, type Path, valueAt, valuesAt } from '../knowledge';
import { Reference, type Resource, type System, Text, Unknown, type Value } from '../model';
import { append } from '../multimap';

/** A resource together with what is known of its type: what the analysis works on. */
export interface Subject {
  readonly key: string;
  readonly resource: Resource;
  readonly facts: Facts;
  /** Why its facts, or its existence, are not certain. */
  readonly uncertain?: Unknown;
}

/** What the user said that no template can say. Keys are logical ids, `stack/id`, construct paths or names of unknowns. */
export interface Annotations {
  /** Zone by subnet. */
  readonly zones?: Readonly<Record<string, string>>;
  /** Units that must survive the loss of a zone, by resource. */
  readonly requiredCapacity?: Readonly<Record<string, number>>;
  /** Longest outage that is allowed when a failure domain is lost. */
  readonly recoveryTimeObjectiveSeconds?: number;
  /** Most of the newest data that may be missing after a loss. */
  readonly recoveryPointObjectiveSeconds?: number;
  /** Egress is not needed to serve. */
  readonly egressIsSoft?: boolean;
  /** Name of the device behind a customer gateway. */
  readonly devices?: Readonly<Record<string, string>>;
  /** Function kind by resource, where the inferred one is wrong. */
  readonly roles?: Readonly<Record<string, FunctionKind>>;
  /** Rules are applied that only compare settings with what is usual, and prove nothing. */
  readonly asksSettings?: boolean;
}

/** What was said of a resource, by the most exact of its names. */
export function toldOf<T>(
  entries: Readonly<Record<string, T>> | undefined,
  { id, path, stack }: Pick<Resource, 'id' | 'path'> & { readonly stack: Pick<Resource['stack'], 'name'> },
): T | undefined {
  const names = [path, `${stack.name}/${id}`, id];
  const name = names.find((candidate) => candidate !== undefined && entries !== undefined && Object.hasOwn(entries, candidate));
  return name === undefined ? undefined : entries?.[name];
}

/**
 * A literal name, or one with parts that are not known, each written as what it stands for. The account is one word in
 * all stacks: a name that holds it is looked for in the account of the stack that asks.
 */
export function nameIn(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (!(value instanceof Text)) return undefined;
  const parts = value.parts.map((part) => {
    if (typeof part === 'string') return part;
    if (!(part instanceof Unknown)) return undefined;
    return part.symbol.startsWith('account of ') ? '\u0001' : `\u0001${part.symbol.replace(/[:/]/g, ' ')}\u0001`;
  });
  return parts.some((part) => part === undefined) ? undefined : parts.join('');
}

/** What one value stands for, as a word that equal values share: what it refers to, the literal, or the unknown itself. */
export function identityOf(value: Value | undefined): string | undefined {
  if (value instanceof Reference) return value.resource;
  if (value instanceof Unknown) return value.symbol;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The subjects of a system, in the order of the input. */
export class Subjects implements Iterable<Subject> {
  private readonly byKey = new Map<string, Subject>();
  private readonly byName = new Map<string, Subject[]>();
  /** Resources of types without facts, by type. */
  readonly unknownTypes = new Map<string, Resource[]>();

  constructor(
    readonly system: System,
    knowledge: Knowledge,
    readonly annotations: Annotations = {},
  ) {
    for (const resource of system.resources.values()) {
      const described = knowledge.describe(resource, this.find);
      if (described === undefined) {
        append(this.unknownTypes, resource.type, resource);
      } else this.byKey.set(resource.key, toSubject(resource, described));
    }
    this.nameAll();
  }

  readonly find = (key: string): Resource | undefined => this.system.resources.get(key);

  [Symbol.iterator](): Iterator<Subject> {
    return this.byKey.values();
  }

  get(key: string): Subject | undefined {
    return this.byKey.get(key);
  }

  /**
   * The subject that a literal name or ARN means, as seen from another one: the one in the same region where several
   * bear the name, and none where that does not decide.
   */
  named(text: string, from: Subject): Subject | undefined {
    // An ARN ends with the name, which may itself hold a slash.
    const tails = [text, text.slice(text.lastIndexOf(':') + 1), text.slice(text.lastIndexOf('/') + 1)];
    const candidates = tails.map((tail) => this.byName.get(tail)).find((bearers) => bearers !== undefined);
    if (candidates === undefined) return undefined;
    const [only] = candidates;
    if (candidates.length === 1) return only;
    const near = candidates.filter(({ resource }) => resource.stack.region === from.resource.stack.region);
    return near.length === 1 ? near[0] : undefined;
  }

  private nameAll(): void {
    for (const subject of this.byKey.values()) {
      for (const value of (subject.facts.names ?? []).flatMap((path) => this.values(subject, path))) {
        const name = nameIn(value);
        if (name === undefined || name === '') continue;
        append(this.byName, name, subject);
      }
    }
  }

  get size(): number {
    return this.byKey.size;
  }

  values(subject: Subject, path: Path): readonly Value[] {
    return valuesAt(subject.resource, path, this.find);
  }

  value(subject: Subject, path: Path): Value | undefined {
    return valueAt(subject.resource, path, this.find);
  }
}

function toSubject(resource: Resource, described: Described): Subject {
  const uncertain = resource.existence ?? described.uncertain;
  return { key: resource.key, resource, facts: described.facts, ...(uncertain === undefined ? {} : { uncertain }) };
}
