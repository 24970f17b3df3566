import { isMap, Unknown, type Value, type ValueMap } from '../../model';
import type { Cluster } from './clusters';
import { listAt, type Manifest, mapAt, member, textAt } from './manifest';
import { sameText, selects } from './selectors';

const zoneKeys: ReadonlySet<string> = new Set(['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone']);
const nodeKey = 'kubernetes.io/hostname';

const antiAffinity = ['affinity', 'podAntiAffinity'] as const;
const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

/**
 * Where the pods of a workload may run, as the facts read it: `nodes` names the cluster whose nodes carry them, `zones`
 * those that they are pinned to; `loose` is an unknown that says why they may all stand in one of these zones. `apart`
 * says that they never all share a zone, `together` that they always do, and `asked` what they are at least asked to keep
 * apart in. `astray` says why nothing keeps them apart though
 * something should. `node` is the one node that may run them, and `keeps` says that they write to a directory of it.
 */
export function placedOf(manifest: Manifest, pod: ValueMap, labels: ValueMap, cluster: Cluster): ValueMap {
  const pinned = pinnedZones(pod);
  const places: ValueMap = pinned.length > 0 ? { zones: pinned } : { nodes: cluster.nodes };
  const node = pinnedNode(pod);
  if (node !== undefined) return { ...places, node, ...(writesToItsNode(pod) ? { keeps: 'node' } : {}) };
  const asked = askedOf(pod, labels);
  const astray = asked === 'nothing' ? astrayIn(pod, labels) : undefined;
  const least: ValueMap = { ...(asked === undefined ? {} : { asked }), ...(astray === undefined ? {} : { astray }) };
  if (mustStandTogether(manifest, pod, labels)) return { ...places, together: 'zone', ...least };
  if (mustStandApart(manifest, pod, labels)) return { ...places, apart: 'zone', asked: 'zones' };
  const spread = spreadOf(pod, labels);
  if (manifest.kind === 'DaemonSet' || spread === 'enforced') return { ...places, asked: 'zones' };
  const because = `${spread}; without a constraint the scheduler spreads by best effort only`;
  const tell = 'add a topologySpreadConstraint on topology.kubernetes.io/zone with maxSkew 1 and whenUnsatisfiable DoNotSchedule';
  const loose = new Unknown(`spread of ${manifest.key}`, because, tell, true);
  return { ...places, loose, ...least };
}

/** The one node that may run the pods: by its name, a node selector, or a required affinity. */
function pinnedNode(pod: ValueMap): Value | undefined {
  const named = member(pod, 'nodeName') ?? mapAt(pod, 'nodeSelector')[nodeKey];
  if (named !== undefined) return named;
  const nodes = requiredTerms(pod).map((term) => namedIn(term, (key) => key === nodeKey));
  const [first, ...others] = nodes.flat();
  return nodes.every(({ length }) => length === 1) && others.every((other) => sameText(other, first)) ? first : undefined;
}

/** A directory of the node that a container writes to. */
function writesToItsNode(pod: ValueMap): boolean {
  const onNode = listAt(pod, 'volumes').filter((volume) => member(volume, 'hostPath') !== undefined);
  const names = new Set(onNode.map((volume) => textAt(volume, 'name')));
  return listAt(pod, 'containers').some((container) =>
    listAt(container, 'volumeMounts').some((mount) => names.has(textAt(mount, 'name')) && textAt(mount, 'readOnly') !== 'true'),
  );
}

/** The alternatives that a required affinity for nodes gives. */
function requiredTerms(pod: ValueMap): readonly Value[] {
  return listAt(pod, 'affinity', 'nodeAffinity', required, 'nodeSelectorTerms');
}

/** What a term allows for labels of nodes. */
function namedIn(term: Value, isKey: (key: string) => boolean): readonly Value[] {
  return listAt(term, 'matchExpressions').flatMap((expression) =>
    isKey(textAt(expression, 'key') ?? '') && textAt(expression, 'operator') === 'In' ? listAt(expression, 'values') : [],
  );
}

/** Zones that a node selector or a required affinity names; empty when any zone will do. */
function pinnedZones(pod: ValueMap): readonly Value[] {
  for (const [key, value] of Object.entries(mapAt(pod, 'nodeSelector'))) if (zoneKeys.has(key)) return [value];
  const terms = requiredTerms(pod).map((term) => namedIn(term, (key) => zoneKeys.has(key)));
  // Terms are alternatives: one that says nothing of zones lets the pod go anywhere.
  if (terms.length === 0 || terms.some((zones) => zones.length === 0)) return [];
  const zones = terms.flat();
  return zones.filter((zone, at) => zones.indexOf(zone) === at);
}

