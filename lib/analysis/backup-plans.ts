import { arnsIn, valuesIn } from '../knowledge';
import { isMap, Reference, type Value } from '../model';
import type { DependencyGraph } from './dependency-graph';
import { longestGapSeconds } from './schedule';
import type { Subject } from './subject';

/** Backups that a plan makes of a store. */
export interface PlannedBackup {
  /** Longest time between two of them; undefined when its schedule is not understood. */
  readonly seconds?: number;
  /** Regions in which they are kept, as far as they are known. */
  readonly regions: readonly string[];
  readonly plan: Subject;
}

/** Which stores are backed up by a plan, how often, and where to. */
export class BackupPlans {
  private readonly byStore = new Map<string, PlannedBackup[]>();
  /** Some selection chooses by tags or patterns: any store may be meant. */
  choosesOtherwise = false;
  /** Some plan keeps backups in another region than its own. */
  keepsFar = false;

  constructor(private readonly graph: DependencyGraph) {
    for (const plan of graph.subjects)
      if (this.backupsOf(plan).some(({ regions }) => regions.some((region) => region !== plan.resource.stack.region)))
        this.keepsFar = true;
    for (const selection of graph.subjects) {
      const { backsUp } = selection.facts;
      if (backsUp === undefined) continue;
      const { subjects } = graph;
      if (backsUp.selectsBy.some((path) => subjects.value(selection, path) !== undefined)) this.choosesOtherwise = true;
      for (const value of backsUp.resources.flatMap((path) => subjects.values(selection, path))) {
        const stores = graph.targets([value], selection);
        if (stores.length === 0) this.choosesOtherwise = true;
        for (const store of stores)
          for (const plan of graph.named(selection, backsUp.plan))
            this.byStore.set(store.key, [...this.of(store), ...this.backupsOf(plan)]);
      }
    }
  }

  of(store: Subject): readonly PlannedBackup[] {
    return this.byStore.get(store.key) ?? [];
  }

  private backupsOf(plan: Subject): PlannedBackup[] {
    const { backupPlan } = plan.facts;
    if (backupPlan === undefined) return [];
    const { rules, schedule, continuous, copies, absentSeconds, continuousSeconds } = backupPlan;
    const { subjects } = this.graph;
    return subjects.values(plan, rules).flatMap((rule): PlannedBackup[] => {
      if (!isMap(rule)) return [];
      const [when] = valuesIn(rule, schedule, subjects.find);
      const [isContinuous] = valuesIn(rule, continuous, subjects.find);
      const gap = when === undefined ? absentSeconds : typeof when === 'string' ? longestGapSeconds(when) : undefined;
      const far = valuesIn(rule, copies, subjects.find).flatMap((vault) => this.regionsOf(vault));
      const base = { ...(gap !== undefined && { seconds: gap }), plan };
      const near = String(isContinuous) === 'true' ? { ...base, seconds: continuousSeconds } : base;
      const here = { ...near, regions: [plan.resource.stack.region] };
      // What is copied is a snapshot, even of a continuous backup.
      return far.length === 0 ? [here] : [here, { ...base, regions: far }];
    });
  }

  private regionsOf(vault: Value): readonly string[] {
    const target = vault instanceof Reference ? this.graph.subjects.get(vault.resource) : undefined;
    return target === undefined ? arnsIn(vault).map(({ region }) => region) : [target.resource.stack.region];
  }
}
