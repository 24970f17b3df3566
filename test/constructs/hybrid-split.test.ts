import { Match } from 'aws-cdk-lib/assertions';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import {
  type ContentCheck,
  GeographicSplit,
  type GeographicSplitProps,
  LoadBalancedService,
  ResilientNetwork,
  TierSplit,
  type TierSplitProps,
} from '../../lib/constructs';
import { aSite } from '../support/sites';
import { synthesize } from './support/synthesize';

describe('TierSplit', () => {
  const build = (props: Partial<TierSplitProps> = {}) => {
    let split: TierSplit | undefined;
    synthesize((stack) => {
      split = new TierSplit(stack, 'Tiers', {
        site: aSite(),
        tiers: [
          { name: 'pages', classification: 'public', asks: ['orders'] },
          { name: 'orders', classification: 'internal' },
        ],
        ...props,
      });
    });
    return split;
  };

  it('places tiers and finds all hosts of those on the site', () => {
    expect(build()?.tiers.map(({ place }) => place)).toEqual(['cloud', 'site']);
    expect(build()?.addressesOf('orders')).toEqual(['10.64.0.10', '10.64.1.10']);
  });

  it('refuses a tier on the site that nothing or one rack runs', () => {
    expect(() => build({ tiers: [{ name: 'mail', classification: 'internal' }] })).toThrow(
      'the tier mail runs on no host of the site; it is lost with its rack; run it on hosts in two racks',
    );
    const [host, ...hosts] = aSite().hosts.map((each) => ({ ...each, rack: 'rack-a' }));
    expect(() => build({ site: aSite({ hosts: host === undefined ? hosts : [host, ...hosts] }) })).toThrow(
      'the tier orders runs on server-a, server-b of the site',
    );
  });

  it('refuses private data in the cloud', () => {
    expect(() => build({ tiers: [{ name: 'orders', classification: 'internal', place: 'cloud' }] })).toThrow(
      'data that is not public stays on the site',
    );
  });
});

describe('GeographicSplit', () => {
  const healthCheck: ContentCheck = { kind: 'content', path: '/healthy', contains: 'serving', tls: true };
  const build = (props: Partial<GeographicSplitProps> = {}) =>
    synthesize((stack) => {
      const network = new ResilientNetwork(stack, 'Network');
      const service = new LoadBalancedService(stack, 'Service', {
        network,
        pools: { web: { kind: 'fleet', requiredCapacity: 1 } },
      });
      const zone = new PublicHostedZone(stack, 'Zone', { zoneName: 'shop.example' });
      new GeographicSplit(stack, 'Geography', { site: aSite(), service, zone, domesticCountry: 'KR', healthCheck, ...props });
    });

  it('serves people at home from every gateway of the site that answers', () => {
    const template = build();
    for (const [address, device] of [
      ['192.0.2.10', 'gateway-a'],
      ['198.51.100.10', 'gateway-b'],
    ]) {
      template.hasResourceProperties('AWS::Route53::RecordSet', {
        Name: 'site.shop.example.',
        ResourceRecords: [address],
        SetIdentifier: device,
        MultiValueAnswer: true,
        HealthCheckId: Match.anyValue(),
        TTL: '60',
      });
      template.hasResourceProperties('AWS::Route53::HealthCheck', {
        HealthCheckConfig: {
          Type: 'HTTPS_STR_MATCH',
          IPAddress: address,
          SearchString: 'serving',
          FullyQualifiedDomainName: 'shop.example',
        },
      });
    }
    template.hasResourceProperties('AWS::Route53::RecordSet', {
      GeoLocation: { CountryCode: 'KR' },
      AliasTarget: { DNSName: 'site.shop.example', EvaluateTargetHealth: true },
    });
  });

  it('serves everybody else, and everybody when the site is gone, from the cloud', () => {
    build({ recordName: 'www' }).hasResourceProperties('AWS::Route53::RecordSet', {
      Name: 'www.shop.example.',
      GeoLocation: { CountryCode: '*' },
      AliasTarget: { EvaluateTargetHealth: true },
    });
  });

  it('refuses a country that is none', () => {
    expect(() => build({ domesticCountry: 'Korea' })).toThrow('domesticCountry is Korea; two capital letters are expected');
  });
});
