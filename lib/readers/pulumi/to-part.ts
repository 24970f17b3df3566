import type { Stack, System } from '../../model';
import { append } from '../../multimap';
import type { ReadContext, ReadPart } from '../given-document';
import { joiningTexts } from '../join-inputs';
import { isJsonList } from '../json';
import type { Manifest } from '../kubernetes/manifest';
import { declaredManifest } from '../kubernetes/read-manifests';
import { identityTexts } from '../translation/identity';
import { providerOf, stackSet } from '../translation/stacks';
import type { ForeignResource } from '../translation/to-resources';
import type { Registration } from './registration';
import { attributesOf, type ValueScope, valueFor } from './values';

/** Kinds that organise a stack and are nothing at a provider. */
const organising = /^pulumi:(pulumi|providers):/;

/** What else is known of registrations. */
export interface PartOptions extends Pick<ReadContext, 'options'> {
  /** Registrations by the number that symbols have. */
  readonly numbered?: ReadonlyMap<number, Registration>;
  /** Regions of providers that nothing registers, by package. */
  readonly regions?: Readonly<Record<string, string>>;
}

/** Registrations of one stack as resources with references. */
export function toPart(
  registrations: readonly Registration[],
  file: string,
  name: string,
  { options, numbered, regions = {} }: PartOptions,
): ReadPart {
  const byUrn = new Map(registrations.map((registration) => [registration.urn, registration]));
  const children = new Map<string, Registration[]>();
  for (const registration of registrations) {
    if (registration.parent === undefined) continue;
    append(children, registration.parent, registration);
  }
  const stacks = stackSet(name, file);
  const config = configuredRegions(registrations, regions);
  const keys = new Map<Registration, { readonly key: string; readonly stack: Stack }>();
  // A component made by another program cannot be looked into: it stands for itself, of a type that nobody knows.
  const declared = registrations.filter(
    ({ type, custom, remote, existing, urn }) =>
      !organising.test(type) && !existing && (custom || (remote && !children.has(urn))),
  );
  for (const registration of declared) {
    const region = regionOf(registration, byUrn, config) ?? options.region;
    const stack = stacks.of(providerOf(registration.type), region);
    keys.set(registration, { stack, key: `${stack.name}/${registration.urn.split('::').slice(2).join('::')}` });
  }
  const scope: ValueScope = {
    get: (urn) => byUrn.get(urn),
    at: (number) => numbered?.get(number),
    held: (urn) => held(urn, byUrn, children),
    keyOf: (registration) => keys.get(registration)?.key,
    regionOf: (registration) => keys.get(registration)?.stack.region ?? `region of ${name}`,
  };
  const required = requiredCapacities(registrations);
  const copied = copiesTold(registrations, scope);
  const resources: ForeignResource[] = [];
  const manifests: Manifest[] = [];
  for (const [registration, { key, stack }] of keys) {
    const attributes = attributesOf(registration, scope);
    const path = pathOf(registration, byUrn);
    const manifest = registration.type.startsWith('kubernetes:')
      ? declaredManifest(attributes, registration.name, stack)
      : undefined;
    if (manifest !== undefined) {
      manifests.push({ ...manifest, key, source: registration.source, ...(path === undefined ? {} : { path }) });
      continue;
    }
    const { name: id, type, source, kept } = registration;
    const named = joiningTexts(identityTexts({ ...registration.outputs, id: registration.id ?? null }));
    const units = required.get(registration.urn);
    const copies = copied.get(registration);
    resources.push({
      key,
      id,
      type,
      attributes,
      stack,
      source,
      named,
      ...(path === undefined ? {} : { path }),
      ...(units === undefined ? {} : { requiredCapacity: units }),
      ...(copies === undefined ? {} : { copiedTo: copies }),
      ...(kept === undefined ? {} : { kept }),
    });
  }
  return { resources, manifests, stacks: stacks.all(), offered: offeredBy(registrations, scope, name) };
}

/**
 * Units that must be left of a group when a zone is lost, by its URN: what the components of nospof say beside it. They
 * say it twice, because some who tell a stack know what a component was given and others what it gives.
 */
