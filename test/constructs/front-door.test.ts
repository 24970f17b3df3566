import type { Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import {
  AnycastFrontDoor,
  type AnycastFrontDoorProps,
  CachedFrontDoor,
  type CachedFrontDoorProps,
  LoadBalancedService,
  ResilientNetwork,
} from '../../lib/constructs';
import { outline, synthesize } from './support/synthesize';

const build = (stack: Stack, props: Partial<AnycastFrontDoorProps>) => {
  const network = new ResilientNetwork(stack, 'Network');
  const service = new LoadBalancedService(stack, 'Service', { network, pools: { web: { kind: 'fleet', requiredCapacity: 1 } } });
  return new AnycastFrontDoor(stack, 'FrontDoor', { service, region: 'eu-west-1', ...props });
};
const withDoor = (props: Partial<AnycastFrontDoorProps> = {}) => synthesize((stack) => void build(stack, props));

describe('AnycastFrontDoor', () => {
  it('makes the addresses and puts the balancer of its Region behind them', () => {
    const template = withDoor({ ports: [80, 443] });
    template.hasResourceProperties('AWS::GlobalAccelerator::Accelerator', { Enabled: true });
    template.hasResourceProperties('AWS::GlobalAccelerator::Listener', {
      Protocol: 'TCP',
      PortRanges: [
        { FromPort: 80, ToPort: 80 },
        { FromPort: 443, ToPort: 443 },
      ],
    });
    template.hasResourceProperties('AWS::GlobalAccelerator::EndpointGroup', {
      EndpointGroupRegion: 'eu-west-1',
      TrafficDialPercentage: 100,
      EndpointConfigurations: [Match.objectLike({ Weight: 128, ClientIPPreservationEnabled: true })],
    });
  });

  it('joins the addresses of another Region', () => {
    const listenerArn = 'arn:aws:globalaccelerator::111111111111:accelerator/1/listener/2';
    const template = withDoor({ listenerArn, region: 'eu-central-1', trafficDialPercent: 50 });
    template.resourceCountIs('AWS::GlobalAccelerator::Accelerator', 0);
    template.hasResourceProperties('AWS::GlobalAccelerator::EndpointGroup', {
      ListenerArn: listenerArn,
      EndpointGroupRegion: 'eu-central-1',
      TrafficDialPercentage: 50,
    });
  });

  it('says how long users of a lost Region wait', () => {
    let door: AnycastFrontDoor | undefined;
    synthesize((stack) => {
      door = build(stack, {});
    });
    expect(door?.failover).toEqual({ leastSeconds: 10, mostSeconds: 55 });
  });

  it.each<[string, Partial<AnycastFrontDoorProps>, string]>([
    ['more than all traffic', { trafficDialPercent: 101 }, 'trafficDialPercent is 101;'],
    ['no port', { ports: [] }, 'ports is empty;'],
    ['a port that is none', { ports: [0] }, 'port is 0;'],
  ])('refuses %s', (_, props, message) => {
    expect(() => withDoor(props)).toThrow(message);
  });

  it('looks as it did', () => {
    expect(outline(withDoor()).filter((line) => line.includes(' FrontDoor'))).toMatchSnapshot();
  });
});

describe('CachedFrontDoor', () => {
  const withCache = (props: Partial<CachedFrontDoorProps> = {}) =>
    synthesize(
      (stack) => void new CachedFrontDoor(stack, 'Cache', { origins: ['eu.shop.example', 'us.shop.example'], ...props }),
    );

  it('asks the second Region where the first does not answer or answers with an error', () => {
    withCache({ protocol: 'https' }).hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        OriginGroups: {
          Items: [{ FailoverCriteria: { StatusCodes: { Items: [500, 502, 503, 504] } }, Members: { Quantity: 2 } }],
        },
        Origins: Match.arrayWith([
          Match.objectLike({
            DomainName: 'eu.shop.example',
            ConnectionAttempts: 2,
            ConnectionTimeout: 3,
            CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
          }),
          Match.objectLike({ DomainName: 'us.shop.example' }),
        ]),
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
      },
    });
  });

  it('says how much longer a page takes', () => {
    let door: CachedFrontDoor | undefined;
    synthesize((stack) => {
      door = new CachedFrontDoor(stack, 'Cache', { origins: ['a.example', 'b.example'], attempts: 3, attemptSeconds: 10 });
    });
    expect(door?.failover.mostSeconds).toBe(30);
  });

  it.each<[string, Partial<CachedFrontDoorProps>, string]>([
    ['one origin twice', { origins: ['eu.shop.example', 'eu.shop.example'] }, 'both origins are eu.shop.example'],
    ['four attempts', { attempts: 4 }, 'attempts is 4;'],
    ['attempts of eleven seconds', { attemptSeconds: 11 }, 'attemptSeconds is 11;'],
  ])('refuses %s', (_, props, message) => {
    expect(() => withCache(props)).toThrow(message);
  });
});
