import { numberOf, type Path } from '../knowledge';
import type { Dependencies } from './dependencies';
import type { Subject, Subjects } from './subject';

/** How long it takes until a loss is noticed, and how that comes about: `30 s × 2 failed checks`. */
export interface Noticed {
  readonly seconds: number;
  readonly because: string;
}

/** The time until the loss of a part is noticed, from the timers that are set. */
export class Detection {
  private readonly known = new Map<string, Noticed | undefined>();

  constructor(
    private readonly subjects: Subjects,
    private readonly dependencies: Dependencies,
  ) {}

  /** By the subject's own checks; of what has none, by the slowest of those that it sends to. */
  by(subject: Subject): Noticed | undefined {
    if (this.known.has(subject.key)) return this.known.get(subject.key);
    // What is asked for again on the way down is part of a circle and adds nothing.
    this.known.set(subject.key, undefined);
    const noticed = this.watched(subject) ?? this.checked(subject) ?? this.behind(subject);
    this.known.set(subject.key, noticed);
    return noticed;
  }

  /** Of several checks of which one decides, the slowest; a balancer behind a pool of its own looks at its targets itself. */
  private watched(subject: Subject): Noticed | undefined {
    const watches = (subject.facts.health?.watches ?? []).flatMap((path) => this.dependencies.named(subject, path));
    const balancers = this.dependencies.membersOf(subject).filter(({ facts }) => facts.role === 'balancer');
    return slowest([...watches, ...balancers].map((watched) => this.by(watched)));
  }

  /** Interval times the failed checks that it takes. */
  private checked(subject: Subject): Noticed | undefined {
    const { health } = subject.facts;
    if (health?.interval === undefined && health?.unhealthyThreshold === undefined) return undefined;
    const interval = this.read(subject, health.interval, health.defaults.interval);
    const threshold = this.read(subject, health.unhealthyThreshold, health.defaults.unhealthyThreshold);
    return { seconds: interval * threshold, because: `${interval} s × ${threshold} failed ${health.tries ?? 'checks'}` };
  }

  /** The largest of what is set; what is not known counts as the default. */
  private read(subject: Subject, path: Path | undefined, absent: number): number {
    const values = path === undefined ? [] : this.subjects.values(subject, path).map(numberOf);
    const known = values.filter((value) => typeof value === 'number');
    return known.length === 0 ? absent : Math.max(...known);
  }

  private behind(subject: Subject): Noticed | undefined {
    const { role } = subject.facts;
    if (role !== 'balancer' && role !== 'entry' && role !== 'record') return undefined;
    const targets = this.dependencies.of(subject).filter(({ kind }) => kind === 'hard');
    return slowest(targets.map(({ to }) => this.by(to)));
  }
}

function slowest(all: readonly (Noticed | undefined)[]): Noticed | undefined {
  return all.reduce((a, b) => (a === undefined || (b !== undefined && b.seconds > a.seconds) ? b : a), undefined);
}
