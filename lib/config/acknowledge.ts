import { type Assessment, didYouMean, type Finding, isNamed, type Problem, type Unproven } from '../diagnostics';
import type { Acknowledgement, Config } from './config';
import { isDay } from './scalars';

export interface AcknowledgeOptions {
  /** The day of the run, `2026-11-22`: a clock is an argument, so that equal input gives equal output. */
  readonly today: string;
  /** Ids of all rules, for a word about an unknown one. */
  readonly rules: readonly string[];
}

/**
 * Marks the findings and the open questions that nospof.yaml accepts and reports the entries that accept nothing or no longer hold.
 *
 * @returns the same assessment with `acknowledged` on what matches and the new problems behind the old ones
 */
export function acknowledge(given: Assessment, config: Config, options: AcknowledgeOptions): Assessment {
  const { assessment, problems } = withoutExpired(given, options.today);
  const inForce: Acknowledgement[] = [];
  config.acknowledgements.forEach((entry, index) => {
    const matches =
      assessment.findings.some((finding) => accepts(entry, finding)) ||
      assessment.unproven.some((open) => acceptsOpen(entry, open));
    const problem = complaint(entry, matches, options);
    const at = config.positions[`acknowledgements[${index}]`];
    if (problem) problems.push(at ? { ...problem, at } : problem);
    if (!isExpired(entry, options.today)) inForce.push(entry);
  });
  return {
    ...assessment,
    findings: assessment.findings.map((finding) => mark(finding, inForce, accepts)),
    unproven: assessment.unproven.map((open) => mark(open, inForce, acceptsOpen)),
    problems: [...assessment.problems, ...problems],
  };
}

/** What the input itself accepts can expire as well; the engine, which knows no day, takes it as it stands. */
function withoutExpired(
  assessment: Assessment,
  today: string,
): { readonly assessment: Assessment; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const findings = assessment.findings.map((finding) => {
    const { until } = finding.acknowledged ?? {};
    if (until === undefined || (isDay(until) && until >= today)) return finding;
    const { acknowledged: _, ...open } = finding;
    problems.push(outdated(finding, until));
    return open;
  });
  return { assessment: { ...assessment, findings }, problems };
}

function outdated({ rule, resource: { id, file, line, column } }: Finding, until: string): Problem {
  const name = `${rule}:${id}`;
  return {
    code: 'expired-acknowledgement',
    fatal: false,
    message: isDay(until)
      ? `acknowledgement "${name}" expired on ${until}`
      : `acknowledgement "${name}" holds until "${until}", which is no day such as 2027-03-31`,
    hint: 'repair the finding, or decide again and set a later "until"',
    ...(line !== undefined && { at: { file, line, column: column ?? 1 } }),
  };
}

function mark<T extends Finding | Unproven>(
  given: T,
  entries: readonly Acknowledgement[],
  covers: (entry: Acknowledgement, given: T) => boolean,
): T {
  const entry = entries.find((candidate) => covers(candidate, given));
  if (!entry || given.acknowledged) return given;
  const { reason, until, owner } = entry;
  return { ...given, acknowledged: { reason, ...(until && { until }), ...(owner && { by: owner }) } };
}

/** What stands in the place of a rule where an open question is accepted. */
const UNPROVEN = 'unproven';

function acceptsOpen(entry: Acknowledgement, { resource, of }: Unproven): boolean {
  return entry.rule === UNPROVEN && (resource === undefined ? entry.resource === of : isNamed(resource, entry.resource));
}

function accepts(entry: Acknowledgement, finding: Finding): boolean {
  return entry.rule === finding.rule && isNamed(finding.resource, entry.resource);
}

/** Days compare as text: year, month and day have fixed widths. */
function isExpired(entry: Acknowledgement, today: string): boolean {
  return entry.until !== undefined && entry.until < today;
}

function complaint(entry: Acknowledgement, matches: boolean, options: AcknowledgeOptions): Problem | undefined {
  const name = `${entry.rule}:${entry.resource}`;
  const rules = [...options.rules, UNPROVEN];
  if (!rules.includes(entry.rule)) {
    return {
      code: 'unknown-rule',
      fatal: false,
      message: `unknown rule "${entry.rule}" in an acknowledgement${didYouMean(entry.rule, rules)}`,
      hint: '"nospof explain" lists the rules',
    };
  }
  if (!matches) {
    return {
      code: 'unused-acknowledgement',
      fatal: false,
      message: `acknowledgement "${name}" matches no finding`,
      hint: 'remove it, or correct the rule or the resource (logical id, stack/id or construct path)',
    };
  }
  if (isExpired(entry, options.today)) {
    return {
      code: 'expired-acknowledgement',
      fatal: false,
      message: `acknowledgement "${name}" expired on ${entry.until}`,
      hint: 'repair the finding, or decide again and set a later "until"',
    };
  }
  return undefined;
}
