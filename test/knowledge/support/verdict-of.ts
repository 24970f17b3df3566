import { analyze } from '../../../lib/analysis';
import { aws, Knowledge } from '../../../lib/knowledge';
import { network, type Resources, systemOf } from './system-of';

const knowledge = new Knowledge(aws);

/** What the engine says of a system: who is lost and with what, and whose fate is open. */
export interface Verdict {
  /** `Db with component`, `Db with zone`; sorted, without repeats. */
  readonly lost: readonly string[];
  readonly open: readonly string[];
  readonly unknownTypes: readonly string[];
}

/** Judges resources that stand in the network of {@link network}. */
export function verdictOf(resources: Resources): Verdict {
  const { verdicts, subjects } = analyze(systemOf({ ...network, ...resources }), knowledge);
  return {
    lost: unique(
      verdicts.losses
        // What is lost alone is lost with whichever zone it stands in: where that has no name it goes without saying.
        .filter(({ culprit, domain }) => domain.zone?.unknown === undefined || !verdicts.lostAlone.has(culprit))
        .map(({ culprit, domain }) => `${culprit.resource.id} with ${domain.scope}`),
    ),
    open: unique(verdicts.doubts.map(({ subject }) => subject.resource.id)),
    unknownTypes: [...subjects.unknownTypes.keys()],
  };
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
