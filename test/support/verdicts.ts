import type { Assessment } from '../../lib/diagnostics';

/** What was judged, apart from names, wording and order: every finding and doubt, and the numbers over all pairs. */
export function verdictsOf(assessment: Assessment, nameOf: (id: string) => string = (id) => id) {
  const domain = (label: string) =>
    label
      .replace(/^component (.*)$/, (_, id: string) => `component ${nameOf(id)}`)
      .replace(/^zone of ([^ ]+)$/, (_, id: string) => `zone of ${nameOf(id)}`)
      .replace(/parameter [^ ]*\/(?=[^/]*$)/, 'parameter ');
  const findings = assessment.findings.map(
    ({ rule, category, severity, function: kind, loses, scope, recovery, resource, failureDomain }) =>
      JSON.stringify({
        rule,
        category,
        severity,
        kind,
        loses: loses.map(nameOf).sort(),
        scope,
        recovery,
        // Of several that share a fate the first is named, which depends on their order.
        resource: category === 'SHARED_FATE' ? resource.type : `${nameOf(resource.id)} ${resource.type}`,
        failureDomain: domain(failureDomain),
      }),
  );
  // One entry stands for all resources that the same value leaves open; which of them it names depends on their order.
  // An entry about a type, as opposed to a resource, stands for all resources of the type, whichever comes first.
  const unproven = assessment.unproven.map(({ function: kind, of, resource, because }) =>
    resource === undefined ? because : `${kind} ${nameOf(of)}`,
  );
  const { functions, failureDomains, lost, unproven: open, survives } = assessment.summary;
  return { findings: findings.sort(), unproven: unproven.sort(), functions, failureDomains, lost, open, survives };
}
