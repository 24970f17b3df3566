import type { RouteTable } from '@pulumi/aws/ec2/routeTable';
import { SecurityGroup } from '@pulumi/aws/ec2/securityGroup';
import type { Subnet } from '@pulumi/aws/ec2/subnet';
import type { Vpc } from '@pulumi/aws/ec2/vpc';
import { VpcEndpoint } from '@pulumi/aws/ec2/vpcEndpoint';
import { type CustomResourceOptions, interpolate, type Output } from '@pulumi/pulumi';
import type { NetworkTier } from '../blueprints';

/** What endpoints need to know of their network. */
interface Network {
  readonly vpc: Vpc;
  readonly region: Output<string>;
  readonly cidr: string;
  readonly tiers: readonly NetworkTier[];
  subnetsOf(tier: NetworkTier): readonly Subnet[];
}

/** Endpoints for S3 and DynamoDB in every route table. */
export function addGatewayEndpoints(
  name: string,
  { vpc, region }: Network,
  tables: readonly RouteTable[],
  options: CustomResourceOptions,
): void {
  for (const service of ['s3', 'dynamodb']) {
    new VpcEndpoint(
      `${name}-${service}`,
      {
        vpcId: vpc.id,
        vpcEndpointType: 'Gateway',
        serviceName: interpolate`com.amazonaws.${region}.${service}`,
        routeTableIds: tables.map(({ id }) => id),
      },
      options,
    );
  }
}

/** Endpoints with a leg in every zone, open to the network. */
export function addInterfaceEndpoints(
  name: string,
  network: Network,
  services: readonly string[],
  options: CustomResourceOptions,
): void {
  const { vpc, region, cidr, tiers } = network;
  const tier = (['private', 'isolated', 'public'] as const).find((candidate) => tiers.includes(candidate)) ?? 'private';
  for (const service of services) {
    const id = `${name}-${service.replaceAll('.', '-')}`;
    const group = new SecurityGroup(
      id,
      {
        vpcId: vpc.id,
        description: 'the endpoint',
        ingress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, cidrBlocks: [cidr], description: 'from inside the network' }],
      },
      options,
    );
    new VpcEndpoint(
      id,
      {
        vpcId: vpc.id,
        vpcEndpointType: 'Interface',
        serviceName: interpolate`com.amazonaws.${region}.${service}`,
        subnetIds: network.subnetsOf(tier).map(({ id: subnetId }) => subnetId),
        securityGroupIds: [group.id],
        privateDnsEnabled: true,
      },
      options,
    );
  }
}
