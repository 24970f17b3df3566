import type { Analysis } from '../analysis';
import type { Problem } from '../diagnostics';
import { isList, isMap, Text, Unknown, type Value } from '../model';

/**
 * What running units are handed from stacks that are not among the inputs: an address, a name, a secret. Whether it is
 * needed, and whether what it leads to survives, is not judged, and said in one line for each stack that hands it out.
 */
export function unfollowedImports({ subjects, dependencies }: Analysis): readonly Problem[] {
  const usersOf = new Map<string, { readonly unknown: Unknown; readonly users: Set<string> }>();
  for (const subject of subjects) {
    if (subject.facts.role !== 'compute') continue;
    for (const owner of [subject, ...dependencies.templates(subject)])
      for (const path of owner.facts.text ?? [])
        for (const unknown of subjects.values(owner, path).flatMap(importsIn)) {
          const known = usersOf.get(unknown.symbol) ?? { unknown, users: new Set() };
          known.users.add(`"${subject.resource.id}"`);
          usersOf.set(unknown.symbol, known);
        }
  }
  return [...usersOf.values()].map(({ unknown, users }) => ({
    code: 'import-not-followed',
    fatal: false,
    message: `what ${[...users].join(', ')} gets from another stack is not judged: ${unknown.because}`,
    hint: unknown.tell,
  }));
}

/** Values of other stacks in a text, at any depth. */
function importsIn(value: Value): readonly Unknown[] {
  if (value instanceof Unknown) return value.symbol.startsWith('import ') ? [value] : [];
  if (value instanceof Text) return value.parts.flatMap((part) => (part instanceof Unknown ? importsIn(part) : []));
  if (isList(value)) return value.flatMap(importsIn);
  return isMap(value) ? Object.values(value).flatMap(importsIn) : [];
}
