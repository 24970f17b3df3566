import { block, blocks, type DetailTable, list } from '../mapping';

const inNetwork = { subnet_ids: list('SubnetIds'), security_group_ids: list('SecurityGroupIds') };

/** Kafka, and what works through streams. */
export const streaming: DetailTable = {
  aws_msk_cluster: {
    properties: {
      number_of_broker_nodes: 'NumberOfBrokerNodes',
      broker_node_group_info: block('BrokerNodeGroupInfo', {
        client_subnets: list('ClientSubnets'),
        security_groups: list('SecurityGroups'),
      }),
      configuration_info: block('ConfigurationInfo', { arn: 'Arn' }),
    },
  },
  aws_msk_configuration: { properties: { server_properties: 'ServerProperties' } },
  aws_msk_serverless_cluster: {
    properties: {
      vpc_config: blocks('VpcConfigs', { subnet_ids: list('SubnetIds'), security_group_ids: list('SecurityGroups') }),
    },
  },
  aws_mskconnect_connector: {
    properties: {
      capacity: block('Capacity', {
        autoscaling: block('AutoScaling', { min_worker_count: 'MinWorkerCount' }),
        provisioned_capacity: block('ProvisionedCapacity', { worker_count: 'WorkerCount' }),
      }),
    },
  },
  aws_kinesisanalyticsv2_application: {
    properties: {
      application_configuration: block('ApplicationConfiguration', {
        vpc_configuration: blocks('VpcConfigurations', inNetwork),
        environment_properties: block('EnvironmentProperties', { property_group: blocks('PropertyGroups') }),
      }),
    },
  },
  aws_osis_pipeline: { properties: { vpc_options: block('VpcOptions', inNetwork) } },
};
