import type { SingleCuts } from '../fault-tree';
import { type DataAge, holds, numberOf } from '../knowledge';
import { Unknown } from '../model';
import { BackupPlans } from './backup-plans';
import type { Dependencies } from './dependencies';
import type { FailureModel } from './failure-model';
import type { Subject, Subjects } from './subject';

/** How much of the newest data of a store is missing when it comes back. */
export interface Missing {
  /** Undefined: nothing bounds it. */
  readonly seconds?: number;
  /** Where it comes back from; undefined when it does not come back. */
  readonly because?: string;
}

/** The age of the data that is left of a store: of its copies, and of its backups. */
export class DataAges {
  private plans: BackupPlans | undefined;

  constructor(
    private readonly subjects: Subjects,
    private readonly dependencies: Dependencies,
    private readonly model: FailureModel,
    private readonly cuts: readonly SingleCuts[],
  ) {}

  /** What is missing when the store's zone fails; undefined when it survives that, or when it cannot be told. */
  afterZone(store: Subject): Missing | undefined {
    const must = this.cuts[this.model.selfOf(store)]?.must ?? [];
    const isLost = must.some((event) => this.model.isZone(event) || this.model.domains[event]?.subject === store);
    if (!isLost) return undefined;
    const survives = (copy: Subject) => !this.cuts[this.model.selfOf(copy)]?.must.some((event) => must.includes(event));
    return this.best(store, [...this.copies(store, survives), ...this.backups(store)]);
  }

  /** What is missing when the store's region fails; undefined when it cannot be told. */
  afterRegion(store: Subject): Missing | undefined {
    const { region } = store.resource.stack;
    const elsewhere = (copy: Subject) => copy.resource.stack.region !== region;
    const replicas = (store.facts.regions ?? []).flatMap((path) => this.subjects.values(store, path));
    const others = replicas.filter((name) => typeof name === 'string' && name !== region);
    if (replicas.some((name) => name instanceof Unknown)) return undefined;
    const own = others.length > 0 ? this.ages(store, 'copy') : this.copies(store, elsewhere);
    return this.best(store, [...own, ...this.backups(store, region)]);
  }

  /** Whether backups of it are kept in another region, or may be. */
  isBackedUpElsewhere(store: Subject): boolean {
    return this.backups(store, store.resource.stack.region).length > 0 || (this.mayBeBackedUp(store) && this.planned.keepsFar);
  }

  /** What is missing when data was deleted or spoilt by mistake: only backups help, copies repeat it. */
  afterMistake(store: Subject): Missing | undefined {
    const backups = this.backups(store);
    return backups.length === 0 ? undefined : this.best(store, backups);
  }

  private best(store: Subject, found: readonly Missing[]): Missing | undefined {
    const ofAll = (missing: Missing) => missing.seconds ?? Number.POSITIVE_INFINITY;
    const [first] = [...found].sort((a, b) => ofAll(a) - ofAll(b));
    return this.mayBeBackedUp(store) && first?.seconds === undefined ? undefined : (first ?? {});
  }

  /** A plan that chooses by tags may mean the store; one that names it says how often. */
  private mayBeBackedUp(store: Subject): boolean {
    return this.planned.choosesOtherwise && this.planned.of(store).length === 0;
  }

  private copies(store: Subject, survives: (copy: Subject) => boolean): readonly Missing[] {
    const outside = this.dependencies.copyOutside(store) !== undefined;
    return outside || this.dependencies.standbysOf(store).some(survives) ? this.ages(store, 'copy') : [];
  }

  /** @param without - the region that is lost: backups that are kept in it only are of no use */
  private backups(store: Subject, without?: string): readonly Missing[] {
    const { backup } = store.facts;
    const days = backup === undefined ? undefined : numberOf(this.subjects.value(store, backup.retentionDays) ?? backup.absent);
    const own = days === 0 ? [] : this.ages(store, 'backup', without !== undefined);
    const planned = this.planned
      .of(store)
      .filter(({ regions }) => without === undefined || regions.some((region) => region !== without))
      .map(
        ({ seconds, plan }): Missing => ({
          ...(seconds !== undefined && { seconds }),
          because: `backups of plan "${plan.resource.id}"`,
        }),
      );
    return [...own, ...planned];
  }

  private ages(store: Subject, origin: DataAge['origin'], farOnly = false): readonly Missing[] {
    const found = (store.facts.dataAges ?? []).find(
      (age) =>
        age.origin === origin &&
        (!farOnly || age.far === true) &&
        (age.when === undefined || holds(age.when, store.resource, this.subjects.find) === true),
    );
    if (found === undefined) return [];
    return [{ ...(found.seconds !== undefined && { seconds: found.seconds }), because: found.because }];
  }

  private get planned(): BackupPlans {
    this.plans ??= new BackupPlans(this.dependencies);
    return this.plans;
  }
}
