import type { DeclaredAcknowledgement } from '../../model';
import type { Json, JsonObject } from '../json';

/** One template file, parsed. Its sections are objects; a section that is absent is an empty one. */
export interface Template {
  readonly file: string;
  readonly body: JsonObject;
  readonly resources: JsonObject;
  readonly parameters: JsonObject;
  readonly conditions: JsonObject;
  readonly mappings: JsonObject;
  readonly outputs: JsonObject;
  /** Names of the transforms it asks for, in order. */
  readonly transforms: readonly string[];
  /** Construct paths by logical id, where they are written outside the template. */
  readonly paths?: ReadonlyMap<string, string>;
  /** Findings that the app accepts, by construct. */
  readonly acknowledged?: readonly DeclaredAcknowledgement[];
  /** Names it is published under, besides its file name. */
  readonly aliases?: readonly string[];
}

/** A resource before evaluation, and where it stands in the template. */
export interface RawResource {
  readonly type: string;
  readonly body: JsonObject;
  readonly path: readonly (string | number)[];
}

/** Whether a node is a call of a function or a `Ref`, and of which. */
export function functionName(node: JsonObject): string | undefined {
  let only: string | undefined;
  for (const key in node) {
    if (only !== undefined) return undefined;
    only = key;
  }
  return only !== undefined && (only === 'Ref' || only.startsWith('Fn::') || only.startsWith('Rain::')) ? only : undefined;
}

export type Path = readonly (string | number)[];
export type { Json, JsonObject };
