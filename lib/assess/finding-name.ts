import type { Finding } from '../diagnostics';

/** One text for one rule at one resource. */
export function nameOf({
  rule,
  resource,
}: {
  readonly rule: string;
  readonly resource: Pick<Finding['resource'], 'id' | 'stack'>;
}): string {
  return `${rule}\u0000${resource.stack}\u0000${resource.id}`;
}
