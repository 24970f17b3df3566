import { Duration, Stack } from 'aws-cdk-lib';
import { AdditionalHealthCheckType, AutoScalingGroup, HealthChecks } from 'aws-cdk-lib/aws-autoscaling';
import { InstanceType, MachineImage, Port, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { DatabaseInstance, DatabaseInstanceEngine, PostgresEngineVersion } from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';

/** Web servers behind a load balancer, and the database of the orders, over two zones. */
export class Shop extends Stack {
  constructor(scope: Construct, id: string, props: { readonly standby: boolean }) {
    super(scope, id);
    const vpc = new Vpc(this, 'Vpc', { maxAzs: 2 });
    const web = new AutoScalingGroup(this, 'Web', {
      vpc,
      instanceType: new InstanceType('m7g.large'),
      machineImage: MachineImage.genericLinux({ 'us-east-1': 'ami-0123456789abcdef0' }),
      minCapacity: 4,
      maxCapacity: 8,
      healthChecks: HealthChecks.withAdditionalChecks({
        additionalTypes: [AdditionalHealthCheckType.ELB],
        gracePeriod: Duration.minutes(2),
      }),
    });
    const balancer = new ApplicationLoadBalancer(this, 'Balancer', { vpc, internetFacing: true });
    balancer.addListener('Http', { port: 80 }).addTargets('Web', {
      port: 80,
      targets: [web],
      healthCheck: { path: '/health', healthyHttpCodes: '200' },
    });
    const orders = new DatabaseInstance(this, 'Orders', {
      vpc,
      engine: DatabaseInstanceEngine.postgres({ version: PostgresEngineVersion.VER_16 }),
      storageEncrypted: true,
      multiAz: props.standby,
      backupRetention: Duration.days(14),
    });
    orders.connections.allowFrom(web, Port.tcp(5432));
  }
}
