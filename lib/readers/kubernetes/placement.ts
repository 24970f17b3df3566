import { isMap, Reference, Unknown, type Value, type ValueMap } from '../../model';
import type { Cluster } from './clusters';
import { listAt, type Manifest, mapAt, member, textAt } from './manifest';

const zoneKeys: ReadonlySet<string> = new Set(['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone']);

/**
 * Where the pods of a workload may run, as the facts read it: `nodes` names the cluster where a spread over its zones is
 * enforced, and is an unknown with the reason where it is not; `zones` pins; `apart` says that no two share a zone.
 */
export function placedOf(manifest: Manifest, pod: ValueMap, labels: ValueMap, cluster: Cluster): ValueMap {
  const zones = pinnedZones(pod);
  if (zones.length > 0) return { zones };
  if (mustStandApart(pod, labels)) return { apart: 'zone', nodes: cluster.nodes };
  const spread = spreadOf(pod, labels);
  if (manifest.kind === 'DaemonSet' || spread === 'enforced') return { nodes: cluster.nodes };
  const because = `${spread}; without a constraint the scheduler spreads by best effort only`;
  const tell = 'add a topologySpreadConstraint on topology.kubernetes.io/zone with maxSkew 1 and whenUnsatisfiable DoNotSchedule';
  return { nodes: new Unknown(`spread of ${manifest.key}`, because, tell, true) };
}

/** Zones that a node selector or a required affinity names; empty when any zone will do. */
function pinnedZones(pod: ValueMap): readonly Value[] {
  for (const [key, value] of Object.entries(mapAt(pod, 'nodeSelector'))) if (zoneKeys.has(key)) return [value];
  const required = member(pod, 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution');
  const terms = listAt(required, 'nodeSelectorTerms').map((term) =>
    listAt(term, 'matchExpressions').filter(
      (expression) => zoneKeys.has(textAt(expression, 'key') ?? '') && textAt(expression, 'operator') === 'In',
    ),
  );
  // Terms are alternatives: one that says nothing of zones lets the pod go anywhere.
  if (terms.length === 0 || terms.some((expressions) => expressions.length === 0)) return [];
  const zones = terms.flatMap((expressions) => expressions.flatMap((expression) => listAt(expression, 'values')));
  return zones.filter((zone, at) => zones.indexOf(zone) === at);
}

function mustStandApart(pod: ValueMap, labels: ValueMap): boolean {
  return listAt(pod, 'affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution').some(
    (term) => zoneKeys.has(textAt(term, 'topologyKey') ?? '') && selects(member(term, 'labelSelector'), labels),
  );
}

/** `enforced`, or why not. */
function spreadOf(pod: ValueMap, labels: ValueMap): string {
  const constraints = listAt(pod, 'topologySpreadConstraints').filter((constraint) =>
    zoneKeys.has(textAt(constraint, 'topologyKey') ?? ''),
  );
  if (constraints.length === 0) return 'nothing spreads its pods over zones';
  let reason = '';
  for (const constraint of constraints) {
    const skew = Number(textAt(constraint, 'maxSkew') ?? '1');
    if (textAt(constraint, 'whenUnsatisfiable') === 'ScheduleAnyway')
      reason = 'its spread over zones is only preferred (ScheduleAnyway)';
    else if (!selects(member(constraint, 'labelSelector'), labels))
      reason = 'its spread over zones counts other pods than its own';
    else if (skew !== 1) reason = `its spread over zones allows a skew of ${skew}`;
    else return 'enforced';
  }
  return reason;
}

/** Whether a label selector takes pods with these labels; one that is absent takes none. */
function selects(selector: Value | undefined, labels: ValueMap): boolean {
  if (!isMap(selector)) return false;
  const exact = Object.entries(mapAt(selector, 'matchLabels')).every(([name, value]) => sameText(labels[name], value));
  return (
    exact &&
    listAt(selector, 'matchExpressions').every((expression) => {
      const own = labels[textAt(expression, 'key') ?? ''];
      const values = listAt(expression, 'values');
      switch (textAt(expression, 'operator')) {
        case 'In':
          return own !== undefined && values.some((value) => sameText(own, value));
        case 'NotIn':
          return own === undefined || !values.some((value) => sameText(own, value));
        case 'Exists':
          return own !== undefined;
        case 'DoesNotExist':
          return own === undefined;
        default:
          return false;
      }
    })
  );
}

/** Labels that come from one unknown or one resource are equal too. */
export function sameText(a: Value | undefined, b: Value | undefined): boolean {
  if (a instanceof Reference && b instanceof Reference) return a.resource === b.resource && a.attribute === b.attribute;
  if (a instanceof Unknown && b instanceof Unknown) return a.symbol === b.symbol;
  return a !== undefined && b !== undefined && typeof a !== 'object' && typeof b !== 'object' && String(a) === String(b);
}
