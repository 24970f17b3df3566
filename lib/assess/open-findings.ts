import { SCOPES } from '../config';
import type { Assessment, Finding } from '../diagnostics';

/** The findings that count against the promise: of its level or below, and accepted by nobody. */
export function openFindings({ findings, system }: Pick<Assessment, 'findings' | 'system'>): readonly Finding[] {
  const promised = SCOPES.indexOf(system.survive);
  return findings.filter(({ acknowledged, scope }) => acknowledged === undefined && SCOPES.indexOf(scope) <= promised);
}
