import type { Unknown } from '../model';
import type { Dependencies } from './dependencies';
import type { Place, Places } from './network';
import type { Subject } from './subject';
import type { UnitGroups } from './units';

/** The way to a file system from one zone, or one that may be. */
export interface Leg {
  readonly leg: Subject;
  readonly unknown?: Unknown;
}

/** File systems are reached through a leg in the zone of each client. */
export class MountLegs {
  constructor(private readonly sources: { readonly dependencies: Dependencies; readonly units: UnitGroups }) {}

  /** File systems that a subject mounts. */
  mountedBy(subject: Subject): readonly Subject[] {
    const hard = this.sources.dependencies.of(subject).filter(({ kind, to }) => kind === 'hard' && to.facts.legs !== undefined);
    return hard.map(({ to }) => to);
  }

  /** The leg that a client in a place uses, or one that it may use; `none`: the input shows no legs at all. */
  of(owner: Subject, place: Place): Leg | 'missing' | 'none' {
    const legs = this.sources.dependencies.membersOf(owner).filter((member) => member.facts.role === 'mount');
    if (legs.length === 0) return 'none';
    let maybe: Leg | undefined;
    for (const leg of legs) {
      const [own] = this.sources.units.of(leg).places.places;
      if (own === undefined) continue;
      if (own.zone.index === place.zone.index || (own.subnet !== undefined && own.subnet.id === place.subnet?.id)) return { leg };
      const unknown = place.zone.unknown ?? own.zone.unknown;
      if (unknown !== undefined) maybe ??= { leg, unknown };
    }
    return maybe ?? 'missing';
  }

  /** One unit may be started anywhere, and works where the legs of all that it mounts are. */
  whereItWorks(subject: Subject, { places, unknownLists }: Places): Places {
    const owners = this.mountedBy(subject);
    const usable = places.filter((place) => owners.every((owner) => this.of(owner, place) !== 'missing'));
    return { places: usable.length > 0 ? usable : places.slice(0, 1), unknownLists };
  }

  /** A leg that may be in none of the places, where none of them has all legs for certain. */
  inDoubt(subject: Subject, places: readonly Place[]): Required<Leg> | undefined {
    const owners = this.mountedBy(subject);
    let doubt: Required<Leg> | undefined;
    for (const place of places) {
      const open = owners.flatMap((owner) => {
        const found = this.of(owner, place);
        return typeof found === 'string' || found.unknown === undefined ? [] : [{ leg: found.leg, unknown: found.unknown }];
      });
      if (open.length === 0) return undefined;
      doubt ??= open[0];
    }
    return doubt;
  }
}
