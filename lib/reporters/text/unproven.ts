import type { FunctionKind, Unproven } from '../../diagnostics';
import type { ReportContext } from '../report-context';
import { renderBlock } from './block';
import { counted, list } from './layout';

/** Causes shown; one value that is not known often leaves hundreds of pairs open, so pairs are grouped by cause. */
const MOST_CAUSES = 10;

/** What could not be decided, one block per cause, and what to say to decide it. */
export function renderUnproven(unproven: readonly Unproven[], context: ReportContext): readonly (readonly string[])[] {
  const causes = groupBy(unproven, (pair) => JSON.stringify([pair.because, pair.tell, pair.resource?.file, pair.resource?.id]));
  const most = context.detail === 'verbose' ? causes.length : MOST_CAUSES;
  const blocks = causes.slice(0, most).map((pairs) => renderCause(pairs, context));
  const rest = causes.length - most;
  return rest > 0 ? [...blocks, [`and ${counted(rest, 'more cause')} of unproven; --verbose shows them`]] : blocks;
}

function renderCause(pairs: readonly Unproven[], context: ReportContext): readonly string[] {
  const [first] = pairs;
  if (!first) return [];
  const { resource } = first;
  const byFunction = groupBy(pairs, (pair) => pair.function).map((group) => functionWords(group[0]?.function, group));
  const domains = [...new Set(pairs.map((pair) => pair.failureDomain))];
  return renderBlock(
    {
      level: 'unproven',
      word: 'unproven',
      message: first.because,
      ...(resource && { place: resource, about: resource.path ?? `${resource.id} (${resource.type})` }),
      notes: [
        ['open', `${byFunction.join('; ')} when ${list(domains)} ${domains.length === 1 ? 'fails' : 'fail'}`],
        ['tell', first.tell],
      ],
    },
    context,
  );
}

function functionWords(kind: FunctionKind | undefined, pairs: readonly Unproven[]): string {
  return `${kind} of ${list([...new Set(pairs.map((pair) => pair.of))])}`;
}

/** Groups in the order in which each first appears. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
