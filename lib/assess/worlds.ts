import type { Knowledge } from '../knowledge';
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
 * Goes through the worlds from the smallest change to larger ones: every value of every parameter alone, then the values
 * that only together make a condition so. A world in which every resource is as in an earlier one is not judged again, and
 * one that the rules of a template refuse is none.
 */
export function eachWorld(
  worlds: Worlds,
  usual: System,
  knowledge: Knowledge,
  judge: (world: World, system: System) => void,
): WorldCount {
  const seen = new Set<string>([signature(usual)]);
  let read = 0;
  let judged = 0;
  let left = 0;
  for (const world of assignments(worlds, knowledge)) {
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

function* assignments(worlds: Worlds, knowledge: Knowledge): Generator<World> {
  const choices = worlds.choices.filter(
    ({ reaches }) => reaches === undefined || reaches.some(([type, name]) => knowledge.looksAt(type, name)),
  );
  const valuesOf = new Map(choices.map(({ parameter, values }) => [parameter, values]));
  const larger: World[] = [...worlds.ways];
  for (const { parameter, values } of choices) {
    for (const value of values) {
      const world = { [parameter]: value };
      if (worlds.allows(world)) yield world;
      else larger.push(...withOthers(parameter, world));
    }
  }
  const seen = new Set<string>();
  for (const world of larger.sort((a, b) => Object.keys(a).length - Object.keys(b).length)) {
    const key = JSON.stringify(Object.entries(world).sort(([a], [b]) => (a < b ? -1 : 1)));
    if (seen.has(key) || !worlds.allows(world)) continue;
    seen.add(key);
    yield world;
  }

  /** What a rule refuses alone it may let pass with another value of a parameter that it looks at. */
  function withOthers(parameter: string, world: World): readonly World[] {
    const others = worlds.ruled.filter((group) => group.includes(parameter)).flat();
    return others
      .filter((other) => other !== parameter)
      .flatMap((other) => (valuesOf.get(other) ?? []).map((value) => ({ ...world, [other]: value })));
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
