import type { Analysis, Subject } from '../analysis';
import { Reference, Unknown, type Value } from '../model';
import { unitsIn } from './units-in';

/** A budget, what it is for, and how many units of it may be stopped on purpose at once. */
export interface Budget {
  readonly subject: Subject;
  readonly covers: readonly Subject[];
  /** Units that it is for, at their floor. */
  readonly count: number;
  readonly allowed: number;
  /** How the number comes about: `minAvailable 3 of 3`. */
  readonly because: string;
}

/** Budgets whose numbers are all known, and that are for something. */
export function budgetsOf({ subjects, units }: Analysis): readonly Budget[] {
  return [...subjects].flatMap((subject): Budget[] => {
    const { budget } = subject.facts;
    if (budget === undefined || subject.uncertain !== undefined) return [];
    const named = subjects.values(subject, budget.covers);
    const covers = named.flatMap((value) => (value instanceof Reference ? (subjects.get(value.resource) ?? []) : []));
    const counts = covers.map((covered) => units.of(covered).count);
    if (covers.length === 0 || covers.length < named.length || counts.some((count) => typeof count !== 'number')) return [];
    const count = counts.reduce<number>((sum, each) => sum + Number(each), 0);
    const most = subjects.value(subject, budget.most);
    const least = subjects.value(subject, budget.least);
    const told = most ?? least;
    // A share of the units is rounded up, whichever side it is counted from.
    const told_units = told === undefined ? undefined : unitsIn(told, count, 'up');
    if (told === undefined || told_units === undefined) return [];
    const allowed = most !== undefined ? Math.min(told_units, count) : Math.max(count - told_units, 0);
    const word = wordOf(most !== undefined ? budget.most : budget.least);
    return [{ subject, covers, count, allowed, because: `${word} ${String(told)} of ${count}` }];
  });
}

/** What some budget may be for: by name, or all there is where that is not known. */
export function coveredBySome({ subjects }: Analysis): (subject: Subject) => boolean {
  const named: Value[] = [...subjects].flatMap((subject) =>
    subject.facts.budget === undefined ? [] : subjects.values(subject, subject.facts.budget.covers),
  );
  if (named.some((value) => value instanceof Unknown)) return () => true;
  const keys = new Set(named.flatMap((value) => (value instanceof Reference ? [value.resource] : [])));
  return ({ key }) => keys.has(key);
}

function wordOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
