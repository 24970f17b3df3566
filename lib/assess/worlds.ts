import type { Analysis } from '../analysis';
import { type Finding, InputError, type Problem } from '../diagnostics';
import type { Knowledge } from '../knowledge';
import type { System } from '../model';
import type { Worlds } from '../readers';
import { type Choice, joined, pairsOf, sizeOf, triplesOf, type World } from './combined-worlds';
import { nameOf } from './finding-name';
import { SharedVerdicts } from './shared-verdicts';
import { type Change, UsualWorld } from './world-change';
import { keyOf, worldsToTry } from './worlds-to-try';

/** Most worlds that are judged of one choice, of two and of three; the rest is counted and said. */
const MOST = [2_000, 2_000, 200] as const;
/** Most resources that are read once more for worlds of two choices, and of three, in all of these worlds together. */
const MOST_RESOURCES = 150_000;

/** What was judged of all worlds. */
export interface WorldCount {
  readonly judged: number;
  readonly same: number;
  readonly left: number;
}

/** A system in one world, judged. */
export interface Judged {
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

/** What is kept of a world that was judged. */
interface Seen {
  readonly change: Change;
  /** What the usual world does not have, by name. */
  readonly findings: ReadonlyMap<string, Finding>;
  readonly beside?: ReadonlySet<string>;
  readonly behind: ReadonlySet<string>;
}

/**
 * Looks for what other worlds bring in: every choice alone, then two and three together that can change one verdict.
 *
 * A world in which every resource is as in an earlier one is not judged again, and one that a rule of a template or the
 * deployment refuses is none. Each finding is kept with the smallest world that brings it in.
 */
export class WorldSearch {
  private readonly found = new Map<string, Finding>();
  private readonly refused = new Map<string, Problem>();
  private readonly usualWorld: UsualWorld;
  private readonly usualVerdicts: SharedVerdicts;
  private readonly usualNames: ReadonlySet<string>;
  private readonly seen = new Map<string, Seen | undefined>();
  private readonly byPrint = new Map<string, Seen>();
  private readonly choices: Choice[] = [];
  private read = 0;
  private left = 0;

  /** @param judge - what is to be done with every world that is new */
  constructor(
    private readonly worlds: Worlds,
    private readonly usual: System,
    { analysis, findings }: Judged,
    private readonly knowledge: Knowledge,
    private readonly judge: (system: System, world: World) => Judged,
  ) {
    this.usualWorld = new UsualWorld(usual, knowledge);
    this.usualVerdicts = new SharedVerdicts(analysis);
    this.usualNames = new Set(findings.map(nameOf));
    this.byPrint.set('', { change: this.usualWorld.changeTo(usual), findings: new Map(), behind: new Set() });
    this.run();
  }

  /** What other worlds bring in, each with its world. */
  get findings(): readonly Finding[] {
    return [...this.found.values()];
  }

  /** Worlds that cannot be deployed, each kind of hindrance once. */
  get problems(): readonly Problem[] {
    return [...this.refused.values()];
  }

  get count(): WorldCount {
    const judged = this.byPrint.size - 1;
    return { judged, same: this.read - judged, left: this.left };
  }

  private run(): void {
    for (const world of worldsToTry(this.worlds, this.knowledge)) {
      if (this.read < MOST[0]) this.choose(world);
      else this.left++;
    }
    const pairs = pairsOf(this.choices);
    this.judgeTogether(pairs, MOST[1]);
    // Three together have their turn once all of two have had theirs.
    if (this.left === 0) this.judgeTogether(triplesOf(pairs), MOST[2]);
  }

  private judgeTogether(combined: Iterable<readonly Choice[]>, most: number): void {
    let budget = Math.min(most, Math.ceil(MOST_RESOURCES / (this.usual.resources.size + 1)));
    for (const choices of combined) {
      const world = joined(choices);
      // What was read to find a smaller world costs nothing more, and may bring in something else.
      const isSeen = this.seen.has(keyOf(world));
      if (!isSeen && !this.worlds.allows(world)) continue;
      if (isSeen || budget-- > 0) this.note(world, this.at(world));
      else this.left++;
    }
  }

