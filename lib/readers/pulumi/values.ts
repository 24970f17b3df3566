import { Reference, Text, Unknown, type Value, type ValueMap, ZoneSymbol } from '../../model';
import { isJsonList, isObject, type Json, type JsonObject, setOwn } from '../json';
import { identityTexts } from '../translation/identity';
import { toStem } from '../translation/names';
import { isTelling, type Named, relate } from '../translation/relate';
import type { Registration } from './registration';
import { outputSignature, resourceSignature, secretSignature, signatureKey, unknownMarks } from './special-values';
import { type ProgramSymbol, splitAtSymbols } from './symbols';

/** What values need to know of the registrations around them. */
export interface ValueScope {
  get(urn: string): Registration | undefined;
  /** The registration with a number, as symbols of a program that was run name it. */
  at(number: number): Registration | undefined;
  /** Custom resources that a URN stands for: itself, or what a component holds. */
  held(urn: string): readonly Registration[];
  keyOf(registration: Registration): string | undefined;
  regionOf(registration: Registration): string;
}

/** Inputs of a resource with references and unknowns in place, and the plain words that only its outputs say: the zone it is in. */
export function attributesOf(registration: Registration, scope: ValueScope): ValueMap {
  const result: Record<string, Value> = {};
  for (const [name, value] of Object.entries(registration.inputs)) {
    if (name.startsWith('__')) continue;
    const urns = registration.propertyDependencies?.[name] ?? registration.dependencies ?? [];
    const targets = [...new Set(urns.flatMap((urn) => scope.held(urn)))].filter((target) => target !== registration);
    const named = registration.propertyDependencies === undefined ? [] : targets.flatMap((target) => namesOf(target, scope));
    const made = visit(value, name, { registration, scope, targets, named, path: name });
    if (made !== undefined && made !== null) setOwn(result, name, made);
  }
  for (const [name, value] of Object.entries(registration.outputs)) {
    if (name.startsWith('__') || Object.hasOwn(registration.inputs, name) || !isSaid(value)) continue;
    setOwn(result, name, value);
  }
  return result;
}

/** What a provider says of something that exists: no list, no secret and nothing that is still open. */
function isSaid(value: Json): value is string | number | boolean {
  if (typeof value === 'string') return value !== '' && !unknownMarks.has(value);
  return typeof value === 'number' || typeof value === 'boolean';
}

/** A value that the stack itself hands out. */
export function valueFor(value: Json, name: string, registration: Registration, scope: ValueScope): Value {
  return visit(value, name, { registration, scope, targets: [], named: [], path: name }) ?? null;
}

interface At {
  readonly registration: Registration;
  readonly scope: ValueScope;
  /** What the property depends on. */
  readonly targets: readonly Registration[];
  readonly named: readonly Named[];
  readonly path: string;
}

function visit(value: Json, key: string, from: At): Value | undefined {
  const at = closer(from);
  if (typeof value === 'string') {
    if (unknownMarks.has(value)) return unknownValue(key, at);
    return withSymbols(value, at) ?? relate(value, at.named);
  }
  if (isJsonList(value)) {
    const targets = fitting(key, at.targets);
    const pairs = value.length === targets.length && value.every((entry) => typeof entry === 'string' && unknownMarks.has(entry));
    return value.map((entry, index): Value => {
      const target = pairs ? targets[index] : undefined;
      const inner = { ...at, path: `${at.path}[${index}]`, ...(target === undefined ? {} : { targets: [target] }) };
      return visit(entry, key, inner) ?? null;
    });
  }
  if (!isObject(value)) return value;
  const signature = value[signatureKey];
  if (typeof signature === 'string') return special(signature, value, key, at);
  const result: Record<string, Value> = {};
  for (const [name, entry] of Object.entries(value)) {
    if (name.startsWith('__')) continue;
    const made = visit(entry, name, { ...at, path: `${at.path}.${name}` });
    if (made !== undefined && made !== null) setOwn(result, name, made);
  }
  return result;
}

/** What this very value depends on, where that is known and not only what the whole input does. */
function closer(at: At): At {
  const urns = at.registration.valueSources?.[at.path];
  if (urns === undefined || urns.length === 0) return at;
  return { ...at, targets: [...new Set(urns.flatMap((urn) => at.scope.held(urn)))] };
}

