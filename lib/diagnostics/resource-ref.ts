/** A resource as reports name it. */
export interface ResourceRef {
  /** Logical id (CloudFormation), address (Terraform), name (Pulumi). */
  readonly id: string;
  /** The name by which facts are kept: CloudFormation's, where the thing exists there. */
  readonly type: string;
  /** The type in the input's own words, where those are others: a Terraform type, a Pulumi token. */
  readonly nativeType?: string;
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
  /** Construct or component path. */
  readonly path?: string;
  /** Name of the stack, where the file makes more than one. */
  readonly stack?: string;
}

/** What kind of thing it is, in the input's own words; nothing where its id says so already: a Terraform address. */
export function kindOf({ id, type, nativeType = type }: ResourceRef): string | undefined {
  return `.${id}`.includes(`.${nativeType}.`) ? undefined : nativeType;
}

/** The path of a resource, or else its id and what kind of thing it is. */
export function wordsFor(resource: ResourceRef): string {
  const kind = kindOf(resource);
  return resource.path ?? (kind === undefined ? resource.id : `${resource.id} (${kind})`);
}
