import type { Annotations } from '../analysis';
import type { Config } from '../config';

/** What nospof.yaml says that the analysis uses. */
export function toAnnotations(config: Config): Annotations {
  return {
    zones: Object.fromEntries(Object.entries(config.subnets).map(([id, { zone }]) => [id, zone])),
    requiredCapacity: Object.fromEntries(Object.entries(config.capacity).map(([id, { required }]) => [id, required])),
    ...(config.objectives.rtoSeconds === undefined ? {} : { recoveryTimeObjectiveSeconds: config.objectives.rtoSeconds }),
    ...(config.objectives.rpoSeconds === undefined ? {} : { recoveryPointObjectiveSeconds: config.objectives.rpoSeconds }),
    egressIsSoft: config.egress === 'soft',
    devices: Object.fromEntries(Object.entries(config.customerGateways).map(([id, { device }]) => [id, device])),
    roles: config.roles,
    asksSettings: config.packs?.includes('settings') === true,
  };
}
