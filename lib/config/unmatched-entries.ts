import { didYouMean, type Problem, type ResourceRef } from '../diagnostics';
import type { Config } from './config';

/**
 * Entries by resource name that name nothing in the system; non-fatal, in the order of the file's sections.
 *
 * @param resources - every resource that was read, subnets that come from outside included under the name the report uses
 */
export function unmatchedEntries(
  config: Config,
  resources: Iterable<Pick<ResourceRef, 'id' | 'path' | 'stack'>>,
): readonly Problem[] {
  const sections = {
    roles: config.roles,
    subnets: config.subnets,
    capacity: config.capacity,
    'customer-gateways': config.customerGateways,
  };
  if (Object.values(sections).every((section) => Object.keys(section).length === 0)) return [];
  const names = new Set<string>();
  for (const { id, path, stack } of resources) {
    names.add(id);
    if (path !== undefined) names.add(path);
    if (stack !== undefined) names.add(`${stack}/${id}`);
  }
  return Object.entries(sections).flatMap(([section, entries]) =>
    Object.keys(entries)
      .filter((name) => !names.has(name))
      .map((name): Problem => {
        const at = config.positions[`${section}.${name}`];
        return {
          code: 'unmatched-entry',
          fatal: false,
          message: `"${section}.${name}" names no resource of the system${didYouMean(name, [...names])}`,
          hint: 'use a logical id, stack/id or construct path, or remove the entry',
          ...(at && { at }),
        };
      }),
  );
}
