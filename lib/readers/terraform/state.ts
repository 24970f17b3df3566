import { Reference, type Value, type ValueMap } from '../../model';
import { joiningTexts } from '../join-inputs';
import { identityTexts } from '../translation/identity';
import { isTelling, type Named, relate } from '../translation/relate';
import type { Instance, Tree } from './tree';

/**
 * Attributes of a state, in which every value is known. What names another resource is found by its identity (id, ARN,
 * endpoint) among the resources that the state says an instance depends on; states that do not say so are searched whole
 * for ids and ARNs.
 */
export function stateAttributes(tree: Tree, keyOf: (instance: Instance) => string | undefined): (instance: Instance) => ValueMap {
  const names = new Map<Instance, readonly Named[]>();
  const namesOf = (instance: Instance): readonly Named[] => {
    let found = names.get(instance);
    if (found === undefined) {
      const key = keyOf(instance);
      found =
        key === undefined
          ? []
          : identityTexts(instance.values).map(({ attribute, text }) => ({
              value: new Reference(key, attribute),
              text,
              whole: !isTelling(text),
            }));
      names.set(instance, found);
    }
    return found;
  };
  const byResource = new Map<string, Instance[]>();
  for (const instance of tree.instances) {
    const plain = instance.address.replaceAll(/\[[^\]]*\]/g, '');
    byResource.set(plain, [...(byResource.get(plain) ?? []), instance]);
  }
  const everywhere = new Map<string, Reference>();
  for (const instance of tree.instances) {
    for (const { value, text } of namesOf(instance))
      if (joiningTexts([{ text }]).length > 0 && !everywhere.has(text)) everywhere.set(text, value);
  }
  return (instance) => {
    const targets = (instance.dependsOn ?? []).flatMap((address) => {
      const exact = tree.get(address);
      return exact === undefined ? (byResource.get(address.replaceAll(/\[[^\]]*\]/g, '')) ?? []) : [exact];
    });
    const candidates = targets.filter((target) => target !== instance).flatMap(namesOf);
    const own = new Set(namesOf(instance).map(({ text }) => text));
    const related = relate(instance.values, candidates) as ValueMap;
    return instance.dependsOn === undefined
      ? mapTexts(related, (text) => (own.has(text) ? undefined : everywhere.get(text)))
      : related;
  };
}

function mapTexts(values: ValueMap, find: (text: string) => Value | undefined): ValueMap {
  const visit = (value: Value): Value => {
    if (typeof value === 'string') return find(value) ?? value;
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
      return mapTexts(value as ValueMap, find);
    return value;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, visit(value)]));
}
