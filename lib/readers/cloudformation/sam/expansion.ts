import type { Json, JsonObject } from '../../json';
import type { RawResource } from '../template';

/** What one serverless resource becomes. */
export interface Expansion {
  /** Resources by logical id; the id of the serverless resource itself among them. */
  readonly resources: readonly (readonly [id: string, resource: RawResource])[];
  /** Names that templates may use for what was made: `Shop.Version`, to the logical id behind it. */
  readonly names?: readonly (readonly [name: string, id: string])[];
}

/** A route that a function adds to an API. */
export interface Route {
  /** Logical id of the API; the implicit one where the event names none. */
  readonly api: string;
  readonly kind: 'rest' | 'http';
  readonly path: string;
  readonly method: string;
  /** Logical id of the function or state machine. */
  readonly target: string;
}

/** A resource made from a serverless one: it stands where that stands, and exists when that exists. */
export function made(type: string, properties: JsonObject, from: RawResource): RawResource {
  const { Condition, DeletionPolicy, DependsOn, Metadata, UpdateReplacePolicy } = from.body;
  const body: Record<string, Json> = { Type: type, Properties: properties };
  if (Condition !== undefined) body.Condition = Condition;
  if (DeletionPolicy !== undefined) body.DeletionPolicy = DeletionPolicy;
  if (UpdateReplacePolicy !== undefined) body.UpdateReplacePolicy = UpdateReplacePolicy;
  if (DependsOn !== undefined) body.DependsOn = DependsOn;
  if (Metadata !== undefined) body.Metadata = Metadata;
  return { type, body, path: from.path };
}

export function attribute(id: string, name: string): JsonObject {
  return { 'Fn::GetAtt': [id, name] };
}

/** A copy without some properties; those that are undefined are left out too. */
export function without(object: JsonObject, names: ReadonlySet<string>): Record<string, Json> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.has(name)));
}

/** The logical id behind a name or a Ref; undefined for anything else. */
export function idOf(node: Json | undefined): string | undefined {
  if (typeof node === 'string') return node;
  const id = typeof node === 'object' && node !== null && !Array.isArray(node) ? (node as JsonObject).Ref : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** Tags are a map in serverless resources and a list elsewhere. */
export function tagList(tags: Json | undefined): Json | undefined {
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags)) return tags;
  return Object.entries(tags as JsonObject).map(([Key, Value]) => ({ Key, Value }));
}
