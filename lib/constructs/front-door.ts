import { Duration } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as accelerator from 'aws-cdk-lib/aws-globalaccelerator';
import { Construct } from 'constructs';
import { type Fault, faultOfCount, refuse, type Span } from '../blueprints';
import type { LoadBalancedService } from './load-balanced-service';

export interface AnycastFrontDoorProps {
  /** The service of this Region. */
  readonly service: LoadBalancedService;
  /** Region that the service is in. */
  readonly region: string;
  /**
   * ARN of the listener that another Region made; this Region joins it.
   * @default - this Region makes the addresses and the listener
   */
  readonly listenerArn?: string;
  /**
   * Ports that the addresses listen on; given where the listener is made.
   * @default [80]
   */
  readonly ports?: readonly number[];
  /**
   * Share of the traffic near this Region that it takes [percent].
   * @default 100
   */
  readonly trafficDialPercent?: number;
}

/**
 * Two addresses that are announced from everywhere: the nearest healthy Region answers, and when it is lost the next
 * one does, without a name that has to be forgotten. Make one in a stack of each Region. Promises to survive the loss
 * of a Region once two have joined.
 */
export class AnycastFrontDoor extends Construct {
  /** For the other Regions. */
  readonly listenerArn: string;
  /** Set where the addresses are made. */
  readonly accelerator: accelerator.CfnAccelerator | undefined;
  /**
   * How long users of a lost Region wait: the balancer has to find its units unhealthy and the edge has to see that.
   * @see https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups.html
   */
  readonly failover: Span;

  /** @throws {RefusedError} a share or a port that is none, ports where the listener is not made */
  constructor(scope: Construct, id: string, props: AnycastFrontDoorProps) {
    super(scope, id);
    const { service, region, ports = [80], trafficDialPercent = 100 } = props;
    refuse(this.node.path, faultsOfFrontDoor(props));
    this.failover = { leastSeconds: service.timeToDetect.leastSeconds, mostSeconds: service.timeToDetect.mostSeconds + 30 };
    this.accelerator = props.listenerArn === undefined ? this.makeAddresses() : undefined;
    this.listenerArn = props.listenerArn ?? this.listen(this.accelerator, ports);
    new accelerator.CfnEndpointGroup(this, 'Endpoints', {
      listenerArn: this.listenerArn,
      endpointGroupRegion: region,
      trafficDialPercentage: trafficDialPercent,
      endpointConfigurations: [
        { endpointId: service.loadBalancer.loadBalancerArn, weight: 128, clientIpPreservationEnabled: true },
      ],
    });
    for (const port of ports) {
      service.loadBalancer.connections.allowFrom(ec2.Peer.anyIpv4(), ec2.Port.tcp(port), 'users, whose addresses are kept');
    }
  }

  private makeAddresses(): accelerator.CfnAccelerator {
    return new accelerator.CfnAccelerator(this, 'Addresses', {
      name: this.node.path.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 64),
      ipAddressType: 'IPV4',
      enabled: true,
    });
  }

  private listen(addresses: accelerator.CfnAccelerator | undefined, ports: readonly number[]): string {
    return new accelerator.CfnListener(this, 'Listener', {
      acceleratorArn: addresses?.attrAcceleratorArn ?? '',
      protocol: 'TCP',
      portRanges: ports.map((port) => ({ fromPort: port, toPort: port })),
    }).attrListenerArn;
  }
}

function faultsOfFrontDoor({ ports = [80], trafficDialPercent = 100 }: AnycastFrontDoorProps): readonly (Fault | undefined)[] {
  return [
    faultOfCount('trafficDialPercent', trafficDialPercent, 0, 100, 'a share of the traffic', 'leave it out'),
    ports.length === 0
      ? { found: 'ports is empty', bound: 'the addresses listen on at least one port', wayOut: 'use 80 or 443' }
      : undefined,
    ...ports.map((port) => faultOfCount('port', port, 1, 65_535, 'a port of the addresses', 'use 80 or 443')),
  ];
}

export interface CachedFrontDoorProps {
  /** Host names of the service in two Regions, the preferred one first. */
  readonly origins: readonly [string, string];
  /**
   * How the edge asks the origins.
   * @default 'http'
   */
  readonly protocol?: 'http' | 'https';
  /**
   * How often the edge tries to connect to the first origin before it asks the second, 1 to 3.
   * @default 2
   */
  readonly attempts?: number;
  /**
   * How long an attempt may take [s], 1 to 10.
   * @default 3
   */
  readonly attemptSeconds?: number;
}

/**
 * Pages cached at the edge, from the second Region where the first does not answer. Only reads fail over: what is
 * written needs an anycast front door or a failover record. Promises to survive the loss of a Region for reads.
 */
export class CachedFrontDoor extends Construct {
  readonly distribution: cloudfront.Distribution;
  /** How long a page that is not cached takes longer while the first Region is lost. */
  readonly failover: Span;

  /** @throws {RefusedError} one origin twice, attempts outside what the edge has */
  constructor(scope: Construct, id: string, props: CachedFrontDoorProps) {
    super(scope, id);
    const { origins: names, protocol = 'http', attempts = 2, attemptSeconds = 3 } = props;
    refuse(this.node.path, [
      names[0] === names[1]
        ? { found: `both origins are ${names[0]}`, bound: 'an origin cannot stand in for itself', wayOut: 'name another Region' }
        : undefined,
      faultOfCount('attempts', attempts, 1, 3, 'the range of CloudFront', 'use 2'),
      faultOfCount('attemptSeconds', attemptSeconds, 1, 10, 'the range of CloudFront', 'use 3'),
    ]);
    this.failover = { leastSeconds: 0, mostSeconds: attempts * attemptSeconds };
    const origin = (name: string) =>
      new origins.HttpOrigin(name, {
        protocolPolicy:
          protocol === 'https' ? cloudfront.OriginProtocolPolicy.HTTPS_ONLY : cloudfront.OriginProtocolPolicy.HTTP_ONLY,
        connectionAttempts: attempts,
        connectionTimeout: Duration.seconds(attemptSeconds),
      });
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      defaultBehavior: {
        origin: new origins.OriginGroup({
          primaryOrigin: origin(names[0]),
          fallbackOrigin: origin(names[1]),
          fallbackStatusCodes: [500, 502, 503, 504],
        }),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      },
    });
  }
}
