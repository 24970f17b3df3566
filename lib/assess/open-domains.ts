import type { Analysis, SystemFunction } from '../analysis';
import type { Scope } from '../diagnostics';

const SCOPES: readonly Scope[] = ['component', 'zone', 'region', 'provider'];

/** Under which losses it is open whether a function survives. */
export function openDomains({ node }: SystemFunction, { model, verdicts }: Analysis): string {
  const cut = verdicts.cuts[node];
  if (cut === undefined) return anyDomain(model);
  const everything = cut.never || cut.asleep;
  const open = [...model.domains.keys()].filter(
    (event) => !cut.must.includes(event) && (everything || cut.may.includes(event) || (cut.anyOfClass && model.isPlace(event))),
  );
  const domains = open.flatMap((event) => model.domains[event] ?? []).filter(({ scope }) => model.judges(scope));
  const [only, another] = domains;
  if (only !== undefined && another === undefined && !everything && !cut.anyOfClass) return only.label;
  const scopes = SCOPES.filter((scope) => domains.some((domain) => domain.scope === scope));
  if (scopes.length > 0) return `any ${scopes.join(' or ')}`;
  // It stands somewhere, and no zone of the input has to be that place.
  return everything ? anyDomain(model) : 'a zone that the input does not show';
}

/** All that is judged: `any component or zone`. */
export function anyDomain(model: Analysis['model']): string {
  return `any ${SCOPES.filter((scope) => model.judges(scope)).join(' or ')}`;
}
