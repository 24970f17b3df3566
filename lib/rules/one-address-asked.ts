import type { Analysis, Subject } from '../analysis';
import { Reference, Unknown, type Value } from '../model';
import { defineCheckRule } from './rule';

export const oneAddressAsked = defineCheckRule({
  id: 'one-address-asked',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'questions are sent to a single address outside',
  why: 'the resolver at that address has to be restarted, patched and replaced some day: until it is back, no name behind it is found',
  how: 'the different addresses to which a rule, or all that runs in a network, sends questions are counted; servers that the input declares are judged as what they are',
  severity: 'warning',
  unknown: 'a list of addresses that is not known makes no finding',
  fix: 'name a second resolver that runs on another machine, in another place',
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html',
  ],
  *check({ subjects, units }) {
    for (const subject of subjects) {
      const { asks, noun } = subject.facts;
      if (asks === undefined || subject.uncertain !== undefined) continue;
      const asked = asks.flatMap((path) => subjects.values(subject, path));
      if (asked.some((value) => value instanceof Unknown && (value.list || value.alternatives !== undefined))) continue;
      // One value may stand for the addresses of several machines: those of a directory.
      if (asked.some((value) => value instanceof Reference && !isOneMachine(subjects.get(value.resource), units))) continue;
      const different = new Set(asked.map(wordOf));
      if (different.size !== 1 || (subject.facts.asksFor !== undefined && isAnswered(asked, subject))) continue;
      yield {
        severity: 'warning',
        function: 'serve',
        loses: [subject.resource.id],
        scope: 'component',
        recovery: 'none',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `${noun} "${subject.resource.id}" sends questions to one address only`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});

function isOneMachine(subject: Subject | undefined, units: Analysis['units']): boolean {
  return subject !== undefined && units.of(subject).count === 1;
}

/** By the provider itself, or by servers of the input, on which those who ask depend; what is not known may be either. */
function isAnswered(asked: readonly Value[], { facts }: Subject): boolean {
  return asked.some(
    (value) => value instanceof Reference || value instanceof Unknown || facts.asksProvider?.includes(String(value)) === true,
  );
}

function wordOf(value: Value): string {
  return value instanceof Unknown ? `unknown ${value.symbol}` : JSON.stringify(value);
}
