import { App, Validations } from 'aws-cdk-lib';
import { NoSpof } from 'nospof/cdk-validation';
import { Shop } from './shop';

const app = new App();
Validations.of(app).addPlugins(new NoSpof({ survive: 'zone' }));
new Shop(app, 'shop', { standby: app.node.tryGetContext('standby') === 'true' });
