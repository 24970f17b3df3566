import { Duration } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import {
  type ClassifiedTier,
  type ContentCheck,
  type Fault,
  faultsOfHealthCheck,
  faultsOfPlacement,
  hostsThatRun,
  type PlacedTier,
  placeTiers,
  refuse,
  type Site,
} from '../blueprints';
import type { LoadBalancedService } from './load-balanced-service';

export interface TierSplitProps {
  readonly site: Site;
  /** The tiers of the system with what their data is. */
  readonly tiers: readonly ClassifiedTier[];
}

/**
 * Decides where each tier of a system runs, and finds those on the site: public data in the cloud, everything else at
 * home. Makes no resource; refuses what would leak or stand alone.
 */
export class TierSplit extends Construct {
  readonly tiers: readonly PlacedTier[];
  private readonly site: Site;

  /** @throws {RefusedError} private data in the cloud, a tier on the site that runs on fewer than two racks */
  constructor(scope: Construct, id: string, { site, tiers }: TierSplitProps) {
    super(scope, id);
    refuse(this.node.path, [
      ...faultsOfPlacement(tiers),
      ...placeTiers(tiers)
        .filter(({ place }) => place === 'site')
        .map(({ name }) => faultOfHosts(site, name)),
    ]);
    this.tiers = placeTiers(tiers);
    this.site = site;
  }

  /** Addresses of the hosts that run a tier on the site, for those that ask it: all of them, so that one may fail. */
  addressesOf(tier: string): readonly string[] {
    return hostsThatRun(this.site, tier).map(({ address }) => address);
  }
}

export interface GeographicSplitProps {
  readonly site: Site;
  readonly service: LoadBalancedService;
  readonly zone: route53.IHostedZone;
  /**
   * Name in the zone.
   * @default - the zone itself
   */
  readonly recordName?: string;
  /** Two-letter code of the country whose people are served by the site. */
  readonly domesticCountry: string;
  /** What tells that a gateway of the site serves: a page with a text in it. */
  readonly healthCheck: ContentCheck;
}

/** The time that a resolver may keep an answer [s]. */
const TTL_SECONDS = 60;

/**
 * Serves people at home from the site and everybody else from the cloud. When no gateway of the site serves, people at
 * home are served from the cloud too.
 */
export class GeographicSplit extends Construct {
  /** @throws {RefusedError} a country code that is none, a check that Route 53 has not */
  constructor(scope: Construct, id: string, props: GeographicSplitProps) {
    super(scope, id);
    const { site, service, zone, domesticCountry, healthCheck } = props;
    refuse(this.node.path, [
      ...faultsOfHealthCheck(healthCheck, 'route53'),
      /^[A-Z]{2}$/.test(domesticCountry)
        ? undefined
        : { found: `domesticCountry is ${domesticCountry}`, bound: 'two capital letters are expected', wayOut: 'use KR, DE, …' },
    ]);
    const named = { zone, ...(props.recordName === undefined ? {} : { recordName: props.recordName }) };
    for (const [index, gateway] of site.gateways.entries()) {
      // One name per gateway, so that each has a check of its own and answers only while it serves.
      new route53.ARecord(this, `Site${index + 1}`, {
        zone,
        recordName: siteNameOf(props.recordName),
        target: route53.RecordTarget.fromIpAddresses(gateway.address),
        ttl: Duration.seconds(TTL_SECONDS),
        multiValueAnswer: true,
        setIdentifier: gateway.name,
        healthCheck: gatewayCheck(this, index, gateway.address, nameIn(zone, props.recordName), healthCheck),
      });
    }
    const domestic = new route53.CfnRecordSet(this, 'Domestic', {
      hostedZoneId: zone.hostedZoneId,
      name: nameIn(zone, props.recordName),
      type: 'A',
      setIdentifier: `people in ${domesticCountry}`,
      geoLocation: { countryCode: domesticCountry },
      aliasTarget: {
        hostedZoneId: zone.hostedZoneId,
        dnsName: nameIn(zone, siteNameOf(props.recordName)),
        evaluateTargetHealth: true,
      },
    });
    domestic.node.addDependency(...this.node.children.filter((child) => child instanceof route53.ARecord));
    new route53.ARecord(this, 'Elsewhere', {
      ...named,
      geoLocation: route53.GeoLocation.default(),
      setIdentifier: 'everybody else',
      target: route53.RecordTarget.fromAlias(new LoadBalancerTarget(service.loadBalancer, { evaluateTargetHealth: true })),
    });
  }
}

function gatewayCheck(
  scope: Construct,
  index: number,
  ipAddress: string,
  fqdn: string,
  check: ContentCheck,
): route53.IHealthCheck {
  return new route53.HealthCheck(scope, `Check${index + 1}`, {
    type: check.tls ? route53.HealthCheckType.HTTPS_STR_MATCH : route53.HealthCheckType.HTTP_STR_MATCH,
    ipAddress,
    // The name that is asked for, with which the gateway chooses its certificate and its page.
    fqdn,
    port: check.port ?? (check.tls ? 443 : 80),
    resourcePath: check.path,
    searchString: check.contains,
    requestInterval: Duration.seconds(10),
    failureThreshold: 2,
  });
}

function siteNameOf(recordName: string | undefined): string {
  return recordName === undefined ? 'site' : `site.${recordName}`;
}

function nameIn(zone: route53.IHostedZone, recordName: string | undefined): string {
  return recordName === undefined ? zone.zoneName : `${recordName}.${zone.zoneName}`;
}

function faultOfHosts(site: Site, tier: string): Fault | undefined {
  const hosts = hostsThatRun(site, tier);
  if (new Set(hosts.map(({ rack }) => rack)).size > 1) return undefined;
  return {
    found: `the tier ${tier} runs on ${hosts.map(({ name }) => name).join(', ') || 'no host'} of the site`,
    bound: 'it is lost with its rack',
    wayOut: 'run it on hosts in two racks',
  };
}
