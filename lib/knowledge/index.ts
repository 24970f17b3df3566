/**
 * Facts about services as data, by type, with source and date, and the small language they are written in.
 * Knows the model and nothing of the analysis. Start with `fact.ts`, then any table under `aws/`.
 */
export type { ArnText } from './arns';
export { arnsIn, withoutTail } from './arns';
export { aws } from './aws';
export { beyondAws } from './beyond-aws';
export type {
  Alternatives,
  ApartFact,
  Choice,
  Count,
  DataAge,
  DependencyKind,
  DnsFact,
  Facts,
  FactTable,
  HealthFact,
  IngressFact,
  Link,
  Locality,
  Need,
  Placement,
  QuestionFact,
  Recovery,
  Role,
  TypeFacts,
  Units,
  WavesFact,
  When,
} from './fact';
export type { Described } from './lookup';
export { Knowledge } from './lookup';
export { priceTable, repairTable, settingTables } from './on-demand';
export type { Path } from './path';
export { stepsOf } from './path';
export type { Price } from './prices';
export type { Find } from './read-properties';
export { holds, numberOf, referencesIn, valueAt, valuesAt, valuesIn } from './read-properties';
export { type RegionalEndpoint, regionalEndpoint } from './regional-endpoint';
export type { CostFact, RepairFact, Setting } from './repairs';
export type { Good, Naming, SettingFact, SettingKind, SettingTable } from './setting';
export { movedBy, usedBy } from './used-by';
