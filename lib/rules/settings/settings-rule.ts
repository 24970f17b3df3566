import type { FunctionKind } from '../../diagnostics';
import { type CheckRule, defineCheckRule, type Rule } from '../rule';

/** What a rule of the settings pack says; its facts are the settings whose kind is its id. */
export interface SettingsRule extends Rule {
  /** What the resource is, after its name: `can be deleted by one call`. */
  readonly state: string;
  /** What is at stake. */
  readonly function: FunctionKind;
}

/** What findings about settings have in common. */
const OF_SETTINGS = {
  severity: 'info',
  unknown:
    'a value that is not known makes no finding; a setting that is absent counts as its default in CloudFormation templates and Kubernetes manifests only',
};

/** A rule about one kind of setting: one finding for each resource that has it wrong, as information. */
export function defineSettingsRule({
  state,
  function: atStake,
  ...rule
}: Omit<SettingsRule, keyof typeof OF_SETTINGS>): CheckRule {
  return defineCheckRule({
    ...rule,
    ...OF_SETTINGS,
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
