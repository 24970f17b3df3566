import { assess } from '../../lib/assess';
import type { Assessment } from '../../lib/diagnostics';

export function judged(...paths: readonly string[]): Promise<Assessment> {
  return assess(paths, { survive: 'zone', parameters: {}, worlds: 'default' });
}

/** What is said of what: the rule, and the resource's own name without the address around it. */
export function rulesAndNames({ findings }: Assessment): readonly string[] {
  return findings.map(({ rule, resource: { id } }) => `${rule} ${id.slice(id.lastIndexOf('.') + 1)}`).sort();
}

/** The same with everything that a finding weighs, but not its words. */
export function weighed({ findings }: Assessment): readonly string[] {
  return findings
    .map(({ rule, severity, function: kind, scope, recovery, resource: { id } }) =>
      [rule, id.slice(id.lastIndexOf('.') + 1), severity, kind, scope, recovery].join(' '),
    )
    .sort();
}
