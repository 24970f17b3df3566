import type { Facts, FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

const lambda = 'https://docs.aws.amazon.com/lambda/latest/dg/';

/** A function runs in every zone of the region, or in every zone of the subnets that it is given. */
const lambdaFunction: Facts = {
  noun: 'Lambda function',
  role: 'compute',
  names: ['FunctionName'],
  locality: 'region',
  units: { count: 'per-subnet' },
  placement: { subnets: ['VpcConfig.SubnetIds[]'] },
  recovery: { kind: 'self-healing' },
  needs: [
    { path: 'FileSystemConfigs[].Arn', kind: 'hard', because: 'it mounts the file system' },
    // Through the access point, so that the mount target of each zone is looked at.
    { path: 'FileSystemConfigs[].Arn->FileSystemId', kind: 'hard', because: 'it mounts the file system' },
  ],
  text: ['Environment.Variables'],
  runsAs: ['Role'],
  securityGroups: ['VpcConfig.SecurityGroupIds[]'],
  usesEgress: true,
  source: `${lambda}security-resilience.html`,
  checked,
};

/** A name for a function: what calls it calls the function. */
const nameOfFunction = (noun: string, page: string): Facts => ({
  noun,
  role: 'configuration',
  locality: 'none',
  needs: [{ path: 'FunctionName', kind: 'hard', because: 'it is a name of the function' }],
  carries: ['FunctionName'],
  inert: true,
  source: `${lambda}${page}.html`,
  checked,
});

/** Lambda, and the functions of the Serverless Application Model. */
export const functions: FactTable = {
  'AWS::Lambda::Alias': nameOfFunction('function alias', 'configuration-aliases'),
  'AWS::Lambda::CapacityProvider': {
    noun: 'Lambda capacity provider',
    role: 'compute',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['VpcConfig.SubnetIds[]'] },
    securityGroups: ['VpcConfig.SecurityGroupIds[]'],
    recovery: { kind: 'self-healing' },
    usesEgress: true,
    source: reference('lambda-capacityprovider'),
    checked,
  },
  // What waits in the source is not lost while the function is down, and the other way round.
  'AWS::Lambda::EventSourceMapping': {
    noun: 'event source mapping',
    role: 'configuration',
    locality: 'none',
    links: [{ from: 'FunctionName', to: ['EventSourceArn'], kind: 'soft', because: 'events come from it' }],
    inert: true,
    source: `${lambda}invocation-eventsourcemapping.html`,
    checked,
  },
  'AWS::Lambda::Function': {
    ...lambdaFunction,
    needs: [
      ...(lambdaFunction.needs ?? []),
      {
        path: 'CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn',
        kind: 'hard',
        because: 'it runs on its instances',
      },
    ],
    cases: [{ when: { VpcConfig: 'absent' }, facts: { usesEgress: false } }],
  },
  'AWS::Lambda::Url': {
    noun: 'function URL',
    role: 'configuration',
    locality: 'none',
    needs: [{ path: 'TargetFunctionArn', kind: 'hard', because: 'the URL calls it' }],
    carries: ['TargetFunctionArn'],
    inert: true,
    source: `${lambda}urls-configuration.html`,
    checked,
  },
  'AWS::Lambda::Version': nameOfFunction('function version', 'configuration-versions'),
  'AWS::Serverless::Function': {
    ...lambdaFunction,
    cases: [{ when: { VpcConfig: 'absent' }, facts: { usesEgress: false } }],
    source: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html',
  },
};
