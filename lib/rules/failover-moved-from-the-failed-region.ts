import { type Analysis, Permissions, type Subject } from '../analysis';
import { movedBy } from '../knowledge';
import { Reference } from '../model';
import { defineCheckRule } from './rule';

export const failoverMovedFromTheFailedRegion = defineCheckRule({
  id: 'failover-moved-from-the-failed-region',
  category: 'SHARED_FATE',
  title: 'what notices or moves a failover lives in the region that fails',
  why: 'an alarm without data, or a function that is to change the records, is gone with its region: nothing leaves the region that has failed',
  how: 'of a primary record, the alarm that its health check reads, its region, and what counts while it has no data; and whatever may change records, promote copies or switch routing, where all of it stands in a region that others stand by for',
  severity: 'warning',
  unknown: 'an alarm whose region is not known, and movers that no policy of the input shows, make no finding',
  fix: 'let the alarm and the mover live in the region that takes over, or in a third one, and count missing data as unhealthy',
  sources: ['https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/control-planes-and-data-planes.html'],
  *check(analysis) {
    if (!analysis.model.judges('region')) return;
    yield* [...blindChecks(analysis), ...movers(analysis)].map(({ subject, region, message }) => ({
      severity: 'warning' as const,
      function: 'recover' as const,
      loses: [subject.resource.id],
      scope: 'region' as const,
      recovery: 'none' as const,
      subject,
      failureDomain: `region ${region}`,
      message,
      fix: this.fix,
      evidence: [],
    }));
  },
});

interface Fault {
  readonly subject: Subject;
  readonly region: string;
  readonly message: string;
}

/** Health checks that go on saying what they said last when their alarm is gone with what it watches. */
function* blindChecks({ subjects, records, dependencies }: Analysis): Generator<Fault> {
  for (const { subject: record, failover } of records.groups.flat()) {
    const check = record.facts.dns === undefined ? undefined : subjects.value(record, record.facts.dns.healthCheck);
    const checker = check instanceof Reference ? subjects.get(check.resource) : undefined;
    const watches = checker?.facts.health?.alarm;
    if (failover !== 'PRIMARY' || checker === undefined || watches === undefined) continue;
    const region = subjects.value(checker, watches.region);
    const withoutData = subjects.value(checker, watches.withoutData) ?? watches.absent;
    if (typeof region !== 'string' || typeof withoutData !== 'string' || withoutData === watches.safe) continue;
    const target = dependencies.of(record).find(({ to }) => to.resource.stack.region === region);
    if (target === undefined) continue;
    const message = `${checker.facts.noun} "${checker.resource.id}" reads an alarm in ${region}, where "${target.to.resource.id}" stands too, and counts as ${withoutData} while that is gone`;
    yield { subject: checker, region, message };
  }
}

/** Functions that may move traffic or promote copies, all of them in one region that others stand by for. */
function* movers({ subjects, records, dependencies }: Analysis): Generator<Fault> {
  const permissions = new Permissions(dependencies, movedBy, true);
  const found = [...subjects].flatMap((subject) => {
    if (subject.facts.role !== 'compute' || dependencies.isForDeploymentOnly(subject)) return [];
    const [permission] = permissions.of(subject);
    return permission === undefined ? [] : [{ subject, permission }];
  });
  const [first] = found;
  const regions = new Set(found.map(({ subject }) => subject.resource.stack.region));
  if (first === undefined || regions.size > 1) return;
  const { region } = first.subject.resource.stack;
  const primaries = records.groups.flat().filter(({ failover }) => failover === 'PRIMARY');
  const isPrimary = primaries.some(({ subject }) =>
    dependencies.of(subject).some(({ to }) => to.resource.stack.region === region),
  );
  const isCopied = [...subjects].some(
    (store) =>
      store.resource.stack.region === region &&
      dependencies.receiversOf(store).some(({ resource }) => resource.stack.region !== region),
  );
  if (primaries.length > 0 ? !isPrimary : !isCopied) return;
  for (const { subject, permission } of found) {
    const message = `${subject.facts.noun} "${subject.resource.id}" may call ${permission.action}, and stands in ${region}, which others stand by for`;
    yield { subject, region, message };
  }
}
