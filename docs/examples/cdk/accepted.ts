import { type App, Validations } from 'aws-cdk-lib';
import { Shop } from './shop';

/** A shop for trying things out: its orders may be lost. */
export function trialShop(app: App): Shop {
  const trial = new Shop(app, 'trial', { standby: false });
  Validations.of(trial).acknowledge({ id: 'NoSpof::database-without-standby', reason: 'for trying things out only' });
  return trial;
}
