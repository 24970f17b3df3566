import type { ReadOptions, Resource, Stack, System } from '../model';
import type { GivenDocument, ReadContext, ReadPart } from './given-document';
import { joinInputs } from './join-inputs';
import type { Manifest } from './kubernetes/manifest';
import type { ProblemLog } from './problem-log';
import { withPlace } from './read-document';
import type { SourceTexts } from './source-text';
import { toResources } from './translation/to-resources';

/** Reads one file of a format. */
type Read = (document: GivenDocument, context: ReadContext) => ReadPart;

/** The reader of each format; loaded when a file of the format is met. */
const readers: Partial<Record<GivenDocument['format'], () => Read>> = {
  'terraform-plan': () => {
    const { readPlan } = require('./terraform/read-plan') as typeof import('./terraform/read-plan');
    return readPlan;
  },
  'terraform-state': () => {
    const { readState } = require('./terraform/read-plan') as typeof import('./terraform/read-plan');
    return readState;
  },
  'pulumi-preview': () => {
    const { readPreview } = require('./pulumi/read-stack') as typeof import('./pulumi/read-stack');
    return readPreview;
  },
  'pulumi-program': () => {
    const { readRecord } = require('./pulumi/read-stack') as typeof import('./pulumi/read-stack');
    return readRecord;
  },
  'pulumi-state': () => {
    const { readExport } = require('./pulumi/read-stack') as typeof import('./pulumi/read-stack');
    return readExport;
  },
};

/** Loaded when a manifest is met. */
const kubernetes = () => {
  const { readManifests } = require('./kubernetes/read-manifests') as typeof import('./kubernetes/read-manifests');
  const { distinctManifests } = require('./kubernetes/distinct-manifests') as typeof import('./kubernetes/distinct-manifests');
  const { manifestResources } = require('./kubernetes/to-resources') as typeof import('./kubernetes/to-resources');
  return { readManifests, distinctManifests, manifestResources };
};

/** What was read from files that are no templates. */
export type ReadDocuments = Pick<System, 'resources' | 'stacks' | 'offered'>;

/**
 * Reads plans, states, previews and manifests.
 *
 * @param beside - what the templates given with them hold
 * @throws {InputError} a file that is not what it looks like
 */
export function readDocuments(
  given: readonly GivenDocument[],
  beside: Pick<System, 'resources' | 'stacks'>,
  options: ReadOptions,
  texts: SourceTexts,
  problems: ProblemLog,
): ReadDocuments {
  const names = new Set(beside.stacks.map(({ name }) => name));
  const context: ReadContext = { options, problems, name: (file) => uniqueName(file, names) };
  const resources = new Map<string, Resource>();
  const stacks: Stack[] = [];
  const offered: System['offered'][number][] = [];
  const named = new Map<string, readonly string[]>();
  const manifests: Manifest[] = [];
  for (const document of given) {
    if (document.format === 'kubernetes') {
      const name = context.name(document.file);
      // All manifests are for one cluster, which stands in one region.
      const stack: Stack = { name, file: document.file, region: 'region of the cluster', provider: 'kubernetes' };
      stacks.push(stack);
      manifests.push(...withPlace(document.file, texts, () => kubernetes().readManifests(document, stack, problems)));
      continue;
    }
    const part = withPlace(document.file, texts, () => readers[document.format]?.()(document, context));
    if (part === undefined) continue;
    stacks.push(...part.stacks);
    offered.push(...(part.offered ?? []));
    manifests.push(...(part.manifests ?? []));
    for (const [key, resource] of toResources(part.resources)) resources.set(key, resource);
    for (const { key, named: texts } of part.resources) if (texts !== undefined && texts.length > 0) named.set(key, texts);
  }
  // Objects of a cluster name each other across files, and run on a cluster that something else declares.
  if (manifests.length > 0) {
    const all = new Map([...beside.resources, ...resources]);
    const distinct = kubernetes().distinctManifests(manifests, texts, problems);
    for (const [key, resource] of kubernetes().manifestResources(distinct, all)) resources.set(key, resource);
  }
  const inputs = given.length + beside.stacks.length;
  return { resources: inputs > 1 ? joinInputs(new Map([...beside.resources, ...resources]), named) : resources, stacks, offered };
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
