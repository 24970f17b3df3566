import type { FunctionKind } from '../diagnostics';
import type { NodeId } from '../fault-tree';
import type { Dependencies } from './dependencies';
import type { FailureModel } from './failure-model';
import type { Network } from './network';
import type { DnsRecords } from './records';
import type { Annotations, Subject, Subjects } from './subject';
import type { UnitGroups } from './units';

/** Something that the system offers and that can be lost. */
export interface SystemFunction {
  readonly kind: FunctionKind;
  /** The entry that offers it, by resource id. */
  readonly name: string;
  readonly subject: Subject;
  readonly node: NodeId;
  /** For a way out: the zones of all who want it, by index. Where they fail with it, its loss is no news. */
  readonly wantedIn?: ReadonlySet<number>;
}

/** What the search for functions looks at. */
export interface FunctionSources {
  readonly subjects: Subjects;
  readonly dependencies: Dependencies;
  readonly network: Network;
  readonly units: UnitGroups;
  readonly model: FailureModel;
  readonly annotations: Annotations;
  readonly records: DnsRecords;
  readonly nextHops: ReadonlySet<string>;
  /** How many subjects run code or keep data. */
  readonly runs: number;
}
