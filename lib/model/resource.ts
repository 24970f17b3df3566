import type { Unknown, Value, ValueMap } from './value';

/** One stack, state, plan or manifest set: where a resource was declared and where it will live. */
export interface Stack {
  /** Unique in the system: `Shop`, `master/Network`. */
  readonly name: string;
  readonly file: string;
  /** Region name, or a symbol such as `region of Shop` when the input does not fix it. */
  readonly region: string;
  /** Nobody said the region: it was taken for granted. */
  readonly regionAssumed?: boolean;
  readonly account?: string;
  readonly provider: 'aws' | 'gcp' | 'azure' | 'kubernetes' | 'other';
}

/** Where something stands in its file; turned into line and column only when a report needs it. */
export interface Source {
  readonly file: string;
  readonly path: readonly (string | number)[];
}

/**
 * One declared thing.
 *
 * Every reader translates to CloudFormation's type and property names where the thing exists there, so that facts are
 * keyed once; other clouds keep their own names (`google_compute_instance`, `kubernetes:apps/v1/Deployment`).
 */
export interface Resource {
  /** Unique in the system: stack name, `/`, id. */
  readonly key: string;
  /** Logical id, Terraform address or Pulumi name: what the report prints. */
  readonly id: string;
  readonly type: string;
  readonly properties: ValueMap;
  /** The type in the input's own words, where those were translated: a Terraform type, a Pulumi token. */
  readonly nativeType?: string;
  /** What the input says beside the properties of how it is changed and removed: `UpdatePolicy`, `DeletionPolicy`. */
  readonly attributes?: ValueMap;
  /** Text that runs on the machine but is no property (cfn-init); read for evidence only. */
  readonly bootstrap?: Value;
  /** Present when a condition decides whether it exists and the condition is not known. */
  readonly existence?: Unknown;
  /** Construct path or component path. */
  readonly path?: string;
  readonly stack: Stack;
  readonly source: Source;
  /** Units that must be left after the loss of a zone, where the input itself says so (`Metadata`). */
  readonly requiredCapacity?: number;
  /** Resources that get what is written to it, where the input itself says so and no setting does. */
  readonly copiedTo?: readonly CopiedTo[];
  /** The device that it stands for, where the input itself says so (`Metadata`): two of one name fail together. */
  readonly device?: string;
  /** Rule acknowledgements written in the input (`Metadata`, annotations, the CDK). */
  readonly acknowledged?: readonly DeclaredAcknowledgement[];
}

/** A finding that the input itself accepts. */
export interface DeclaredAcknowledgement {
  readonly rule: string;
  readonly reason: string;
  /** Last day on which it holds, as written. */
  readonly until?: string;
  readonly owner?: string;
  /** The construct it was said of, where that holds more than this resource. */
  readonly of?: string;
}

/** A copy that the input tells of. */
export interface CopiedTo {
  /** {@link Resource.key} of the copy. */
  readonly resource: string;
  /** How far the copy may be behind [s]. */
  readonly mostLagSeconds?: number;
}
