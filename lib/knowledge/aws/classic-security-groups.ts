import type { Facts, FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

/** Every port of the store is opened to a group of machines, so no rule has ports; the names stand for what is absent. */
const everyPort = { from: 'FromPort', to: 'ToPort', protocol: 'IpProtocol' };

const group = (noun: string, page: string): Facts => ({
  noun,
  role: 'security-group',
  locality: 'none',
  inert: true,
  source: reference(page),
  checked,
});

const ruleOf = (
  noun: string,
  page: string,
  owner: string,
  more: { sourceGroups: readonly string[]; cidrs: readonly string[] },
): Facts => ({
  noun,
  role: 'configuration',
  locality: 'none',
  ingress: { ...everyPort, ...more, group: owner, rules: '' },
  inert: true,
  source: reference(page),
  checked,
});

/** Security groups of stores from the time before VPCs; older templates still open doors with them. */
export const classicSecurityGroups: FactTable = {
  'AWS::ElastiCache::SecurityGroup': group('cache security group', 'elasticache-securitygroup'),
  'AWS::ElastiCache::SecurityGroupIngress': ruleOf(
    'cache security group rule',
    'elasticache-securitygroupingress',
    'CacheSecurityGroupName',
    { sourceGroups: ['EC2SecurityGroupName'], cidrs: [] },
  ),
  'AWS::RDS::DBSecurityGroup': {
    ...group('DB security group', 'rds-dbsecuritygroup'),
    ingress: {
      ...everyPort,
      rules: 'DBSecurityGroupIngress[]',
      sourceGroups: ['EC2SecurityGroupId', 'EC2SecurityGroupName'],
      cidrs: ['CIDRIP'],
    },
  },
  'AWS::RDS::DBSecurityGroupIngress': ruleOf('DB security group rule', 'rds-dbsecuritygroupingress', 'DBSecurityGroupName', {
    sourceGroups: ['EC2SecurityGroupId', 'EC2SecurityGroupName'],
    cidrs: ['CIDRIP'],
  }),
  'AWS::Redshift::ClusterSecurityGroup': group('Redshift security group', 'redshift-clustersecuritygroup'),
  'AWS::Redshift::ClusterSecurityGroupIngress': ruleOf(
    'Redshift security group rule',
    'redshift-clustersecuritygroupingress',
    'ClusterSecurityGroupName',
    { sourceGroups: ['EC2SecurityGroupName'], cidrs: ['CIDRIP'] },
  ),
};
