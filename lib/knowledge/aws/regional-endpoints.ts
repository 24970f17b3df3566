/** The part of a host name that names a region. */
const REGION = '(?<region>[a-z]{2}(?:-[a-z]+)+-\\d)';
const SUFFIX = 'amazonaws\\.com(?:\\.cn)?';
/** One label, or several: names of buckets may hold dots. */
const NAME = '[^/:]+';

/**
 * Host names behind which a provider answers from several zones of a region: none of its zones takes the name away.
 * A balancer's name is none of them, for it stands in the zones that it is given; nor is that of a bucket in one zone.
 */
export const REGIONAL_ENDPOINTS: readonly RegExp[] = [
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html, WebsiteEndpoints.html, access-points-naming.html
  `${NAME}\\.s3(?:\\.dualstack)?[.-]${REGION}\\.${SUFFIX}`,
  `${NAME}\\.s3\\.${SUFFIX}`,
  `(?:${NAME}\\.)?s3-website[.-]${REGION}\\.${SUFFIX}`,
  `${NAME}\\.s3-accesspoint(?:\\.dualstack)?\\.${REGION}\\.${SUFFIX}`,
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html
  `${NAME}\\.execute-api\\.${REGION}\\.${SUFFIX}`,
  // https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html
  `${NAME}\\.lambda-url\\.${REGION}\\.on\\.aws`,
  // https://docs.aws.amazon.com/appsync/latest/devguide/data-source-components.html
  `${NAME}\\.appsync-api\\.${REGION}\\.${SUFFIX}`,
].map((pattern) => new RegExp(`^(?:https?://)?${pattern}\\.?(?:[/:].*)?$`, 'i'));
