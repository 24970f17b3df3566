import type { Evidence, Finding } from '../../diagnostics';
import { findingId, wordsFor } from '../../diagnostics';
import type { ReportContext } from '../report-context';
import { type Block, renderBlock } from './block';
import { count, duration, list } from './layout';

/**
 * How a finding stands in a report: what is lost, the path that proves it, the change, and why it matters.
 *
 * @param goesOn - the one before is of the same rule and is repaired the same way: it has said both
 */
export function renderFinding(
  finding: Finding,
  functionsInAll: number,
  context: ReportContext,
  goesOn = false,
): readonly string[] {
  const proof = context.detail === 'verbose' ? hopNotes(finding.evidence) : pathNotes(finding.evidence);
  const block = blockOf(finding, functionsInAll, context, proof);
  return renderBlock(goesOn ? { ...block, notes: block.notes.filter(([label]) => !SHARED.includes(label)) } : block, context);
}

/** Notes that findings of one rule have in common. */
const SHARED: readonly string[] = ['fix', 'why'];

/** How `nospof explain rule:resource` shows it: every hop with the reason to believe it. */
export function renderFindingInFull(finding: Finding, functionsInAll: number, context: ReportContext): string {
  const block = blockOf(finding, functionsInAll, context, hopNotes(finding.evidence));
  return `${renderBlock({ ...block, notes: [...block.notes, ['id', findingId(finding)]] }, context).join('\n')}\n`;
}

function blockOf(finding: Finding, functionsInAll: number, context: ReportContext, proof: Block['notes']): Block {
  const { resource } = finding;
  const words = context.rules.find((rule) => rule.id === finding.rule);
  const world = Object.entries(finding.world).map(([name, value]) => `${name}=${value}`);
  const source = finding.source ?? words?.sources[0];
  const notes: [string, string][] = [
    [finding.effect === 'degraded' ? 'degrades' : CONCERNS[finding.category], loses(finding, functionsInAll)],
    ...proof.map(([label, text]): [string, string] => [label, text]),
    ...(finding.recovery === 'none' ? [] : ([['then', recovery(finding)]] as [string, string][])),
    ...(world.length === 0 ? [] : ([['with', list(world)]] as [string, string][])),
    ['fix', finding.fix],
    ...(words ? ([['why', `${words.why}${source === undefined ? '' : `   ${source}`}`]] as [string, string][]) : []),
  ];
  return {
    level: finding.severity,
    word: finding.severity,
    message: finding.message,
    code: finding.rule,
    ...(source !== undefined && { source }),
    place: resource,
    about: wordsFor(resource),
    notes,
  };
}

/** What a finding does to the functions it names; a fault in waiting does nothing until something else fails. */
const CONCERNS: Readonly<Record<Finding['category'], string>> = {
  SINGLE_POINT_OF_FAILURE: 'loses',
  SHARED_FATE: 'loses',
  EXCESSIVE_LOAD: 'overloads',
  EXCESSIVE_LATENCY: 'delays',
  MISCONFIGURATION_AND_BUGS: 'affects',
};

function loses(finding: Finding, functionsInAll: number): string {
  const lost = finding.loses.length;
  const share = functionsInAll > 1 && lost > 0 ? ` (${count(lost)} of ${count(functionsInAll)} functions)` : '';
  const names = lost === 0 ? '' : ` of ${list(finding.loses)}`;
  const event = finding.category === 'MISCONFIGURATION_AND_BUGS' ? '' : ` when ${finding.failureDomain} fails`;
  return `${finding.function}${names}${share}${event}`;
}

function recovery(finding: Finding): string {
  const time = finding.recoverySeconds === undefined ? '' : ` after ${duration(finding.recoverySeconds)}`;
  return finding.recovery === 'failover'
    ? `a standby takes over${time}`
    : `recreated by itself${time === '' ? ' in minutes' : time}`;
}

/** Hops that follow one another as chains: `LoadBalancer -> Service -> Nat`; separate chains on lines of their own. */
function pathNotes(evidence: readonly Evidence[]): Block['notes'] {
  const chains: string[][] = [];
  for (const hop of evidence) {
    const [from, to] = endsOf(hop);
    const chain = chains.at(-1);
    if (chain?.at(-1) === from) chain.push(to);
    else chains.push([from, to]);
  }
  const shown = chains
    .slice(0, MOST_CHAINS)
    .map((chain, index): [string, string] => [index === 0 ? 'path' : '', list(chain, ' -> ')]);
  const rest = chains.length - shown.length;
  return rest > 0 ? [...shown, ['', `and ${count(rest)} more`]] : shown;
}

const MOST_CHAINS = 3;

function hopNotes(evidence: readonly Evidence[]): Block['notes'] {
  return evidence.map((hop, index): [string, string] => {
    const place = hop.file === undefined ? '' : `   ${[hop.file, hop.line].filter((part) => part !== undefined).join(':')}`;
    return [index === 0 ? 'path' : '', `${endsOf(hop).join(' -> ')}: ${hop.because}${place}`];
  });
}

function endsOf({ from, to, fromNoun, toNoun }: Evidence): readonly [string, string] {
  const named = (name: string, noun: string | undefined) => (noun === undefined ? name : `${name} (${noun})`);
  return [named(from, fromNoun), named(to, toNoun)];
}
