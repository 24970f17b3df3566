import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  type DisasterRecoveryProps,
  DisasterRecovery as Recovery,
  type RecoveryStore,
  type RecoveryStrategy,
} from '../lib/constructs';

/** Objectives that each strategy keeps: the longest outage and the longest stretch of lost data [s]. */
const OBJECTIVES: Readonly<Record<RecoveryStrategy, readonly [number, number]>> = {
  'active-active': [120, 900],
  'warm-standby': [420, 900],
  'pilot-light': [3600, 900],
  'backup-and-restore': [21_600, 18_000],
};

export interface DisasterRecoveryStackProps extends StackProps {
  /**
   * How the second Region stands by.
   * @default - context value `strategy`, or warm-standby
   */
  readonly strategy?: RecoveryStrategy;
  /**
   * What keeps the state; a database suits warm-standby and pilot-light.
   * @default - context value `store`, or table
   */
  readonly store?: RecoveryStore;
  /**
   * The second Region takes over: what slept runs at full size.
   * @default - context value `activated`, or false
   */
  readonly activated?: boolean;
}

/**
 * One of two Regions that stand in for each other. `disaster-recovery-secondary` comes first, because the first Region
 * copies into it; the very first time with `-c firstDeployment=true`, because it cannot copy back yet, and then once more
 * without. In the event, pilot-light and backup-and-restore are brought up by
 * `cdk deploy disaster-recovery-secondary -c activated=true`, which asks nothing of the lost Region.
 */
export class DisasterRecovery extends Stack {
  readonly recovery: Recovery;

  constructor(scope: Construct, id: string, role: 'primary' | 'secondary', props: DisasterRecoveryStackProps = {}) {
    const setting = (name: string, otherwise: string) => String(scope.node.tryGetContext(name) ?? otherwise);
    const primaryRegion = setting('primaryRegion', 'eu-west-1');
    const secondaryRegion = setting('secondaryRegion', 'eu-central-1');
    const strategy = props.strategy ?? (setting('strategy', 'warm-standby') as RecoveryStrategy);
    const region = role === 'primary' ? primaryRegion : secondaryRegion;
    super(scope, id, { description: `nospof: ${strategy}, the ${role} Region`, ...props, env: { ...props.env, region } });
    const store = props.store ?? (setting('store', 'table') as RecoveryStore);
    const [recoveryTimeSeconds, recoveryPointSeconds] = OBJECTIVES[strategy] ?? [0, 0];
    const imageTag: unknown = this.node.tryGetContext('imageTag');
    const shared: Omit<DisasterRecoveryProps, 'role'> = {
      strategy,
      primaryRegion,
      secondaryRegion,
      store,
      // Somebody has to make the second Region the writer of a database.
      recoveryTimeSeconds: recoveryTimeSeconds + (store === 'aurora' ? 2400 : 0),
      recoveryPointSeconds,
      system: setting('system', 'nospof-shop'),
      zone: { hostedZoneId: setting('hostedZoneId', 'Z0000000EXAMPLE'), zoneName: setting('zoneName', 'shop.example') },
      requiredCapacity: 4,
      standbyCapacity: 2,
      activated: props.activated ?? setting('activated', 'false') === 'true',
      firstDeployment: setting('firstDeployment', 'false') === 'true',
      healthCheck: { path: '/', contains: 'nginx' },
      ...(typeof imageTag === 'string' ? { imageTag } : {}),
    };
    this.recovery = new Recovery(this, 'Region', { ...shared, role });
  }
}
