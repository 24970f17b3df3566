import { SCOPES } from '../config';
import type { Assessment, Finding, Scope } from '../diagnostics';

/** The levels whose failure domains the analysis builds. A promise above them cannot be held against anything yet. */
export const JUDGED_LEVELS: readonly Scope[] = ['component', 'zone'];

/** The findings that count against the promise: of its level or below, and accepted by nobody. */
export function openFindings({ findings, system }: Pick<Assessment, 'findings' | 'system'>): readonly Finding[] {
  const promised = SCOPES.indexOf(system.survive);
  return findings.filter(({ acknowledged, scope }) => acknowledged === undefined && SCOPES.indexOf(scope) <= promised);
}
