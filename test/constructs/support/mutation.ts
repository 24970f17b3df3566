import type { App } from 'aws-cdk-lib';
import type { Scope } from '../../../lib/diagnostics';
import type { TemplateJson } from './synthesize';

/** One property that brings redundancy, and what is said when it is gone. */
export interface Mutation {
  /** What is done, as a sentence fragment: `the third subnet is routed through the first zone's NAT gateway`. */
  readonly name: string;
  /** Why nospof does not name it yet; the test fails as soon as it does, and this goes. */
  readonly notYet?: string;
  /** Only the pack of settings rules names it: asked for, and nothing that it says of the unbroken template counts. */
  readonly pack?: 'settings';
  /** Breaks the template of the first stack; `all` has every stack by its id. */
  readonly breaks: (template: TemplateJson, all: Readonly<Record<string, TemplateJson>>) => void;
  /** Logical id of the resource that must be named, looked up in the broken template. */
  readonly names: (template: TemplateJson, all: Readonly<Record<string, TemplateJson>>) => string;
}

/** Everything that makes one construct redundant, taken away in turn. */
export interface MutationSuite {
  readonly construct: string;
  /** The level that the construct promises. */
  readonly survive: Scope;
  /** Why nospof cannot prove the construct yet; the test fails as soon as it can, and this goes. */
  readonly notProvenYet?: string;
  readonly build: (app: App) => void;
  readonly mutations: readonly Mutation[];
}
