import type { FunctionKind, Scope } from './finding';

/**
 * When each function works, as one monotone formula over the loss of named failure domains: a directed graph whose nodes
 * share what they have in common. Cut sets of any order and availabilities can be computed from it.
 *
 * A cycle of nodes works as long as nothing outside it fails them (the greatest fixpoint).
 */
export interface SystemFormula {
  readonly functions: readonly FormulaFunction[];
  /** Events by index: each is the loss of one failure domain. */
  readonly failureDomains: readonly FormulaDomain[];
  /** By index; only nodes that some function reaches. */
  readonly nodes: readonly FormulaNode[];
}

/** A function, and the node that says when it works. */
export interface FormulaFunction {
  readonly kind: FunctionKind;
  readonly name: string;
  /** Key of the resource that offers it: `stack/id`. */
  readonly entry: string;
  readonly node: number;
}

export interface FormulaDomain {
  readonly scope: Scope;
  /** `component Db`, `zone us-east-1#0`, `region eu-west-1`. */
  readonly label: string;
  /** Key of the resource, of a component. */
  readonly resource?: string;
  /** It is a place that units of unknown placement may be in. */
  readonly place: boolean;
}

/** Something that works or does not. */
export type FormulaNode =
  | {
      /** Works while children of a total weight of at least `required` work: all of them is AND, 1 is OR. */
      readonly is: 'at-least';
      readonly required: number;
      readonly children: readonly number[];
      /** By child; 1 each where absent. */
      readonly weights?: readonly number[];
      /** Key of the resource that it stands for with all it needs, where it stands for one. */
      readonly resource?: string;
    }
  | {
      readonly is: 'leaf';
      /** Failure domains whose loss certainly stops it. */
      readonly stoppedBy: readonly number[];
      /** Failure domains whose loss may stop it, because something is not known. */
      readonly perhapsBy: readonly number[];
      /** Any place may stop it: where it stands is not known. */
      readonly anyPlace: boolean;
      /** It does not work whatever happens. */
      readonly never: boolean;
      /** It does not work until somebody wakes it. */
      readonly asleep: boolean;
      readonly resource?: string;
      /** What is not known about it. */
      readonly unknown?: string;
    };
