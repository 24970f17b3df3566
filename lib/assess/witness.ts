import type { Analysis, Subject, SystemFunction } from '../analysis';
import type { Witness } from '../diagnostics';

/** Most witnesses that a report holds; a larger system keeps the first ones, in the order of its functions. */
const MOST = 10_000;

/** One path through what is left, for every function and every zone whose loss it survives. */
export function toWitnesses({ functions, model, verdicts, recoveryTimes }: Analysis): Witness[] {
  const witnesses: Witness[] = [];
  const zones = [...model.domains.entries()].filter(
    ([, domain]) => domain.scope !== 'component' && domain.zone?.unknown === undefined,
  );
  const shifts = new Map(zones.map(([event]) => [event, recoveryTimes.under(event)]));
  for (const offered of functions) {
    const cut = verdicts.cuts[offered.node];
    if (cut === undefined || cut.anyOfClass || cut.never || cut.asleep) continue;
    for (const [event, domain] of zones) {
      if (cut.may.includes(event) || witnesses.length >= MOST) continue;
      const shift = shifts.get(event)?.(offered.node);
      witnesses.push({
        function: offered.kind,
        of: offered.name,
        entry: offered.subject.key,
        failureDomain: domain.label,
        path: pathThrough(model, verdicts.cuts, offered, event),
        ...(shift === undefined
          ? {}
          : { recoverySeconds: shift.seconds, slowest: { id: shift.subject.resource.id, because: shift.because } }),
      });
    }
  }
  return witnesses;
}

/**
 * Follows what the event certainly does not stop, the first of several that suffice, from the function's entry down;
 * names each subject with a zone in which it still has units.
 */
function pathThrough(
  model: Analysis['model'],
  cuts: Analysis['verdicts']['cuts'],
  offered: SystemFunction,
  event: number,
): string[] {
  const path = new Map<Subject, string | undefined>([[offered.subject, undefined]]);
  const isLeft = (node: number) => {
    const cut = cuts[node];
    return cut !== undefined && !cut.never && !cut.asleep && !cut.anyOfClass && !cut.may.includes(event);
  };
  const seen = new Set<number>();
  const pending = [offered.node];
  while (pending.length > 0) {
    const node = pending.pop() as number;
    if (seen.has(node)) continue;
    seen.add(node);
    const meaning = model.meaningOf(node);
    if (meaning !== undefined) path.set(meaning.subject, path.get(meaning.subject));
    if (meaning?.kind === 'self') {
      path.set(meaning.subject, zoneLeft(model, isLeft, node));
      continue;
    }
    const children = model.formula.childrenOf(node);
    const left = children.filter(isLeft);
    const next = model.formula.requiredOf(node) >= children.length ? left : left.slice(0, 1);
    for (const child of next.reverse()) pending.push(child);
  }
  return [...path].map(([{ resource }, zone]) => (zone === undefined ? resource.id : `${resource.id} in ${zone}`));
}

/** A zone in which the subject still has units. */
function zoneLeft(model: Analysis['model'], isLeft: (node: number) => boolean, self: number): string | undefined {
  const pending = [self];
  const seen = new Set<number>();
  while (pending.length > 0) {
    const node = pending.pop() as number;
    if (seen.has(node)) continue;
    seen.add(node);
    const children = model.formula.childrenOf(node);
    const zone = children.length > 0 ? undefined : model.formula.leafOf(node).must.find((event) => model.isZone(event));
    if (zone !== undefined) return model.domains[zone]?.label.replace(/^zone /, '');
    for (const child of [...children].reverse()) if (isLeft(child)) pending.push(child);
  }
  return undefined;
}
