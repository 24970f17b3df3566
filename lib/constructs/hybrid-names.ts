import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as resolver from 'aws-cdk-lib/aws-route53resolver';
import type { Construct } from 'constructs';
import { resolversOf, type Site } from '../blueprints';
import type { ResilientNetwork } from './resilient-network';

/**
 * Lets each side resolve names of the other: an endpoint with an address in every zone for each direction, and all
 * resolvers of the site as targets.
 */
export function addNames(scope: Construct, { network, site }: { readonly network: ResilientNetwork; readonly site: Site }): void {
  const { vpc } = network;
  const subnets = vpc.selectSubnets(network.subnetsOf(network.tiers.includes('private') ? 'private' : 'isolated')).subnets;
  const securityGroup = new ec2.SecurityGroup(scope, 'ResolverSecurityGroup', {
    vpc,
    description: 'names between both sides',
    allowAllOutbound: false,
  });
  for (const port of [ec2.Port.tcp(53), ec2.Port.udp(53)]) {
    securityGroup.addIngressRule(ec2.Peer.ipv4(site.cidr), port, 'questions of the site');
    securityGroup.addEgressRule(ec2.Peer.ipv4(site.cidr), port, 'questions to the site');
  }
  const endpoint = (id: string, direction: 'INBOUND' | 'OUTBOUND') =>
    new resolver.CfnResolverEndpoint(scope, id, {
      direction,
      securityGroupIds: [securityGroup.securityGroupId],
      ipAddresses: subnets.map(({ subnetId }) => ({ subnetId })),
    });
  endpoint('NamesForSite', 'INBOUND');
  const rule = new resolver.CfnResolverRule(scope, 'NamesOfSite', {
    ruleType: 'FORWARD',
    domainName: site.domain,
    resolverEndpointId: endpoint('NamesFromSite', 'OUTBOUND').attrResolverEndpointId,
    targetIps: resolversOf(site).map(({ address }) => ({ ip: address, port: '53' })),
  });
  new resolver.CfnResolverRuleAssociation(scope, 'NamesOfSiteInNetwork', {
    resolverRuleId: rule.attrResolverRuleId,
    vpcId: vpc.vpcId,
  });
}
