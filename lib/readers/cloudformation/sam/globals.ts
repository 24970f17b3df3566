import { isJsonList, isObject, type Json, type JsonObject, objectAt } from '../../json';
import { functionName } from '../template';

/** Properties of a serverless resource with those of `Globals` for its kind: maps merge, lists add up, scalars yield. */
export function withGlobals(globals: JsonObject, type: string, properties: JsonObject): JsonObject {
  const kind = type.slice('AWS::Serverless::'.length);
  return merge(objectAt(globals, kind), properties) as JsonObject;
}

function merge(base: Json, own: Json): Json {
  if (isJsonList(base) && isJsonList(own)) return [...base, ...own];
  if (!isObject(base) || !isObject(own) || functionName(base) !== undefined || functionName(own) !== undefined) return own;
  const merged: Record<string, Json> = { ...base };
  for (const [name, value] of Object.entries(own))
    merged[name] = Object.hasOwn(base, name) ? merge(base[name] ?? null, value) : value;
  return merged;
}
