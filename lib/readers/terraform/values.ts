import { Reference, Unknown, type Value, type ValueMap, ZoneList, ZoneSymbol } from '../../model';
import { isJsonList, isObject, type Json, type JsonObject, setOwn } from '../json';
import { policyDocument } from '../translation/aws/policy-document';
import { type Named, relate } from '../translation/relate';
import type { Found, Place, References } from './references';
import type { Instance } from './tree';

/** What values need to know of the plan around them. */
export interface ValueScope {
  readonly references: References;
  /** Key of the resource that an instance becomes; undefined for one that becomes none. */
  keyOf(instance: Instance): string | undefined;
  regionOf(instance: Instance): string;
}

/** Data that is equal by chance, or by intent without one thing being the other. */
const plainData =
  /^(availability_zone|availability_zone_id|zone|region|location|cidr_block|.*port|engine|engine_version|.*_class|vpc_cidr.*|tags.*)$/;

/** Attributes of an instance, with references and unknowns in place. */
export function attributesOf(instance: Instance, scope: ValueScope): ValueMap {
  const expressions = instance.configuration?.expressions;
  const configured: JsonObject = isObject(expressions) ? expressions : {};
  const unknown: JsonObject = isObject(instance.unknown) ? instance.unknown : {};
  const forEach = instance.configuration?.for_each_expression;
  const place: Place = {
    module: instance.module,
    ...(instance.index === undefined ? {} : { index: instance.index }),
    ...(forEach === undefined ? {} : { forEach }),
  };
  const result: Record<string, Value> = {};
  for (const [name, value] of Object.entries(instance.values)) {
    const made = evaluated(
      { value, unknown: unknown[name], expression: configured[name], path: name },
      { instance, place, scope },
    );
    if (made !== undefined && made !== null) setOwn(result, name, made);
  }
  for (const [name, flag] of Object.entries(unknown)) {
    // What is unknown and was not written down is for the provider to fill in: it is not set.
    if (name in result || !holdsTrue(flag) || configured[name] === undefined) continue;
    const made = evaluated(
      { value: undefined, unknown: flag, expression: configured[name], path: name },
      { instance, place, scope },
    );
    if (made !== undefined && made !== null) setOwn(result, name, made);
  }
  return result;
}

interface Slot {
  readonly value: Json | undefined;
  readonly unknown: Json | undefined;
  readonly expression: Json | undefined;
  readonly path: string;
}

interface At {
  readonly instance: Instance;
  readonly place: Place;
  readonly scope: ValueScope;
}

function evaluated(slot: Slot, at: At): Value | undefined {
  const { value, unknown, expression, path } = slot;
  if (unknown === true) return unknownValue(expression, path, at);
  if (isJsonList(unknown) && isJsonList(value) && unknown.length >= value.length) return listOf(slot, value, unknown, at);
  if (isJsonList(unknown) && holdsTrue(unknown) && value === undefined) return unknownValue(expression, path, at);
  if (isObject(value)) return mapOf(slot, value, at);
  if (isJsonList(value)) return listOf(slot, value, [], at);
  if (typeof value === 'string' && value !== '') return relate(value, namedBy(expression, at));
  return value;
}

function mapOf({ unknown, expression, path }: Slot, value: JsonObject, at: At): Value {
  const flags: JsonObject = isObject(unknown) ? unknown : {};
  const result: Record<string, Value> = {};
  const isBlock = isObject(expression) && !isLeaf(expression);
  for (const name of new Set([...Object.keys(value), ...Object.keys(flags)])) {
    const inner = isBlock ? expression[name] : expression;
    // Nothing is written of this attribute of a block that is written: it is for the provider to fill in.
    if (isBlock && inner === undefined && flags[name] === true) continue;
    const made = evaluated({ value: value[name], unknown: flags[name], expression: inner, path: `${path}.${name}` }, at);
    if (made !== undefined && made !== null) setOwn(result, name, made);
  }
  return result;
}

function listOf({ expression, path }: Slot, value: readonly Json[], unknown: readonly Json[], at: At): Value {
  const written = isJsonList(expression) ? [...expression] : undefined;
  const length = Math.max(value.length, unknown.length);
  return Array.from({ length }, (_unused, index): Value => {
    const inner = written === undefined ? expression : takeFitting(written, value[index]);
    const slot = { value: value[index], unknown: unknown[index], expression: inner, path: `${path}[${index}]` };
    return evaluated(slot, at) ?? null;
  });
}

