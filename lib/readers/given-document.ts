import type { ReadOptions, Stack, System } from '../model';
import type { Format } from './detect-format';
import type { Json } from './json';
import type { Manifest } from './kubernetes/manifest';
import type { ProblemLog } from './problem-log';
import type { ForeignResource } from './translation/to-resources';

/** A file that is not a template: a plan, a state, a preview, manifests. */
export interface GivenDocument {
  readonly file: string;
  readonly format: Format;
  readonly documents: readonly Json[];
}

/** What readers of such files may ask. */
export interface ReadContext {
  readonly options: ReadOptions;
  readonly problems: ProblemLog;
  /** A stack name that no other input has. */
  name(file: string): string;
}

/** What a file holds, before its types and properties get the facts' names. */
export interface ReadPart {
  readonly resources: readonly ForeignResource[];
  readonly stacks: readonly Stack[];
  readonly offered?: System['offered'];
  /** Objects of a Kubernetes cluster among them. */
  readonly manifests?: readonly Manifest[];
}
