import { isList, isMap, Reference, Text, type Value } from '../model';
import { nameIn, type Subject } from './subject';
import type { FunctionSources } from './system-function';

/** A machine whose own start-up text ends it, or empties its group, runs once: it is a job, not a service. */
export function endsItself(
  { subjects, dependencies }: Pick<FunctionSources, 'subjects' | 'dependencies'>,
  subject: Subject,
): boolean {
  const commands = subject.facts.endsItselfWhen ?? [];
  if (commands.length === 0) return false;
  const texts = [subject, ...dependencies.templates(subject)].flatMap((owner) => [
    ...(owner.facts.text ?? []).flatMap((path) => subjects.values(owner, path)),
    ...(owner.resource.bootstrap === undefined ? [] : [owner.resource.bootstrap]),
  ]);
  const words = texts.map(textOf).join('\n');
  return commands.some((command) => {
    if (!command.words.every((word) => words.includes(word))) return false;
    if (command.target === undefined) return true;
    const [first = ''] = command.words;
    const { target, ownName } = command;
    const own = [subject.key, ...(ownName === undefined ? [] : subjects.values(subject, ownName).map(nameIn))];
    return words.split('\n').some((line) => {
      const [, ended] = line.includes(first) ? line.split(target) : [];
      return ended !== undefined && mayBe(ended, own);
    });
  });
}

/** A name that the machine finds out when it runs is taken for that of its own group; any other has to be its own. */
function mayBe(text: string, own: readonly (string | undefined)[]): boolean {
  const [, name = ''] = /^[\s="']*([^\s"']*)/.exec(text) ?? [];
  return name.startsWith('$') || own.includes(name);
}

/** All the known text inside a value, with the key of what it refers to in place of each reference. */
function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof Reference) return value.resource;
  if (value instanceof Text) return value.parts.map((part) => textOf(part as Value)).join('');
  if (isList(value)) return value.map(textOf).join('\n');
  return isMap(value) ? Object.values(value).map(textOf).join('\n') : '';
}
