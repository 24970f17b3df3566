import { toldOf } from '../analysis';
import { defineCheckRule } from './rule';

export const capacityAfterZoneLoss = defineCheckRule({
  id: 'capacity-after-zone-loss',
  category: 'EXCESSIVE_LOAD',
  title: 'what is left after the loss of a zone cannot carry the load',
  why: 'what is left after the loss of a zone has to carry all of the load; capacity that is used up in normal times is not there then',
  how: 'of n units over k zones the fullest zone holds ceil(n/k): 12 units over 2 zones leave 6. The survivors are compared with the required capacity declared in nospof.yaml or by the construct; where fewer are left than must live, the loss of the zone is a finding of its own',
  severity: 'warning where the required capacity is declared; info where a group may never run more than it always runs',
  unknown: 'a number of units or subnets that is not known makes no finding',
  fix: 'raise the floor until n - ceil(n/k) is at least the required capacity, or spread over more zones',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_static_stability.html',
  ],
  remedy: 'floor',
  *check({ subjects, units, annotations, verdicts }) {
    const lost = new Set(verdicts.losses.map(({ culprit }) => culprit));
    for (const subject of subjects) {
      const { count, places, scaledBy, needed } = units.of(subject);
      if (typeof count !== 'number' || places.unknownLists.length > 0) continue;
      // What runs nothing, and nothing would start, is a question of its own.
      if (count < 1 && scaledBy.length === 0) continue;
      const declared = toldOf(annotations.requiredCapacity, subject.resource) ?? subject.resource.requiredCapacity;
      const most = subject.facts.most === undefined ? undefined : Number(subjects.value(subject, subject.facts.most));
      // A group that may never run more than it always runs was given its size on purpose: all of it is needed.
      const required = declared ?? (most === count && count > 1 && scaledBy.length === 0 ? count : undefined);
      const zones = new Set(places.places.map(({ zone }) => zone.index)).size;
      if (required === undefined || zones === 0) continue;
      const left = count - Math.ceil(count / zones);
      if (left >= required || (left < needed && lost.has(subject))) continue;
      // Two zones of which one is not known may be one zone.
      const isKnown = zones === 1 || places.places.every(({ zone }) => zone.unknown === undefined);
      const keeps = isKnown ? `${left} of ${count} units` : `at most ${left} of ${count} units`;
      const fullest = isKnown ? `the fullest of ${zones} zone${zones === 1 ? '' : 's'}` : 'its fullest zone';
      const what = `${subject.facts.noun} "${subject.resource.id}" keeps ${keeps} when ${fullest} fails`;
      yield {
        severity: declared === undefined ? 'info' : 'warning',
        function: 'serve',
        loses: [subject.resource.id],
        scope: 'zone',
        recovery: subject.facts.recovery?.kind ?? 'none',
        subject,
        failureDomain: 'the fullest zone',
        message: declared === undefined ? `${what}, and may never run more than ${count}` : `${what}; ${required} are required`,
        fix: zones > 1 ? `raise the floor to ${floorFor(required, zones)} units over ${zones} zones` : this.fix,
        evidence: [],
        ...(zones > 1 ? { wants: floorFor(required, zones) } : {}),
      };
    }
  },
});

/** The least n over k zones that leaves the required units when the fullest zone is lost. */
function floorFor(required: number, zones: number): number {
  return Math.ceil((required * zones) / (zones - 1));
}
