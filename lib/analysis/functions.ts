import type { FunctionKind } from '../diagnostics';
import type { NodeId } from '../fault-tree';
import { stronglyConnectedComponents } from '../graph';
import { type Facts, holds } from '../knowledge';
import { Unknown } from '../model';
import { append } from '../multimap';
import { egressFunctions } from './egress-functions';
import { endsItself } from './ends-itself';
import { forwardsUnseen, isNextHop } from './forwarding';
import { recoverFunctions } from './recover-functions';
import { isService } from './security-groups';
import { type Subject, toldOf } from './subject';
import { subjectsBehind } from './subjects-behind';
import type { FunctionSources, SystemFunction } from './system-function';

const OFFERING: ReadonlySet<Facts['role']> = new Set([
  'compute',
  'balancer',
  'entry',
  'store',
  'cache',
  'replication',
  'record',
  'pool',
  'cluster',
  'hub',
  'address',
]);
const TRAFFIC: ReadonlySet<Facts['role']> = new Set(['balancer', 'entry', 'record', 'pool']);

/** The functions of a system, and the subjects that no function needs. */
export function findFunctions(sources: FunctionSources): { functions: readonly SystemFunction[]; idle: readonly Subject[] } {
  const idle: Subject[] = [];
  let roots = rootsOf(sources, idle);
  // What only idle subjects use is used by nobody, so it is looked at for itself.
  for (let more = idleAmong(sources, roots); more.length > 0; more = idleAmong(sources, roots)) {
    idle.push(...more);
    roots = rootsOf(sources, idle);
  }
  const hasEntry = roots.some((root) => servesTraffic(root) && offersTraffic(sources, root));
  const functions: SystemFunction[] = [];
  const peers = alike(sources, roots);
  for (const root of roots) {
    const kind = kindOf(sources, root, hasEntry);
    if (kind !== undefined)
      functions.push({ kind, name: root.resource.id, subject: root, node: withOthers(sources, root, peers.get(root) ?? []) });
  }
  functions.push(...egressFunctions(sources), ...recoverFunctions(sources));
  // What offers nothing of its own may carry what others offer: the machine that a way out leads through.
  const used = subjectsBehind(sources.model, functions);
  return { functions, idle: idle.filter((subject) => !used.has(subject)) };
}

/** Machines of the same image and size with the same doors, which may stand in for each other. */
function alike({ subjects, dependencies, units }: FunctionSources, roots: readonly Subject[]): Map<Subject, readonly Subject[]> {
  const bySignature = new Map<string, Subject[]>();
  for (const root of roots) {
    const { likeness } = root.facts;
    if (likeness === undefined) continue;
    const doors = dependencies.securityGroups.doorsOf(root);
    // Without a door that can be compared, only the same start-up text makes two machines alike.
    const text = doors.length > 0 ? [] : (root.facts.text ?? []).map((path) => subjects.values(root, path));
    const signature = JSON.stringify([root.resource.type, likeness.map((path) => subjects.values(root, path)), doors, text]);
    append(bySignature, signature, root);
  }
  const peers = new Map<Subject, readonly Subject[]>();
  for (const group of bySignature.values()) {
    const places = new Set(
      group.map((root) =>
        units
          .of(root)
          .places.places.map(({ zone }) => zone.label)
          .join(),
      ),
    );
    if (places.size > 1) for (const root of group) peers.set(root, group);
  }
  return peers;
}

/** With those that may take over: members of a whole that is not known, and machines that are alike. */
function withOthers(sources: FunctionSources, root: Subject, peers: readonly Subject[]): NodeId {
  const node = withPeers(sources, root, peers);
  const perhaps = sources.dependencies.perhapsMembers.find(({ member }) => member === root);
  if (perhaps === undefined) return node;
  const { symbol, because, tell } = perhaps.of;
  const whole = new Unknown(`whole of ${root.key}, ${symbol}`, `which members stand beside it is not known: ${because}`, tell);
  return sources.model.formula.any([node, sources.model.doubt(root, whole)]);
}

