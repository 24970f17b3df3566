import type { EventId, NodeId, SingleCuts } from '../fault-tree';
import { singleCuts } from '../fault-tree';
import type { Unknown } from '../model';
import type { ApartZones } from './apart-zones';
import { blamed } from './blame';
import type { FailureDomain } from './failure-domains';
import type { FailureModel } from './failure-model';
import type { Subject } from './subject';
import type { SystemFunction } from './system-function';
import type { UnitGroups } from './units';

/** A function is lost when a failure domain fails, because of one subject's own units and places. */
export interface Loss {
  readonly function: SystemFunction;
  readonly domain: FailureDomain;
  readonly event: EventId;
  /** Whose loss is the event: the group of one, the only gateway. */
  readonly culprit: Subject;
  /** From the function's entry to the culprit. */
  readonly path: readonly Subject[];
}

/** A function may be lost when a failure domain fails; it depends on something unknown. */
export interface Doubt {
  readonly function: SystemFunction;
  /** Undefined: any zone. */
  readonly domain?: FailureDomain;
  readonly subject: Subject;
  readonly unknown?: Unknown;
}

/** What was decided, with numbers over all pairs of function and failure domain. */
export interface Verdicts {
  readonly losses: readonly Loss[];
  /** Culprits whose own loss, not only that of their zone, takes a function away. */
  readonly lostAlone: ReadonlySet<Subject>;
  /** Functions that are lost with one zone of several, where it is chance or not known which: a culprit is named. */
  readonly lostByChance: ReadonlySet<SystemFunction>;
  readonly doubts: readonly Doubt[];
  readonly pairs: { readonly lost: number; readonly unproven: number; readonly survives: number };
  readonly cuts: readonly SingleCuts[];
}

/** Decides every function under the loss of every component and zone. */
export function judge(
  model: FailureModel,
  functions: readonly SystemFunction[],
  { apart, units }: { readonly apart: ApartZones; readonly units: UnitGroups },
): Verdicts {
  const all = singleCuts(model.formula, model.isPlace, apart.amongEvents(model.domains));
  const cuts = model.judges('zone') ? all : all.map((cut) => ofComponents(cut, model));
  const losses: Loss[] = [];
  const doubts: Doubt[] = [];
  const { judged } = model;
  const counts = { domains: judged.length, zones: judged.filter(({ scope }) => scope === 'zone').length };
  const lostByChance = new Set<SystemFunction>();
  let lost = 0;
  let unproven = 0;
  for (const offered of functions) {
    const cut = cuts[offered.node];
    if (cut === undefined) continue;
    const named = new Set<string>();
    for (const event of cut.must) {
      const domain = model.domains[event];
      if (domain === undefined || goesUnmissed(offered, domain)) continue;
      lost++;
      const paths = blamed(model, cuts, offered.node, event, domain);
      // Whatever is lost has a finding, even where nothing behind the entry is to blame.
      for (const path of paths.length > 0 ? paths : [[offered.subject]]) {
        const culprit = path[path.length - 1];
        if (culprit === undefined) continue;
        named.add(culprit.key);
        losses.push({
          function: offered,
          domain,
          event,
          culprit,
          path: [offered.subject, ...path.filter((subject) => subject !== offered.subject)],
        });
      }
    }
    if (!isDoubtful(cut)) continue;
    const found = causesOfDoubt(model, cuts, offered.node);
    const causes = found.filter((cause) => !standsWithAllWhoWant(offered, cause, units));
    if (found.length > 0 && causes.length === 0) continue;
    // Where nothing behind the function has a reason of its own, it is the places of what offers it that are not known.
    const open = (causes.length > 0 ? causes : [{ subject: offered.subject }]).filter(({ subject }) => !named.has(subject.key));
    if (open.length > 0) unproven += openEvents(cut, model, counts);
    else {
      // What is lost alone stands in one of its zones, whichever that is: none of them is survived.
      lost += openEvents(cut, model, counts);
      lostByChance.add(offered);
    }
    for (const { subject, unknown } of open)
      doubts.push({ function: offered, subject, ...(unknown === undefined ? {} : { unknown }) });
  }
  const pairs = functions.length * counts.domains;
  const lostAlone = new Set(losses.filter(({ domain }) => domain.scope === 'component').map(({ culprit }) => culprit));
  return {
    losses,
    lostAlone,
    lostByChance,
    doubts,
    pairs: { lost, unproven, survives: Math.max(0, pairs - lost - unproven) },
    cuts,
  };
}

