import { CfnOutput, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';

/**
 * What not to build. The same web service with everything in one zone: one NAT gateway, a group that may shrink to one,
 * a database without a standby and without backups, a scheduler alone on one instance, a health check that takes error
 * pages for healthy, and a balancer that has a second zone only because AWS demands it. Every kind of fault that
 * nospof knows at the level of a zone stands here on purpose; nothing of it is to be copied.
 */
export class SingleZoneBaseline extends Stack {
  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, { description: 'nospof: deliberately fragile, to see what breaks', ...props });
    const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.9.0.0/16', enableDnsHostnames: true });
    const gateway = new ec2.CfnInternetGateway(this, 'Gateway');
    const attachment = new ec2.CfnVPCGatewayAttachment(this, 'GatewayAttachment', {
      vpcId: vpc.ref,
      internetGatewayId: gateway.ref,
    });
    const subnet = (name: string, zone: number, cidrBlock: string) =>
      new ec2.CfnSubnet(this, name, { vpcId: vpc.ref, cidrBlock, availabilityZone: Fn.select(zone, Fn.getAzs()) });

    const front = subnet('Front', 0, '10.9.0.0/24');
    const frontElsewhere = subnet('FrontElsewhere', 1, '10.9.1.0/24');
    const inside = subnet('Inside', 0, '10.9.2.0/24');
    const insideElsewhere = subnet('InsideElsewhere', 1, '10.9.3.0/24');
    const outward = this.routes('Outward', vpc, [front, frontElsewhere]);
    const inward = this.routes('Inward', vpc, [inside, insideElsewhere]);
    new ec2.CfnRoute(this, 'OutwardRoute', {
      routeTableId: outward.ref,
      destinationCidrBlock: '0.0.0.0/0',
      gatewayId: gateway.ref,
    }).addResourceDependency(attachment);
    const address = new ec2.CfnEIP(this, 'NatAddress', { domain: 'vpc' });
    const nat = new ec2.CfnNatGateway(this, 'Nat', { subnetId: front.ref, allocationId: address.attrAllocationId });
    new ec2.CfnRoute(this, 'InwardRoute', {
      routeTableId: inward.ref,
      destinationCidrBlock: '0.0.0.0/0',
      natGatewayId: nat.ref,
    });

    const web = this.securityGroup('WebSecurityGroup', vpc, 'the web servers', 5000, '10.9.0.0/16');
    const balancer = this.balancer(vpc, [front, frontElsewhere]);
    const database = this.database(vpc, [inside, insideElsewhere]);
    const image = ec2.MachineImage.latestAmazonLinux2023({ cpuType: ec2.AmazonLinuxCpuType.ARM_64 }).getImage(this).imageId;
    const userData = Fn.base64(`#!/bin/bash\necho DATABASE_HOST=${database.attrEndpointAddress} > /etc/web.env\n`);
    const template = new ec2.CfnLaunchTemplate(this, 'WebTemplate', {
      launchTemplateData: {
        imageId: image,
        instanceType: 't4g.small',
        securityGroupIds: [web.ref],
        metadataOptions: { httpTokens: 'required' },
        userData,
      },
    });
    new autoscaling.CfnAutoScalingGroup(this, 'WebGroup', {
      minSize: '1',
      maxSize: '4',
      vpcZoneIdentifier: [inside.ref],
      launchTemplate: { launchTemplateId: template.ref, version: template.attrLatestVersionNumber },
      targetGroupArns: [balancer.targets.ref],
    });
    new ec2.CfnInstance(this, 'Scheduler', {
      imageId: image,
      instanceType: 't4g.small',
      subnetId: inside.ref,
      securityGroupIds: [web.ref],
      userData,
    });
    new CfnOutput(this, 'Address', { value: balancer.name });
  }

  private routes(id: string, vpc: ec2.CfnVPC, subnets: readonly ec2.CfnSubnet[]): ec2.CfnRouteTable {
    const table = new ec2.CfnRouteTable(this, id, { vpcId: vpc.ref });
    for (const subnet of subnets) {
      new ec2.CfnSubnetRouteTableAssociation(this, `${subnet.node.id}Routes`, { subnetId: subnet.ref, routeTableId: table.ref });
    }
    return table;
  }

  private securityGroup(
    id: string,
    vpc: ec2.CfnVPC,
    groupDescription: string,
    port: number,
    cidrIp: string,
  ): ec2.CfnSecurityGroup {
    return new ec2.CfnSecurityGroup(this, id, {
      vpcId: vpc.ref,
      groupDescription,
      securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: port, toPort: port, cidrIp }],
    });
  }

  private balancer(
    vpc: ec2.CfnVPC,
    subnets: readonly ec2.CfnSubnet[],
  ): { readonly targets: elb.CfnTargetGroup; readonly name: string } {
    const group = this.securityGroup('BalancerSecurityGroup', vpc, 'the balancer', 80, '0.0.0.0/0');
    const loadBalancer = new elb.CfnLoadBalancer(this, 'Balancer', {
      scheme: 'internet-facing',
      subnets: subnets.map(({ ref }) => ref),
      securityGroups: [group.ref],
    });
    const targets = new elb.CfnTargetGroup(this, 'Targets', {
      vpcId: vpc.ref,
      port: 5000,
      protocol: 'HTTP',
      healthCheckPath: '/',
      // Takes "not found" and "forbidden" for healthy, and needs five minutes to notice anything.
      matcher: { httpCode: '200-499' },
      healthCheckIntervalSeconds: 60,
      unhealthyThresholdCount: 5,
    });
    new elb.CfnListener(this, 'Listener', {
      loadBalancerArn: loadBalancer.ref,
      port: 80,
      protocol: 'HTTP',
      defaultActions: [{ type: 'forward', targetGroupArn: targets.ref }],
    });
    return { targets, name: loadBalancer.attrDnsName };
  }

  private database(vpc: ec2.CfnVPC, subnets: readonly ec2.CfnSubnet[]): rds.CfnDBInstance {
    const group = this.securityGroup('DatabaseSecurityGroup', vpc, 'the database', 5432, '10.9.0.0/16');
    const subnetGroup = new rds.CfnDBSubnetGroup(this, 'DatabaseSubnets', {
      dbSubnetGroupDescription: 'two zones because RDS demands it; the database uses one',
      subnetIds: subnets.map(({ ref }) => ref),
    });
    const database = new rds.CfnDBInstance(this, 'Database', {
      engine: 'postgres',
      dbInstanceClass: 'db.t4g.medium',
      allocatedStorage: '20',
      dbSubnetGroupName: subnetGroup.ref,
      vpcSecurityGroups: [group.ref],
      availabilityZone: Fn.select(0, Fn.getAzs()),
      multiAz: false,
      backupRetentionPeriod: 0,
      masterUsername: 'master',
      manageMasterUserPassword: true,
      storageEncrypted: true,
    });
    database.applyRemovalPolicy(RemovalPolicy.DESTROY);
    return database;
  }
}
