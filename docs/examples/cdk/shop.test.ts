import 'nospof/jest';
import { App } from 'aws-cdk-lib';
import { Shop } from './shop';

it('survives the loss of every zone', () => {
  expect(new Shop(new App(), 'shop', { standby: true })).toSurvive('zone');
});
