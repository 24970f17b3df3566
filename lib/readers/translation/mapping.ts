import type { Value, ValueMap } from '../../model';

/** Property names of a provider, in Terraform's spelling, and what each becomes. */
export type PropertyTable = Readonly<Record<string, Target>>;

/**
 * What an attribute becomes: the name of a property (dots lead into nested ones, `''` is the resource itself), or a rule.
 * `undefined` in a table drops the attribute.
 */
export type Target = string | Rule | undefined;

export interface Rule {
  readonly to: string;
  /**
   * `list`: a list of plain values; a single one becomes a list of one, and one that is not known a list of unknown length.
   * `text`: a text that names several things, when its parts are not known.
   * `block`: one nested block, written as a list of one or as the block itself. `blocks`: a list of them.
   * `json`: a text that holds JSON in the provider's spelling. `document`: one whose names are its own; a text that is no JSON stays as it is. `map`: keys are the user's own. `on`: kept only when it is true.
   */
  readonly as: 'list' | 'text' | 'block' | 'blocks' | 'json' | 'document' | 'map' | 'on';
  readonly of?: PropertyTable;
  /** For `json`: the property under which a text that cannot be parsed is kept, so that what it names is not lost. */
  readonly otherwise?: string;
  /** For `json`: members, as the facts spell them, whose keys are the user's own. */
  readonly maps?: readonly string[];
}

export const list = (to: string): Rule => ({ to, as: 'list' });
export const text = (to: string): Rule => ({ to, as: 'text' });
export const map = (to: string): Rule => ({ to, as: 'map' });
export const on = (to: string): Rule => ({ to, as: 'on' });
export const block = (to: string, of: PropertyTable = {}): Rule => ({ to, as: 'block', of });
export const blocks = (to: string, of: PropertyTable = {}): Rule => ({ to, as: 'blocks', of });
export const json = (to: string, otherwise: string, maps: readonly string[] = []): Rule => ({ to, as: 'json', otherwise, maps });
export const document = (to: string): Rule => ({ to, as: 'document' });

/** An inline block that is a resource of its own elsewhere. */
export interface Part {
  /** The attribute that holds the blocks, or a plain value. */
  readonly from: string;
  readonly type: string;
  /** The property in which the part names the whole. */
  readonly owner: string;
  readonly of: PropertyTable;
}

/** A resource that only says something about another one: an attachment. */
export interface Addition {
  /** Property, after translation, that names the other resource. */
  readonly of: string;
  /** The property of the other resource that gets an entry. */
  readonly to: string;
  /** What is added, from the attachment's own translated properties; undefined when there is nothing to add. */
  readonly entry: (properties: ValueMap, self: Value) => Value | undefined;
}

/** How a resource of a provider becomes one of the model. */
export interface Details {
  readonly properties?: PropertyTable;
  readonly parts?: readonly Part[];
  readonly additions?: readonly Addition[];
  /** Properties that hold where the provider's own default differs from the one that the facts assume. */
  readonly defaults?: ValueMap;
  /** The property that says that no last snapshot is made when it is deleted; one is made unless it does. */
  readonly skipsSnapshot?: string;
  /** Last touch on the translated properties; for shapes that no table can say. */
  readonly finish?: (properties: ValueMap, self: Value) => { readonly type?: string; readonly properties: ValueMap };
}

/** Details by Terraform type. */
export type DetailTable = Readonly<Record<string, Details>>;

/** Terraform type: the key of the facts, and the module and class in Pulumi's package (`ec2.Subnet`), if it is there. */
export type TypeTable = Readonly<Record<string, readonly [type: string, ...pulumi: string[]]>>;
