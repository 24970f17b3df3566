import type { Position, Problem } from '../diagnostics';
import type { Resource, Source, Stack } from './resource';
import type { Value } from './value';

/** Everything that was given, as one system, in one world. */
export interface System {
  /** The files as the user named them, in order. */
  readonly inputs: readonly string[];
  /** By key, in the order of the input. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly stacks: readonly Stack[];
  /**
   * Values that leave the system: outputs of stacks that nothing given consumes. What stands here may be used by
   * others that nospof cannot see.
   */
  readonly offered: readonly { readonly stack: string; readonly name: string; readonly value: Value }[];
  /** Parameter and condition values that were given, for the report; empty for the default world. */
  readonly world: Readonly<Record<string, string>>;
  /** Non-fatal problems met on the way. */
  readonly problems: readonly Problem[];
  /** Line and column of a source; cached per file. Undefined when the path does not exist. */
  locate(source: Source): Position | undefined;
  /** The text of one 1-based line, for the caret; undefined when the file is not text. */
  lineOf(file: string, line: number): string | undefined;
}

/** What a reader needs to know besides the files. */
export interface ReadOptions {
  /** Parameter values for the root stacks, by parameter name. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Conditions forced true or false, by name; for worlds. */
  readonly conditions?: Readonly<Record<string, boolean>>;
  /** Region of stacks that do not say theirs. */
  readonly region?: string;
  /** Region taken for those stacks when `region` is absent; without it their region is a symbol. */
  readonly assumedRegion?: string;
}
