import { CfnParameter, Fn, NestedStack, Stack, type StackProps } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';

export interface ShopProps extends StackProps {
  /** Least number of web servers; with one, the loss of a zone takes the shop away until another is up. */
  readonly least?: number;
  /** Zones the web servers may use, of the two of the network. */
  readonly zones?: number;
}

/** A public network of two zones. */
export class ShopNetwork extends Stack {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];

  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, props);
    ({ vpcId: this.vpcId, subnetIds: this.subnetIds } = network(this));
  }
}

/** Web servers behind a balancer in a network of two zones; sound unless the properties say otherwise. */
export class Shop extends Stack {
  constructor(scope: Construct, id: string, props: ShopProps & { readonly network?: ShopNetwork } = {}) {
    super(scope, id, props);
    webServers(this, props.network ?? network(this), props);
  }
}

/** As {@link Shop}, in subnets that somebody else made: nothing says which zones they are in. */
export class ForeignShop extends Stack {
  constructor(scope: Construct, id: string, props: ShopProps = {}) {
    super(scope, id, props);
    const parameter = (name: string, type: string) => new CfnParameter(this, name, { type }).valueAsString;
    const subnetIds = ['Near', 'Far'].map((name) => parameter(name, 'AWS::EC2::Subnet::Id'));
    // The balancer stands elsewhere: subnets that it stands in would be of different zones.
    const balancerIds = ['Left', 'Right'].map((name) => parameter(name, 'AWS::EC2::Subnet::Id'));
    webServers(this, { vpcId: parameter('Vpc', 'AWS::EC2::VPC::Id'), subnetIds, balancerIds }, props);
  }
}

/** As {@link Shop}, with the web servers in a nested stack of their own. */
export class NestedShop extends Stack {
  constructor(scope: Construct, id: string, props: ShopProps = {}) {
    super(scope, id, props);
    const { vpcId, subnetIds } = network(this);
    webServers(new NestedStack(this, 'Servers'), { vpcId, subnetIds }, props);
  }
}

interface Network {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  /** Where the balancer stands, if not there. */
  readonly balancerIds?: readonly string[];
}

function network(scope: Construct): Network {
  const vpc = new ec2.CfnVPC(scope, 'Vpc', { cidrBlock: '10.0.0.0/16' });
  const gateway = new ec2.CfnInternetGateway(scope, 'Gateway');
  new ec2.CfnVPCGatewayAttachment(scope, 'Attached', { vpcId: vpc.ref, internetGatewayId: gateway.ref });
  const table = new ec2.CfnRouteTable(scope, 'Table', { vpcId: vpc.ref });
  new ec2.CfnRoute(scope, 'Out', { routeTableId: table.ref, destinationCidrBlock: '0.0.0.0/0', gatewayId: gateway.ref });
  const subnetIds = [0, 1].map((zone) => {
    const subnet = new ec2.CfnSubnet(scope, `Subnet${zone}`, {
      vpcId: vpc.ref,
      cidrBlock: `10.0.${zone}.0/24`,
      availabilityZone: Fn.select(zone, Fn.getAzs()),
    });
    new ec2.CfnSubnetRouteTableAssociation(scope, `Routes${zone}`, { subnetId: subnet.ref, routeTableId: table.ref });
    return subnet.ref;
  });
  return { vpcId: vpc.ref, subnetIds };
}

function webServers(
  scope: Construct,
  { vpcId, subnetIds, balancerIds = subnetIds }: Network,
  { least = 2, zones = 2 }: ShopProps,
): void {
  const balancer = new elb.CfnLoadBalancer(scope, 'Balancer', { scheme: 'internet-facing', subnets: [...balancerIds] });
  const targets = new elb.CfnTargetGroup(scope, 'Targets', {
    vpcId,
    port: 80,
    protocol: 'HTTP',
    healthCheckPath: '/healthy',
    matcher: { httpCode: '200' },
  });
  new elb.CfnListener(scope, 'Listener', {
    loadBalancerArn: balancer.ref,
    port: 80,
    protocol: 'HTTP',
    defaultActions: [{ type: 'forward', targetGroupArn: targets.ref }],
  });
  const launch = new ec2.CfnLaunchTemplate(scope, 'Launch', {
    launchTemplateData: { imageId: 'ami-0123456789abcdef0', instanceType: 'm7g.large' },
  });
  new autoscaling.CfnAutoScalingGroup(scope, 'Web', {
    minSize: String(least),
    maxSize: '4',
    vpcZoneIdentifier: subnetIds.slice(0, zones),
    launchTemplate: { launchTemplateId: launch.ref, version: launch.attrLatestVersionNumber },
    targetGroupArns: [targets.ref],
    healthCheckType: 'ELB',
    healthCheckGracePeriod: 120,
  });
}
