/** What the process that runs a program is told. */
export interface ProgramRequest {
  /** Folder of Pulumi.yaml. */
  readonly folder: string;
  /** File or folder of the program. */
  readonly entry: string;
  readonly project: string;
  readonly stack: string;
  /** Settings with their namespaces: `shop:zones`. */
  readonly config: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  /** File that gets the {@link ProgramRecord} as JSON. */
  readonly recordFile: string;
}

/** A place in the user's sources. */
export interface ProgramPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One registration, in the words of a state, with the place in the program that made it. */
export interface RecordedResource {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly remote: boolean;
  /** It exists already, and the program only looks it up. */
  readonly existing: boolean;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly parent: string;
  readonly provider: string;
  readonly inputs: unknown;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** URNs behind the values inside inputs, by place: `endpoints[0].address`. */
  readonly valueSources?: Readonly<Record<string, readonly string[]>>;
  readonly place?: ProgramPlace;
}

/** What a program did until it ended or threw. */
export interface ProgramRecord {
  readonly resources: readonly (RecordedResource | undefined)[];
  readonly outputs: unknown;
  /** Data sources that were asked, by token. */
  readonly calls: readonly string[];
  readonly failure?: { readonly name: string; readonly message: string; readonly stack: string; readonly place?: ProgramPlace };
}
