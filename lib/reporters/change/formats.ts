import type { ReportContext } from '../report-context';
import type { ChangeReport } from './change-report';

/** Renders a comparison, final line break included. */
export type ChangeReporter = (report: ChangeReport, context: ReportContext) => string;

interface FormatEntry {
  readonly about: string;
  readonly load: () => ChangeReporter;
}

/** Every `--format` of `nospof diff`. */
export const CHANGE_FORMATS = {
  text: { about: 'for people', load: () => (require('./text') as typeof import('./text')).renderChangeText },
  json: { about: 'for programs, version 1', load: () => (require('./json') as typeof import('./json')).renderChangeJson },
  markdown: {
    about: 'for a comment on a pull request',
    load: () => (require('./markdown') as typeof import('./markdown')).renderChangeMarkdown,
  },
} as const satisfies Readonly<Record<string, FormatEntry>>;

export type ChangeFormat = keyof typeof CHANGE_FORMATS;

export function changeReporterFor(format: ChangeFormat): ChangeReporter {
  return CHANGE_FORMATS[format].load();
}

/** The last lines of the text: what was compared, and the result, in numbers. */
export function renderChangeNumbers(report: ChangeReport, context: ReportContext): readonly string[] {
  return (require('./text') as typeof import('./text')).renderChangeNumbers(report, context);
}
