import { readFileSync } from 'node:fs';
import { type Assessment, type Finding, InputError, matched, type Problem, type Severity, weight } from '../diagnostics';

/** A finding that was there when the baseline was written. */
interface Entry {
  readonly rule: string;
  readonly severity: Severity;
  readonly resource: { readonly id: string; readonly type: string; readonly stack?: string };
}

/** Findings that a team lives with for now: counted, and no reason to fail. */
export interface Baseline {
  /** As the user named it. */
  readonly file: string;
  readonly entries: readonly Entry[];
}

const HINT = 'write one with "nospof check --write-baseline FILE", or name a saved JSON report';

/**
 * Reads a baseline, or a saved JSON report, whose open findings then are the baseline.
 *
 * @throws {InputError} the file cannot be read, or is neither
 */
export function readBaseline(file: string): Baseline {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return refuse(
      'unreadable-baseline',
      `baseline "${file}" ${code === 'ENOENT' ? 'does not exist' : `cannot be read (${message})`}`,
    );
  }
  let found: unknown;
  try {
    found = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refuse('unreadable-baseline', `baseline "${file}" is not JSON: ${(error as Error).message}`);
  }
  const { version, findings } = (typeof found === 'object' && found !== null ? found : {}) as Record<string, unknown>;
  if (version !== 1 || !Array.isArray(findings)) {
    return refuse('unreadable-baseline', `baseline "${file}" has no list "findings" of version 1`);
  }
  const faulty = findings.findIndex((entry) => !isEntry(entry));
  if (faulty >= 0)
    return refuse('unreadable-baseline', `"findings[${faulty}]" of baseline "${file}" has no rule, severity or resource`);
  return { file, entries: (findings as (Entry & Pick<Finding, 'acknowledged'>)[]).filter(isHeld) };
}

/** What a report says is accepted for another reason needs no baseline. */
function isHeld({ acknowledged }: Pick<Finding, 'acknowledged'>): boolean {
  return acknowledged === undefined || acknowledged.baseline === true;
}

function isEntry(entry: unknown): entry is Entry {
  const { rule, severity, resource } = (entry ?? {}) as Partial<Entry>;
  const { id, type } = resource ?? {};
  return (
    typeof rule === 'string' && typeof id === 'string' && typeof type === 'string' && SEVERITIES.includes(severity as Severity)
  );
}

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

function refuse(code: string, message: string): never {
  throw new InputError([{ code, fatal: true, message, hint: HINT }]);
}

/** The file of a baseline: the findings that nobody has acknowledged, without what moves (lines, words, paths). */
export function baselineOf({ findings }: Assessment): string {
  const entries = findings.filter(isHeld).map(({ rule, severity, resource: { id, type, stack } }): Entry => {
    return { rule, severity, resource: { id, type, ...(stack !== undefined && { stack }) } };
  });
  return `${JSON.stringify({ version: 1, findings: entries }, undefined, 2)}\n`;
}

/**
 * Marks the findings that are in the baseline, and reports its entries that match nothing any more.
 *
 * A finding that weighs more than it did then is not what was agreed to, and stays open.
 */
export function applyBaseline(assessment: Assessment, { file, entries }: Baseline): Assessment {
  const pairs = matched<Entry, Finding>(entries, assessment.findings, ({ rule, resource }) => [rule, resource]);
  const seen = new Set(pairs.values());
  const stale = entries.filter((entry) => !seen.has(entry));
  return {
    ...assessment,
    findings: assessment.findings.map((finding) => {
      const entry = pairs.get(finding);
      if (entry === undefined || finding.acknowledged || weight(finding) > weight(entry)) return finding;
      return { ...finding, acknowledged: { reason: `in the baseline ${file}`, baseline: true } };
    }),
    problems: [...assessment.problems, ...(stale.length === 0 ? [] : [staleEntries(stale, file)])],
  };
}

const MOST_NAMES = 10;

function staleEntries(stale: readonly Entry[], file: string): Problem {
  const names = stale.slice(0, MOST_NAMES).map(({ rule, resource }) => `${rule}:${resource.id}`);
  const rest = stale.length - names.length;
  const list = `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return {
    code: 'stale-baseline',
    fatal: false,
    message: `${stale.length === 1 ? '1 entry' : `${stale.length} entries`} of baseline "${file}" match${stale.length === 1 ? 'es' : ''} no finding any more: ${list}`,
    hint: `take them out: nospof check … --baseline ${file} --write-baseline ${file}`,
  };
}
