import { defineCheckRule } from './rule';

export const capacityAfterZoneLoss = defineCheckRule({
  id: 'capacity-after-zone-loss',
  category: 'EXCESSIVE_LOAD',
  title: 'what is left after the loss of a zone cannot carry the load',
  why: 'two lines that carry 12 together carry 6 when one fails: capacity that is used up in normal times is not there when it is needed',
  how: 'of n units over k zones the fullest zone holds ceil(n/k); the survivors are compared with the required capacity declared in nospof.yaml or by the construct',
  fix: 'raise the floor until n - ceil(n/k) is at least the required capacity, or spread over more zones',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_static_stability.html',
  ],
  *check({ subjects, units, annotations }) {
    for (const subject of subjects) {
      const required = annotations.requiredCapacity?.[subject.resource.id] ?? subject.resource.requiredCapacity;
      if (required === undefined) continue;
      const { count, places } = units.of(subject);
      if (typeof count !== 'number' || places.unknownLists.length > 0) continue;
      const zones = new Set(places.places.map(({ zone }) => zone.index)).size;
      if (zones === 0) continue;
      const left = count - Math.ceil(count / zones);
      if (left >= required) continue;
      let enough = required;
      while (enough - Math.ceil(enough / zones) < required && zones > 1) enough++;
      yield {
        severity: 'warning',
        function: 'serve',
        loses: [subject.resource.id],
        scope: 'zone',
        recovery: subject.facts.recovery?.kind ?? 'none',
        subject,
        failureDomain: 'the fullest zone',
        message: `${subject.facts.noun} "${subject.resource.id}" keeps ${left} of ${count} units when the fullest of ${zones} zone${zones === 1 ? '' : 's'} fails; ${required} are required`,
        fix: zones > 1 ? `raise the floor to ${enough} units over ${zones} zones` : this.fix,
        evidence: [],
      };
    }
  },
});
