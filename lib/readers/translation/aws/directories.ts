import { block, type DetailTable, list } from '../mapping';

/** One Terraform type for three things; nothing said is the simplest of them. */
const KINDS: Readonly<Record<string, string>> = {
  MicrosoftAD: 'AWS::DirectoryService::MicrosoftAD',
  ADConnector: 'aws_directory_service_connector',
};

/** What people sign in with, and what they transfer files through. */
export const directories: DetailTable = {
  aws_directory_service_directory: {
    properties: {
      vpc_settings: block('VpcSettings', { subnet_ids: list('SubnetIds') }),
      connect_settings: block('ConnectSettings', {
        subnet_ids: list('SubnetIds'),
        customer_dns_ips: list('CustomerDnsIps'),
      }),
    },
    finish: (properties) => ({
      type: KINDS[String(properties.Type)] ?? 'AWS::DirectoryService::SimpleAD',
      properties,
    }),
  },
  aws_transfer_server: {
    properties: {
      function: 'IdentityProviderDetails.Function',
      url: 'IdentityProviderDetails.Url',
      directory_id: 'IdentityProviderDetails.DirectoryId',
    },
  },
};
