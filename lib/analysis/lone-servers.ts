import { holds, referencesIn } from '../knowledge';
import type { DependencyGraph } from './dependency-graph';
import type { SecurityGroups } from './security-groups';
import type { Subject } from './subject';

/**
 * Machines that clients call directly, one of a kind: not behind a pool or balancer, which would be called instead; not
 * on the way of packets, which is no service; and not beside others in their security group, which may stand in for them.
 */
export class LoneServers {
  private notCalled: ReadonlySet<string> | undefined;

  constructor(
    private readonly graph: DependencyGraph,
    private readonly securityGroups: SecurityGroups,
  ) {}

  /** The lone server among the members of a security group, as a list of none or one. */
  among(members: readonly Subject[]): readonly Subject[] {
    const machines = members.filter(({ facts }) => facts.machines === true);
    const [server] = machines;
    if (server === undefined || machines.length > 1 || this.securityGroups.isForAdmins(server)) return [];
    this.notCalled ??= this.readNotCalled();
    const names = [server.key, ...this.graph.interfacesOf(server)];
    return names.some((name) => this.notCalled?.has(name)) || this.forwards(names) ? [] : [server];
  }

  /** Members of pools, balancers and clusters, and everything that a route leads to. */
  private readNotCalled(): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const subject of this.graph.subjects) {
      for (const member of this.graph.membersOf(subject)) keys.add(member.key);
      for (const path of subject.facts.route?.via ?? []) {
        for (const { resource } of this.graph.subjects.values(subject, path).flatMap(referencesIn)) keys.add(resource);
      }
    }
    return keys;
  }

  private forwards(names: readonly string[]): boolean {
    const { subjects } = this.graph;
    return names
      .map((name) => subjects.get(name))
      .some(
        (face) => face?.facts.forwardsWhen !== undefined && holds(face.facts.forwardsWhen, face.resource, subjects.find) === true,
      );
  }
}
