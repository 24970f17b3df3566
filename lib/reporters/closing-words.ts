import type { Assessment } from '../diagnostics';
import { count, counted, list } from './text/layout';

/** Why a report holds no verdict: it must not look like a proof. */
export function nothingJudged({ summary, unknownTypes }: Assessment): string {
  const { resources, idle } = summary;
  const strangers = Object.values(unknownTypes).reduce((sum, number) => sum + number, 0);
  const head = 'nothing was judged, and nothing is proven';
  if (strangers > 0) {
    const rest = strangers === resources ? '' : ', and none of the others offers a function';
    const of =
      strangers === resources
        ? `any of ${counted(resources, 'resource')}`
        : `${count(strangers)} of ${counted(resources, 'resource')}`;
    return `${head}: nospof has no facts about ${of}${rest}`;
  }
  const none = `none of ${counted(resources, 'resource')} offers a function`;
  if (resources === 0) return `${head}: there is no resource`;
  return idle > 0
    ? `${head}: ${none}, and what could is used by nothing`
    : `${head}: ${none}; what only configures or connects cannot be lost`;
}

/** Why nothing can fail where there is something to lose, and no failure domain that could take it. */
export function nothingToFail({ summary, system, problems }: Assessment): string | undefined {
  const { functions, failureDomains, unproven } = summary;
  const ownsNone = functions > 0 && failureDomains === 0 && unproven === 0;
  if (!ownsNone || problems.some(({ fatal }) => fatal)) return undefined;
  const places = system.survive === 'component' ? 'no single component' : 'no single component and no single zone';
  return `${places} carries any part of it alone, so the loss of none takes a function away`;
}

/** Names that are shown of what no function uses. */
const MOST_IDLE = 3;

/** What no function uses: `; no function uses 2 resources: Report (a job that ends itself), Old`. */
export function idleWords({ summary, idleResources = [] }: Assessment): string {
  if (summary.idle === 0) return '';
  const names = idleResources.map(({ resource, because }) => `${resource.id}${because === undefined ? '' : ` (${because})`}`);
  return `; no function uses ${counted(summary.idle, 'resource')}${names.length === 0 ? '' : `: ${list(names, ', ', MOST_IDLE)}`}`;
}
