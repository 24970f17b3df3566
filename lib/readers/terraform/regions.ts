import type { Stack } from '../../model';
import { isObject, type JsonObject, objectAt } from '../json';
import { providerOf } from '../translation/stacks';
import type { Instance } from './tree';

/** The region that an instance's provider is configured with, or that its own values tell; undefined when neither does. */
export function regionOf(instance: Instance, document: JsonObject, given: string | undefined): string | undefined {
  const { region, arn } = instance.values;
  if (typeof region === 'string' && region !== '') return region;
  const configured = configuredRegion(instance, document);
  if (configured !== undefined) return configured;
  if (typeof arn === 'string') {
    const [start, , , own] = arn.split(':');
    if (start === 'arn' && own !== undefined && own !== '') return own;
  }
  return given;
}

function configuredRegion({ configuration, type }: Instance, document: JsonObject): string | undefined {
  const named = configuration?.provider_config_key;
  const key = typeof named === 'string' ? named : type.slice(0, type.indexOf('_'));
  const providers = objectAt(objectAt(document, 'configuration'), 'provider_config');
  // A module without a configuration of its own uses the one of the module that calls it.
  for (const name of [key, key.slice(key.lastIndexOf(':') + 1)]) {
    const region = objectAt(objectAt(objectAt(providers, name), 'expressions'), 'region');
    const value = regionIn(region, document);
    if (value !== undefined) return value;
  }
  return undefined;
}

function regionIn({ constant_value: constant, references }: JsonObject, document: JsonObject): string | undefined {
  if (typeof constant === 'string' && constant !== '') return constant;
  const [reference] = Array.isArray(references) ? references : [];
  if (typeof reference !== 'string' || !reference.startsWith('var.')) return undefined;
  const variable = objectAt(objectAt(document, 'variables'), reference.slice('var.'.length));
  return isObject(variable) && typeof variable.value === 'string' ? variable.value : undefined;
}

/** By provider, the region of its first resource that tells one: states say it of some types only. */
export function usualRegions(
  instances: readonly Instance[],
  document: JsonObject,
  given: string | undefined,
): ReadonlyMap<Stack['provider'], string> {
  const regions = new Map<Stack['provider'], string>();
  for (const instance of instances) {
    const provider = providerOf(instance.type);
    const region = regions.has(provider) ? undefined : regionOf(instance, document, given);
    if (region !== undefined) regions.set(provider, region);
  }
  return regions;
}
