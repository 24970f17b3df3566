import { type Assessment, type Finding, findingId } from '../diagnostics';
import { escapeMarkup } from './escape';
import { reportPath } from './fingerprint';
import { count } from './text/layout';
import { becauseOf, type Cause, causesOf, tellsOf } from './unproven-causes';

/**
 * JUnit XML as build servers read it. One case per failure domain that takes nothing away (passed), per finding (failed;
 * information passes with its words), per accepted finding and per open question (skipped, with the reason).
 */
export function renderJunit(assessment: Assessment): string {
  const { findings, unproven, topology, summary } = assessment;
  const safe = topology.domains.filter(({ label, lost, unproven: open }) => {
    return lost.length + open.length === 0 && !findings.some(({ failureDomain }) => failureDomain === label);
  });
  const suites = [
    suite('findings', findings.map(findingCase)),
    suite('unproven', causesOf(unproven).map(unprovenCase)),
    suite(
      'failure domains',
      safe.map(({ label }) => ({ className: 'nospof.survives', name: `${label}: nothing is lost` })),
    ),
    suite('numbers', [
      {
        className: 'nospof',
        name: `${count(summary.functions)} functions under the loss of ${count(summary.failureDomains)} failure domains`,
        output: `${count(summary.survives)} survive, ${count(summary.lost)} lost, ${count(summary.unproven)} unproven`,
      },
    ]),
  ].filter(({ tests }) => tests > 0);
  const sum = (of: 'tests' | 'failures' | 'skipped') => suites.reduce((total, one) => total + one[of], 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${attributes({ name: 'nospof', tests: sum('tests'), failures: sum('failures'), errors: 0, time: 0 })}>
${suites.map(({ markup }) => markup).join('\n')}
</testsuites>
`;
}

interface Case {
  readonly className: string;
  readonly name: string;
  readonly file?: string;
  readonly failure?: { readonly type: string; readonly message: string; readonly text: string };
  readonly skipped?: string;
  readonly output?: string;
}

function suite(name: string, cases: readonly Case[]) {
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const skipped = cases.filter((one) => one.skipped !== undefined).length;
  const head = attributes({ name, tests: cases.length, failures, errors: 0, skipped, time: 0 });
  return {
    tests: cases.length,
    failures,
    skipped,
    markup: `  <testsuite ${head}>\n${cases.map(markupOf).join('\n')}\n  </testsuite>`,
  };
}

function markupOf({ className, name, failure, skipped, output }: Case): string {
  const parts = [
    ...(skipped === undefined ? [] : [`<skipped ${attributes({ message: skipped })}/>`]),
    ...(failure === undefined
      ? []
      : [`<failure ${attributes({ message: failure.message, type: failure.type })}>${lines(failure.text)}</failure>`]),
    ...(output === undefined ? [] : [`<system-out>${lines(output)}</system-out>`]),
  ];
  const head = attributes({ classname: className, name, time: 0 });
  return parts.length === 0
    ? `    <testcase ${head}/>`
    : `    <testcase ${head}>\n${parts.map((part) => `      ${part}`).join('\n')}\n    </testcase>`;
}

function findingCase(finding: Finding): Case {
  const { message, severity, acknowledged, resource } = finding;
  const base = { className: `nospof.${finding.rule}`, name: `${resource.path ?? resource.id} (${finding.failureDomain})` };
  const words = textOf(finding);
  if (acknowledged !== undefined) return { ...base, skipped: `acknowledged: ${acknowledged.reason}`, output: words };
  if (severity === 'info') return { ...base, output: `${message}\n${words}` };
  return { ...base, failure: { type: severity, message, text: words } };
}

function textOf(finding: Finding): string {
  const { resource, evidence } = finding;
  return [
    `${reportPath(resource.file)}${resource.line === undefined ? '' : `:${resource.line}`}`,
    `${finding.function}${finding.loses.length === 0 ? '' : ` of ${finding.loses.join(', ')}`} when ${finding.failureDomain} fails`,
    ...evidence.map(({ from, to, because }) => `${from} -> ${to}: ${because}`),
    `fix: ${finding.fix}`,
    `id: ${findingId(finding)}`,
  ].join('\n');
}

function unprovenCase(cause: Cause): Case {
  const because = becauseOf(cause);
  const tell = tellsOf(cause).join('; ');
  const open = cause.map((entry) => `${entry.function} of ${entry.of} (${entry.failureDomain})`);
  return {
    className: 'nospof.unproven',
    name: because,
    skipped: tell === '' ? because : `tell nospof: ${tell}`,
    output: `open for ${open.join(', ')}`,
  };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeMarkup(String(value))}"`)
    .join(' ');
}

/** Lines of our own making; each is escaped, so that a line from an input stays one line. */
function lines(text: string): string {
  return text.split('\n').map(escapeMarkup).join('\n');
}
