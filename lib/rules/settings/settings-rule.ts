import type { FunctionKind } from '../../diagnostics';
import { type CheckRule, defineCheckRule, type Rule } from '../rule';

/** What a rule of the settings pack says; its facts are the settings whose kind is its id. */
export interface SettingsRule extends Rule {
  /** What the resource is, after its name: `can be deleted by one call`. */
  readonly state: string;
  /** What is at stake. */
  readonly function: FunctionKind;
}

/** A rule about one kind of setting: one finding for each resource that has it wrong, as information. */
export function defineSettingsRule({ state, function: atStake, ...rule }: SettingsRule): CheckRule {
  return defineCheckRule({
    ...rule,
    *check({ subjects, settings }) {
      for (const subject of subjects) {
        const wrong = settings.wrong(subject, rule.id);
        if (wrong.length === 0) continue;
        const { id } = subject.resource;
        yield {
          severity: 'info',
          function: atStake,
          loses: [id],
          scope: 'component',
          recovery: 'none',
          subject,
          failureDomain: `component ${id}`,
          message: `${subject.facts.noun} "${id}" ${state}: ${wrong.map(({ found, expected }) => `${found}, expected ${expected}`).join('; ')}`,
          fix: rule.fix,
          evidence: [],
        };
      }
    },
  });
}
