import { numberOf } from '../knowledge';
import { defineCheckRule } from './rule';

export const bundleNeedsEveryLine = defineCheckRule({
  id: 'bundle-needs-every-line',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'a bundle of lines goes down with its first line',
  why: 'a bundle with fewer working lines than its minimum is taken out of use, although the other lines still carry traffic',
  how: 'the minimum of working lines is compared with the number of lines that name the bundle',
  severity: 'warning',
  unknown: 'a minimum that is not known makes no finding; lines that the input does not declare are not counted',
  fix: 'set the minimum lower than the number of lines, as low as the traffic that must get through allows',
  sources: ['https://docs.aws.amazon.com/directconnect/latest/UserGuide/lags.html'],
  *check({ subjects, dependencies }) {
    for (const subject of subjects) {
      const { leastMembers, noun } = subject.facts;
      if (leastMembers === undefined || subject.uncertain !== undefined) continue;
      const least = numberOf(subjects.value(subject, leastMembers));
      const lines = dependencies.membersOf(subject).length;
      // Fewer lines than the minimum: the others are declared elsewhere.
      if (lines < 2 || least !== lines) continue;
      yield {
        severity: 'warning',
        function: 'serve',
        loses: [subject.resource.id],
        scope: 'component',
        recovery: 'none',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `${noun} "${subject.resource.id}" has ${lines} lines and needs ${least} of them: the first that fails takes it down`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
