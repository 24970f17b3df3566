import { Fault } from './fault';

interface NearMiss {
  readonly is: RegExp;
  readonly name: string;
  readonly instead: string;
}

/** What people give in place of what the same tool writes for other programs; told by what only that text holds. */
const NEAR_MISSES: readonly NearMiss[] = [
  {
    is: /^\s*\{"@level":"/,
    name: 'the log of "terraform plan -json"',
    instead: 'give the output of "terraform show -json PLANFILE"',
  },
  {
    // So far and no further: a text of braces alone would be gone through once for each.
    is: /\{\{-?[^{}]{0,200}?(\.(Values|Release|Chart|Capabilities|Files)\b|\b(include|toYaml|template) )/,
    name: 'a Helm template that is not rendered',
    instead: 'give the output of "helm template"',
  },
];

/** The fault itself, or one at the same place that says what the text is instead. */
export function orNearMiss(fault: Fault, text: string): Fault {
  const found = NEAR_MISSES.find(({ is }) => is.test(text));
  return found === undefined ? fault : new Fault(fault.code, `the text is ${found.name}`, found.instead, fault.offset);
}
