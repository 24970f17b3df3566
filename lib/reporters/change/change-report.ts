import { type Assessment, type Change, compareAssessments, type Problem } from '../../diagnostics';

/** One side of a comparison, with the name a person gave it. */
export interface NamedAssessment {
  readonly label: string;
  readonly assessment: Assessment;
}

/** A comparison as reports see it. */
export interface ChangeReport {
  readonly base: NamedAssessment;
  readonly head: NamedAssessment;
  readonly change: Change;
  /** Those of the head, and what the base did not have at all. */
  readonly problems: readonly Problem[];
}

/** Compares two sides. What nospof.yaml does not match in the base is old news. */
export function toChangeReport(base: NamedAssessment, head: NamedAssessment): ChangeReport {
  const absent = base.assessment.problems.filter(({ code }) => code === 'absent-path');
  return {
    base,
    head,
    change: compareAssessments(base.assessment, head.assessment),
    problems: [...absent, ...head.assessment.problems],
  };
}
