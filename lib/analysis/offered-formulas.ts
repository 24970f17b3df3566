import type { NodeId } from '../fault-tree';
import type { LocationFormulas } from './location-formulas';
import type { Subject } from './subject';
import type { FormulaHost, UnitFormulas, UnitSources } from './unit-formulas';

/** What the formulas of functions need from the model that they are part of. */
export interface OfferedHost extends FormulaHost {
  needsOf(subject: Subject): readonly NodeId[];
  standsFor(node: NodeId, subject: Subject): void;
  standsForUnits(node: NodeId, subject: Subject): void;
}

/**
 * Formulas of subjects that are functions of their own. A copy in another region stands in for one when its region is
 * lost; the loss of a zone or a node is no reason to move there. Who uses the subject itself goes on using this one.
 */
export class OfferedFormulas {
  constructor(
    private readonly host: OfferedHost,
    private readonly sources: UnitSources,
    private readonly units: UnitFormulas,
    private readonly locations: LocationFormulas,
  ) {}

  of(subject: Subject): NodeId {
    const { dependencies, domains } = this.sources;
    const { formula } = this.host;
    const copies = dependencies.standbysOf(subject).filter((copy) => this.takesOver(copy));
    const outside = dependencies.copyOutside(subject);
    if ((copies.length === 0 && outside === undefined) || !domains.judges('region')) return this.throughLegs(subject);
    // What it needs stands in its region too, and goes with it; short of that, the units of what it needs must live.
    const needed = dependencies.of(subject).flatMap(({ kind, to }) => (kind === 'hard' ? [this.unitsOf(to)] : []));
    const members = subject.facts.madeOfMembers === true ? dependencies.membersOf(subject) : this.legsOf(subject);
    const alive = members.length === 0 ? [] : [formula.any(members.map((member) => this.unitsOf(member)))];
    const anywhere = formula.any([
      formula.all([this.locations.of(subject), ...this.host.needsOf(subject)]),
      ...copies.map((copy) => this.host.nodeOf(copy)),
      ...(outside === undefined ? [] : [this.host.doubt(subject, outside)]),
    ]);
    const node = formula.all([this.unitsOf(subject), ...needed, ...alive, anywhere]);
    this.host.standsFor(node, subject);
    return node;
  }

  /** Who comes to it from outside of the input comes through one of its legs, in whichever zone. */
  private throughLegs(subject: Subject): NodeId {
    const { formula } = this.host;
    const node = this.host.nodeOf(subject);
    const legs = this.legsOf(subject);
    if (legs.length === 0) return node;
    const reached = formula.all([node, formula.any(legs.map((leg) => this.host.nodeOf(leg)))]);
    this.host.standsFor(reached, subject);
    return reached;
  }

  private legsOf(subject: Subject): readonly Subject[] {
    if (subject.facts.legs === undefined) return [];
    return this.sources.dependencies.membersOf(subject).filter(({ facts }) => facts.role === 'mount');
  }

  /** A copy that has data and no instance answers nobody until somebody gives it one. */
  private takesOver(copy: Subject): boolean {
    const { dependencies } = this.sources;
    if (copy.facts.madeOfMembers !== true) return true;
    return dependencies.membersOf(copy).length > 0 || dependencies.perhapsMembers.length > 0;
  }

  /** The subject's own units, wherever its region is. */
  private unitsOf(subject: Subject): NodeId {
    const node = this.host.formula.all([this.host.works, this.units.of(subject)]);
    this.host.standsForUnits(node, subject);
    return node;
  }
}
