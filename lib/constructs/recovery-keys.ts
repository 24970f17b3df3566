import { Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { DisasterRecoveryProps } from './recovery-props';

/** The key of this Region, and that of the other as far as it can be named from here. */
export interface RecoveryKeys {
  readonly own: kms.IKey;
  /** Known by its alias, since the other Region may be gone when this one is changed. */
  readonly other: kms.IKey;
  readonly alias: string;
}

/** A key for each Region of its own under one alias: neither needs the other to decrypt what it keeps. */
export function addRecoveryKeys(scope: Construct, props: DisasterRecoveryProps): RecoveryKeys {
  const alias = `alias/${props.system}`;
  const own = new kms.Key(scope, 'Key', {
    alias,
    description: `data of ${props.system} in this Region`,
    enableKeyRotation: true,
  });
  const elsewhere = props.role === 'primary' ? props.secondaryRegion : props.primaryRegion;
  const { partition, account } = Stack.of(scope);
  const other = kms.Key.fromKeyArn(scope, 'KeyElsewhere', `arn:${partition}:kms:${elsewhere}:${account}:${alias}`);
  return { own: own as kms.IKey, other, alias };
}
