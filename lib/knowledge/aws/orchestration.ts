import type { Facts, FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

/** Executions run in several zones of the region; what the steps call is found in the definition. */
const stateMachine = (source: string): Facts => ({
  noun: 'state machine',
  role: 'compute',
  locality: 'region',
  text: ['Definition', 'DefinitionString', 'DefinitionSubstitutions'],
  source,
  checked,
});

const oneScheduler: Partial<Facts> = {
  units: { count: 1 },
  fix: 'choose an environment class above mw1.micro, with at least 2 schedulers',
};

/** Workflows that the provider runs. */
export const orchestration: FactTable = {
  'AWS::StepFunctions::StateMachine': stateMachine(
    'https://docs.aws.amazon.com/step-functions/latest/dg/disaster-recovery-resiliency.html',
  ),
  'AWS::Serverless::StateMachine': {
    ...stateMachine(
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html',
    ),
    text: ['Definition', 'DefinitionSubstitutions'],
  },
  // Subnets of two zones are demanded. The smallest class has one scheduler, all others at least two.
  'AWS::MWAA::Environment': {
    noun: 'Airflow environment',
    role: 'compute',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['NetworkConfiguration.SubnetIds[]'], enforcedZones: 2 },
    securityGroups: ['NetworkConfiguration.SecurityGroupIds[]'],
    recovery: { kind: 'self-healing', seconds: [60, 600] },
    text: ['AirflowConfigurationOptions'],
    usesEgress: true,
    cases: [
      { when: { EnvironmentClass: 'mw1.micro' }, facts: oneScheduler },
      { when: { Schedulers: 1 }, facts: oneScheduler },
    ],
    fix: 'give the environment subnets in 2 zones',
    source: reference('mwaa-environment'),
    checked,
  },
};
