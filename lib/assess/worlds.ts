import type { System } from '../model';
import type { Worlds } from '../readers';

/** One assignment of parameters. */
export type World = Readonly<Record<string, string>>;

/** Most worlds that are read; the rest is counted and said. */
const MOST = 2_000;

/** What was judged of all worlds. */
export interface WorldCount {
  readonly judged: number;
  readonly same: number;
  readonly left: number;
}

/**
 * Goes through the worlds from the smallest change to larger ones: every value of every parameter alone, then pairs of
 * parameters that stand in one condition. A world in which every resource is as in an earlier one is not judged again.
 */
export function eachWorld(worlds: Worlds, usual: System, judge: (world: World, system: System) => void): WorldCount {
  const seen = new Set<string>([signature(usual)]);
  let read = 0;
  let judged = 0;
  let left = 0;
  for (const world of assignments(worlds)) {
    if (read >= MOST) {
      left++;
      continue;
    }
    read++;
    const system = worlds.at(world);
    const print = signature(system);
    if (seen.has(print)) continue;
    seen.add(print);
    judged++;
    judge(world, system);
  }
  return { judged, same: read - judged, left };
}

function* assignments({ choices }: Worlds): Generator<World> {
  for (const { parameter, values } of choices) for (const value of values) yield { [parameter]: value };
  const byName = new Map(choices.map((choice) => [choice.parameter, choice]));
  for (const first of choices) {
    for (const name of first.together) {
      const second = byName.get(name);
      if (second === undefined || first.parameter >= second.parameter) continue;
      for (const a of first.values) for (const b of second.values) yield { [first.parameter]: a, [second.parameter]: b };
    }
  }
}

/** What exists and what it says; equal text means equal verdicts. */
function signature({ resources }: System): string {
  const parts: string[] = [];
  for (const resource of resources.values()) {
    parts.push(
      resource.key,
      resource.existence === undefined ? '' : '?',
      JSON.stringify([resource.properties, resource.attributes]),
    );
  }
  return parts.join('\n');
}
