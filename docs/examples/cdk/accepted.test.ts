import { App, Validations } from 'aws-cdk-lib';
import { NoSpof } from 'nospof/cdk-validation';
import { trialShop } from './accepted';

it('lets a finding pass that is accepted where it is made', () => {
  const app = new App();
  Validations.of(app).addPlugins(new NoSpof());
  trialShop(app);
  expect(() => app.synth()).not.toThrow();
  expect(process.exitCode).toBeUndefined();
});
