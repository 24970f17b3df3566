import type { FactTable } from './fact';

/** Tables about everything but CloudFormation's types; loaded when such a type is met, since most systems have none. */
export function beyondAws(): readonly FactTable[] {
  const { google } = require('./google') as typeof import('./google');
  const { kubernetes } = require('./kubernetes') as typeof import('./kubernetes');
  const { terraform } = require('./terraform') as typeof import('./terraform');
  return [...google, kubernetes, terraform];
}
