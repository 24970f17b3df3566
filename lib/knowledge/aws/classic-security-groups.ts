import type { Facts, FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

/** The rules of a store's own kind of security group: they open every port of the store to a group of machines. */
const group = (noun: string, page: string, rules?: string): Facts => ({
  noun,
  role: 'security-group',
  locality: 'none',
  ...(rules === undefined ? {} : { ingress: { ...rule, rules } }),
  inert: true,
  source: reference(page),
  checked,
});

const rule = {
  sourceGroups: ['EC2SecurityGroupId', 'EC2SecurityGroupName'],
  cidrs: ['CIDRIP'],
  from: 'FromPort',
  to: 'ToPort',
  protocol: 'IpProtocol',
};

const ruleOf = (noun: string, page: string, owner: string): Facts => ({
  noun,
  role: 'configuration',
  locality: 'none',
  ingress: { ...rule, group: owner, rules: '' },
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
  ),
  'AWS::RDS::DBSecurityGroup': group('DB security group', 'rds-dbsecuritygroup', 'DBSecurityGroupIngress[]'),
  'AWS::RDS::DBSecurityGroupIngress': ruleOf('DB security group rule', 'rds-dbsecuritygroupingress', 'DBSecurityGroupName'),
  'AWS::Redshift::ClusterSecurityGroup': group('Redshift security group', 'redshift-clustersecuritygroup'),
  'AWS::Redshift::ClusterSecurityGroupIngress': ruleOf(
    'Redshift security group rule',
    'redshift-clustersecuritygroupingress',
    'ClusterSecurityGroupName',
  ),
};
