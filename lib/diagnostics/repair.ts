import type { ResourceRef } from './resource-ref';

/**
 * What a rule finds missing, and one edit can give.
 *
 * `redundancy`: a second copy that takes over; `floor`: more units at least; `zones`: subnets of further zones;
 * `every-zone`: one gateway that serves every zone; `backup`; `rolling`: deployments that leave units running;
 * `strict-health`: a check that sees the fault; `traffic-port`: a check of the port that serves; `balancer-health`: units
 * that the balancer finds ill are replaced; `target-health`: a record that sees its target fail; `short-ttl`.
 */
export type Remedy =
  | 'redundancy'
  | 'floor'
  | 'zones'
  | 'every-zone'
  | 'backup'
  | 'rolling'
  | 'strict-health'
  | 'traffic-port'
  | 'balancer-health'
  | 'target-health'
  | 'short-ttl';

/** A value as an edit writes it: plain data, or the identity of another resource of the same stack. */
export type RepairValue = string | number | boolean | { readonly ref: string; readonly attribute?: string };

/** One property of one resource, in the words of CloudFormation and of the other front ends. */
export interface RepairEdit {
  readonly resource: ResourceRef;
  /** Names of members, from the properties down. */
  readonly property: readonly string[];
  /** `append` adds to a list. */
  readonly action: 'set' | 'append' | 'remove';
  /** One value to set, or the values to append; absent for `remove`. */
  readonly values: readonly RepairValue[];
  /** The property of the CDK's construct, with `{}` for the value; absent where the construct has none. */
  readonly cdk?: string;
  /** The attribute of Terraform's resource, with `{}` for the value. */
  readonly terraform?: string;
}

/** What a repair adds to the bill. An estimate: list prices of one region, without traffic, storage and discounts. */
export interface RepairCost {
  /** Absent where only a proportion is known. */
  readonly usdPerMonth?: number;
  /** How it comes about: `one NAT gateway more, $0.045 an hour`. */
  readonly because: string;
  readonly region: string;
  /** Where the price stands, and the day on which it was looked up. */
  readonly source?: string;
  readonly checked?: string;
  /** The price was found only in what others write about it. */
  readonly unconfirmed?: true;
}

/** Edits that together make a finding go away, which was tried on the model. */
export interface Repair {
  readonly edits: readonly RepairEdit[];
  /** What applying it does to what runs already. */
  readonly effect: 'changed in place' | 'replaced' | 'may interrupt';
  readonly cost?: RepairCost;
}
