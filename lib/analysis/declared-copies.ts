import { valuesIn } from '../knowledge';
import { Unknown, type Value } from '../model';
import type { DependencyGraph } from './dependency-graph';
import { outsideOf } from './outside';
import type { Subject } from './subject';

/** Reads which stores are copies of each other: where they name one, where they name what they share, what copies them. */
export class DeclaredCopies {
  /** Stores that share something, by its key. */
  private readonly sharing = new Map<string, readonly Subject[]>();
  /** Why more may share it than the input shows, by its key. */
  private readonly perhapsMore = new Map<string, Unknown>();

  constructor(private readonly graph: DependencyGraph) {}

  read(): void {
    for (const subject of this.graph.subjects) {
      this.readNamed(subject);
      this.readTold(subject);
      this.readShared(subject);
      this.readCopying(subject);
    }
    for (const [key, unknown] of this.perhapsMore) {
      const [only, ...others] = this.sharing.get(key) ?? [];
      if (only !== undefined && others.length === 0) this.graph.hasCopyOutside(only, unknown);
    }
  }

  /** A read replica names what it repeats; everything else names where it is copied to, or the region at least. */
  private readNamed(subject: Subject): void {
    const { facts } = subject;
    const named = (facts.standbys ?? []).flatMap((path) => this.valuesAt(subject, path));
    for (const value of named) {
      const copies = this.graph.targets([value], subject);
      for (const copy of copies) {
        if (facts.repeatsSource === true) this.graph.isCopied(copy, subject);
        else this.graph.isCopied(subject, copy);
      }
      if (copies.length === 0) this.graph.hasCopyOutside(subject, outsideOf(value).unknown);
    }
    if (facts.copiesUnseen !== undefined && facts.copiesOf === undefined)
      this.graph.hasCopyOutside(subject, unseen(subject, facts.copiesUnseen));
    if (named.length > 0) return;
    for (const region of (facts.copiedInto ?? []).flatMap((path) => this.valuesAt(subject, path))) {
      if (region === subject.resource.stack.region) continue;
      const because = `nothing in the input says how its copy in ${typeof region === 'string' ? region : 'another region'} is reached`;
      const tell = 'declare the copy, and what reads it there';
      this.graph.hasCopyOutside(
        subject,
        region instanceof Unknown ? region : new Unknown(`copy of ${subject.key}`, because, tell),
      );
    }
  }

  /** Of all that a component holds, a program that says that it is copied means the stores. */
  private readTold(subject: Subject): void {
    for (const { resource } of subject.resource.copiedTo ?? []) {
      const copy = this.graph.subjects.get(resource);
      if (copy?.facts.role === 'store' && subject.facts.role === 'store') this.graph.isCopied(subject, copy);
    }
  }

  private readShared(subject: Subject): void {
    const { copiesShare, copiesOf, copiesUnseen, keepsData } = subject.facts;
    for (const value of copiesShare === undefined ? [] : this.valuesAt(subject, copiesShare)) {
      const [shared] = this.graph.targets([value], subject);
      const key = shared?.key ?? (value instanceof Unknown ? value.symbol : String(value));
      this.share(key, subject);
      // Members of something that the input does not declare may be anywhere.
      if (shared === undefined && keepsData === true) this.perhapsMore.set(key, outsideOf(value).unknown);
    }
    for (const value of (copiesOf ?? []).flatMap((path) => this.valuesAt(subject, path))) {
      const members = this.graph.targets([value], subject);
      for (const member of members) this.share(subject.key, member);
      if (members.length === 0) this.perhapsMore.set(subject.key, outsideOf(value).unknown);
      else if (copiesUnseen !== undefined) this.perhapsMore.set(subject.key, unseen(subject, copiesUnseen));
    }
  }

  private share(key: string, subject: Subject): void {
    const others = this.sharing.get(key) ?? [];
    if (others.includes(subject)) return;
    for (const other of others) {
      this.graph.isCopied(subject, other);
      this.graph.isCopied(other, subject);
    }
    this.sharing.set(key, [...others, subject]);
  }

  /** Something else copies from one store to another; what it copies may be written elsewhere. */
  private readCopying(subject: Subject): void {
    const { copying } = subject.facts;
    if (copying === undefined) return;
    const { find } = this.graph.subjects;
    for (const entry of this.valuesAt(subject, copying.each)) {
      const [from = [], to = []] = [copying.from, copying.to].map((path) => valuesIn(entry, path, find));
      const sources = this.graph.targets(from, subject);
      const copies = this.graph.targets(to, subject);
      const missing = copying.unseen === undefined ? [...from, ...to].find((value) => this.isOutside(value, subject)) : undefined;
      const unknown =
        copying.unseen !== undefined
          ? unseen(subject, copying.unseen)
          : missing === undefined
            ? undefined
            : outsideOf(missing).unknown;
      if (unknown !== undefined) for (const store of [...sources, ...copies]) this.graph.hasCopyOutside(store, unknown);
      else for (const source of sources) for (const copy of copies) this.graph.isCopied(source, copy);
    }
  }

  private isOutside(value: Value, from: Subject): boolean {
    return this.graph.targets([value], from).length === 0;
  }

  private valuesAt(subject: Subject, path: string): readonly Value[] {
    return this.graph.subjects.values(subject, path).filter((value) => value !== '');
  }
}

function unseen({ key }: Subject, { because, tell }: { readonly because: string; readonly tell: string }): Unknown {
  return new Unknown(`copies by ${key}`, because, tell);
}
