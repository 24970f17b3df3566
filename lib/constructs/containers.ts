import { Duration } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as efs from 'aws-cdk-lib/aws-efs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { SizedPool } from '../blueprints';
import type { ContainerPool } from './pools';
import { declareRequiredCapacity } from './required-capacity';
import type { ResilientNetwork } from './resilient-network';

export interface ContainersProps {
  readonly network: ResilientNetwork;
  readonly cluster: ecs.ICluster;
  readonly pool: ContainerPool;
  readonly size: SizedPool;
  /** Ports that the container listens on. */
  readonly ports: readonly number[];
}

/** A Fargate service over every zone, rebalanced when a zone comes back, rolled back when a deployment fails. */
export class Containers extends Construct {
  readonly service: ecs.FargateService;
  readonly scaling: ecs.ScalableTaskCount;

  constructor(scope: Construct, id: string, { network, cluster, pool, size, ports }: ContainersProps) {
    super(scope, id);
    const taskDefinition = new ecs.FargateTaskDefinition(this, 'Task', {
      cpu: pool.cpu ?? 256,
      memoryLimitMiB: pool.memoryMib ?? 512,
    });
    const container = taskDefinition.addContainer('Main', {
      image: pool.image,
      portMappings: ports.map((containerPort) => ({ containerPort })),
      environment: { ...pool.environment },
      secrets: { ...pool.secrets },
      logging: ecs.LogDriver.awsLogs({
        streamPrefix: id,
        logGroup: new logs.LogGroup(this, 'Logs', { retention: logs.RetentionDays.THREE_MONTHS }),
        // A log service that does not answer must not stop the application.
        mode: ecs.AwsLogDriverMode.NON_BLOCKING,
      }),
    });
    for (const [path, folder] of Object.entries(pool.mounts ?? {})) mount(taskDefinition, container, path, folder);
    this.service = new ecs.FargateService(this, 'Service', {
      cluster,
      taskDefinition,
      vpcSubnets: network.subnetsOf('private'),
      assignPublicIp: false,
      // The count belongs to the scaling below: a deployment at peak must not put it back to the floor. What sleeps is
      // not to start with the one task that ECS would start by itself.
      ...(pool.dormant ? { desiredCount: 0 } : {}),
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { rollback: true },
      availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
      healthCheckGracePeriod: Duration.seconds(size.bootSeconds),
    });
    if (!pool.dormant) declareRequiredCapacity(this.service, pool.requiredCapacity);
    this.scaling = this.service.autoScaleTaskCount({ minCapacity: size.floor, maxCapacity: size.ceiling });
    this.scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: size.targetCpuPercent });
  }
}

function mount(
  task: ecs.TaskDefinition,
  container: ecs.ContainerDefinition,
  containerPath: string,
  folder: efs.IAccessPoint,
): void {
  const name = `files${containerPath.replace(/[^A-Za-z0-9]+/g, '-')}`;
  task.addVolume({
    name,
    efsVolumeConfiguration: {
      fileSystemId: folder.fileSystem.fileSystemId,
      transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId: folder.accessPointId, iam: 'ENABLED' },
    },
  });
  container.addMountPoints({ sourceVolume: name, containerPath, readOnly: false });
  folder.fileSystem.grantReadWrite(task.taskRole);
}
