import type { Analysis } from '../analysis';
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
    if (cut === undefined || cut.anyOfClass || cut.never) continue;
    for (const [event, domain] of zones) {
      if (cut.may.includes(event) || witnesses.length >= MOST) continue;
      const shift = shifts.get(event)?.(offered.node);
      witnesses.push({
        function: offered.kind,
        of: offered.name,
        failureDomain: domain.label,
        path: pathThrough(model, verdicts.cuts, offered.node, event),
        ...(shift === undefined
          ? {}
          : { recoverySeconds: shift.seconds, slowest: { id: shift.subject.resource.id, because: shift.because } }),
      });
    }
  }
  return witnesses;
}

/** Follows the first child that the event does not stop, noting subjects and zones on the way. */
function pathThrough(model: Analysis['model'], cuts: Analysis['verdicts']['cuts'], root: number, event: number): string[] {
  const path: string[] = [];
  const seen = new Set<number>();
  const pending = [root];
  while (pending.length > 0) {
    const node = pending.pop() as number;
    if (seen.has(node)) continue;
    seen.add(node);
    const meaning = model.meaningOf(node);
    if (meaning?.kind === 'whole' && !path.includes(meaning.subject.resource.id)) path.push(meaning.subject.resource.id);
    if (meaning?.kind === 'self') {
      const zone = zoneLeft(model, cuts, node, event);
      const last = path.length - 1;
      if (zone !== undefined && last >= 0) path[last] = `${path[last]} in ${zone}`;
      continue;
    }
    const alive = model.formula
      .childrenOf(node)
      .filter((child) => !cuts[child]?.must.includes(event) && cuts[child]?.never !== true);
    const required = model.formula.requiredOf(node);
    const total = model.formula.childrenOf(node).length;
    const next = required >= total ? alive : alive.slice(0, 1);
    for (const child of next.reverse()) pending.push(child);
  }
  return path;
}

/** A zone in which the subject still has units. */
function zoneLeft(model: Analysis['model'], cuts: Analysis['verdicts']['cuts'], self: number, event: number): string | undefined {
  const pending = [self];
  const seen = new Set<number>();
  while (pending.length > 0) {
    const node = pending.pop() as number;
    if (seen.has(node)) continue;
    seen.add(node);
    const children = model.formula.childrenOf(node);
    if (children.length === 0) {
      const [zone] = model.formula.leafOf(node).must.filter((other) => other !== event && model.isZone(other));
      if (zone !== undefined) return model.domains[zone]?.label.replace(/^zone /, '');
    }
    for (const child of [...children].reverse()) if (!cuts[child]?.must.includes(event)) pending.push(child);
  }
  return undefined;
}
