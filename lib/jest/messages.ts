import { RULES } from '../assess';
import type { Assessment, Finding } from '../diagnostics';
import { PLAIN_CONTEXT, type ReportContext, renderSummary, reporterFor } from '../reporters';
import type { Judged } from './judged';

/** What speaks against a promise. */
export interface Objections {
  readonly findings: readonly Finding[];
  /** Questions that are open, and how many may be. */
  readonly unproven: number;
  readonly mostUnproven: number;
  /** Nothing in it offers a function. */
  readonly isEmpty: boolean;
}

/** A test runner puts its own indent in front. */
const WIDTH = 110;

/** The message of a failure: what was promised, what speaks against it, and the text report of just that. */
export function explainFailure({ assessment, name, folder }: Judged, promise: string, objections: Objections): string {
  const shown: Assessment = { ...assessment, findings: objections.findings };
  const report = reporterFor('text')(shown, context());
  return `expected ${name} ${promise}, but ${reasons(objections).join(', and ')}\n\n${withoutFolder(report, folder).trimEnd()}`;
}

/** The message where a loss was expected and none is found. */
export function explainPass({ assessment, name }: Judged, opposite: string, { unproven }: Objections): string {
  const doubt = unproven === 0 ? '' : `; what is unproven is not lost (${unproven})`;
  const summary = renderSummary({ ...assessment, findings: [] }, context()).join('\n');
  return `expected ${name} ${opposite}, but nothing of the kind is found${doubt}\n\n${summary}`;
}

function reasons({ findings, unproven, mostUnproven, isEmpty }: Objections): readonly string[] {
  const open = mostUnproven === 0 ? 'expected a proof' : `expected at most ${mostUnproven}`;
  return [
    ...(findings.length === 0
      ? []
      : [findings.length === 1 ? '1 finding says otherwise' : `${findings.length} findings say otherwise`]),
    ...(unproven <= mostUnproven ? [] : [`${unproven} ${unproven === 1 ? 'question is' : 'questions are'} open (${open})`]),
    ...(isEmpty ? ['nothing in it offers a function, so that nothing was judged'] : []),
  ];
}

/** No source lines: a template of the CDK says less than the construct path does. */
function context(): ReportContext {
  return { ...PLAIN_CONTEXT, rules: RULES, width: WIDTH };
}

/** The cloud assembly of a test lies in a temporary folder, whose name is another one each time. */
function withoutFolder(report: string, folder: string): string {
  return folder === '' ? report : report.replaceAll(`${folder.replaceAll('\\', '/')}/`, '');
}