/** No property says whether alike machines replicate and take over, so the loss of one is neither safe nor a loss. */
function withPeers({ model }: FunctionSources, root: Subject, peers: readonly Subject[]): NodeId {
  const node = model.offeredBy(root);
  if (peers.length < 2) return node;
  // The same words for each of them: it is one question.
  const because = `${alikeNames(peers)} are alike, and nothing says whether one takes over for the other`;
  const tell = 'put them behind one load balancer or record set, or accept it in nospof.yaml: acknowledgements, rule: unproven';
  return model.formula.any([node, model.doubt(root, new Unknown(`peers of ${root.key}`, because, tell))]);
}

/** `"A" and "B"`, `"A", "B" and 3 more`. */
function alikeNames(peers: readonly Subject[]): string {
  const [first, second, ...rest] = peers.map(({ resource }) => `"${resource.id}"`);
  return rest.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${rest.length} more`;
}

function idleAmong(sources: FunctionSources, roots: readonly Subject[]): Subject[] {
  return roots.filter((root) => kindOf(sources, root, false) === undefined);
}

/** Subjects that offer something and that no other subject but idle ones needs; of a cycle, the one nearest to traffic. */
function rootsOf({ subjects, dependencies, records }: FunctionSources, idle: readonly Subject[]): Subject[] {
  const gone = new Set(idle);
  const offers = (subject: Subject) =>
    OFFERING.has(subject.facts.role) ||
    subject.facts.offers !== undefined ||
    (subject.facts.role === 'member' && !dependencies.isNeeded(subject));
  // What passes requests on offers nothing itself, and what it leads to is needed all the same.
  const list = [...subjects].filter((subject) => !gone.has(subject) && (offers(subject) || dependencies.isNeeded(subject)));
  const indexOf = new Map(list.map((subject, index) => [subject.key, index]));
  const successors = list.map((subject) => {
    const next = [
      ...dependencies
        .of(subject)
        .filter(({ kind, to }) => kind !== 'soft' && (TRAFFIC.has(subject.facts.role) || !isPublic(to, subjects)))
        // A node is started by the cluster that it is a part of; the cluster is what serves.
        .filter(({ kind, to }) => (kind !== 'launch' && kind !== 'control') || !dependencies.membersOf(to).includes(subject))
        .map(({ to }) => to),
      ...dependencies.membersOf(subject),
    ];
    return next.map((to) => indexOf.get(to.key)).filter((index): index is number => index !== undefined);
  });
  const components = stronglyConnectedComponents(list.length, (node) => successors[node] ?? []);
  const componentOf = new Int32Array(list.length);
  for (const [index, component] of components.entries()) for (const node of component) componentOf[node] = index;
  const entered = new Uint8Array(components.length);
  // Users come before what they use, so that a way that nobody enters leads nowhere.
  for (let index = components.length - 1; index >= 0; index--) {
    const component = components[index] ?? [];
    if (entered[index] !== 1 && !component.some((node) => offers(list[node] as Subject))) continue;
    for (const node of component) {
      for (const to of successors[node] ?? []) if (componentOf[to] !== index) entered[componentOf[to] as number] = 1;
    }
  }
  const roots: number[] = [];
  for (const [index, component] of components.entries()) {
    if (entered[index] === 1 || !component.some((node) => offers(list[node] as Subject))) continue;
    const traffic = component.find((node) => TRAFFIC.has((list[node] as Subject).facts.role));
    const [first] = component.filter((node) => offers(list[node] as Subject)).sort((a, b) => a - b);
    const root = traffic ?? first;
    if (root !== undefined) roots.push(root);
  }
  const subjectsOf = roots.sort((a, b) => a - b).map((node) => list[node] as Subject);
  // Records that answer one question are one entry; the first of them stands for all.
  const first = (root: Subject) => records.questionOf(root).sets[0]?.[0]?.subject ?? root;
  return subjectsOf.filter((root) => root.facts.role !== 'record' || first(root) === root);
}

function kindOf(sources: FunctionSources, root: Subject, hasEntry: boolean): FunctionKind | undefined {
  const told = toldOf(sources.annotations.roles, root.resource);
  if (told !== undefined) return told;
  const { role, offers, repeatsSource } = root.facts;
  if (repeatsSource === true) return sources.dependencies.isUsed(root) ? 'auxiliary' : undefined;
  if (offers !== undefined) return offers;
  switch (role) {
    case 'record':
      return sources.records.questionOf(root).unasked === true ? undefined : 'serve';
    case 'cache':
    case 'replication':
      return 'auxiliary';
    case 'compute':
      return computeKind(sources, root, hasEntry);
    case 'address': {
      // The address of a machine that others route through belongs to their way out, which is judged as egress.
      const targets = sources.dependencies.of(root).map(({ to }) => machineBehind(sources, to));
      const machine = targets.find((target) => target.facts.role === 'compute');
      if (machine === undefined || isNextHop(sources, machine) || forwardsUnseen(sources, machine)) return undefined;
      return isWayIn(sources, machine) ? 'admin' : 'serve';
    }
    case 'pool':
    case 'cluster':
      return root.facts.ownHosts === true || sources.dependencies.membersOf(root).length > 0 ? 'serve' : undefined;
    case 'hub':
      return sources.dependencies.membersOf(root).some((member) => member.facts.role === 'link') ? 'serve' : undefined;
    default:
      return 'serve';
  }
}

function computeKind(sources: FunctionSources, root: Subject, hasEntry: boolean): FunctionKind | undefined {
  const group = sources.units.of(root);
  // A group that may be scaled to nothing and that nobody uses is allowed to be absent: its loss takes nothing away.
  if (typeof group.count === 'number' && group.count < 1) return undefined;
  if (endsItself(sources, root) || isNextHop(sources, root) || sources.dependencies.isForDeploymentOnly(root)) return undefined;
  if (forwardsUnseen(sources, root)) return 'egress';
  if (isWayIn(sources, root)) return 'admin';
  return hasEntry && !joinsUnknown(sources, root) && !isOpenToAll(sources, root) ? 'auxiliary' : 'serve';
}

/** Whether clients anywhere may call it, which no caller inside of the system changes. */
function isPublic({ resource, facts }: Subject, subjects: FunctionSources['subjects']): boolean {
  if (facts.public === undefined) return false;
  return facts.public.unless === undefined || holds(facts.public.unless, resource, subjects.find) === false;
}

/** A machine with a way to the internet that lets everybody in on a port of its own is an entry beside the others. */
function isOpenToAll({ dependencies, network, units }: FunctionSources, machine: Subject): boolean {
  const { securityGroups } = dependencies;
  const openings = securityGroups.groupsWith(machine).flatMap((group) => securityGroups.openings(group));
  if (!openings.some((opening) => opening.fromAnywhere && isService(opening))) return false;
  const { places } = units.of(machine).places;
  return places.some(({ subnet }) => subnet !== undefined && network.defaultRouteOf(subnet).kind === 'internet');
}

/** What stands behind a balancer that is not known may be all that serves. */
function joinsUnknown({ subjects }: FunctionSources, machine: Subject): boolean {
  return (machine.facts.joins ?? []).some((path) => subjects.values(machine, path).some((value) => value instanceof Unknown));
}

/** A machine that only opens ports for logging in is a way in to something else, if there is something else. */
function isWayIn({ dependencies, runs }: FunctionSources, machine: Subject): boolean {
  return runs > 1 && dependencies.securityGroups.isForAdmins(machine);
}

function machineBehind({ dependencies }: FunctionSources, subject: Subject): Subject {
  if (subject.facts.role !== 'interface') return subject;
  return dependencies.of(subject).find(({ to }) => to.facts.role === 'compute')?.to ?? subject;
}

/** Whether clients come in there; what only the control plane calls is no entry of the system. */
function servesTraffic({ facts: { role, offers = 'serve' } }: Subject): boolean {
  return TRAFFIC.has(role) && offers === 'serve';
}

function offersTraffic({ dependencies }: FunctionSources, root: Subject): boolean {
  return root.facts.role !== 'pool' || dependencies.membersOf(root).length > 0;
}
