import type { Unproven } from '../diagnostics';
import { append } from '../multimap';
import { count, counted } from './text/layout';

/** Open questions that have one cause and one way to close them. */
export type Cause = readonly [Unproven, ...Unproven[]];

/** Open questions by cause: one value that is not known often leaves hundreds of pairs open. */
export function causesOf(unproven: readonly Unproven[]): readonly Cause[] {
  const causes = new Map<string, [Unproven, ...Unproven[]]>();
  for (const entry of unproven) {
    const key = entry.cause ?? JSON.stringify([entry.because, entry.tell, entry.resource?.file, entry.resource?.id]);
    append(causes, key, entry);
  }
  return [...causes.values()];
}

const MOST_NAMES = 3;

/** What is not known, once for all that it is not known of: `"Web", "Worker": parameter "Subnets" has no default`. */
export function becauseOf(cause: Cause): string {
  const [first] = cause;
  const isSame = cause.every(({ because }) => because === first.because);
  // A reason that names them itself need not be told of whom it is said.
  if (first.cause === undefined || isSame || first.because === first.cause) return first.because;
  const ids = [...new Set(cause.flatMap(({ resource }) => resource?.id ?? []))];
  const names = ids.slice(0, MOST_NAMES).map((id) => `"${id}"`);
  const rest = ids.length - names.length;
  return `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}: ${first.cause}`;
}

/** What to say to close it: one thing, or the same for each resource. */
export function tellsOf(cause: Cause): readonly string[] {
  return [...new Set(cause.map(({ tell }) => tell))];
}

/** Those that nobody has accepted. */
export function openCausesOf(unproven: readonly Unproven[]): readonly Cause[] {
  return causesOf(unproven.filter(({ acknowledged }) => acknowledged === undefined));
}

/** Verdicts that are open, and the causes behind them: `7 verdicts unproven for 2 reasons`. */
export function openWords(verdicts: number, unproven: readonly Unproven[]): string {
  if (verdicts === 0 && unproven.length === 0) return '0 unproven';
  const reasons = causesOf(unproven).length;
  const accepted = reasons - openCausesOf(unproven).length;
  return `${counted(verdicts, 'verdict')} unproven for ${counted(reasons, 'reason')}${accepted > 0 ? `, ${count(accepted)} of them accepted` : ''}`;
}
