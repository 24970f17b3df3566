import type { FailOn } from '../config';
import type { Finding, Unproven } from '../diagnostics';

/** What the exit code says; there are no other codes and none is a count. */
export const EXIT = {
  /** Nothing at or above the threshold. */
  clean: 0,
  /** Findings. */
  findings: 1,
  /** Wrong options, configuration or input. */
  usage: 2,
  /** A defect of nospof itself. */
  defect: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Whether open findings or questions reach the threshold. */
export function fails(
  {
    findings,
    unproven,
  }: { readonly findings: readonly Pick<Finding, 'severity'>[]; readonly unproven: readonly Pick<Unproven, 'acknowledged'>[] },
  failOn: FailOn,
): boolean {
  const failing = failOn === 'error' ? ['error'] : ['error', 'warning'];
  return (
    (failOn === 'unproven' && unproven.some(({ acknowledged }) => acknowledged === undefined)) ||
    findings.some(({ severity }) => failing.includes(severity))
  );
}

export function worst(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
