import type { Network, Subnet } from './network';
import type { Subject, Subjects } from './subject';
import type { UnitGroups } from './units';

interface Estate {
  readonly subjects: Subjects;
  readonly units: UnitGroups;
  readonly network: Network;
}

/** In each network, by its id, one subnet of every zone in which something stands or may stand. Legs that others use are left out. */
export function zonesInUse(
  { subjects, units, network }: Estate,
  isLeg: (subject: Subject) => boolean,
): ReadonlyMap<string, readonly Subnet[]> {
  const inUse = new Map<string, Map<number, Subnet>>();
  for (const subject of subjects) {
    const { role, inert } = subject.facts;
    if (isLeg(subject) || (inert === true && role !== 'subnet-group')) continue;
    for (const { subnet } of units.of(subject).places.places) {
      const owner = subnet?.subject === undefined ? undefined : network.networkOf(subnet);
      if (subnet === undefined || owner === undefined) continue;
      const zones = inUse.get(owner) ?? new Map<number, Subnet>();
      inUse.set(owner, zones.set(subnet.zone.index, subnet));
    }
  }
  return new Map([...inUse].map(([owner, zones]) => [owner, [...zones.values()]]));
}