/** Secrets, references to resources and outputs; files and archives say nothing of an architecture. */
function special(signature: string, value: JsonObject, key: string, at: At): Value | undefined {
  switch (signature) {
    case secretSignature: {
      if (value.value !== undefined) return visit(value.value, key, at);
      if (typeof value.plaintext === 'string') {
        try {
          return visit(JSON.parse(value.plaintext) as Json, key, at);
        } catch {
          return visit(value.plaintext, key, at);
        }
      }
      return new Unknown(
        `secret ${at.registration.urn} ${at.path}`,
        `"${at.path}" is a secret`,
        'give the state with "--show-secrets"',
      );
    }
    case resourceSignature: {
      const target = typeof value.urn === 'string' ? at.scope.get(value.urn) : undefined;
      const reference = target === undefined ? undefined : at.scope.keyOf(target);
      return reference === undefined ? undefined : new Reference(reference, 'id');
    }
    case outputSignature: {
      const urns = isJsonList(value.dependencies) ? value.dependencies.filter((urn) => typeof urn === 'string') : [];
      const targets = urns.flatMap((urn) => at.scope.held(urn));
      const inner = targets.length === 0 ? at : { ...at, targets };
      return value.value === undefined ? unknownValue(key, inner) : visit(value.value, key, inner);
    }
    default:
      return undefined;
  }
}

/** What stands for a value that is not known: the resources that the property depends on. */
function unknownValue(key: string, { registration, scope, targets, path }: At): Value {
  const found = fitting(key, targets).map((target): Value => {
    const reference = scope.keyOf(target);
    if (reference !== undefined) return new Reference(reference);
    const because = `"${path}" of "${registration.name}" comes from ${target.type} "${target.name}"`;
    return new Unknown(`${target.urn} ${path}`, because, 'give the stack that it comes from too');
  });
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  const symbol = `${registration.urn} ${path}`;
  const because = `"${path}" of "${registration.name}" is known after the update`;
  const tell = 'give an export of the stack after the update';
  return found.length === 0 ? new Unknown(symbol, because, tell) : new Unknown(symbol, because, tell, false, found);
}

/**
 * Of several things that a property depends on, those that an attribute of this name can hold: `subnetIds` holds
 * subnets. Where the schema's names do not tell, all of them.
 */
function fitting(key: string, targets: readonly Registration[]): readonly Registration[] {
  if (targets.length < 2) return targets;
  const stem = toStem(key);
  const fit = targets.filter(({ type }) => stem.includes(toStem(type.slice(type.lastIndexOf(':') + 1))));
  return fit.length > 0 ? fit : targets;
}

/** A text with the symbols that a program was handed in place of values; undefined where it has none. */
function withSymbols(text: string, { registration, scope, path }: At): Value | undefined {
  const parts = splitAtSymbols(text) ?? splitAtSymbols(decoded(text));
  if (parts === undefined) return undefined;
  const values = parts.map((part) => (typeof part === 'string' ? part : symbolValue(part, scope, registration, path)));
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : new Text(values);
}

/** What a text in base 64 says: user data is handed over like that. */
function decoded(text: string): string {
  return text.length >= 24 && /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : '';
}

function symbolValue(
  symbol: ProgramSymbol,
  scope: ValueScope,
  registration: Registration,
  path: string,
): string | Reference | Unknown | ZoneSymbol {
  const because = `"${path}" of "${registration.name}" is known after the update`;
  switch (symbol.kind) {
    case 'resource': {
      const target = scope.at(symbol.number);
      const key = target === undefined ? undefined : scope.keyOf(target);
      if (key !== undefined) return new Reference(key, symbol.attribute);
      const name = target === undefined ? `resource ${symbol.number}` : `${target.urn} ${symbol.attribute}`;
      return new Unknown(name, because, 'give an export of the stack after the update');
    }
    case 'zone':
      return new ZoneSymbol(symbol.region === '' ? scope.regionOf(registration) : symbol.region, symbol.number);
    case 'call': {
      const why = `${symbol.token} is asked when the program is deployed`;
      return new Unknown(
        `${symbol.token} ${symbol.number} ${symbol.attribute}`,
        why,
        'say it in nospof.yaml, or write it out',
        symbol.list,
      );
    }
    case 'config':
      return new Unknown(
        `config ${symbol.token}`,
        `the configuration value "${symbol.token}" is a secret`,
        `--config ${symbol.token}=…`,
      );
  }
}

/** The known texts that name a resource. */
function namesOf(target: Registration, scope: ValueScope): readonly Named[] {
  const key = scope.keyOf(target);
  if (key === undefined) return [];
  const texts = identityTexts({ ...target.outputs, ...(target.id === undefined ? {} : { id: target.id }) });
  return texts.map(({ attribute, text }) => ({ value: new Reference(key, attribute), text, whole: !isTelling(text) }));
}