/** What stops a node where the loss of places is not judged. */
function ofComponents({ must, may, never, asleep }: SingleCuts, { isPlace }: FailureModel): SingleCuts {
  const isComponent = (event: EventId) => !isPlace(event);
  return { must: must.filter(isComponent), may: may.filter(isComponent), anyOfClass: false, never, asleep };
}

/** Whether something is not known that decides: where a node never works, what was read of it may be wrong. */
function isDoubtful(cut: SingleCuts): boolean {
  return cut.never || cut.asleep || cut.anyOfClass || cut.may.length > cut.must.length;
}

/** How many failure domains are neither lost nor safe. */
function openEvents(cut: SingleCuts, model: FailureModel, counts: { readonly domains: number; readonly zones: number }): number {
  if (cut.never || cut.asleep) return Math.max(0, counts.domains - cut.must.length);
  const rest = cut.may.length - cut.must.length;
  if (!cut.anyOfClass) return rest;
  // Every zone is open but the lost ones; of the events that are listed, the components are counted beside them.
  const zones = (events: readonly EventId[]) => events.filter(model.isZone).length;
  return counts.zones - zones(cut.must) + rest - (zones(cut.may) - zones(cut.must));
}

/**
 * Whether everybody who wants the function is in the domain that fails, so that nobody is left to miss it. A way out of
 * a region, and new capacity in it, is of no use once the region, or all of the provider, is gone; what new capacity
 * needs of another region, it needs to serve.
 */
function goesUnmissed({ kind, wantedIn }: SystemFunction, { scope, zone }: FailureDomain): boolean {
  if (scope === 'component') return false;
  if (scope === 'zone') return wantedIn !== undefined && [...wantedIn].every((index) => index === zone?.index);
  return kind === 'egress' || kind === 'recover';
}

/**
 * Whether all that is not known of the cause is which zone it shares with everybody who wants the function: whichever it
 * is, nobody is left to miss the function when it fails.
 */
function standsWithAllWhoWant({ wantedIn }: SystemFunction, { subject, unknown }: Cause, units: UnitGroups): boolean {
  if (wantedIn?.size !== 1 || unknown !== undefined) return false;
  const { count, places } = units.of(subject);
  if (typeof count === 'object' || places.unknownLists.length > 0 || places.places.length === 0) return false;
  return places.places.every(({ zone }) => wantedIn.has(zone.index));
}

/** What is not known: something about a subject, or its own places. */
interface Cause {
  readonly subject: Subject;
  readonly unknown?: Unknown;
}

/** What makes a subject's own units doubtful, where that has a name of its own: a list of subnets, a missing leg. */
function doubtsBelow(model: FailureModel, cuts: readonly SingleCuts[], self: NodeId): { subject: Subject; unknown: Unknown }[] {
  const found: { subject: Subject; unknown: Unknown }[] = [];
  const seen = new Set<NodeId>([self]);
  const pending: NodeId[] = [self];
  while (pending.length > 0) {
    const node = pending.pop() as NodeId;
    const cut = cuts[node];
    if (cut === undefined || !isDoubtful(cut)) continue;
    const meaning = model.meaningOf(node);
    if (meaning?.kind === 'doubt' && meaning.unknown !== undefined)
      found.push({ subject: meaning.subject, unknown: meaning.unknown });
    for (const child of model.formula.childrenOf(node)) {
      if (seen.has(child)) continue;
      seen.add(child);
      pending.push(child);
    }
  }
  return found;
}

function causesOfDoubt(model: FailureModel, cuts: readonly SingleCuts[], root: NodeId): Cause[] {
  const found: Cause[] = [];
  const seen = new Set<NodeId>([root]);
  const pending: NodeId[] = [root];
  while (pending.length > 0) {
    const node = pending.pop() as NodeId;
    const cut = cuts[node];
    if (cut === undefined || !isDoubtful(cut)) continue;
    const meaning = model.meaningOf(node);
    if (meaning !== undefined && meaning.kind !== 'whole') {
      const told = meaning.kind === 'self' && meaning.unknown === undefined ? doubtsBelow(model, cuts, node) : [];
      if (told.length > 0) found.push(...told);
      else found.push({ subject: meaning.subject, ...(meaning.unknown === undefined ? {} : { unknown: meaning.unknown }) });
      continue;
    }
    for (const child of model.formula.childrenOf(node)) {
      // What does not work at all is missed only where the rest does not suffice without it.
      if (seen.has(child) || (cuts[child]?.never === true && !cut.never)) continue;
      seen.add(child);
      pending.push(child);
    }
  }
  return found;
}
