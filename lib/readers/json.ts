/** What a parsed document is made of, before evaluation. Objects have the plain prototype. */
export type Json = null | boolean | number | string | JsonList | JsonObject;
export type JsonList = readonly Json[];
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Deepest nesting that is read; real templates stay below 40 levels. */
export const deepestNesting = 200;

export function isObject(node: Json | undefined): node is JsonObject {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

export function isJsonList(node: Json | undefined): node is JsonList {
  return Array.isArray(node);
}

/** The own property, never one of `Object.prototype`. */
export function property(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Sets an own property; `__proto__` in a document is a name like any other. */
export function setOwn<T>(target: Record<string, T>, name: string, value: T): void {
  if (name === '__proto__') Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
  else target[name] = value;
}

/** The object at a property, or an empty one. */
export function objectAt(object: JsonObject, name: string): JsonObject {
  const found = property(object, name);
  return isObject(found) ? found : {};
}
