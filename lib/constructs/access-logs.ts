import { Duration, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { Construct } from 'constructs';

/**
 * A private bucket that load balancers of this account may write their access logs to; logs go after 90 days.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html
 */
export function accessLogBucket(scope: Construct, id: string): s3.IBucket {
  const bucket = new s3.Bucket(scope, id, {
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    // Load balancers cannot write with a key of the customer.
    encryption: s3.BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    lifecycleRules: [{ expiration: Duration.days(90), abortIncompleteMultipartUploadAfter: Duration.days(7) }],
  });
  const { account, region } = Stack.of(scope);
  const objects = bucket.arnForObjects(`AWSLogs/${account}/*`);
  const writers = [
    new iam.ServicePrincipal('logdelivery.elasticloadbalancing.amazonaws.com'),
    new iam.ServicePrincipal('delivery.logs.amazonaws.com'),
  ];
  for (const principal of writers) {
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({ principals: [principal], actions: ['s3:PutObject'], resources: [objects] }),
    );
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({ principals: [principal], actions: ['s3:GetBucketAcl'], resources: [bucket.bucketArn] }),
    );
  }
  // Regions from before August 2022 wrote from an account of their own; where the Region is known, that one may too.
  const regionalAccount = Token.isUnresolved(region) ? undefined : RegionInfo.get(region).elbv2Account;
  if (regionalAccount !== undefined) bucket.grantPut(new iam.AccountPrincipal(regionalAccount), `AWSLogs/${account}/*`);
  return bucket as s3.IBucket;
}
