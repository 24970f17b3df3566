import type { Analysis } from './analyze';
import { endsItself } from './ends-itself';
import type { Subject } from './subject';

/** Why no function needs something that could offer one, where that has a reason of its own. */
export function whyIdle({ subjects, dependencies, units }: Analysis, subject: Subject): string | undefined {
  const { role, repeatsSource } = subject.facts;
  const { count } = units.of(subject);
  if (repeatsSource === true) return 'a copy that nothing reads';
  if (role === 'compute' && typeof count === 'number' && count < 1) return 'it may run no unit at all';
  if (endsItself({ subjects, dependencies }, subject)) return 'a job that ends itself';
  if (role === 'address') return 'judged with what bears it';
  if (dependencies.isForDeploymentOnly(subject)) return 'used only while stacks are deployed';
  if ((role === 'pool' || role === 'cluster' || role === 'hub') && dependencies.membersOf(subject).length === 0)
    return 'it has no members';
  return undefined;
}
