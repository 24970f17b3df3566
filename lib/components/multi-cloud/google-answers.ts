import { HealthCheck } from '@pulumi/gcp/compute/healthCheck';
import type { ManagedZone } from '@pulumi/gcp/dns/managedZone';
import { RecordSet } from '@pulumi/gcp/dns/recordSet';
import type { CustomResourceOptions } from '@pulumi/pulumi';
import type { Answer } from './name-props';

/** Checks of addresses outside of Google Cloud are made from three regions, every 30 seconds at most. */
const ASKING_REGIONS = ['us-east1', 'europe-west1', 'asia-northeast1'];

/** The answer of Cloud DNS: the same addresses as at the other provider, looked at by its own checks. */
export function answersOfGoogle(name: string, zone: ManagedZone, answer: Answer, options: CustomResourceOptions): void {
  const { domain, endpoints, mode, ttlSeconds, healthCheck } = answer;
  const { path, port = 80, tls = false } = healthCheck;
  const asked = { host: domain, port, requestPath: path };
  const check = new HealthCheck(
    `${name}-google`,
    {
      sourceRegions: ASKING_REGIONS,
      checkIntervalSec: 30,
      timeoutSec: 5,
      unhealthyThreshold: 2,
      healthyThreshold: 2,
      ...(tls ? { httpsHealthCheck: asked } : { httpHealthCheck: asked }),
      logConfig: { enable: true },
    },
    options,
  );
  const aws = { externalEndpoints: [...endpoints.aws] };
  const google = { externalEndpoints: [...endpoints.google] };
  const routingPolicy =
    mode === 'active-active'
      ? { healthCheck: check.selfLink, wrrs: [aws, google].map((targets) => ({ weight: 1, healthCheckedTargets: targets })) }
      : {
          healthCheck: check.selfLink,
          primaryBackup: {
            primary: aws,
            backupGeos: [{ location: 'us-central1', healthCheckedTargets: google }],
            // One in a hundred goes to the standby all the time, so that it is known to work.
            trickleRatio: 0.01,
          },
        };
  new RecordSet(
    `${name}-google`,
    { managedZone: zone.name, name: `${domain}.`, type: 'A', ttl: ttlSeconds, routingPolicy },
    options,
  );
}