  private choose(world: World): void {
    const seen = this.at(world, true);
    if (seen === undefined) return;
    this.note(world, seen);
    const { change, behind, beside } = seen;
    const names = Object.keys(world).join();
    const isRepeated = this.choices.some((other) => other.change === change && Object.keys(other.world).join() === names);
    this.choices.push({ world, change, behind, ...(beside && !isRepeated && { beside }) });
  }

  /** Undefined: there is no such world. */
  private at(world: World, isChoice = false): Seen | undefined {
    const key = keyOf(world);
    if (this.seen.has(key)) return this.seen.get(key);
    const system = this.worlds.allows(world) ? this.systemAt(world) : undefined;
    const seen = system === undefined ? undefined : this.judged(system, world, isChoice);
    this.seen.set(key, seen);
    return seen;
  }

  private systemAt(world: World): System | undefined {
    try {
      const system = this.worlds.at(world);
      this.read++;
      return system;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) {
        if (this.refused.has(problem.message)) continue;
        const message = `with ${wordsOf(world)}, which is therefore not judged: ${problem.message}`;
        this.refused.set(problem.message, { ...problem, fatal: false, message });
      }
      return undefined;
    }
  }

  private judged(system: System, world: World, isChoice: boolean): Seen {
    const change = this.usualWorld.changeTo(system);
    const before = this.byPrint.get(change.print);
    if (before !== undefined) return before;
    const { analysis, findings } = this.judge(system, world);
    const brought = findings.map((finding) => [nameOf(finding), finding] as const);
    const seen = {
      change,
      findings: new Map(brought.filter(([name]) => !this.usualNames.has(name))),
      behind: isChoice ? this.parametersBehind(change, system) : new Set<string>(),
      ...(isChoice && change.resources.size > 0 && { beside: this.beside(change, analysis) }),
    };
    this.byPrint.set(change.print, seen);
    return seen;
  }

  /** Resources on which a verdict can hang together with those that a choice changes, in the usual world or in its own. */
  private beside({ resources, named }: Change, analysis: Analysis): ReadonlySet<string> {
    const verdicts = new SharedVerdicts(analysis, named.size === 0 ? this.usualVerdicts : undefined);
    const found = verdicts.neededSince(this.usualVerdicts);
    for (const world of [this.usualVerdicts, verdicts]) for (const key of world.beside(resources.keys())) found.add(key);
    return found;
  }

  /** What else decides in the properties that a choice changes, and in all that it brings. */
  private parametersBehind({ resources }: Change, system: System): ReadonlySet<string> {
    const found = new Set<string>();
    for (const [key, names] of resources) {
      const resource = system.resources.get(key);
      if (resource === undefined) continue;
      const all = Object.keys(resource.properties).filter((name) => this.knowledge.looksAt(resource.type, name));
      for (const name of names.size > 0 ? names : all)
        for (const parameter of this.worlds.behind.of(resource, name)) found.add(parameter);
    }
    return found;
  }

  private note(world: World, seen: Seen | undefined): void {
    for (const [name, finding] of seen?.findings ?? []) {
      const known = this.found.get(name);
      if (known !== undefined && sizeOf(known.world) <= sizeOf(world)) continue;
      this.found.set(name, this.smallest(name, finding, world));
    }
  }

  /** Leaves out what the finding does not need. */
  private smallest(name: string, finding: Finding, world: World): Finding {
    for (const parameter of sizeOf(world) > 1 ? Object.keys(world) : []) {
      const { [parameter]: _, ...less } = world;
      const same = this.at(less)?.findings.get(name);
      if (same !== undefined) return this.smallest(name, same, less);
    }
    return { ...finding, world };
  }
}

/** As it is written on the command line. */
export function wordsOf(world: World): string {
  return Object.entries(world)
    .map((pair) => pair.join('='))
    .join(', ');
}
