import { Config } from '@pulumi/pulumi';
import { LoadBalancedService, ResilientDatabase, ResilientNetwork } from '../../../lib/components';
import { type Decision, decisions } from './decisions';

const chosen: Decision = decisions[new Config().require('decision')] ?? {};

const network = new ResilientNetwork('network', chosen.network);
const service = new LoadBalancedService('service', {
  network,
  pools: {
    web: chosen.containers ? { ...chosen.containers, image: chosen.image ?? '' } : { kind: 'fleet', requiredCapacity: 2 },
  },
  ...chosen.service,
});
const database = new ResilientDatabase('database', { kind: 'aurora', network, ...chosen.database });
database.allowFrom(service);
