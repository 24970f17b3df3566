/**
 * The field's words as types: resources with partially evaluated properties, and the system they form.
 * Knows no cloud service and no file format. Start with `system.ts`.
 */

export type { CopiedTo, DeclaredAcknowledgement, Resource, Source, Stack } from './resource';
export type { ReadOptions, System } from './system';
export type { Value, ValueList, ValueMap } from './value';
export { isList, isMap, Reference, Text, Unknown, ZoneList, ZoneSymbol } from './value';
