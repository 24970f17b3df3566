import type { Path } from './path';
import type { When } from './relation-facts';

/**
 * A number read from properties, as a floor.
 *
 * `desired` counts while nothing can scale the resource in; otherwise `min` does (facts 0.2.5). `absent` is used when
 * neither is given.
 */
export interface Count {
  readonly desired?: Path;
  readonly min?: Path;
  readonly absent: number;
  /** Added to what was read: a primary beside its replicas. */
  readonly plus?: number;
}

/**
 * The units of a resource and how many of them suffice.
 *
 * `count: 'many'` means that the provider runs enough units in each place, so that no single component matters;
 * `count: 'per-subnet'` one such place per listed subnet or zone.
 */
export interface Units {
  readonly count: number | 'many' | 'per-subnet' | Count;
  /**
   * Units that must live; default 1. `majority` is a quorum. `unsaid`: they do not stand in for each other, so that it may
   * be one, and may be a majority, unless somebody says it.
   */
  readonly needed?: number | 'all' | 'majority' | 'unsaid';
  /**
   * `balanced`: units spread over the listed places (default). `one-place`: all of them in one place, not known which.
   * `unsaid`: nothing keeps them in different places, and nothing puts them together. `distinct-zones`: the provider itself puts them into different zones; with `zones`, into that many.
   */
  readonly spread?: 'balanced' | 'one-place' | 'unsaid' | 'distinct-zones';
  readonly zones?: Count;
  /** What to change where the spread is unsaid, and it is no Multi-AZ setting. */
  readonly unsaid?: { readonly tell: string };
}

/** Where units are put: subnets, zones, or the hosts of a cluster. The first kind that is present decides. */
export interface Placement {
  readonly subnets?: readonly Path[];
  readonly zones?: readonly Path[];
  /** Units stand in the zones named, and subnets are only where else they could have been put: a subnet group. */
  readonly zonesWin?: boolean;
  /** A `cluster`, whose hosts carry the units. */
  readonly hosts?: Path;
  /** Units with subnets of their own, which only give them addresses, run on the hosts all the same. */
  readonly hostsWhen?: When;
  /** Why it is not known where the units stand when the input shows no host of the cluster. */
  readonly hostsElsewhere?: { readonly because: string; readonly tell: string };
  /** Where this is an unknown, it says why several units may all stand in one of the places. */
  readonly loose?: Path;
  /** The provider refuses fewer zones than this, so unknown subnets still span them. */
  readonly enforcedZones?: number;
}

/** Subnets of which the provider refuses two in one zone. */
export interface ApartFact {
  readonly subnets: readonly Path[];
  /** It only refuses fewer zones than this, which tells something of as many subnets. */
  readonly leastZones?: number;
  /** Those of all resources of the type that name the same thing here; without it, those of one resource. */
  readonly among?: Path;
}

/** Zones over which the provider itself spreads the first so many members of one whole, each into another. */
export interface SpreadOverFact {
  readonly zones?: Path;
  /** Subnets in whose zones they are put. */
  readonly subnets?: Path;
  /** The provider refuses fewer zones than this. */
  readonly least?: number;
  readonly most: number;
}

/** How the units come back after a loss, without a person. Seconds as ranges [least, most]. */
export interface Recovery {
  readonly kind: 'none' | 'self-healing' | 'failover';
  readonly seconds?: readonly [number, number];
}

/** How many units a deployment leaves running: a share in percent, or a number beside how many it takes at a time. */
export interface DeploymentFact {
  /** The share of units, in percent, that goes on. */
  readonly minimumHealthyPercent?: Path;
  /** All units are stopped before the first new one starts. */
  readonly stopsAllWhen?: When;
  /** Units that may be missing at a time. */
  readonly mostUnavailable?: Path;
  readonly batch?: {
    readonly when: When;
    /** The units are replaced by a second set then, before the first is stopped. */
    readonly unless: When;
    readonly least: Path;
    readonly absentLeast: number;
    readonly most: Path;
    readonly absentMost: number;
  };
}

/** In which steps something is changed, region by region. */
export interface WavesFact {
  /** Without it all that `region` names is one step. */
  readonly stages?: {
    readonly each: Path;
    /** Below a stage; those of one number run together. */
    readonly actions: Path;
    readonly order: string;
    readonly absentOrder: number;
    /** Which actions change what runs. */
    readonly category: string;
    readonly delivering: string;
  };
  /** Below an action, where there are stages; absent, it is the region of the resource. */
  readonly region: Path;
  /** Otherwise the regions follow each other. */
  readonly when?: When;
}
