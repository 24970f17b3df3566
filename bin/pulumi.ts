import { multiCloud } from '../stacks/pulumi/multi-cloud';

/** What the stack hands out. */
export const { url, nameServers, state } = multiCloud();
