import type { HealthCheck } from '../../../lib/components';

/** What both renderers are asked for: plain data, so that each hands it to its own classes. */
export interface Decision {
  readonly network?: { readonly zones?: number; readonly egress?: 'nat-per-zone' | 'regional-nat' | 'none' };
  readonly containers?: { readonly kind: 'containers'; readonly requiredCapacity: number; readonly spareUnits?: number };
  readonly image?: string;
  readonly service?: {
    readonly balancer?: 'application' | 'network';
    readonly internetFacing?: boolean;
    readonly healthCheck?: HealthCheck;
  };
  readonly database?:
    | { readonly kind: 'aurora'; readonly instances?: number }
    | { readonly kind: 'multi-az' | 'multi-az-cluster' };
}

const image = 'public.ecr.aws/nginx/nginx:1.29';

export const decisions: Readonly<Record<string, Decision>> = {
  'a fleet and Aurora over three zones': {},
  'containers and a standby over two zones': {
    network: { zones: 2 },
    containers: { kind: 'containers', requiredCapacity: 3, spareUnits: 1 },
    image,
    database: { kind: 'multi-az' },
  },
  'a network balancer inside, one regional way out and three instances': {
    network: { egress: 'regional-nat' },
    service: { balancer: 'network', internetFacing: false, healthCheck: { kind: 'http', path: '/ready' } },
    database: { kind: 'aurora', instances: 3 },
  },
  'containers without a way out and a cluster with two readable standbys': {
    network: { egress: 'none' },
    containers: { kind: 'containers', requiredCapacity: 2 },
    image,
    service: { healthCheck: { kind: 'http', path: '/ready', statuses: '200-299' } },
    database: { kind: 'multi-az-cluster' },
  },
};
