import type { NodeId } from '../fault-tree';
import { holds, valuesIn } from '../knowledge';
import { isMap, Unknown, type Value } from '../model';
import { isAddress } from './address-range';
import type { Subject } from './subject';
import type { FormulaHost, UnitSources } from './unit-formulas';
import type { Zone } from './zones';

/** What the formulas of listed members need from the model that they are part of. */
export interface ListedMembersHost extends Pick<FormulaHost, 'formula' | 'works' | 'zoneLeaf' | 'doubt'> {
  standsForUnits(node: NodeId, subject: Subject): void;
}

/** Members that a pool lists by address or id and that are no resources of the input: each is one machine somewhere. */
export class ListedMembers {
  constructor(
    private readonly host: ListedMembersHost,
    private readonly sources: UnitSources,
  ) {}

  /** One node for each; the only member of a pool is lost by itself, too. */
  of(pool: Subject, found: number): NodeId[] {
    const { listed } = pool.facts;
    const { subjects, dependencies, domains } = this.sources;
    if (listed === undefined || (listed.unless !== undefined && holds(listed.unless, pool.resource, subjects.find) !== false))
      return [];
    const entries = subjects.values(pool, listed.each);
    // How many stand behind an entry that is not known is not known either: then the pool has members that nobody sees.
    if (entries.some((entry) => entry instanceof Unknown)) return [];
    const others = entries.flatMap((entry) => {
      const read = (path = '') => (isMap(entry) ? valuesIn(entry, path, subjects.find)[0] : undefined);
      const id = isMap(entry) ? read(listed.id) : entry;
      return id === undefined || dependencies.targets([id], pool).length > 0 ? [] : [{ id, zone: read(listed.zone) }];
    });
    return others.map(({ id, zone }) => {
      // Behind an address elsewhere there may be more than one machine.
      if (zone !== undefined && zone === listed.elsewhere)
        return this.doubt(pool, id, 'stands outside of the network, and where is not known');
      const place = this.placeOf(pool, id, zone);
      const alone = others.length + found === 1;
      const unit = alone ? this.host.formula.leaf({ must: [domains.component(pool, pool.key)] }) : this.host.works;
      const node = this.host.formula.all([unit, place]);
      this.host.standsForUnits(node, pool);
      return node;
    });
  }

  /** Works while the zone of the member does. */
  private placeOf(pool: Subject, id: Value, told: Value | undefined): NodeId {
    const zone = this.zoneOf(pool, id, told);
    return zone === undefined ? this.doubt(pool, id, 'does not say its zone') : this.host.zoneLeaf(zone);
  }

  private doubt(pool: Subject, id: Value, because: string): NodeId {
    const name = id instanceof Unknown ? `(${id.because})` : `"${String(id)}"`;
    const unknown = new Unknown(
      `zone of ${String(id)} in ${pool.key}`,
      `member ${name} of "${pool.resource.id}" ${because}`,
      `give the members of "${pool.resource.id}" with their zones, or as resources of the input`,
    );
    return this.host.doubt(pool, unknown);
  }

  private zoneOf(pool: Subject, id: Value, told: Value | undefined): Zone | undefined {
    const { network, subjects } = this.sources;
    if (told !== undefined) return network.zones.of(told, pool.resource.stack.region, pool.resource.id);
    if (typeof id !== 'string' || !isAddress(id)) return undefined;
    const home = pool.facts.network === undefined ? undefined : subjects.value(pool, pool.facts.network);
    return network.subnetAround(id, home)?.zone;
  }
}
