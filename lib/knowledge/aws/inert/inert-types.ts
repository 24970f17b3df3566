import type { Facts, FactTable, Locality, Role } from '../../fact';
import { checked } from '../checked';

/** Says which planes of a service configure it, and that what already runs does not need them. */
const planes =
  'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/control-planes-and-data-planes.html';

/** Facts of types whose loss takes nothing away from what already runs, from the noun of each. */
export function inertTypes(
  role: Role,
  nouns: Readonly<Record<string, string>>,
  source = planes,
  locality: Locality = 'region',
): FactTable {
  const facts: Record<string, Facts> = {};
  for (const [type, noun] of Object.entries(nouns)) facts[type] = { noun, role, locality, inert: true, source, checked };
  return facts;
}
