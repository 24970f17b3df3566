import { CfnOutput, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { AnycastFrontDoor as Anycast, CachedFrontDoor, LoadBalancedService, ResilientNetwork } from '../lib/constructs';

/** Name of the table that both Regions write. */
const TABLE = 'nospof-visits';
const LISTENER = 'Listener';
const ORIGIN = 'Origin';

/**
 * One of two Regions behind the same two addresses. Deploy `anycast-front-door` first: it makes the addresses that
 * `anycast-front-door-second` joins, and a cached way in beside them.
 */
export class AnycastFrontDoor extends Stack {
  constructor(scope: Construct, id: string, first: AnycastFrontDoor | undefined, props: StackProps = {}) {
    const setting = (name: string, otherwise: string) => String(scope.node.tryGetContext(name) ?? otherwise);
    const firstRegion = setting('primaryRegion', 'eu-west-1');
    const secondRegion = setting('secondaryRegion', 'eu-central-1');
    const region = first === undefined ? firstRegion : secondRegion;
    super(scope, id, { description: 'nospof: two Regions behind the same addresses', ...props, env: { ...props.env, region } });
    const table =
      first === undefined
        ? new dynamodb.TableV2(this, 'Visits', {
            tableName: TABLE,
            partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
            deletionProtection: true,
            pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
            replicas: [{ region: secondRegion }],
          })
        : dynamodb.TableV2.fromTableName(this, 'Visits', TABLE);
    const service = new LoadBalancedService(this, 'Service', {
      network: new ResilientNetwork(this, 'Network', { cidr: first === undefined ? '10.0.0.0/16' : '10.1.0.0/16' }),
      pools: {
        web: {
          kind: 'containers',
          image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29'),
          requiredCapacity: 2,
          environment: { TABLE: table.tableName },
        },
      },
    });
    const role = service.pools.web?.role;
    if (role !== undefined) table.grantReadWriteData(role);
    const door = new Anycast(this, 'FrontDoor', {
      service,
      region,
      ...(first === undefined ? {} : { listenerArn: Fn.getStackOutput(first.stackName, LISTENER, firstRegion) }),
    });
    new CfnOutput(this, ORIGIN, { value: service.loadBalancer.loadBalancerDnsName });
    if (first === undefined) {
      new CfnOutput(this, LISTENER, { value: door.listenerArn, description: 'the second Region joins this' });
      new CfnOutput(this, 'Addresses', { value: Fn.join(' ', door.accelerator?.attrIpv4Addresses ?? []) });
      return;
    }
    const elsewhere = Fn.getStackOutput(first.stackName, ORIGIN, firstRegion);
    new CachedFrontDoor(this, 'Cache', { origins: [elsewhere, service.loadBalancer.loadBalancerDnsName] });
  }
}
