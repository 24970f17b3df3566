import type { Knowledge } from '../knowledge';
import type { Worlds } from '../readers';
import type { World } from './combined-worlds';

/**
 * The choices, the smaller first: every value of every parameter alone, then the values that only together make a condition
 * so, or that a rule of the template lets pass only together.
 */
export function* worldsToTry(worlds: Worlds, knowledge: Knowledge): Generator<World> {
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
    const key = keyOf(world);
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

/** Equal text means the same assignment. */
export function keyOf(world: World): string {
  return JSON.stringify(Object.entries(world).sort(([a], [b]) => (a < b ? -1 : 1)));
}
