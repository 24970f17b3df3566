import type { NodeId } from '../fault-tree';
import { Unknown } from '../model';
import type { Dependencies } from './dependencies';
import type { Outside } from './outside';
import type { DnsRecord, DnsRecords } from './records';
import type { Subject } from './subject';
import type { FormulaHost } from './unit-formulas';

/** What the formulas of records need from the model that they are part of. */
export interface RecordHost extends Pick<FormulaHost, 'formula' | 'works' | 'nodeOf' | 'doubt'> {
  selfOf(subject: Subject): NodeId;
  choicesOf(subject: Subject): NodeId[];
  standsFor(node: NodeId, subject: Subject): void;
  isRetried(node: NodeId): void;
  beyond(subject: Subject, outside: Outside): NodeId;
  inRegion(subject: Subject, region: string | undefined, unknown: Unknown): NodeId;
}

/** Formulas over who answers a question, and what the answers lead to. */
export class RecordFormulas {
  constructor(
    private readonly host: RecordHost,
    private readonly records: DnsRecords,
    private readonly dependencies: Dependencies,
  ) {}

  /**
   * A question is answered while one of the zones that are asked works. Whoever asks turns to any of them, so the answers
   * of every zone have to be good, even of one that is down: it may be back before what it leads to.
   */
  of(record: Subject): NodeId[] {
    const { sets, above, undelegated, outside } = this.records.questionOf(record);
    const asked = sets.map((set) => this.host.selfOf(askedIn(set) ?? record));
    const answers = sets.map((set) => this.answerOf(set, record));
    const others = outside === undefined ? [] : [this.host.doubt(record, outside)];
    if (above.length > 0) others.push(this.host.formula.any(above.map((record) => this.host.selfOf(record))));
    if (asked.length === 1) return [...asked, ...answers, ...others];
    if (undelegated === undefined) return [this.anyOf(asked), ...answers, ...others];
    return [...asked.map((zone) => this.host.formula.any([zone, this.host.doubt(record, undelegated)])), ...answers, ...others];
  }

  /** Whoever gets no answer from one server asks the next within the same question. */
  private anyOf(asked: readonly NodeId[]): NodeId {
    const node = this.host.formula.any(asked);
    this.host.isRetried(node);
    return node;
  }

  /**
   * Any healthy record answers, if the health of each is looked at. A standby is asked only when the others are found
   * unhealthy: it needs no check of its own, and helps nobody where they always count as healthy.
   */
  private oneOf(set: readonly DnsRecord[], ways: readonly NodeId[]): NodeId {
    const { formula } = this.host;
    const main = set.some(({ standby }) => !standby) ? set.filter(({ standby }) => !standby) : set;
    const ofMain = ways.filter((_, index) => main.includes(set[index] as DnsRecord));
    const blind = main.some(({ evaluated }) => evaluated === false);
    if (set.length === 1 || blind) return formula.all(ofMain);
    const open = main.flatMap(({ subject, evaluated }) =>
      evaluated instanceof Unknown ? [{ subject, unknown: evaluated }] : [],
    );
    const doubts = open.map(({ subject, unknown }) => this.host.doubt(subject, unknown));
    return formula.all([formula.any(ways), formula.any([formula.all(ofMain), formula.all([this.host.works, ...doubts])])]);
  }

  /**
   * Whether no component and no zone takes two answers away: each leads elsewhere, into another region, and while one is
   * lost, which is noticed, the others answer.
   */
  private answersFromRegions(set: readonly DnsRecord[]): boolean {
    const regions = new Set(set.map(({ region }) => region));
    if (set.length < 2 || regions.size < set.length || regions.has(undefined)) return false;
    const outside = set.flatMap(({ subject }) => this.dependencies.outsideOf(subject).map(({ unknown }) => unknown.symbol));
    return new Set(outside).size === outside.length && set.every(({ evaluated }) => evaluated === true);
  }

  /** One record leads to its targets, and of a set one of them has to. */
  private answerOf(set: readonly DnsRecord[], asked: Subject): NodeId {
    const isApart = this.answersFromRegions(set);
    const ways = set.map(({ subject, region }) => {
      const targets = this.dependencies.of(subject).filter(({ kind }) => kind === 'hard');
      const outside = this.dependencies
        .outsideOf(subject)
        .map((each) => (isApart ? this.host.inRegion(subject, region, each.unknown) : this.host.beyond(subject, each)));
      const { uncertain } = subject;
      // Whether a record of several is there at all is a doubt about its own answer, and about no other.
      const exists = uncertain === undefined || set.length === 1 ? [] : [this.host.doubt(subject, uncertain)];
      return this.host.formula.all([
        this.host.works,
        ...exists,
        ...outside,
        ...targets.map(({ to }) => this.host.nodeOf(to)),
        ...this.host.choicesOf(subject),
      ]);
    });
    const node = this.oneOf(set, ways);
    const [first] = set;
    if (first !== undefined && !set.some(({ subject }) => subject === asked)) this.host.standsFor(node, first.subject);
    return node;
  }
}

/** The record that stands for the zone of a set: one that is there for certain, if there is one. */
function askedIn(set: readonly DnsRecord[]): Subject | undefined {
  return (set.find(({ subject }) => subject.uncertain === undefined) ?? set[0])?.subject;
}