/** The first pod may go anywhere; all others have to follow it. */
function mustStandTogether({ namespace }: Manifest, pod: ValueMap, labels: ValueMap): boolean {
  return listAt(pod, 'affinity', 'podAffinity', required).some((term) => isOfOwnZone(term, labels, namespace));
}

function mustStandApart(manifest: Manifest, pod: ValueMap, labels: ValueMap): boolean {
  const { kind, namespace, object } = manifest;
  if (listAt(pod, ...antiAffinity, required).some((term) => isOfOwnZone(term, labels, namespace))) return true;
  return listAt(pod, 'topologySpreadConstraints').some((constraint) => {
    const isStrict = textAt(constraint, 'whenUnsatisfiable') !== 'ScheduleAnyway' && textAt(constraint, 'maxSkew') === '1';
    if (!isStrict || !isOfOwnZone(constraint, labels, namespace)) return false;
    // With fewer zones than these the emptiest counts as empty, so that no zone takes a second pod; with as many, they are even.
    const zones = Number(textAt(constraint, 'minDomains') ?? 1);
    // Pods that do not stand in for each other need one zone each; of others it is enough that no zone has them all.
    return zones >= (kind === 'StatefulSet' ? Math.max(2, Number(textAt(object, 'spec', 'replicas') ?? Number.NaN)) : 2);
  });
}

/** Whether a term is about zones, and about the pods themselves in their own namespace. */
function isOfOwnZone(term: Value, labels: ValueMap, namespace: string): boolean {
  const named = listAt(term, 'namespaces');
  const others = member(term, 'namespaceSelector');
  const inOwn =
    named.includes(namespace) || (others === undefined ? named.length === 0 : isMap(others) && Object.keys(others).length === 0);
  return inOwn && zoneKeys.has(textAt(term, 'topologyKey') ?? '') && selects(member(term, 'labelSelector'), labels) === true;
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
    const own = selects(member(constraint, 'labelSelector'), labels);
    if (textAt(constraint, 'whenUnsatisfiable') === 'ScheduleAnyway')
      reason = 'its spread over zones is only preferred (ScheduleAnyway)';
    else if (own === undefined) reason = 'which pods its spread over zones counts is not known';
    else if (!own) reason = 'its spread over zones counts other pods than its own';
    else if (skew !== 1) reason = `its spread over zones allows a skew of ${skew}`;
    else return 'enforced';
  }
  return reason;
}

/** A rule that keeps pods apart, and not these: `a term of its podAntiAffinity selects app=web, which its own pods do not have`. */
function astrayIn(pod: ValueMap, labels: ValueMap): string | undefined {
  const wishes = listAt(pod, ...antiAffinity, preferred).map((wish) => member(wish, 'podAffinityTerm'));
  const terms = [...listAt(pod, ...antiAffinity, required), ...wishes].map((term) => ['podAntiAffinity', term] as const);
  const constraints = listAt(pod, 'topologySpreadConstraints').map((each) => ['topologySpreadConstraints', each] as const);
  for (const [name, term] of [...terms, ...constraints]) {
    const selector = member(term, 'labelSelector');
    if (selects(selector, labels) !== false) continue;
    const asked = Object.keys(mapAt(selector, 'matchLabels')).map(
      (label) => `${label}=${textAt(selector, 'matchLabels', label)}`,
    );
    if (asked.length > 0) return `a term of its ${name} selects ${asked.join(', ')}, which its own pods do not have`;
  }
  return undefined;
}

/** What a rule or a wish keeps its pods apart in: different zones, different nodes, or nothing. Undefined: not known. */
function askedOf(pod: ValueMap, labels: ValueMap): 'zones' | 'nodes' | 'nothing' | undefined {
  const given = [member(pod, 'topologySpreadConstraints'), member(pod, 'affinity'), member(pod, ...antiAffinity)];
  if (given.some((value) => value instanceof Unknown)) return undefined;
  const wishes = listAt(pod, ...antiAffinity, preferred).map((wish) => mapAt(wish, 'podAffinityTerm'));
  const terms = [...listAt(pod, 'topologySpreadConstraints'), ...listAt(pod, ...antiAffinity, required), ...wishes];
  const keys = terms
    .filter((term) => selects(member(term, 'labelSelector'), labels) !== false)
    .map((term) => textAt(term, 'topologyKey'));
  // A key of somebody's own may be that of racks or rooms: more than a node.
  if (keys.some((key) => key !== nodeKey)) return 'zones';
  return keys.length > 0 ? 'nodes' : 'nothing';
}
