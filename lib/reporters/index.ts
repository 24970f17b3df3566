/**
 * Assessments as text for people and as data for machines, one file per format, each loaded when it is asked for.
 * Reporters see the Assessment, the words of the rules and single source lines; never the analysis, the readers or the
 * disk. Start with `formats.ts`, then `text.ts`.
 */

export type { ChangeReport, NamedAssessment } from './change/change-report';
export { toChangeReport } from './change/change-report';
export type { ChangeFormat, ChangeReporter } from './change/formats';
export { CHANGE_FORMATS, changeReporterFor, renderChangeNumbers } from './change/formats';
export type { Format, Reporter } from './formats';
export { FORMATS, reporterFor } from './formats';
export { renderHtml } from './render-html';
export type { ReportContext, RuleWords } from './report-context';
export { PLAIN_CONTEXT } from './report-context';
export { renderFindingInFull } from './text/finding';
export { plain as safeText } from './text/plain';
export { renderProblems } from './text/problem';
export { renderRule } from './text/rule';
export { renderSummary } from './text/summary';
