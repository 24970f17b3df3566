import { getCallerIdentityOutput } from '@pulumi/aws/getCallerIdentity';
import { Bucket } from '@pulumi/aws/s3/bucket';
import { BucketLifecycleConfiguration } from '@pulumi/aws/s3/bucketLifecycleConfiguration';
import { BucketPolicy } from '@pulumi/aws/s3/bucketPolicy';
import { BucketPublicAccessBlock } from '@pulumi/aws/s3/bucketPublicAccessBlock';
import { type CustomResourceOptions, interpolate, jsonStringify, type Resource } from '@pulumi/pulumi';

/** A private bucket, and what has to stand before a balancer may write to it. */
export interface AccessLogs {
  readonly bucket: Bucket;
  readonly policy: Resource;
}

/**
 * A private bucket that load balancers of this account may write their access logs to; logs go after 90 days. Regions
 * from before August 2022 wrote from an account of their own; these need the current delivery, which all of them have.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export function accessLogBucket(name: string, options: CustomResourceOptions): AccessLogs {
  const bucket = new Bucket(name, {}, options);
  const sealed = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
  new BucketPublicAccessBlock(name, { bucket: bucket.id, ...sealed }, options);
  const rule = {
    id: 'age',
    status: 'Enabled',
    expiration: { days: 90 },
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
  };
  new BucketLifecycleConfiguration(name, { bucket: bucket.id, rules: [rule] }, options);
  const account = getCallerIdentityOutput({}, { parent: options.parent ?? bucket }).accountId;
  const writers = ['logdelivery.elasticloadbalancing.amazonaws.com', 'delivery.logs.amazonaws.com'];
  const policy = jsonStringify({
    Version: '2012-10-17',
    Statement: [
      ...writers.flatMap((Service) => [
        {
          Effect: 'Allow',
          Principal: { Service },
          Action: 's3:PutObject',
          Resource: interpolate`${bucket.arn}/AWSLogs/${account}/*`,
        },
        { Effect: 'Allow', Principal: { Service }, Action: 's3:GetBucketAcl', Resource: bucket.arn },
      ]),
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [bucket.arn, interpolate`${bucket.arn}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
  return { bucket, policy: new BucketPolicy(name, { bucket: bucket.id, policy }, options) };
}
