import * as gcp from '@pulumi/gcp';
import { Config, interpolate } from '@pulumi/pulumi';

const redundant = new Config().requireBoolean('redundant');
const region = 'europe-west1';
const zones = gcp.compute.getZonesOutput({ region }).names;

const orders = new gcp.sql.DatabaseInstance('orders', {
  databaseVersion: 'POSTGRES_16',
  region,
  settings: {
    tier: 'db-custom-2-8192',
    availabilityType: redundant ? 'REGIONAL' : 'ZONAL',
    backupConfiguration: { enabled: redundant },
  },
});
const template = new gcp.compute.InstanceTemplate('web-template', {
  machineType: 'e2-medium',
  disks: [{ sourceImage: 'debian-cloud/debian-12' }],
  networkInterfaces: [{ network: 'default' }],
  metadataStartupScript: interpolate`ORDERS=${orders.privateIpAddress}`,
});
const healing = new gcp.compute.RegionHealthCheck('web-healing', { region, httpHealthCheck: { port: 80 } });
const group = new gcp.compute.RegionInstanceGroupManager('web', {
  region,
  baseInstanceName: 'web',
  versions: [{ instanceTemplate: template.selfLinkUnique }],
  targetSize: 4,
  ...(redundant ? { autoHealingPolicies: { healthCheck: healing.id, initialDelaySec: 120 } } : {}),
  distributionPolicyZones: [zones[0] ?? '', zones[redundant ? 1 : 0] ?? ''],
});
new gcp.compute.RegionAutoscaler('web-scaler', {
  region,
  target: group.id,
  autoscalingPolicy: { minReplicas: redundant ? 2 : 1, maxReplicas: 8 },
});
const check = new gcp.compute.HealthCheck('web-check', { httpHealthCheck: { port: 80 } });
const backend = new gcp.compute.BackendService('web-backend', {
  healthChecks: check.id,
  backends: [{ group: group.instanceGroup }],
});
const routes = new gcp.compute.URLMap('web-routes', { defaultService: backend.id });
const proxy = new gcp.compute.TargetHttpProxy('web-proxy', { urlMap: routes.id });
new gcp.compute.GlobalForwardingRule('entry', { target: proxy.id, portRange: '80' });

const cluster = new gcp.container.Cluster('apps', { location: redundant ? region : `${region}-b` });
new gcp.container.NodePool('apps-nodes', { cluster: cluster.id, nodeCount: 1 });
new gcp.redis.Instance('cache', { memorySizeGb: 1, tier: redundant ? 'STANDARD_HA' : 'BASIC' });
