import type { ReadOptions, Resource, Stack, System } from '../model';
import type { GivenDocument, ReadContext, ReadPart } from './given-document';
import type { ProblemLog } from './problem-log';
import { withPlace } from './read-document';
import type { SourceTexts } from './source-text';
import { toResources } from './translation/to-resources';

/** Reads one file of a format. */
type Read = (document: GivenDocument, context: ReadContext) => ReadPart;

/** The reader of each format; loaded when a file of the format is met. */
const readers: Partial<Record<GivenDocument['format'], () => Read>> = {
  'terraform-plan': () => (require('./terraform/read-plan') as typeof import('./terraform/read-plan')).readPlan,
  'terraform-state': () => (require('./terraform/read-plan') as typeof import('./terraform/read-plan')).readState,
};

/** What was read from files that are no templates. */
export type ReadDocuments = Pick<System, 'resources' | 'stacks' | 'offered'>;

/**
 * Reads plans, states, previews and manifests.
 *
 * @param taken - names of the stacks that are there already
 * @throws {InputError} a file that is not what it looks like
 */
export function readDocuments(
  given: readonly GivenDocument[],
  taken: readonly Stack[],
  options: ReadOptions,
  texts: SourceTexts,
  problems: ProblemLog,
): ReadDocuments {
  const names = new Set(taken.map(({ name }) => name));
  const context: ReadContext = { options, problems, name: (file) => uniqueName(file, names) };
  const resources = new Map<string, Resource>();
  const stacks: Stack[] = [];
  const offered: System['offered'][number][] = [];
  for (const document of given) {
    const part = withPlace(document.file, texts, () => readers[document.format]?.()(document, context));
    if (part === undefined) continue;
    stacks.push(...part.stacks);
    offered.push(...(part.offered ?? []));
    for (const [key, resource] of toResources(part.resources)) resources.set(key, resource);
  }
  return { resources, stacks, offered };
}

/** The file's name without its ending; where it is taken, with its folder, and then with a number. */
function uniqueName(file: string, taken: Set<string>): string {
  const parts = file.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  const stem = (segments: number) =>
    parts
      .slice(-segments)
      .join('.')
      .replace(/\.(json|ya?ml|tfstate)$/i, '') || 'input';
  const wished = taken.has(stem(1)) ? stem(2) : stem(1);
  let name = wished;
  for (let count = 2; taken.has(name); count += 1) name = `${wished}-${count}`;
  taken.add(name);
  return name;
}
