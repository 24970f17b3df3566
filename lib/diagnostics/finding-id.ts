import type { Finding } from './finding';
import type { ResourceRef } from './resource-ref';

/**
 * The name of a finding on the command line and in acknowledgements: `nat-gateway-shared-by-zones:NatGateway1`.
 *
 * Stable as long as rule and resource keep their names; findings that differ only in failure domain share it.
 */
export function findingId(finding: Finding): string {
  return `${finding.rule}:${finding.resource.id}`;
}

/** Splits `rule:resource` (or `rule@resource`); undefined when there is no separator, which makes it a rule id. */
export function parseFindingId(text: string): { readonly rule: string; readonly resource: string } | undefined {
  const separator = text.search(/[:@]/);
  if (separator < 0) return undefined;
  return { rule: text.slice(0, separator), resource: text.slice(separator + 1) };
}

/** Whether a person's word for a resource names this one: its id, `stack/id` or its construct path. */
export function isNamed(resource: ResourceRef, name: string): boolean {
  return (
    name === resource.id ||
    name === resource.path ||
    (resource.stack !== undefined && name === `${resource.stack}/${resource.id}`)
  );
}
