import * as aws from '@pulumi/aws';
import { Config } from '@pulumi/pulumi';

const zones = aws.getAvailabilityZonesOutput({ state: 'available' });
const vpc = new aws.ec2.Vpc('shop', { cidrBlock: '10.0.0.0/16' });
const subnets = [0, 1].map(
  (n) =>
    new aws.ec2.Subnet(`private-${n}`, {
      vpcId: vpc.id,
      cidrBlock: `10.0.${n}.0/24`,
      availabilityZone: zones.names.apply((names) => names[n] ?? ''),
    }),
);

const group = new aws.rds.SubnetGroup('orders', { subnetIds: subnets.map(({ id }) => id) });
const orders = new aws.rds.Instance('orders', {
  engine: 'postgres',
  instanceClass: 'db.m7g.large',
  allocatedStorage: 100,
  username: 'shop',
  manageMasterUserPassword: true,
  dbSubnetGroupName: group.name,
  backupRetentionPeriod: 14,
  multiAz: new Config().getBoolean('standby') ?? false,
});

export const endpoint = orders.endpoint;
