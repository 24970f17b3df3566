/** A network over three zones, carried by every service; a service is eight resources. */
const network = {
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
  Internet: { Type: 'AWS::EC2::InternetGateway' },
  Attached: {
    Type: 'AWS::EC2::VPCGatewayAttachment',
    Properties: { VpcId: { Ref: 'Vpc' }, InternetGatewayId: { Ref: 'Internet' } },
  },
  Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
  Out: {
    Type: 'AWS::EC2::Route',
    Properties: { RouteTableId: { Ref: 'Table' }, DestinationCidrBlock: '0.0.0.0/0', GatewayId: { Ref: 'Internet' } },
  },
};

function zone(index) {
  return {
    [`Subnet${index}`]: {
      Type: 'AWS::EC2::Subnet',
      Properties: {
        VpcId: { Ref: 'Vpc' },
        CidrBlock: `10.0.${index}.0/24`,
        AvailabilityZone: { 'Fn::Select': [index, { 'Fn::GetAZs': '' }] },
      },
    },
    [`Table${index}`]: {
      Type: 'AWS::EC2::SubnetRouteTableAssociation',
      Properties: { RouteTableId: { Ref: 'Table' }, SubnetId: { Ref: `Subnet${index}` } },
    },
  };
}

function service(index) {
  const subnets = [{ Ref: 'Subnet0' }, { Ref: 'Subnet1' }, { Ref: 'Subnet2' }];
  const name = (part) => `${part}${index}`;
  return {
    [name('WebFirewall')]: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'web', VpcId: { Ref: 'Vpc' } } },
    [name('OrdersFirewall')]: {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: {
        GroupDescription: 'orders',
        VpcId: { Ref: 'Vpc' },
        SecurityGroupIngress: [
          { IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: { Ref: name('WebFirewall') } },
        ],
      },
    },
    [name('Balancer')]: {
      Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      Properties: { Scheme: 'internet-facing', Subnets: subnets },
    },
    [name('Targets')]: {
      Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      Properties: { VpcId: { Ref: 'Vpc' }, Protocol: 'HTTP', Port: 80, HealthCheckPath: '/health', Matcher: { HttpCode: '200' } },
    },
    [name('Listener')]: {
      Type: 'AWS::ElasticLoadBalancingV2::Listener',
      Properties: {
        LoadBalancerArn: { Ref: name('Balancer') },
        Port: 80,
        Protocol: 'HTTP',
        DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: name('Targets') } }],
      },
    },
    [name('Launch')]: {
      Type: 'AWS::EC2::LaunchTemplate',
      Properties: {
        LaunchTemplateData: {
          ImageId: 'ami-0123456789abcdef0',
          InstanceType: 'm7g.large',
          SecurityGroupIds: [{ Ref: name('WebFirewall') }],
          UserData: { 'Fn::Base64': { 'Fn::Sub': `#!/bin/sh\nexport ORDERS=\${${name('Orders')}.Endpoint.Address}\n` } },
        },
      },
    },
    [name('Group')]: {
      Type: 'AWS::AutoScaling::AutoScalingGroup',
      Properties: {
        MinSize: '3',
        MaxSize: '6',
        VPCZoneIdentifier: subnets,
        LaunchTemplate: {
          LaunchTemplateId: { Ref: name('Launch') },
          Version: { 'Fn::GetAtt': [name('Launch'), 'LatestVersionNumber'] },
        },
        TargetGroupARNs: [{ Ref: name('Targets') }],
        HealthCheckType: 'ELB',
        HealthCheckGracePeriod: 120,
      },
    },
    [name('Orders')]: {
      Type: 'AWS::RDS::DBInstance',
      Properties: {
        Engine: 'postgres',
        DBInstanceClass: 'db.m7g.large',
        AllocatedStorage: '100',
        MultiAZ: true,
        VPCSecurityGroups: [{ 'Fn::GetAtt': [name('OrdersFirewall'), 'GroupId'] }],
      },
    },
  };
}

/** The text of a template with about that many resources, as `cdk synth` would print it. */
export function template(resources) {
  const services = Math.max(1, Math.round((resources - 11) / 8));
  const parts = [network, zone(0), zone(1), zone(2), ...Array.from({ length: services }, (_, index) => service(index))];
  return JSON.stringify({ Resources: Object.assign({}, ...parts) }, null, 1);
}
