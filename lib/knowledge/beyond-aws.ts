import type { FactTable } from './fact';

/** Tables about everything but CloudFormation's types; loaded when such a type is met, since most systems have none. */
export function beyondAws(): readonly FactTable[] {
  return [
    (require('./google') as typeof import('./google')).google,
    (require('./kubernetes') as typeof import('./kubernetes')).kubernetes,
    (require('./terraform') as typeof import('./terraform')).terraform,
  ];
}
