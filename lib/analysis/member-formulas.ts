import type { NodeId } from '../fault-tree';
import { Unknown } from '../model';
import { ListedMembers, type ListedMembersHost } from './listed-members';
import { unseenMembers } from './pool-members';
import type { Subject } from './subject';
import type { FormulaHost, UnitSources } from './unit-formulas';

/** What the formulas of members need from the model that they are part of. */
export interface MemberHost extends ListedMembersHost, Pick<FormulaHost, 'nodeOf'> {}

/** Formulas over those of whom any one suffices: targets of a pool, nodes of a cluster, links of a hub, instances of a store. */
export class MemberFormulas {
  private readonly listed: ListedMembers;

  constructor(
    private readonly host: MemberHost,
    private readonly sources: UnitSources,
  ) {
    this.listed = new ListedMembers(host, sources);
  }

  /** One node for each member, known or not; none where the subject does without members. */
  of(subject: Subject): NodeId[] {
    const { role, listed, madeOfMembers } = subject.facts;
    const members = this.sources.dependencies.membersOf(subject);
    if (role !== 'pool' && role !== 'cluster' && role !== 'hub' && madeOfMembers !== true && listed === undefined)
      return role === 'balancer' || role === 'entry' ? members.map((member) => this.host.nodeOf(member)) : [];
    const relevant = role === 'hub' ? members.filter((member) => member.facts.role === 'link') : members;
    const others = this.listed.of(subject, relevant.length);
    const unseen = others.length > 0 ? undefined : unseenMembers(this.sources, subject);
    return [
      ...relevant.map((member) => this.host.nodeOf(member)),
      ...others,
      ...(unseen === undefined ? [] : [this.host.doubt(subject, unseen.unknown, unseen.never)]),
      ...this.perhaps(subject, relevant.length),
    ];
  }

  /** A whole without members of its own, while there are members of a whole that is not known. */
  private perhaps(subject: Subject, found: number): NodeId[] {
    const [perhaps] = this.sources.dependencies.perhapsMembers;
    if (subject.facts.madeOfMembers !== true || found > 0 || perhaps === undefined) return [];
    const { member, of } = perhaps;
    const because = `none of its instances is known, and which cluster "${member.resource.id}" belongs to is not (${of.because})`;
    return [this.host.doubt(subject, new Unknown(`members of ${subject.key}, perhaps ${of.symbol}`, because, of.tell))];
  }
}
