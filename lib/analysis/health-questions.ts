import { type Facts, type QuestionFact, referencesIn, valuesIn } from '../knowledge';
import { isList, isMap, Text, type Value } from '../model';
import type { DependencyGraph } from './dependency-graph';
import type { Subject } from './subject';

/** A check that stops units, and whose answer depends on something that they share. */
export interface HealthQuestion {
  /** Whose units are asked. */
  readonly asker: Subject;
  readonly asked: Subject;
  readonly question: QuestionFact;
  /** The resource in which the question stands. */
  readonly owner: Subject;
}

/** What answers calls; whatever else a command or a text names is no third party. */
export const ANSWERING: ReadonlySet<Facts['role']> = new Set([
  'store',
  'member',
  'cache',
  'queue',
  'balancer',
  'entry',
  'compute',
  'replication',
]);

/** Deepest chain of parameters and secrets that is followed. */
const DEEPEST = 3;

/** Every check of the units of a system that asks something else than themselves. */
export function healthQuestions(graph: DependencyGraph): readonly HealthQuestion[] {
  return [...graph.subjects].flatMap((asker) => (asker.facts.role === 'compute' ? questionsTo(asker, graph) : []));
}

function questionsTo(asker: Subject, graph: DependencyGraph): HealthQuestion[] {
  const found: HealthQuestion[] = [];
  for (const owner of [asker, ...graph.templates(asker)]) {
    for (const question of owner.facts.health?.questions ?? []) {
      for (const asked of graph.subjects.values(owner, question.of).flatMap((each) => askedBy(each, question, graph))) {
        if (asked === asker || graph.isPartOf(asker, asked) || found.some((other) => other.asked === asked)) continue;
        found.push({ asker, asked, question, owner });
      }
    }
  }
  return found;
}

/** What the question to a container calls: what it names, or what variables hold that its command names. */
function askedBy(container: Value, { asks, variables }: QuestionFact, graph: DependencyGraph): Subject[] {
  const { find } = graph.subjects;
  const asked = asks.flatMap((path) => valuesIn(container, path, find));
  const names = new Set(asked.flatMap(variablesIn));
  const held = valuesIn(container, variables.list, find)
    .flatMap((entry) => (isList(entry) ? entry : [entry]))
    .flatMap((entry) => (isMap(entry) && names.has(String(entry[variables.name])) ? [entry[variables.value] ?? null] : []));
  return answering([...asked, ...held], graph, 0);
}

function answering(values: readonly Value[], graph: DependencyGraph, depth: number): Subject[] {
  return values.flatMap(referencesIn).flatMap(({ resource }): Subject[] => {
    const subject = graph.subjects.get(resource);
    if (subject === undefined || depth > DEEPEST) return [];
    if (ANSWERING.has(subject.facts.role)) return [subject];
    const carried = (subject.facts.carries ?? []).flatMap((path) => graph.subjects.values(subject, path));
    return answering(carried, graph, depth + 1);
  });
}

/** `$DB_HOST` and `${DB_HOST}`, as a shell reads them. */
function variablesIn(value: Value): string[] {
  if (typeof value === 'string') return [...value.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
  if (value instanceof Text) return value.parts.flatMap((part) => (typeof part === 'string' ? variablesIn(part) : []));
  return isList(value) ? value.flatMap(variablesIn) : [];
}
