import { isList, isMap, Reference, type Resource, type Source, type Stack, type Value, type ValueMap } from '../../model';
import { addDefaultTables } from './main-route-tables';
import type { Details, Part } from './mapping';
import { toStem } from './names';
import { type Spell, translate } from './translate';
import { typeOf } from './types';

/** A resource as its provider names it, with references in place. */
export interface ForeignResource {
  readonly key: string;
  readonly id: string;
  /** Terraform type or Pulumi token. */
  readonly type: string;
  readonly attributes: ValueMap;
  readonly stack: Stack;
  readonly source: Source;
  readonly path?: string;
  /** Texts by which other inputs may name it: ARNs, ids, endpoints that are known. */
  readonly named?: readonly string[];
  /** Units that must be left when a zone is lost, where the input says so. */
  readonly requiredCapacity?: number;
  readonly copiedTo?: Resource['copiedTo'];
  /** Whether the input keeps it from being deleted; absent where that is not known. */
  readonly kept?: boolean;
}

/**
 * Turns resources of providers into resources as the facts know them: types and properties get the facts' names, inline
 * blocks and attachments become what they mean.
 *
 * @returns by key, in the order given; parts stand behind their whole
 */
export function toResources(foreign: readonly ForeignResource[]): Map<string, Resource> {
  const resources = new Map<string, Resource>();
  const additions: { readonly key: string; readonly to: string; readonly entry: Value }[] = [];
  for (const each of foreign) {
    const { type, details, spell } = typeOf(each.type);
    const self = new Reference(each.key);
    const { rest, made } = takeParts(each, details.parts ?? [], spell);
    const translated = { ...details.defaults, ...translate(rest, details.properties ?? {}, spell) };
    const finished = details.finish?.(translated, self) ?? { properties: translated };
    resources.set(each.key, {
      ...resourceOf(each, each.type, finished.type ?? type, finished.properties),
      ...removal(each, finished.properties, details),
    });
    for (const part of made) {
      const { requiredCapacity: _ofTheWhole, copiedTo: _itToo, ...whole } = each;
      resources.set(part.key, resourceOf({ ...whole, ...part }, each.type, part.type, part.properties));
    }
    for (const { of, to, entry } of details.additions ?? []) {
      const added = entry(finished.properties, self);
      if (added === undefined) continue;
      for (const owner of referencesOf(finished.properties[of])) additions.push({ key: owner.resource, to, entry: added });
    }
  }
  for (const { key, to, entry } of additions) {
    const owner = resources.get(key);
    if (owner !== undefined) resources.set(key, { ...owner, properties: withEntry(owner.properties, to, entry) });
  }
  addDefaultTables(resources);
  return resources;
}

/** What becomes of it when it is deleted or replaced, in the words of CloudFormation. */
function removal({ kept }: ForeignResource, properties: ValueMap, { skipsSnapshot }: Details): Pick<Resource, 'attributes'> {
  const skips = skipsSnapshot === undefined ? true : (properties[skipsSnapshot] ?? false);
  if (typeof skips !== 'boolean' || (kept === undefined && skipsSnapshot === undefined)) return {};
  const policy = kept === true ? 'Retain' : skips ? 'Delete' : 'Snapshot';
  return { attributes: { DeletionPolicy: policy, UpdateReplacePolicy: policy } };
}

function resourceOf(
  { key, id, stack, source, path, requiredCapacity, copiedTo }: Omit<ForeignResource, 'type' | 'attributes' | 'named'>,
  nativeType: string,
  type: string,
  properties: ValueMap,
): Resource {
  return {
    key,
    id,
    type,
    properties,
    ...(nativeType === type ? {} : { nativeType }),
    stack,
    source,
    ...(path === undefined ? {} : { path }),
    ...(requiredCapacity === undefined ? {} : { requiredCapacity }),
    ...(copiedTo === undefined ? {} : { copiedTo }),
  };
}

interface MadePart {
  readonly key: string;
  readonly id: string;
  readonly type: string;
  readonly properties: ValueMap;
}

/** The inline blocks that are resources of their own, and what is left of the attributes. */
function takeParts(each: ForeignResource, parts: readonly Part[], spell: Spell): { rest: ValueMap; made: MadePart[] } {
  const made: MadePart[] = [];
  const rest: Record<string, Value> = { ...each.attributes };
  for (const part of parts) {
    const name = Object.keys(rest).find((candidate) => toStem(candidate) === toStem(part.from));
    const value = name === undefined ? undefined : rest[name];
    if (name === undefined || value === undefined) continue;
    delete rest[name];
    for (const [index, entry] of (isList(value) ? value : [value]).entries()) {
      if (entry === null || entry === '') continue;
      const properties = isMap(entry)
        ? translate(withoutEmpty(entry), part.of, spell)
        : translate({ [part.from]: entry }, part.of, spell);
      const step = `${part.from}[${index}]`;
      made.push({
        key: `${each.key}.${step}`,
        id: `${each.id}.${step}`,
        type: part.type,
        properties: { ...properties, [part.owner]: new Reference(each.key) },
      });
    }
  }
  return { rest, made };
}

/** Terraform writes the members of some blocks that are not set as empty texts. */
function withoutEmpty(entry: ValueMap): ValueMap {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== ''));
}

function withEntry(properties: ValueMap, to: string, entry: Value): ValueMap {
  const before = properties[to];
  return { ...properties, [to]: [...(isList(before) ? before : before === undefined ? [] : [before]), entry] };
}

function referencesOf(value: Value | undefined): readonly Reference[] {
  if (value instanceof Reference) return [value];
  return isList(value) ? value.filter((entry): entry is Reference => entry instanceof Reference) : [];
}
