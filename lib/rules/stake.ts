import type { Analysis, Subject } from '../analysis';
import type { FunctionKind, Severity } from '../diagnostics';

/**
 * What is at stake when all units of a subject stop for a while and come back. Undefined: nothing that anybody uses.
 */
export function stakeOf(
  subject: Subject,
  { functions, idle }: Analysis,
): { readonly severity: Severity; readonly function: FunctionKind } | undefined {
  if (idle.includes(subject)) return undefined;
  const kind = functions.find((offered) => offered.subject === subject)?.kind ?? 'serve';
  return { severity: kind === 'admin' || kind === 'auxiliary' ? 'info' : 'warning', function: kind };
}