/** Blocks of a set stand in another order in the values than in the configuration; their constants tell which is which. */
function takeFitting(written: Json[], value: Json | undefined): Json | undefined {
  const at = written.findIndex((block) => isObject(block) && isObject(value) && fits(block, value));
  return written.splice(at === -1 ? 0 : at, 1)[0];
}

function fits(block: JsonObject, value: JsonObject): boolean {
  return Object.entries(block).every(([name, expression]) => {
    if (!isObject(expression) || !('constant_value' in expression)) return true;
    const constant = expression.constant_value;
    return typeof constant === 'object' || String(value[name]) === String(constant);
  });
}

function isLeaf(expression: JsonObject): boolean {
  return 'references' in expression || 'constant_value' in expression;
}

/** What stands for a value that is known after apply: the things that its expression refers to. */
function unknownValue(expression: Json | undefined, path: string, at: At): Value | undefined {
  const found = at.scope.references.of(expression, at.place).map((one) => foundValue(one, at));
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  const symbol = `${at.instance.address}.${path}`;
  const because = `"${path}" of "${at.instance.address}" is known after the apply`;
  const tell = 'give the plan of a system that exists, or its state';
  return found.length === 0 ? new Unknown(symbol, because, tell) : new Unknown(symbol, because, tell, false, found);
}

function foundValue(found: Found, { scope }: At): Value {
  if (found.kind === 'dead-end') return new Unknown(found.symbol, found.because, found.tell);
  const { instance, rest } = found;
  const [attribute, ...inner] = rest;
  if (instance.mode === 'data') {
    const region = scope.regionOf(instance);
    if (instance.type === 'aws_availability_zones' || instance.type === 'google_compute_zones') {
      return zoneOf(region, attribute?.index ?? found.index);
    }
    // Documents are made before the apply, of blocks that stand in the plan even where what they name does not exist yet.
    if (instance.type === 'aws_iam_policy_document' && attribute?.name.endsWith('json') === true)
      return policyDocument(attributesOf(instance, scope));
    const known = attribute === undefined ? undefined : instance.values[attribute.name];
    if (known !== undefined && known !== null && inner.length === 0) {
      if (isJsonList(known) && typeof attribute?.index === 'number') return known[attribute.index] ?? null;
      return known;
    }
  }
  const key = scope.keyOf(instance);
  if (key !== undefined) return attribute === undefined ? new Reference(key) : new Reference(key, attribute.name);
  const name = [
    instance.address,
    ...rest.map((step) => (step.index === undefined ? step.name : `${step.name}[${step.index}]`)),
  ].join('.');
  const list = attribute !== undefined && attribute.index === undefined && /s$/.test(attribute.name);
  const because = `"${instance.address}" is read when the plan is applied`;
  return new Unknown(name, because, 'give a plan made after the apply, or say the zones in nospof.yaml', list);
}

/**
 * `names[2]` is the third zone of the region. Where the index is that of a count, it is trusted up to the three zones
 * that every region has: a longer list may begin again.
 */
function zoneOf(region: string, index: string | number | undefined): Value {
  if (typeof index !== 'number') return new ZoneList(region);
  if (index < 3) return new ZoneSymbol(region, index);
  const because = `zone ${index} of the list may be the same as an earlier one`;
  return new Unknown(`zone ${index} of ${region}`, because, 'name the zones');
}

/** The instances that a known value may name, by the known value of the attribute that is referred to. */
function namedBy(expression: Json | undefined, at: At): readonly Named[] {
  if (!isObject(expression) || !('references' in expression)) return [];
  const named: Named[] = [];
  for (const found of at.scope.references.of(expression, at.place)) {
    if (found.kind === 'dead-end') continue;
    const [attribute] = found.rest;
    const key = at.scope.keyOf(found.instance);
    if (key === undefined || attribute === undefined || plainData.test(attribute.name)) continue;
    const text = found.instance.values[attribute.name];
    if (typeof text === 'string' && text !== '') named.push({ value: new Reference(key, attribute.name), text });
  }
  return named;
}

function holdsTrue(flag: Json | undefined): boolean {
  if (flag === true) return true;
  if (isJsonList(flag)) return flag.some(holdsTrue);
  return isObject(flag) && Object.values(flag).some(holdsTrue);
}
