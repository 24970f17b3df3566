import { ComponentResource, type ComponentResourceOptions, type Resource } from '@pulumi/pulumi';

/** What a group is for. */
export interface RequiredCapacityProps {
  /** The group: an Auto Scaling group, a service of containers, an instance group manager. */
  readonly of: Resource;
  /** Units that must be left when a zone is lost [units]. */
  readonly units: number;
}

/**
 * Says beside a group how many of its units must be left when a zone is lost, so that whoever judges the program can hold
 * the size of the group against what it is for. Exists in the state of the stack only: nothing is deployed for it.
 */
export class RequiredCapacity extends ComponentResource {
  constructor(name: string, { of, units }: RequiredCapacityProps, options: ComponentResourceOptions = {}) {
    // Previews show what a component was given, policies what it gives: both say the same.
    const said = { of: of.urn, units };
    super('nospof:index:RequiredCapacity', name, said, options);
    this.registerOutputs(said);
  }
}
