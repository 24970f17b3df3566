import type { Analysis, Loss, Subject } from '../analysis';
import type { FunctionKind, Severity } from '../diagnostics';
import { ownSource } from './own-source';
import { CHECK_RULES, LOSS_RULES } from './registry';
import type { Draft, EvidenceDraft, LossRule } from './rule';
import { SETTINGS_RULES } from './settings';

/** Which kind a finding is filed under when one resource takes several functions away. */
const ORDER: readonly FunctionKind[] = ['serve', 'egress', 'recover', 'admin', 'auxiliary'];

/** All drafts of an analysis: one per rule and resource. */
export function applyRules(analysis: Analysis): readonly Draft[] {
  const drafts: Draft[] = [];
  const groups = new Map<string, { rule: LossRule; losses: Loss[] }>();
  const toldOtherwise = new Set(analysis.verdicts.losses.filter((loss) => !isPart(loss)).map(pairOf));
  for (const loss of analysis.verdicts.losses) {
    if (isPart(loss) && toldOtherwise.has(pairOf(loss))) continue;
    const rule = LOSS_RULES.find((candidate) => candidate.claims(loss, analysis));
    if (rule === undefined) continue;
    const key = `${rule.id}\u0000${whatFails(loss)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { rule, losses: [loss] });
    else group.losses.push(loss);
  }
  for (const { rule, losses } of groups.values()) drafts.push(toDraft(rule, losses, analysis));
  const checks = analysis.annotations.asksSettings === true ? [...CHECK_RULES, ...SETTINGS_RULES] : CHECK_RULES;
  for (const rule of checks) {
    for (const draft of rule.check(analysis)) {
      if (!analysis.model.judges(draft.scope)) continue;
      const source = draft.source ?? ownSource(rule, draft.subject);
      const severity = isSoft(draft.function, analysis) ? 'info' : draft.severity;
      drafts.push({ ...draft, rule, severity, ...(source === undefined ? {} : { source }) });
    }
  }
  return drafts;
}

/** The culprit; several that are one thing in the world fail as that. */
function whatFails({ culprit, domain: { scope }, event }: Loss): string {
  return scope === 'component' && culprit.facts.identity !== undefined ? String(event) : culprit.key;
}

/** What is one unit with its user, which is told of instead as far as it is lost too: a disk, the interface of a machine that people log in to. */
function isPart({ culprit: { facts }, function: { kind }, path }: Loss): boolean {
  // What clients call is the address itself.
  return facts.role === 'interface' ? kind !== 'serve' : facts.partOfUser === true && path.length > 1;
}

function pairOf({ function: { kind, name }, event }: Loss): string {
  return `${kind}\u0000${name}\u0000${event}`;
}

function toDraft(rule: LossRule, losses: readonly Loss[], analysis: Analysis): Draft {
  const kinds = new Set(losses.map((loss) => loss.function.kind));
  const kind = ORDER.find((candidate) => kinds.has(candidate)) ?? 'serve';
  // The story is told for the weightiest function, for what nothing brings back, and for the component before its zone.
  const ofKind = losses.filter((loss) => loss.function.kind === kind);
  const worst = ofKind.filter((loss) => severityOf(kind, recoveryFrom(loss), loss.culprit) === 'error');
  const told = worst.length > 0 ? worst : ofKind;
  const main = told.find((loss) => loss.domain.scope === 'component') ?? (told[0] as Loss);
  const { culprit } = main;
  const recovery = recoveryFrom(main);
  const seconds = culprit.facts.recovery?.seconds?.[1];
  const { message, fix } = rule.words(losses, analysis);
  return {
    rule,
    severity: isSoft(kind, analysis) ? 'info' : severityOf(kind, recovery, culprit),
    function: kind,
    loses: namesOf(ofKind),
    scope: main.domain.scope,
    recovery,
    ...(recovery === 'self-healing' && seconds !== undefined ? { recoverySeconds: seconds } : {}),
    subject: culprit,
    failureDomain: main.domain.label,
    message,
    fix: fix ?? (isNear(main) ? culprit.facts.fix : undefined) ?? rule.fix,
    evidence: evidenceOf(main.path, analysis),
    ...sourceOf(main),
  };
}

/** What a resource can be given against the loss of a node or a zone is of no use when its region goes. */
function isNear({ domain: { scope } }: Loss): boolean {
  return scope === 'component' || scope === 'zone';
}

/** What is made again by itself is made again where it was: not while its zone is lost. */
function recoveryFrom({ culprit, domain }: Loss): Draft['recovery'] {
  return culprit.facts.recovery?.kind === 'self-healing' && domain.scope === 'component' ? 'self-healing' : 'none';
}

/** How a resource fails is said of its service; what the loss of a region or a provider means is said of them. */
function sourceOf({ culprit: { facts }, domain: { scope } }: Loss): Pick<Draft, 'source'> {
  const isOwn = (scope === 'component' || scope === 'zone') && facts.source.startsWith('https://');
  return isOwn ? { source: facts.source } : {};
}

/** What offers the way out of all that stands in it. */
const OF_ALL: ReadonlySet<string> = new Set(['network', 'subnet']);

/** What is lost, by name. A network stands for all that may call out of it, so it is left out where callers are named. */
function namesOf(losses: readonly Loss[]): readonly string[] {
  const callers = losses.filter(({ function: { subject } }) => !OF_ALL.has(subject.facts.role));
  return [...new Set((callers.length > 0 ? callers : losses).map((loss) => loss.function.name))].sort();
}

/** Somebody said that the way out is not needed to serve. */
function isSoft(kind: FunctionKind, { annotations }: Analysis): boolean {
  return kind === 'egress' && annotations.egressIsSoft === true;
}

function severityOf(kind: FunctionKind, recovery: Draft['recovery'], { facts }: Subject): Severity {
  // The only copy of data is lost for good, whoever reads it.
  if (kind === 'auxiliary' && facts.keepsData === true && recovery === 'none') return 'error';
  if (kind === 'admin' || kind === 'auxiliary') return 'info';
  if (kind === 'egress' || kind === 'recover') return 'warning';
  return recovery === 'none' ? 'error' : 'warning';
}

/** One hop per pair of neighbours on the path; names that occur twice on it come with what bears them. */
function evidenceOf(path: readonly Subject[], { dependencies, network }: Analysis): EvidenceDraft[] {
  const hops: EvidenceDraft[] = [];
  const isShared = (subject: Subject) => path.some((other) => other !== subject && other.resource.id === subject.resource.id);
  for (const [index, from] of path.entries()) {
    const to = path[index + 1];
    if (to === undefined) break;
    const known = dependencies.of(from).filter((candidate) => candidate.to === to);
    // Of several reasons the one for which it cannot serve.
    const dependency = known.find(({ kind }) => kind === 'hard' || kind === 'choice') ?? known[0];
    const hop = {
      from: from.resource.id,
      to: to.resource.id,
      ...(isShared(from) && { fromNoun: from.facts.noun }),
      ...(isShared(to) && { toNoun: to.facts.noun }),
    };
    if (dependency !== undefined) hops.push({ ...hop, because: dependency.because, seenIn: dependency.seenIn });
    else if (dependencies.membersOf(from).includes(to))
      hops.push({ ...hop, because: `"${to.resource.id}" is a member of it`, seenIn: to });
    else {
      const route = network.routeThrough(to);
      if (route === undefined) hops.push({ ...hop, because: 'it runs there', seenIn: from });
      else hops.push({ ...hop, because: `route "${route.resource.id}" leads there`, seenIn: route });
    }
  }
  return hops;
}
