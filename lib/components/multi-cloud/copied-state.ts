import { ComponentResource, type ComponentResourceOptions, type Resource } from '@pulumi/pulumi';
import type { CrossingState } from '../../blueprints';

/** Data that several stores keep, and the stores. */
export interface StoredState extends CrossingState {
  /** Stores that keep it, the writer first; a component stands for the stores in it. */
  readonly stores: readonly Resource[];
}

/**
 * Says that stores keep the same data, which no setting of theirs shows where an application or a tool beside them copies
 * it. Whoever judges the program takes it for what the program says. Exists in the state of the stack only.
 */
export class CopiedState extends ComponentResource {
  constructor(name: string, { stores, consistency, mostLagSeconds }: StoredState, options: ComponentResourceOptions = {}) {
    // Previews show what a component was given, policies what it gives: both say the same.
    const said = { stores: stores.map(({ urn }) => urn), consistency, mostLagSeconds };
    super('nospof:index:CopiedState', name, said, options);
    this.registerOutputs(said);
  }
}
