import { Reference } from '../model';
import type { DependencyGraph } from './dependency-graph';
import type { Subject } from './subject';

/**
 * What runs in a network looks names up at the servers that the network is told: any one of them suffices. Servers that
 * the input only names by address are nobody's dependency; that there is a single one is said by a rule.
 */
export class NameLookups {
  constructor(private readonly graph: DependencyGraph) {}

  read(): void {
    const { subjects } = this.graph;
    const asked = new Map<string, { readonly by: Subject; readonly servers: readonly Subject[] }>();
    for (const by of subjects) {
      const { asks = [], asksFor } = by.facts;
      const network = asksFor === undefined ? undefined : subjects.value(by, asksFor);
      if (!(network instanceof Reference) || by.uncertain !== undefined) continue;
      const values = asks.flatMap((path) => subjects.values(by, path));
      const servers = this.graph.targets(values, by);
      const allDeclared = values.every((value) => value instanceof Reference && subjects.get(value.resource) !== undefined);
      if (servers.length > 0 && allDeclared) asked.set(network.resource, { by, servers });
    }
    if (asked.size === 0) return;
    for (const subject of subjects) {
      const found = subject.facts.usesEgress === true ? asked.get(this.networkOf(subject) ?? '') : undefined;
      if (found === undefined || found.servers.includes(subject)) continue;
      const because = `"${found.by.resource.id}" has its network look names up there`;
      this.graph.choosesAmong(
        subject,
        found.servers.map((server) => ({ targets: [server] })),
        because,
      );
    }
  }

  /** The network of the first declared subnet that the subject is put into. */
  private networkOf(subject: Subject): string | undefined {
    const { subjects } = this.graph;
    for (const path of subject.facts.placement?.subnets ?? []) {
      for (const value of subjects.values(subject, path)) {
        const subnet = value instanceof Reference ? subjects.get(value.resource) : undefined;
        const home = subnet?.facts.network === undefined ? undefined : subjects.value(subnet, subnet.facts.network);
        if (home instanceof Reference) return home.resource;
      }
    }
    return undefined;
  }
}