function requiredCapacities(registrations: readonly Registration[]): ReadonlyMap<string, number> {
  const said = registrations.flatMap(({ type, inputs, outputs }): [string, number][] => {
    if (type !== 'nospof:index:RequiredCapacity') return [];
    const { of, units } = { ...outputs, ...inputs };
    return typeof of === 'string' && typeof units === 'number' ? [[of, units]] : [];
  });
  return new Map(said);
}

/** Who gets what is written to whom, as a program says where no setting of the stores does. */
function copiesTold(
  registrations: readonly Registration[],
  scope: ValueScope,
): ReadonlyMap<Registration, NonNullable<ForeignResource['copiedTo']>> {
  const told = new Map<Registration, NonNullable<ForeignResource['copiedTo']>>();
  for (const { type, inputs, outputs } of registrations) {
    if (type !== 'nospof:index:CopiedState') continue;
    const { stores, consistency, mostLagSeconds } = { ...outputs, ...inputs };
    if (!isJsonList(stores)) continue;
    const sides = stores.map((urn) => (typeof urn === 'string' ? scope.held(urn) : []));
    for (const [index, side] of sides.entries()) {
      if (consistency === 'one-writer' && index > 0) continue;
      const keys = sides.flatMap((other) => (other === side ? [] : other.flatMap((store) => scope.keyOf(store) ?? [])));
      const copies = keys.map((resource) => ({
        resource,
        ...(typeof mostLagSeconds === 'number' ? { mostLagSeconds } : {}),
      }));
      for (const store of side) told.set(store, [...(told.get(store) ?? []), ...copies]);
    }
  }
  return told;
}

/** Custom resources that a URN stands for; a component stands for everything inside it. */
function held(
  urn: string,
  byUrn: ReadonlyMap<string, Registration>,
  children: ReadonlyMap<string, readonly Registration[]>,
): readonly Registration[] {
  const found: Registration[] = [];
  const pending = [urn];
  const seen = new Set<string>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const registration = byUrn.get(next);
    if (registration?.custom === true) found.push(registration);
    else for (const child of children.get(next) ?? []) pending.push(child.urn);
  }
  return found;
}

/** Regions by provider package, from the default providers and the configuration of the stack. */
function configuredRegions(
  registrations: readonly Registration[],
  told: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const regions = new Map(Object.entries(told));
  for (const { type, inputs } of registrations) {
    const match = /^pulumi:providers:(.+)$/.exec(type);
    const region = inputs.region;
    if (match?.[1] !== undefined && typeof region === 'string' && !regions.has(match[1])) regions.set(match[1], region);
  }
  return regions;
}

function regionOf(
  { inputs, outputs, provider, type }: Registration,
  byUrn: ReadonlyMap<string, Registration>,
  config: ReadonlyMap<string, string>,
): string | undefined {
  for (const { region } of [inputs, outputs]) if (typeof region === 'string' && region !== '') return region;
  const explicit = provider === undefined ? undefined : byUrn.get(provider.split('::').slice(0, 4).join('::'))?.inputs.region;
  if (typeof explicit === 'string') return explicit;
  const { arn } = outputs;
  const fromArn = typeof arn === 'string' && arn.startsWith('arn:') ? arn.split(':')[3] : undefined;
  return fromArn !== undefined && fromArn !== '' ? fromArn : config.get(type.slice(0, type.indexOf(':')));
}

/** The components around a resource: `shop/network`. */
function pathOf({ parent, name }: Registration, byUrn: ReadonlyMap<string, Registration>): string | undefined {
  const names = [name];
  const seen = new Set<string>();
  for (let at = parent; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const owner = byUrn.get(at);
    if (owner === undefined || owner.type === 'pulumi:pulumi:Stack') break;
    names.unshift(owner.name);
    at = owner.parent;
  }
  return names.length > 1 ? names.join('/') : undefined;
}

/** What the stack exports. */
function offeredBy(registrations: readonly Registration[], scope: ValueScope, name: string): System['offered'] {
  const stack = registrations.find(({ type }) => type === 'pulumi:pulumi:Stack');
  if (stack === undefined) return [];
  return Object.entries(stack.outputs).map(([output, value]) => ({
    stack: name,
    name: output,
    value: valueFor(value, output, stack, scope),
  }));
}
