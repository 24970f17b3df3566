import type { Assessment } from '../../diagnostics';
import { printJson } from '../json';
import type { ChangeReport, NamedAssessment } from './change-report';

/** Version 1 of the JSON comparison; fields may be added, never changed. */
export function renderChangeJson({ base, head, change, problems }: ChangeReport): string {
  const { broughtIn, takenAway, stillThere, acknowledged, unproven } = change;
  return printJson({
    version: 1,
    base: sideOf(base),
    head: sideOf(head),
    summary: {
      broughtIn: broughtIn.length,
      takenAway: takenAway.length,
      stillThere: stillThere.length,
      acknowledged: acknowledged.length,
    },
    broughtIn: broughtIn.map(({ finding, was }) => ({ ...finding, ...(was !== undefined && { was }) })),
    takenAway,
    stillThere,
    acknowledged,
    unproven,
    problems,
  });
}

function sideOf({ label, assessment: { system, summary } }: NamedAssessment): {
  readonly label: string;
  readonly system: Assessment['system'];
  readonly summary: Assessment['summary'];
} {
  return { label, system, summary };
}
