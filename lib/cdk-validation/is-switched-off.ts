import type { IConstruct } from 'constructs';
import type { Host } from './host';
import type { NoSpofProps } from './props';

const OFF: readonly unknown[] = [false, 'false', 'off', '0', 'no'];

/** Any of the three switches is enough: the property, the context key (`cdk synth -c nospof:enabled=false`), the variable. */
export function isSwitchedOff(props: NoSpofProps, app: IConstruct | undefined, env: Host['env']): boolean {
  return [props.enabled, app?.node.tryGetContext('nospof:enabled'), env.NOSPOF?.toLowerCase()].some((said) => OFF.includes(said));
}
