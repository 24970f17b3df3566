import type { OwnFacts } from '../config';
import type { Scope } from '../diagnostics';

/** How the policies judge. */
export interface NoSpofPolicyProps {
  /**
   * The level that must survive.
   * @default - what nospof.yaml says, or zone
   */
  readonly survive?: Scope;
  /**
   * Region of providers that do not say theirs.
   * @default - the region is a symbol
   */
  readonly region?: string;
  /**
   * Path of nospof.yaml.
   * @default - ./nospof.yaml, where there is one
   */
  readonly config?: string;
  /**
   * Facts about resource types, as under `facts` in nospof.yaml; they win over the file. The report names those it used.
   * @default - none
   */
  readonly facts?: OwnFacts;
}
