/** A resource as reports name it. */
export interface ResourceRef {
  /** Logical id (CloudFormation), address (Terraform), name (Pulumi). */
  readonly id: string;
  readonly type: string;
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
  /** Construct or component path. */
  readonly path?: string;
  /** Name of the stack, where the file makes more than one. */
  readonly stack?: string;
}
