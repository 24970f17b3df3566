import type { FunctionKind } from '../../diagnostics';
import { displayName } from './labels';

/** Columns of a picture, in the order of traffic: from where it enters to where it leaves. */
export const TIERS = ['edge', 'balancing', 'compute', 'data', 'ways', 'site'] as const;
export type Tier = (typeof TIERS)[number];

/** What a picture shows, before anything has a place: the topology with plumbing folded in and alike things grouped. */
export interface Scene {
  readonly regions: readonly SceneRegion[];
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  /** Resources of the topology that no node stands for. */
  readonly hidden: number;
}

export interface SceneRegion {
  readonly label: string;
  /** Its loss was judged, and takes some function away. */
  readonly judged: boolean;
  readonly loses: boolean;
  readonly zones: readonly SceneZone[];
}

export interface SceneZone {
  /** As in the report, without the word zone. */
  readonly label: string;
  /** For the narrow head of a lane: `#0`, `us-east-1a`, `?1`. */
  readonly short: string;
  readonly unknown: boolean;
  /** Some function is lost with it. */
  readonly loses: boolean;
}

export interface SceneNode {
  /** `n0`, `n1`, …: safe in SVG, HTML and Mermaid. */
  readonly id: string;
  readonly tier: Tier;
  readonly mark: string;
  /** Keys of the resources it stands for: one, or several alike. */
  readonly keys: readonly string[];
  /** Their ids, in the order of the keys. */
  readonly names: readonly string[];
  /** What they are, each noun once. */
  readonly nouns: readonly string[];
  /** The stack of a resource that shares its name with another one in the picture. */
  readonly stack?: string;
  /** Keys of the plumbing that was folded into it. */
  readonly parts: readonly string[];
  /** Undefined for what stands in no region. */
  readonly region?: string;
  /** Labels in the order of the lanes. */
  readonly zones: readonly string[];
  /** Units at least; absent where the provider runs as many as needed. */
  readonly units?: number;
  readonly offers: readonly FunctionKind[];
  /** Some function is lost when it fails alone. */
  readonly alone: boolean;
}

/** `needs`: to serve; `route`: the way out of its subnets; `weak`: to launch, to change, or missed and not needed. */
export type EdgeKind = 'needs' | 'route' | 'weak';

export interface SceneEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly because: string;
}

/** The two lines of a card: name and noun of one resource; number and noun, then the names, of several. */
export function captionOf({ names, nouns, tier, stack }: SceneNode): { readonly title: string; readonly detail: string } {
  const [noun = ''] = nouns;
  if (names.length === 1) return { title: displayName(names[0] ?? ''), detail: stack === undefined ? noun : `${noun}, ${stack}` };
  return nouns.length === 1
    ? { title: `${names.length} × ${noun}`, detail: names.map(displayName).join(', ') }
    : { title: `${names.length} × ${tier}`, detail: nouns.join(', ') };
}
