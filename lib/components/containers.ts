import { Policy } from '@pulumi/aws/appautoscaling/policy';
import { Target } from '@pulumi/aws/appautoscaling/target';
import { LogGroup } from '@pulumi/aws/cloudwatch/logGroup';
import type { Cluster } from '@pulumi/aws/ecs/cluster';
import { Service } from '@pulumi/aws/ecs/service';
import { TaskDefinition } from '@pulumi/aws/ecs/taskDefinition';
import { Role } from '@pulumi/aws/iam/role';
import { RolePolicy } from '@pulumi/aws/iam/rolePolicy';
import { RolePolicyAttachment } from '@pulumi/aws/iam/rolePolicyAttachment';
import { type CustomResourceOptions, interpolate, jsonStringify } from '@pulumi/pulumi';
import type { Built, PoolPlan } from './pool-plan';
import type { ContainerPool } from './pools';
import { RequiredCapacity } from './required-capacity';
import { securityGroup } from './security';
import { trustOf } from './trust';

/** A Fargate service over every zone, rebalanced when a zone comes back, rolled back when a deployment fails. */
export function containers(
  name: string,
  pool: ContainerPool,
  cluster: Cluster,
  plan: PoolPlan,
  options: CustomResourceOptions,
): Built {
  const { network, size, targetGroups, listeners } = plan;
  const group = securityGroup(name, 'containers of the service', network.vpc.id, options);
  const service = new Service(
    name,
    {
      cluster: cluster.arn,
      taskDefinition: taskDefinition(name, pool, plan, options).arn,
      launchType: 'FARGATE',
      networkConfiguration: {
        subnets: network.subnetsOf('private').map(({ id }) => id),
        securityGroups: [group.id],
        assignPublicIp: false,
      },
      loadBalancers: targetGroups.map(({ port, targets }) => ({
        containerName: 'Main',
        containerPort: port,
        targetGroupArn: targets.arn,
      })),
      desiredCount: size.floor,
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      availabilityZoneRebalancing: 'ENABLED',
      healthCheckGracePeriodSeconds: size.bootSeconds,
    },
    // The count belongs to the scaling below: a deployment at peak must not put it back to the floor.
    { ...options, dependsOn: [...listeners], ignoreChanges: ['desiredCount'] },
  );
  const target = new Target(
    name,
    {
      serviceNamespace: 'ecs',
      scalableDimension: 'ecs:service:DesiredCount',
      resourceId: interpolate`service/${cluster.name}/${service.name}`,
      minCapacity: size.floor,
      maxCapacity: size.ceiling,
    },
    options,
  );
  new Policy(
    name,
    {
      policyType: 'TargetTrackingScaling',
      serviceNamespace: 'ecs',
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      targetTrackingScalingPolicyConfiguration: {
        targetValue: size.targetCpuPercent,
        predefinedMetricSpecification: { predefinedMetricType: 'ECSServiceAverageCPUUtilization' },
      },
    },
    options,
  );
  new RequiredCapacity(name, { of: service, units: pool.requiredCapacity }, options);
  return { securityGroup: group };
}

function taskDefinition(
  name: string,
  pool: ContainerPool,
  { network, targetGroups }: PoolPlan,
  options: CustomResourceOptions,
): TaskDefinition {
  const { cpu = 256, memoryMib = 512, environment = {}, secrets = {}, image } = pool;
  const execution = new Role(`${name}-execution`, { assumeRolePolicy: trustOf('ecs-tasks.amazonaws.com') }, options);
  const policyArn = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy';
  new RolePolicyAttachment(`${name}-execution`, { role: execution.name, policyArn }, options);
  if (Object.keys(secrets).length > 0) {
    const statement = { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: Object.values(secrets) };
    const policy = jsonStringify({ Version: '2012-10-17', Statement: [statement] });
    new RolePolicy(`${name}-secrets`, { role: execution.id, policy }, options);
  }
  const task = new Role(`${name}-task`, { assumeRolePolicy: trustOf('ecs-tasks.amazonaws.com') }, options);
  const logs = new LogGroup(name, { retentionInDays: 90 }, options);
  const main = {
    name: 'Main',
    image,
    essential: true,
    portMappings: targetGroups.map(({ port }) => ({ containerPort: port, protocol: 'tcp' })),
    environment: Object.entries(environment).map(([key, value]) => ({ name: key, value })),
    secrets: Object.entries(secrets).map(([key, valueFrom]) => ({ name: key, valueFrom })),
    logConfiguration: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': logs.name,
        'awslogs-region': network.region,
        'awslogs-stream-prefix': name,
        // A log service that does not answer must not stop the application.
        mode: 'non-blocking',
      },
    },
  };
  return new TaskDefinition(
    name,
    {
      family: name,
      cpu: String(cpu),
      memory: String(memoryMib),
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      executionRoleArn: execution.arn,
      taskRoleArn: task.arn,
      containerDefinitions: jsonStringify([main]),
    },
    options,
  );
}
