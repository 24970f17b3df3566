import type { Facts, FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

const parameters = 'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html';
const secrets = 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html';

/** Holds a value, and who reads it means what the value names. */
const vehicle = (noun: string, carries: readonly string[], source: string): Facts => ({
  noun,
  role: 'configuration',
  locality: 'region',
  carries,
  inert: true,
  source,
  checked,
});

/** Another name for something that runs. */
const nameOf = (noun: string, path: string, source: string): Facts => ({
  ...vehicle(noun, [path], source),
  needs: [{ path, kind: 'hard', because: 'it is a name of it' }],
});

/** What carries the address of something else: parameters, secrets, aliases. */
export const vehicles: FactTable = {
  'AWS::Bedrock::AgentAlias': nameOf('agent alias', 'AgentId', reference('bedrock-agentalias')),
  'AWS::Bedrock::FlowAlias': nameOf('flow alias', 'FlowArn', reference('bedrock-flowalias')),
  'AWS::SSM::Parameter': { ...vehicle('parameter', ['Value'], parameters), names: ['Name'] },
  'AWS::SecretsManager::Secret': {
    ...vehicle('secret', ['SecretString', 'GenerateSecretString.SecretStringTemplate'], secrets),
    names: ['Name'],
    arn: { service: 'secretsmanager', before: 'secret:', name: 'Name' },
    needs: [{ path: 'KmsKeyId', kind: 'hard', because: 'what it keeps is opened with this key' }],
    // Each replica has a key of its own.
    cases: [
      {
        when: { ReplicaRegions: 'present' },
        facts: { locality: 'many-regions', regions: ['ReplicaRegions[].Region'], needs: [] },
      },
    ],
  },
  'AWS::SecretsManager::SecretTargetAttachment': vehicle('secret attachment', ['TargetId'], secrets),
  'AWS::StepFunctions::StateMachineAlias': nameOf(
    'state machine alias',
    'RoutingConfiguration[].StateMachineVersionArn',
    reference('stepfunctions-statemachinealias'),
  ),
  'AWS::StepFunctions::StateMachineVersion': nameOf(
    'state machine version',
    'StateMachineArn',
    reference('stepfunctions-statemachineversion'),
  ),
};
