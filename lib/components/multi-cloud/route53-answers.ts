import { HealthCheck } from '@pulumi/aws/route53/healthCheck';
import { Record } from '@pulumi/aws/route53/record';
import type { Zone } from '@pulumi/aws/route53/zone';
import type { CustomResourceOptions, Input } from '@pulumi/pulumi';
import type { Answer } from './name-props';

/** Answers of Route 53: every address with a health check of its own, asked from outside of both clouds. */
export function answersOfRoute53(name: string, zone: Zone, answer: Answer, options: CustomResourceOptions): void {
  const { domain, endpoints, mode, ttlSeconds } = answer;
  const record = { zoneId: zone.zoneId, name: domain, type: 'A', ttl: ttlSeconds };
  if (mode === 'active-active') {
    for (const [provider, addresses] of Object.entries(endpoints)) {
      for (const [index, address] of addresses.entries()) {
        const id = `${name}-${provider}-${index}`;
        const healthCheckId = check(id, address, answer, options).id;
        const routing = { multivalueAnswerRoutingPolicy: true, setIdentifier: `${provider}-${index}`, healthCheckId };
        new Record(id, { ...record, ...routing, records: [address] }, options);
      }
    }
    return;
  }
  const sides = [
    ['PRIMARY', 'aws', endpoints.aws],
    ['SECONDARY', 'google', endpoints.google],
  ] as const;
  for (const [type, provider, addresses] of sides) {
    const id = `${name}-${provider}`;
    const [asked = ''] = addresses;
    const routing = {
      failoverRoutingPolicies: [{ type }],
      setIdentifier: provider,
      healthCheckId: check(id, asked, answer, options).id,
    };
    new Record(id, { ...record, ...routing, records: [...addresses] }, options);
  }
}

function check(
  id: string,
  address: Input<string>,
  { domain, healthCheck: { path, port = 80, tls = false } }: Answer,
  options: CustomResourceOptions,
): HealthCheck {
  return new HealthCheck(
    id,
    {
      ipAddress: address,
      port,
      type: tls ? 'HTTPS' : 'HTTP',
      fqdn: domain,
      resourcePath: path,
      requestInterval: 10,
      failureThreshold: 3,
    },
    options,
  );
}
