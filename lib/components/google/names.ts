import { createHash } from 'node:crypto';
import { getStack } from '@pulumi/pulumi';
import type { Fault } from '../../blueprints';

/** Google has 63 characters for a name; some go to what is put behind it. */
const LONGEST = 40;

/** The fault of a name that Google would refuse when it is deployed. */
export function faultOfName(name: string): Fault | undefined {
  if (/^[a-z](?:[-a-z0-9]*[a-z0-9])?$/.test(name) && name.length <= LONGEST) return undefined;
  return {
    found: `the name is "${name}"`,
    bound: `names on Google Cloud are lower case letters, digits and hyphens that start with a letter, ${LONGEST} at most here`,
    wayOut: 'rename it, to "shop" for instance',
  };
}

/** The id of a service account: unique in the project, so that stacks which share one do not meet, and 6 to 30 long. */
export function accountIdOf(name: string): string {
  const whole = `${name}-${getStack()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}`.replace(/-$/, '');
  if (whole.length < 6) return `${whole}-units`;
  if (whole.length <= 30) return whole;
  return `${whole.slice(0, 20)}-${createHash('sha256').update(whole).digest('hex').slice(0, 8)}`;
}
