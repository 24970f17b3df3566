import { type Unproven, wordsFor } from '../../diagnostics';
import type { ReportContext } from '../report-context';
import { becauseOf, type Cause, openCausesOf, tellsOf } from '../unproven-causes';
import { renderBlock } from './block';
import { count, counted, list } from './layout';

/** Causes shown; one value that is not known often leaves hundreds of pairs open, so pairs are grouped by cause. */
const MOST_CAUSES = 10;
/** Hints shown where each resource needs its own. */
const MOST_TELLS = 3;

/** What could not be decided, one block per cause, and what to say to decide it. */
export function renderUnproven(unproven: readonly Unproven[], context: ReportContext): readonly (readonly string[])[] {
  const causes = openCausesOf(unproven);
  const most = context.detail === 'verbose' ? causes.length : MOST_CAUSES;
  const blocks = causes.slice(0, most).map((cause) => renderCause(cause, context));
  const rest = causes.length - most;
  return rest > 0 ? [...blocks, [`and ${counted(rest, 'more reason')}; --verbose shows them`]] : blocks;
}

function renderCause(cause: Cause, context: ReportContext): readonly string[] {
  const [{ resource }] = cause;
  const domains = [...new Set(cause.map((entry) => entry.failureDomain))];
  const tells = tellsOf(cause);
  const most = context.detail === 'verbose' ? tells.length : MOST_TELLS;
  const shown = [...tells.slice(0, most), ...(tells.length > most ? [`and ${count(tells.length - most)} more`] : [])];
  return renderBlock(
    {
      level: 'unproven',
      word: 'unproven',
      message: becauseOf(cause),
      ...(resource && { place: resource, about: wordsFor(resource) }),
      notes: [
        ['open', `${functionsOf(cause).join('; ')} when ${domains.length === 1 ? '' : 'one of '}${list(domains)} fails`],
        ...shown.map((tell, index): [string, string] => [index === 0 ? 'tell' : '', tell]),
      ],
    },
    context,
  );
}

/** `serve of Web, Worker`, `egress of Worker`: each kind where it first appears. */
function functionsOf(cause: Cause): readonly string[] {
  const kinds = [...new Set(cause.map((entry) => entry.function))];
  return kinds.map((kind) => {
    const names = cause.flatMap((entry) => (entry.function === kind ? [entry.of] : []));
    return `${kind} of ${list([...new Set(names)])}`;
  });
}
