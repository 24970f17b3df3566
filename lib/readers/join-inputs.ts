import { isList, isMap, Reference, type Resource, Text, type Value, type ValueMap } from '../model';

/** Names that no two things in the world share: what a provider gives, not what people choose. */
const unmistakable = [
  /^arn:[^:]+:[^:]+:/,
  /^[a-z]{2,8}-[0-9a-f]{8,17}$/,
  /^Z[0-9A-Z]{12,32}$/,
  /^[a-z0-9][a-z0-9.-]+\.(amazonaws\.com|cloudfront\.net)$/,
];

/** The texts among several that can join two inputs. */
export function joiningTexts(texts: readonly { readonly text: string }[]): readonly string[] {
  return texts.flatMap(({ text }) => (unmistakable.some((pattern) => pattern.test(text)) ? [text] : []));
}

/** ARNs and host names inside longer texts. */
const inside = /arn:[\w:/.*-]+|[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:amazonaws\.com|cloudfront\.net)/g;

/**
 * Joins what several inputs say of the same thing: an ARN, id or endpoint that one of them knows and another one writes
 * out, and the name of a hosted zone.
 *
 * @param resources - of all inputs; those that change are replaced, in their place
 * @param named - joining texts of a resource, by its key
 */
export function joinInputs(
  resources: ReadonlyMap<string, Resource>,
  named: ReadonlyMap<string, readonly string[]>,
): Map<string, Resource> {
  const owners = new Map<string, string>();
  for (const [key, texts] of named) for (const text of texts) owners.set(text, key);
  const zones = zonesByName(resources.values());
  const joined = new Map(resources);
  if (owners.size === 0 && zones.size === 0) return joined;
  for (const [key, resource] of resources) {
    const find = (text: string): Reference | undefined => {
      const owner = owners.get(text);
      return owner === undefined || owner === key || !resources.has(owner) ? undefined : new Reference(owner);
    };
    let properties = owners.size === 0 ? resource.properties : mapValues(resource.properties, find);
    const zone = properties.HostedZoneName;
    const declared = typeof zone === 'string' ? zones.get(withoutDot(zone)) : undefined;
    if (declared !== undefined) properties = { ...properties, HostedZoneName: new Reference(declared) };
    if (properties !== resource.properties) joined.set(key, { ...resource, properties });
  }
  return joined;
}

/** Hosted zones by name, where only one has it: a private zone may be called like a public one. */
function zonesByName(resources: Iterable<Resource>): ReadonlyMap<string, string> {
  const zones = new Map<string, string>();
  const twice = new Set<string>();
  for (const { type, key, properties } of resources) {
    if (type !== 'AWS::Route53::HostedZone' || typeof properties.Name !== 'string') continue;
    const name = withoutDot(properties.Name);
    if (zones.has(name)) twice.add(name);
    zones.set(name, key);
  }
  for (const name of twice) zones.delete(name);
  return zones;
}

function withoutDot(name: string): string {
  return name.replace(/\.$/, '');
}

/** The same object where nothing in it changes. */
function mapValues(values: ValueMap, find: (text: string) => Reference | undefined): ValueMap {
  let result: Record<string, Value> | undefined;
  for (const [name, value] of Object.entries(values)) {
    const made = mapValue(value, find);
    if (made === value) continue;
    result ??= { ...values };
    result[name] = made;
  }
  return result ?? values;
}

function mapValue(value: Value, find: (text: string) => Reference | undefined): Value {
  if (typeof value === 'string') return mapText(value, find);
  if (isMap(value)) return mapValues(value, find);
  if (!isList(value)) return value;
  const made = value.map((entry) => mapValue(entry, find));
  return made.every((entry, at) => entry === value[at]) ? value : made;
}

function mapText(text: string, find: (text: string) => Reference | undefined): Value {
  const whole = find(text);
  if (whole !== undefined) return whole;
  if (text.length < 20 || !/arn:|\.(amazonaws\.com|cloudfront\.net)/.test(text)) return text;
  const parts: (string | Reference)[] = [];
  let from = 0;
  for (const match of text.matchAll(inside)) {
    const found = find(match[0]);
    if (found === undefined) continue;
    parts.push(text.slice(from, match.index), found);
    from = match.index + match[0].length;
  }
  if (parts.length === 0) return text;
  parts.push(text.slice(from));
  return new Text(parts.filter((part) => part !== ''));
}
