import type { SettingTable } from '../../setting';
import { freeName, given, on, scaled } from './shorthand';

const containers = 'ContainerDefinitions[]';

/** Tasks, services, clusters, functions and what deploys them. */
export const containerSettings: SettingTable = {
  'AWS::CodeDeploy::DeploymentGroup': [
    on('deployment-without-rollback', 'AutoRollbackConfiguration.Enabled'),
    {
      kind: 'deployment-all-at-once',
      path: 'DeploymentConfigName',
      good: { not: ['CodeDeployDefault.AllAtOnce', 'CodeDeployDefault.ECSAllAtOnce', 'CodeDeployDefault.LambdaAllAtOnce'] },
      absent: 'good',
    },
  ],
  'AWS::ECS::Service': [
    // With LATEST and without a strategy the scheduler spreads over zones by itself.
    {
      kind: 'placement-packs-one-zone',
      path: 'PlacementStrategies[Type!=random,Type!=spread].Type',
      good: 'absent',
      absent: 'good',
      when: { 'PlacementStrategies[Field=attribute:ecs.availability-zone].Type': 'absent' },
    },
    on('deployment-without-rollback', 'DeploymentConfiguration.DeploymentCircuitBreaker.Rollback', {
      when: { 'DeploymentController.Type': 'absent', SchedulingStrategy: 'absent' },
    }),
    scaled({ when: { SchedulingStrategy: 'absent' } }),
    freeName('ServiceName'),
  ],
  'AWS::ECS::TaskDefinition': [
    given('container-health-check-missing', 'HealthCheck', { each: containers }),
    {
      kind: 'logs-block-the-app',
      each: containers,
      path: 'LogConfiguration.Options.mode',
      good: { not: ['blocking'] },
      absent: 'good',
    },
    given('memory-limit-missing', 'Memory', { each: containers, when: { Memory: 'absent' } }),
  ],
  'AWS::EKS::Cluster': [on('deletion-protection-off', 'DeletionProtection'), freeName('Name')],
  'AWS::Lambda::EventSourceMapping': [
    {
      kind: 'visibility-shorter-than-function',
      path: 'EventSourceArn->VisibilityTimeout',
      good: { times: 6, of: 'FunctionName->Timeout', absent: 3 },
      absent: 30,
      onlyFor: { path: 'EventSourceArn', type: 'AWS::SQS::Queue' },
    },
    given('dead-letters-dropped', 'DestinationConfig.OnFailure.Destination', {
      onlyFor: { path: 'EventSourceArn', type: 'AWS::Kinesis::Stream' },
    }),
  ],
  'AWS::Lambda::Function': [
    given('concurrency-unreserved', 'ReservedConcurrentExecutions'),
    given('timeout-left-to-default', 'Timeout'),
    given('dead-letters-dropped', 'DeadLetterConfig.TargetArn', {
      orNamedBy: [
        {
          type: 'AWS::Lambda::EventInvokeConfig',
          path: 'FunctionName',
          when: { 'DestinationConfig.OnFailure.Destination': 'present' },
        },
      ],
    }),
    freeName('FunctionName'),
  ],
};
