import { type Assessment, type Finding, findingId, type Problem, type ResourceRef } from '../diagnostics';
import { fingerprints, reportPath } from './fingerprint';
import type { ReportContext, RuleWords } from './report-context';
import { plain } from './text/plain';
import { becauseOf, causesOf, tellsOf } from './unproven-causes';

/**
 * SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 *
 * Findings are results, acknowledged ones suppressed results. What is unproven is a notification of the run and not a
 * result, because services show every result as an alert about the code.
 */
export function renderSarif(assessment: Assessment, { rules, version }: ReportContext): string {
  const used = [...new Set(assessment.findings.map(({ rule }) => rule))].sort();
  const prints = fingerprints(assessment.findings);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'nospof',
            ...(version === '' ? {} : { version, semanticVersion: version }),
            rules: used.map((id) => ruleOf(id, rules, assessment.findings)),
          },
        },
        invocations: [invocationOf(assessment)],
        columnKind: 'utf16CodeUnits',
        results: assessment.findings.map((finding, index) => resultOf(finding, used.indexOf(finding.rule), prints[index] ?? '')),
        properties: { survive: assessment.system.survive, world: assessment.system.world, summary: assessment.summary },
      },
    ],
  };
  return `${JSON.stringify(log, (_, value: unknown) => (typeof value === 'string' ? plainLines(value) : value), 2)}\n`;
}

function plainLines(text: string): string {
  return text.split('\n').map(plain).join('\n');
}

/** A message string of the specification: braces are doubled (3.11.5), and what looks like a link is none (3.11.6). */
function words(text: string): { readonly text: string } {
  return { text: text.replace(/[{}]/g, '$&$&').replace(/\[(?=[^\]]*\]\()/g, '\\[') };
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

function ruleOf(id: string, rules: readonly RuleWords[], findings: readonly Finding[]) {
  const rule = rules.find((candidate) => candidate.id === id);
  const of = findings.filter((finding) => finding.rule === id);
  const worst =
    (['error', 'warning', 'info'] as const).find((severity) => of.some((finding) => finding.severity === severity)) ?? 'warning';
  const category = rule?.category ?? of[0]?.category ?? 'SINGLE_POINT_OF_FAILURE';
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: words(sentence(rule?.title ?? id)),
    ...(rule === undefined ? {} : { fullDescription: words(sentence(rule.why)), help: helpOf(rule) }),
    ...(rule?.sources[0] === undefined ? {} : { helpUri: rule.sources[0] }),
    defaultConfiguration: { level: LEVELS[worst] },
    properties: {
      tags: ['reliability', category],
      precision: 'very-high',
      'problem.severity': worst === 'info' ? 'recommendation' : worst,
    },
  };
}

function helpOf({ why, how, fix, sources }: RuleWords) {
  const parts = [
    ['Why it matters', why],
    ['How it is decided', how],
    ['How to fix it', fix],
  ] as const;
  return {
    ...words([...parts.map(([title, said]) => `${title}: ${sentence(said)}`), ...sources].join('\n')),
    markdown: [
      ...parts.map(([title, said]) => `**${title}.** ${sentence(said)}`),
      sources.map((source) => `- <${source}>`).join('\n'),
    ].join('\n\n'),
  };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

function resultOf(finding: Finding, ruleIndex: number, print: string) {
  const { resource, acknowledged, evidence } = finding;
  const steps = evidence.filter(({ file }) => file !== undefined);
  const { category, function: offered, loses, scope, recovery, recoverySeconds, failureDomain, world } = finding;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: words(`${finding.message}. To fix it: ${finding.fix}.`),
    locations: [{ ...locationOf(resource), logicalLocations: [logicalOf(resource)] }],
    ...(steps.length === 0
      ? {}
      : {
          codeFlows: [
            {
              message: words('the dependencies that prove it'),
              threadFlows: [
                {
                  locations: steps.map((hop) => ({
                    location: {
                      ...locationOf({ file: hop.file ?? '', line: hop.line }),
                      message: words(`${hop.from} -> ${hop.to}: ${hop.because}`),
                    },
                  })),
                },
              ],
            },
          ],
        }),
    // The second name is the one that GitHub follows an alert by.
    partialFingerprints: { 'nospofFinding/v1': print, primaryLocationLineHash: print.includes(':') ? print : `${print}:1` },
    ...(acknowledged === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: justification(acknowledged) }] }),
    properties: {
      id: findingId(finding),
      category,
      function: offered,
      loses,
      scope,
      recovery,
      ...(recoverySeconds === undefined ? {} : { recoverySeconds }),
      failureDomain,
      world,
      fix: finding.fix,
    },
  };
}

function justification({ reason, until, by }: NonNullable<Finding['acknowledged']>): string {
  return [reason, ...(until === undefined ? [] : [`until ${until}`]), ...(by === undefined ? [] : [`by ${by}`])].join('; ');
}

function logicalOf({ id, path, type }: ResourceRef) {
  return { name: id, fullyQualifiedName: path ?? id, kind: 'resource', properties: { type } };
}

function locationOf({
  file,
  line,
  column,
}: {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}) {
  const region =
    line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } };
}

/** A file as a URI reference: relative to where nospof was run, or an absolute `file:` one. */
function uriOf(file: string): string {
  const path = reportPath(file);
  const encoded = path
    .split('/')
    .map((part) =>
      encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, '\ufffd'))
        .replace(/%40/g, '@')
        .replace(/%2B/gi, '+'),
    )
    .join('/');
  if (/^[A-Za-z]%3A\//.test(encoded)) return `file:///${encoded.replace('%3A', ':')}`;
  return encoded.startsWith('/') ? `file://${encoded}` : encoded;
}

function invocationOf({ problems, unproven, unknownTypes }: Assessment) {
  const types = Object.entries(unknownTypes).map(([type, number]) => `${type} (${number})`);
  return {
    executionSuccessful: !problems.some(({ fatal }) => fatal),
    toolConfigurationNotifications: problems.map(problemNotification),
    toolExecutionNotifications: [
      ...causesOf(unproven).map((cause) => ({
        descriptor: { id: 'unproven' },
        level: 'note',
        message: words(
          `unproven for ${cause.length} of what the system offers: ${becauseOf(cause)}. Tell nospof: ${tellsOf(cause).join('; ')}`,
        ),
        ...(cause[0].resource === undefined ? {} : { locations: [locationOf(cause[0].resource)] }),
      })),
      ...(types.length === 0
        ? []
        : [
            {
              descriptor: { id: 'unknown-types' },
              level: 'note',
              message: words(`no facts for resource types: ${types.join(', ')}`),
            },
          ]),
    ],
  };
}

function problemNotification({ code, fatal, message, hint, at }: Problem) {
  return {
    descriptor: { id: code },
    level: fatal ? 'error' : 'warning',
    message: words(`${message}; ${hint}`),
    ...(at === undefined ? {} : { locations: [locationOf(at)] }),
  };
}
