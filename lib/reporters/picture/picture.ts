import type { Scene, SceneEdge, SceneNode, SceneRegion, SceneZone, Tier } from './scene';

/** A scene in which everything has a place. All numbers are pixels from the top left corner. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly scene: Scene;
  readonly headings: readonly { readonly tier: Tier; readonly x: number; readonly width: number }[];
  readonly regions: readonly (Box & { readonly region: SceneRegion })[];
  readonly lanes: readonly PlacedLane[];
  readonly cards: readonly PlacedCard[];
  readonly edges: readonly PlacedEdge[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One zone of a region as a lane; without a zone, what its region runs in no zone of its own. */
export interface PlacedLane extends Box {
  readonly region?: string;
  readonly zone?: SceneZone;
}

export interface PlacedCard extends Box {
  readonly node: SceneNode;
  /** One per zone it spans, or a single one where zones are not told; empty where units are not counted. */
  readonly strips: readonly Strip[];
}

/** Units in one zone. */
export interface Strip {
  readonly zone?: string;
  /** Middle of the strip. */
  readonly y: number;
  /** False where the card only passes through a zone in which it has nothing. */
  readonly present: boolean;
  /** Units there, at least and at most, of a floor spread evenly; absent where the provider runs as many as needed. */
  readonly units?: readonly [number, number];
}

export interface PlacedEdge {
  readonly edge: SceneEdge;
  readonly points: readonly (readonly [number, number])[];
}

export const CARD_WIDTH = 196;
/** Mark, name and noun. */
export const CARD_HEAD = 48;
export const STRIP = 20;
export const GAP = 12;
export const LANE_PAD = 12;
/** Room for the short name of a zone at the left of its lane. */
export const LANE_HEAD = 84;
export const MARGIN = 16;
/** Between two parallel lines. */
export const TRACK = 8;
