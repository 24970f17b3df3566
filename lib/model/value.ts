/**
 * Property values after partial evaluation.
 *
 * Plain JSON stays plain JavaScript; what cannot be a plain value is one of four classes: a {@link Reference} to a
 * resource of the system, an {@link Unknown} with the symbol that stands for it, a {@link Text} made of known and
 * unknown parts, or a zone ({@link ZoneSymbol}, {@link ZoneList}). Values are immutable and may be shared.
 */
export type Value = null | boolean | number | string | ValueList | ValueMap | Reference | Unknown | Text | ZoneSymbol | ZoneList;
export type ValueList = readonly Value[];
export interface ValueMap {
  readonly [name: string]: Value;
}

/** The identity (no attribute) or an attribute of a resource of the system. `resource` is a {@link Resource.key}. */
export class Reference {
  constructor(
    readonly resource: string,
    readonly attribute?: string,
  ) {}
}

/**
 * A value that the input does not fix. Two unknowns with the same symbol are the same value; two unknowns with
 * different symbols may or may not be equal.
 */
export class Unknown {
  constructor(
    /** Identity: `parameter Shop/Zone1`, `parameter Subnets[0]`, `import vpc-Subnet`, `condition IsProd`. */
    readonly symbol: string,
    /** Why it is not known, for people: `parameter "Zone1" has no default`. */
    readonly because: string,
    /** How to make it known: `--parameter Zone1=…`. */
    readonly tell: string,
    /** The value is a list of unknown length. */
    readonly list = false,
    /** The values it can have, where they are few and known: the two branches of an If, allowed values. */
    readonly alternatives?: readonly Value[],
  ) {}
}

/** A string of which some parts are references or unknown; at least one part is not a string. */
export class Text {
  constructor(readonly parts: readonly (string | Reference | Unknown | ZoneSymbol)[]) {}
}

/** The n-th zone (0-based) that the provider lists for a region. Different indexes of one region are different zones. */
export class ZoneSymbol {
  constructor(
    readonly region: string,
    readonly index: number,
  ) {}
}

/** All zones of a region, in the provider's order; at least two. */
export class ZoneList {
  constructor(readonly region: string) {}
}

export function isMap(value: Value | undefined): value is ValueMap {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

export function isList(value: Value | undefined): value is ValueList {
  return Array.isArray(value);
}
