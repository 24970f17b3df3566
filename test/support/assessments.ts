import type { Assessment, Finding, Summary, Unproven } from '../../lib/diagnostics';
import type { RuleWords } from '../../lib/reporters';

/** A finding about the one NAT gateway of a shop, with whatever a test changes. */
export function aFinding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'nat-gateway-shared-by-zones',
    category: 'SINGLE_POINT_OF_FAILURE',
    severity: 'warning',
    function: 'egress',
    loses: ['Catalog', 'Checkout', 'Mail'],
    scope: 'zone',
    recovery: 'none',
    resource: {
      id: 'NatGateway1',
      type: 'AWS::EC2::NatGateway',
      file: 'shop.yaml',
      line: 4,
      column: 3,
      path: 'Shop/Vpc/PublicSubnet1/NatGateway',
    },
    failureDomain: 'zone us-east-1#0',
    message: 'one NAT gateway in zone us-east-1#0 carries the egress of 3 zones',
    fix: 'use one NAT gateway per zone, or a regional NAT gateway',
    evidence: [
      { from: 'Checkout', to: 'PrivateSubnet2', because: 'its tasks run in this subnet', file: 'shop.yaml', line: 9 },
      { from: 'PrivateSubnet2', to: 'RouteTable2', because: 'route table association', file: 'shop.yaml', line: 12 },
      { from: 'RouteTable2', to: 'NatGateway1', because: 'route 0.0.0.0/0', file: 'shop.yaml', line: 15 },
    ],
    world: {},
    ...changes,
  };
}

/** A pair that could not be decided: the zone of a subnet is a parameter. */
export function anUnproven(changes: Partial<Unproven> = {}): Unproven {
  return {
    function: 'serve',
    of: 'Orders',
    failureDomain: 'zone us-east-1#1',
    because: 'cannot tell the zone of "Db": SubnetIds refers to parameter "Subnets", which has no default',
    tell: 'nospof.yaml: subnets.Subnets[0].zone',
    resource: { id: 'Db', type: 'AWS::RDS::DBInstance', file: 'shop.yaml', line: 7, column: 3 },
    ...changes,
  };
}

/** An assessment of 57 resources; numbers follow the findings only where a test says so. */
export function anAssessment(
  changes: Partial<Omit<Assessment, 'summary'>> & { readonly summary?: Partial<Summary> } = {},
): Assessment {
  return {
    version: 1,
    system: { inputs: ['shop.yaml'], survive: 'zone', world: {} },
    findings: [],
    unproven: [],
    witnesses: [],
    topology: { zones: [], resources: [], dependencies: [], functions: [], domains: [] },
    unknownTypes: {},
    problems: [],
    ...changes,
    summary: {
      resources: 57,
      functions: 6,
      failureDomains: 31,
      lost: 0,
      unproven: 0,
      survives: 186,
      idle: 0,
      ...changes.summary,
    },
  };
}

export const NAT_RULE: RuleWords = {
  id: 'nat-gateway-shared-by-zones',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'one NAT gateway carries the egress of several zones',
  why: 'a zonal NAT gateway fails with its zone',
  how: 'subnets whose default route leads to the same zonal NAT gateway are counted by zone',
  severity: 'warning',
  unknown: 'zones that are not known leave the function unproven',
  fix: 'one NAT gateway per zone, each with its own route table, or a regional NAT gateway',
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html'],
};
