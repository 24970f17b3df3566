import type { Scope } from '../diagnostics';
import type { Knowledge } from '../knowledge';
import type { System } from '../model';
import { ApartZones } from './apart-zones';
import { DataAges } from './data-ages';
import { Dependencies } from './dependencies';
import { FailureDomains } from './failure-domains';
import { FailureModel } from './failure-model';
import { findFunctions } from './functions';
import { Network } from './network';
import { DnsRecords } from './records';
import { RecoveryTimes } from './recovery-times';
import { Settings } from './settings';
import { type Annotations, type Subject, Subjects } from './subject';
import type { SystemFunction } from './system-function';
import { UnitGroups } from './units';
import { judge, type Verdicts } from './verdicts';
import { Zones } from './zones';

/** Everything that rules and reports may ask about a system; computed once. */
export interface Analysis {
  readonly subjects: Subjects;
  readonly zones: Zones;
  readonly network: Network;
  readonly dependencies: Dependencies;
  readonly units: UnitGroups;
  readonly model: FailureModel;
  readonly records: DnsRecords;
  readonly functions: readonly SystemFunction[];
  readonly idle: readonly Subject[];
  readonly verdicts: Verdicts;
  readonly recoveryTimes: RecoveryTimes;
  readonly dataAges: DataAges;
  readonly annotations: Annotations;
  /** What its settings are, against what the tables of settings ask for; looked up only when asked. */
  readonly settings: Settings;
}

/** Reads a system into its failure-domain formula and judges every function. Linear in the system for bounded fan-in. */
export function analyze(system: System, knowledge: Knowledge, annotations: Annotations = {}, level: Scope = 'zone'): Analysis {
  const subjects = new Subjects(system, knowledge, annotations);
  const zones = new Zones();
  const network = new Network(subjects, zones, annotations);
  const dependencies = new Dependencies(subjects);
  const units = new UnitGroups(subjects, network, dependencies);
  const records = new DnsRecords(subjects, dependencies);
  const apart = new ApartZones(subjects, network, units);
  const domains = new FailureDomains(level);
  const model = new FailureModel({ subjects, network, dependencies, units, domains, apart }, records);
  const runs = [...subjects].filter(({ facts: { role } }) => role === 'compute' || role === 'store').length;
  const { functions, idle } = findFunctions({
    subjects,
    dependencies,
    network,
    units,
    model,
    annotations,
    records,
    nextHops: network.nextHops(),
    runs,
  });
  const verdicts = judge(model, functions, { apart, units });
  const recoveryTimes = new RecoveryTimes(subjects, model, verdicts.cuts, dependencies);
  const dataAges = new DataAges(subjects, dependencies, model, verdicts.cuts);
  const settings = new Settings(subjects);
  return {
    subjects,
    zones,
    network,
    dependencies,
    units,
    model,
    records,
    functions,
    idle,
    verdicts,
    recoveryTimes,
    dataAges,
    annotations,
    settings,
  };
}
