import type { EventId, NodeId, SingleCuts } from '../fault-tree';
import { numberOf } from '../knowledge';
import { Reference } from '../model';
import type { Dependencies } from './dependencies';
import { Detection, type Noticed } from './detection';
import type { FailureModel } from './failure-model';
import type { Subject, Subjects } from './subject';

/** A part that has to notice the loss and move, and how long it takes. */
export interface Shift {
  readonly subject: Subject;
  /** Most seconds from the loss until traffic flows again around it. */
  readonly seconds: number;
  /** How the seconds come about: `30 s × 2 failed checks`. */
  readonly because: string;
}

/** What an event does below a node that survives it. */
interface Disturbance {
  readonly hit: boolean;
  readonly slowest?: Shift;
}

const CALM: Disturbance = { hit: false };

/**
 * How long a function is disturbed by a loss that it survives: the slowest part that has to move, because parts that are
 * hit by one event notice it at the same time.
 */
export class RecoveryTimes {
  private readonly detection: Detection;
  private readonly shifts = new Map<string, Shift | undefined>();

  constructor(
    private readonly subjects: Subjects,
    private readonly model: FailureModel,
    private readonly cuts: readonly SingleCuts[],
    dependencies: Dependencies,
  ) {
    this.detection = new Detection(subjects, dependencies);
  }

  /** The slowest shift below a node under an event; undefined when nothing has to move. Each node is walked once. */
  under(event: EventId): (node: NodeId) => Shift | undefined {
    const settled = new Map<NodeId, Disturbance>();
    return (root) => {
      // Children before parents, without recursion: a node is expanded once and settled when it comes up again.
      const pending: { node: NodeId; owner: Subject | undefined; expanded: boolean }[] = [
        { node: root, owner: undefined, expanded: false },
      ];
      while (pending.length > 0) {
        const { node, owner, expanded } = pending.pop() as (typeof pending)[number];
        if (expanded) settled.set(node, this.disturbanceOf(node, owner, event, settled));
        else if (!settled.has(node)) {
          settled.set(node, CALM);
          pending.push({ node, owner, expanded: true });
          const next = this.model.meaningOf(node)?.subject ?? owner;
          for (const child of this.model.formula.childrenOf(node)) pending.push({ node: child, owner: next, expanded: false });
        }
      }
      return settled.get(root)?.slowest;
    };
  }

  private disturbanceOf(
    node: NodeId,
    owner: Subject | undefined,
    event: EventId,
    settled: ReadonlyMap<NodeId, Disturbance>,
  ): Disturbance {
    if (this.isLost(node, event)) return CALM;
    const meaning = this.model.meaningOf(node);
    let slowest: Shift | undefined;
    let lostBelow = false;
    let hitBelow = false;
    for (const child of this.model.formula.childrenOf(node)) {
      if (this.isLost(child, event)) lostBelow = true;
      else {
        const below = settled.get(child);
        slowest = slower(slowest, below?.slowest);
        if (below?.hit === true) hitBelow = true;
      }
    }
    const subject = meaning?.subject ?? owner;
    // A pool notices the loss of single units inside a group that survives; everything else notices a part that is gone.
    const notices =
      (lostBelow && !this.model.isMetAtOnce(node)) ||
      (hitBelow && meaning?.kind === 'whole' && meaning.subject.facts.role === 'pool');
    if (notices && subject !== undefined) slowest = slower(slowest, this.shiftOf(subject));
    return { hit: lostBelow || hitBelow, ...(slowest === undefined ? {} : { slowest }) };
  }

  private isLost(node: NodeId, event: EventId): boolean {
    return this.cuts[node]?.must.includes(event) === true;
  }

  private shiftOf(subject: Subject): Shift | undefined {
    if (!this.shifts.has(subject.key)) this.shifts.set(subject.key, this.readShift(subject));
    return this.shifts.get(subject.key);
  }

  private readShift(subject: Subject): Shift | undefined {
    const { dns, recovery, nameKeptSeconds } = subject.facts;
    if (dns !== undefined) return this.recordShift(subject);
    const noticed = this.detection.by(subject);
    if (noticed !== undefined) return { subject, ...keptFor(noticed, nameKeptSeconds) };
    const seconds = recovery?.seconds?.[1];
    if (recovery?.kind !== 'failover' || seconds === undefined) return undefined;
    return { subject, seconds, because: `${subject.facts.noun} moves within ${seconds} s` };
  }

  private recordShift(subject: Subject): Shift {
    const { dns } = subject.facts;
    const read = (path: string | undefined) => (path === undefined ? undefined : this.subjects.value(subject, path));
    const check = read(dns?.healthCheck);
    const checker = check instanceof Reference ? this.subjects.get(check.resource) : undefined;
    const evaluates = check === undefined && String(read(dns?.evaluatesTarget)).toLowerCase() === 'true';
    const noticed = checker === undefined ? (evaluates ? this.detection.by(subject) : undefined) : this.detection.by(checker);
    const told = numberOf(read(dns?.ttl));
    return { subject, ...keptFor(noticed, typeof told === 'number' ? told : dns?.aliasTtl) };
  }
}

/** Once the loss is noticed, resolvers still give the old answer for a while. */
function keptFor(noticed: Noticed | undefined, kept: number | undefined): Noticed {
  const parts = [noticed?.because, kept === undefined ? undefined : `${kept} s that resolvers keep the answer`];
  return {
    seconds: (noticed?.seconds ?? 0) + (kept ?? 0),
    because: parts.filter((part) => part !== undefined).join(' + '),
  };
}

function slower(a: Shift | undefined, b: Shift | undefined): Shift | undefined {
  if (a === undefined) return b;
  return b !== undefined && b.seconds > a.seconds ? b : a;
}
