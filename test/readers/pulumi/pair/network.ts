import * as aws from '@pulumi/aws';
import { ComponentResource, type Output } from '@pulumi/pulumi';

export interface NetworkArgs {
  readonly zones: Output<string[]>;
  /** One NAT gateway in each zone, or one for both. */
  readonly natPerZone: boolean;
}

/** Public and private subnets in two zones; `privateA2` stands in the zone of `privateA`. */
export class Network extends ComponentResource {
  readonly vpc: aws.ec2.Vpc;
  readonly publicA: aws.ec2.Subnet;
  readonly publicB: aws.ec2.Subnet;
  readonly privateA: aws.ec2.Subnet;
  readonly privateA2: aws.ec2.Subnet;
  readonly privateB: aws.ec2.Subnet;

  constructor(name: string, { zones, natPerZone }: NetworkArgs) {
    super('shop:index:Network', name);
    const parent = { parent: this };
    this.vpc = new aws.ec2.Vpc('Vpc', { cidrBlock: '10.0.0.0/16' }, parent);
    const vpcId = this.vpc.id;
    const subnet = (id: string, third: number, zone: number) =>
      new aws.ec2.Subnet(id, { vpcId, cidrBlock: `10.0.${third}.0/24`, availabilityZone: zones[zone] }, parent);
    this.publicA = subnet('PubA', 0, 0);
    this.publicB = subnet('PubB', 1, 1);
    this.privateA = subnet('PrivA', 2, 0);
    this.privateB = subnet('PrivB', 3, 1);
    this.privateA2 = subnet('PrivA2', 4, 0);

    const internet = new aws.ec2.InternetGateway('Igw', { vpcId }, parent);
    const routes = [{ cidrBlock: '0.0.0.0/0', gatewayId: internet.id }];
    const publicTable = new aws.ec2.RouteTable('RtPub', { vpcId, routes }, parent);
    this.associate('RaPubA', this.publicA, publicTable);
    this.associate('RaPubB', this.publicB, publicTable);

    const first = this.wayOut('', this.publicA);
    this.associate('RaPrivA', this.privateA, first);
    this.associate('RaPrivB', this.privateB, natPerZone ? this.wayOut('B', this.publicB) : first);
    this.registerOutputs();
  }

  /** A NAT gateway and the table that leads to it. */
  private wayOut(suffix: string, subnet: aws.ec2.Subnet): aws.ec2.RouteTable {
    const parent = { parent: this };
    const address = new aws.ec2.Eip(`Eip${suffix}`, { domain: 'vpc' }, parent);
    const nat = new aws.ec2.NatGateway(`Nat${suffix}`, { subnetId: subnet.id, allocationId: address.allocationId }, parent);
    const table = new aws.ec2.RouteTable(`RtPriv${suffix}`, { vpcId: this.vpc.id }, parent);
    const to = { routeTableId: table.id, destinationCidrBlock: '0.0.0.0/0', natGatewayId: nat.id };
    new aws.ec2.Route(`RPriv${suffix}`, to, parent);
    return table;
  }

  private associate(id: string, subnet: aws.ec2.Subnet, table: aws.ec2.RouteTable): void {
    new aws.ec2.RouteTableAssociation(id, { subnetId: subnet.id, routeTableId: table.id }, { parent: this });
  }
}
