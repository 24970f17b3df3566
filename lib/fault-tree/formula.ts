/** A node of a formula; an index into its arrays. */
export type NodeId = number;
/** A basic event; an index. What it means is the caller's business. */
export type EventId = number;

/**
 * A monotone formula as a directed graph with shared subtrees: "node works" in terms of events that have not happened.
 *
 * Nodes may be declared before they are defined, so that formulas may be cyclic; their meaning is then the greatest
 * fixpoint (a cycle of nodes works as long as nothing outside it fails them).
 */
export interface Formula {
  readonly size: number;
  kindOf(node: NodeId): 'leaf' | 'gate';
  /** Works while at least this much weight of its children works. AND: the total weight; OR: 1. */
  requiredOf(node: NodeId): number;
  childrenOf(node: NodeId): readonly NodeId[];
  weightsOf(node: NodeId): readonly number[] | undefined;
  leafOf(node: NodeId): Leaf;
}

/**
 * A leaf stops working when one of its events happens.
 *
 * `must` events certainly stop it; `may` events possibly do (`must` need not be repeated there). `anyOfClass` says that
 * any event of the wildcard class possibly stops it, because its placement is not known.
 */
export interface Leaf {
  readonly must: readonly EventId[];
  readonly may?: readonly EventId[];
  readonly anyOfClass?: boolean;
  /** With `anyOfClass`: only as far as one of these is another name of the event; what is apart from all of them spares it. */
  readonly places?: readonly EventId[];
  /** Never works, whatever happens. */
  readonly never?: boolean;
  /** Does not work until somebody wakes it: it stands in for nobody, and its own events stop it once it is awake. */
  readonly asleep?: boolean;
}

const NOTHING: Leaf = { must: [] };

export class FormulaBuilder implements Formula {
  private readonly leaves: (Leaf | undefined)[] = [];
  private readonly children: (readonly NodeId[])[] = [];
  private readonly weights: (readonly number[] | undefined)[] = [];
  private readonly required: number[] = [];

  get size(): number {
    return this.leaves.length;
  }

  kindOf(node: NodeId): 'leaf' | 'gate' {
    return this.leaves[node] === undefined ? 'gate' : 'leaf';
  }
  requiredOf(node: NodeId): number {
    return this.required[node] ?? 0;
  }
  childrenOf(node: NodeId): readonly NodeId[] {
    return this.children[node] ?? [];
  }
  weightsOf(node: NodeId): readonly number[] | undefined {
    return this.weights[node];
  }
  leafOf(node: NodeId): Leaf {
    return this.leaves[node] ?? NOTHING;
  }

  leaf(leaf: Leaf): NodeId {
    this.leaves.push(leaf);
    this.children.push([]);
    this.weights.push(undefined);
    this.required.push(0);
    return this.leaves.length - 1;
  }

  /** A gate without children that `define` fills in later; until then it always works. */
  declare(): NodeId {
    this.leaves.push(undefined);
    this.children.push([]);
    this.weights.push(undefined);
    this.required.push(0);
    return this.leaves.length - 1;
  }

  /** Works while children of a total weight of at least `required` work; weights default to 1 each. */
  define(node: NodeId, required: number, children: readonly NodeId[], weights?: readonly number[]): void {
    this.children[node] = children;
    this.weights[node] = weights;
    this.required[node] = required;
  }

  atLeast(required: number, children: readonly NodeId[], weights?: readonly number[]): NodeId {
    const node = this.declare();
    this.define(node, required, children, weights);
    return node;
  }
  all(children: readonly NodeId[]): NodeId {
    const [only] = children;
    return children.length === 1 && only !== undefined ? only : this.atLeast(children.length, children);
  }
  any(children: readonly NodeId[]): NodeId {
    const [only] = children;
    return children.length === 1 && only !== undefined ? only : this.atLeast(Math.min(1, children.length), children);
  }
}
