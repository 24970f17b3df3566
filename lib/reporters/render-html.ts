import type { Assessment } from '../diagnostics';
import { reporterFor } from './formats';
import { PLAIN_CONTEXT, type ReportContext } from './report-context';

/** The HTML page of an assessment, or of a saved JSON report; with a context it holds the words of the rules too. */
export function renderHtml(assessment: Assessment, context: ReportContext = PLAIN_CONTEXT): string {
  return reporterFor('html')(assessment, context);
}
