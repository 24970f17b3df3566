import { UserPool } from '@pulumi/aws/cognito/userPool';
import { Config as IdentityPlatform } from '@pulumi/gcp/identityplatform/config';
import { type Input, interpolate, type Output, type Resource } from '@pulumi/pulumi';
import * as aws from '../../../lib/components';
import * as google from '../../../lib/components/google';

/** What both clouds run, in the same words. */
export interface Site {
  /** The image, from the registry of the cloud that runs it. */
  readonly image: Input<string>;
  /** Units that must be left when a zone is lost. */
  readonly requiredCapacity: number;
}

/** Where clients find it, and what it keeps. */
export interface BuiltSite {
  readonly addresses: readonly Output<string>[];
  readonly orders: Resource;
  readonly members: Resource;
}

const CHECK = { kind: 'http', path: '/healthz' } as const;

/**
 * Containers, their orders and the sign-in of their members at AWS, behind addresses that a record at any DNS provider can
 * hold. Nothing of it needs Google.
 */
export function siteAtAws({ image, requiredCapacity }: Site): BuiltSite {
  const network = new aws.ResilientNetwork('shop-aws');
  const orders = new aws.ResilientDatabase('orders-aws', { kind: 'aurora', network, databaseName: 'orders' });
  const members = new UserPool('members-aws', { deletionProtection: 'ACTIVE' });
  const service = new aws.LoadBalancedService('checkout-aws', {
    network,
    pools: {
      web: {
        kind: 'containers',
        requiredCapacity,
        image,
        environment: {
          ...(orders.endpoint === undefined ? {} : { DATABASE_HOST: orders.endpoint }),
          SIGN_IN: interpolate`https://${members.endpoint}`,
        },
        secrets: orders.secretArn === undefined ? {} : { DATABASE_LOGIN: orders.secretArn },
      },
    },
    healthCheck: CHECK,
  });
  orders.allowFrom(service);
  const { addresses } = new aws.AnycastFrontDoor('checkout-aws', { service, region: network.region });
  return { addresses, orders, members };
}

/** The same at Google: the image on instances that hold nothing else. Nothing of it needs AWS. */
export function siteAtGoogle({ image, requiredCapacity }: Site): BuiltSite {
  const network = new google.ResilientNetwork('shop-google');
  const orders = new google.ResilientDatabase('orders-google', { kind: 'multi-az', network, databaseName: 'orders' });
  const members = new IdentityPlatform('members-google', { signIn: { email: { enabled: true } } });
  const signIn = interpolate`https://securetoken.google.com/${members.project}`;
  const service = new google.LoadBalancedService('checkout-google', {
    network,
    pools: {
      web: {
        kind: 'fleet',
        requiredCapacity,
        image: 'projects/cos-cloud/global/images/family/cos-stable',
        userData: interpolate`#!/bin/sh
docker run --detach --restart always --publish 80:80 \
  --env DATABASE_HOST=${orders.endpoint} --env SIGN_IN=${signIn} ${image}
`,
      },
    },
    healthCheck: CHECK,
  });
  orders.allowFrom(service);
  return { addresses: [service.address], orders, members };
}
