import { Unknown, type Value, ZoneSymbol } from '../model';

/** A zone as far as the input tells: a real one, or the symbol of one that is not known. */
export interface Zone {
  /** Dense index, in order of first sight. */
  readonly index: number;
  /** What follows the word zone: `us-east-1#0`, `us-east-1a`, `of PrivateSubnet1`. */
  readonly label: string;
  readonly region: string;
  /** Set when two such zones cannot be told apart: why. */
  readonly unknown?: Unknown;
}

type Scheme = 'symbol' | 'name' | 'id';

/**
 * All zones met in a system. Equal symbols are one zone; different known symbols of one naming scheme are different
 * zones; everything else is not comparable, because zone names are mapped to physical zones per account (AWS, RAM user
 * guide, "Availability Zone IDs").
 */
export class Zones {
  private readonly bySymbol = new Map<string, Zone>();
  private readonly labels = new Set<string>();
  private readonly schemes = new Map<string, Scheme>();

  all(): readonly Zone[] {
    return [...this.bySymbol.values()];
  }

  /** The zone that a value names. `owner` names the resource in the reason when the value says nothing. */
  of(value: Value | undefined, region: string, owner: string): Zone {
    if (value instanceof ZoneSymbol) return this.known(`${value.region}#${value.index}`, region, 'symbol', owner);
    if (typeof value === 'string' && value !== '') {
      return this.known(value, region, /-az\d+$/.test(value) ? 'id' : 'name', owner);
    }
    if (value instanceof Unknown) return this.unknown(value.symbol, region, value);
    return this.unplaced(region, owner);
  }

  /** A zone that the provider chooses. */
  unplaced(region: string, owner: string): Zone {
    const symbol = `zone of ${owner}`;
    return this.unknown(symbol, region, new Unknown(symbol, `"${owner}" does not say its zone`, `set the zone of "${owner}"`));
  }

  unknown(symbol: string, region: string, unknown: Unknown): Zone {
    return this.intern(symbol.replace(/^zone /, ''), region, unknown);
  }

  private known(label: string, region: string, scheme: Scheme, owner: string): Zone {
    const first = this.schemes.get(region);
    if (first === undefined) this.schemes.set(region, scheme);
    if (first === undefined || first === scheme) return this.intern(label, region, undefined);
    const because = `zone "${label}" of "${owner}" cannot be compared with zones that are given otherwise`;
    return this.intern(
      label,
      region,
      new Unknown(`zone ${label}`, because, 'give all zones of a region in one way: names, ids, or Fn::GetAZs'),
    );
  }

  private intern(symbol: string, region: string, unknown: Unknown | undefined): Zone {
    let zone = this.bySymbol.get(symbol);
    if (zone === undefined) {
      const label = this.labelOf(symbol);
      zone = { index: this.bySymbol.size, label, region, ...(unknown === undefined ? {} : { unknown }) };
      this.bySymbol.set(symbol, zone);
      this.labels.add(label);
    }
    return zone;
  }

  /** Words for a symbol that no person has written; with the stack, where two of them bear one name. */
  private labelOf(symbol: string): string {
    const [, kind = '', stack, name] = /^(?:of )?(undeclared|absent) (.+)\/([^/]+)$/.exec(symbol) ?? [];
    const why = WHY_NAMELESS[kind];
    if (why === undefined) return symbol;
    const label = `of "${name}" (${why})`;
    return this.labels.has(label) ? `of "${name}" of ${stack} (${why})` : label;
  }
}

/** What a symbol stands for that readers make for a name without a resource. */
const WHY_NAMELESS: Readonly<Record<string, string>> = {
  undeclared: 'not declared',
  absent: 'left out by a condition',
};
