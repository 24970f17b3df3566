import * as aws from '@pulumi/aws';
import { Config } from '@pulumi/pulumi';
import { Network } from './network';

const repaired = new Config().requireBoolean('repaired');

const zones = aws.getAvailabilityZonesOutput({ state: 'available' }).names;
const { vpc, publicA, publicB, privateA, privateA2, privateB } = new Network('Shop', { zones, natPerZone: repaired });

const securityGroup = new aws.ec2.SecurityGroup('Sg', { description: 'web', vpcId: vpc.id });
const balancer = new aws.lb.LoadBalancer('Alb', {
  subnets: [publicA.id, publicB.id],
  securityGroups: [securityGroup.id],
  enableDeletionProtection: true,
});
const pool = new aws.lb.TargetGroup('Tg', {
  vpcId: vpc.id,
  protocol: 'HTTP',
  port: 80,
  healthCheck: repaired ? { path: '/healthz', matcher: '200' } : { path: '/', matcher: '200-499' },
});
new aws.lb.Listener('Lis', {
  loadBalancerArn: balancer.arn,
  port: 80,
  protocol: 'HTTP',
  defaultActions: [{ type: 'forward', targetGroupArn: pool.arn }],
});

const template = new aws.ec2.LaunchTemplate('Lt', { imageId: 'ami-0123456789abcdef0', instanceType: 'm5.large' });
new aws.autoscaling.Group('Asg', {
  minSize: repaired ? 4 : 1,
  maxSize: repaired ? 8 : 1,
  vpcZoneIdentifiers: [privateA.id, repaired ? privateB.id : privateA2.id],
  launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
  targetGroupArns: [pool.arn],
  healthCheckType: 'ELB',
  healthCheckGracePeriod: 120,
});

const databaseSubnets = new aws.rds.SubnetGroup('DbSubnets', { subnetIds: [privateA.id, privateB.id] });
const database = new aws.rds.Cluster('Aurora', {
  engine: 'aurora-postgresql',
  masterUsername: 'adm',
  manageMasterUserPassword: true,
  dbSubnetGroupName: databaseSubnets.name,
  backupRetentionPeriod: 14,
  deletionProtection: true,
  storageEncrypted: true,
});
const instance = { clusterIdentifier: database.id, engine: 'aurora-postgresql', instanceClass: 'db.r6g.large' } as const;
new aws.rds.ClusterInstance('AuroraW', { ...instance, ...(repaired && { availabilityZone: privateA.availabilityZone }) });
if (repaired) new aws.rds.ClusterInstance('AuroraR', { ...instance, availabilityZone: privateB.availabilityZone });

new aws.ec2.VpcEndpoint('Ep', {
  vpcId: vpc.id,
  vpcEndpointType: 'Interface',
  serviceName: 'com.amazonaws.us-east-1.secretsmanager',
  subnetIds: repaired ? [privateA.id, privateB.id] : [privateA.id],
  privateDnsEnabled: true,
});

const gateway = new aws.ec2.VpnGateway('Vgw', {});
for (const [at, ipAddress] of (repaired ? ['203.0.113.10', '203.0.113.20'] : ['203.0.113.10']).entries()) {
  const suffix = at === 0 ? '' : String(at + 1);
  const device = new aws.ec2.CustomerGateway(`Cgw${suffix}`, { bgpAsn: '65000', ipAddress, type: 'ipsec.1' });
  new aws.ec2.VpnConnection(`Vpn${suffix}`, { type: 'ipsec.1', customerGatewayId: device.id, vpnGatewayId: gateway.id });
}

const zone = new aws.route53.Zone('Zone', { name: 'example.com' });
const record = { zoneId: zone.zoneId, name: 'app.example.com', type: 'A' } as const;
new aws.route53.Record('Rec', {
  ...record,
  setIdentifier: 'p',
  failoverRoutingPolicies: [{ type: 'PRIMARY' }],
  aliases: [{ name: balancer.dnsName, zoneId: balancer.zoneId, evaluateTargetHealth: repaired }],
});
if (repaired) {
  new aws.route53.Record('Rec2', {
    ...record,
    setIdentifier: 's',
    failoverRoutingPolicies: [{ type: 'SECONDARY' }],
    aliases: [{ name: 'dr-alb.eu-west-1.elb.amazonaws.com', zoneId: 'Z32O12XQLNTSW2', evaluateTargetHealth: true }],
  });
}

export const url = balancer.dnsName;
