/** A shop of many services over three zones, as a CloudFormation template: ten services are some 130 resources. */
export function largeShop(services) {
  const names = ['Checkout', 'Catalog', 'Mail', 'Search', 'Basket', 'Payment', 'Stock', 'Price', 'Review', 'Account'];
  const parts = Array.from({ length: services }, (_, index) => {
    const round = Math.floor(index / names.length);
    return service(`${names[index % names.length]}${round === 0 ? '' : round + 1}`, index);
  });
  return { Resources: Object.assign({}, network(), ...parts) };
}

const ref = (id) => ({ Ref: id });
const ZONES = [0, 1, 2];
const inside = ZONES.map((zone) => ref(`Inside${zone}`));
const outside = ZONES.map((zone) => ref(`Outside${zone}`));

/** Three zones; the third has no NAT gateway of its own. */
function network() {
  const subnet = (zone, offset) => ({
    Type: 'AWS::EC2::Subnet',
    Properties: {
      VpcId: ref('Vpc'),
      CidrBlock: `10.0.${zone + offset}.0/24`,
      AvailabilityZone: { 'Fn::Select': [zone, { 'Fn::GetAZs': '' }] },
    },
  });
  const resources = {
    Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
    Cluster: { Type: 'AWS::ECS::Cluster' },
  };
  for (const zone of ZONES) {
    resources[`Inside${zone}`] = subnet(zone, 10);
    resources[`Outside${zone}`] = subnet(zone, 0);
    resources[`Table${zone}`] = { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: ref('Vpc') } };
    resources[`TableOf${zone}`] = {
      Type: 'AWS::EC2::SubnetRouteTableAssociation',
      Properties: { SubnetId: ref(`Inside${zone}`), RouteTableId: ref(`Table${zone}`) },
    };
    resources[`Out${zone}`] = {
      Type: 'AWS::EC2::Route',
      Properties: {
        RouteTableId: ref(`Table${zone}`),
        DestinationCidrBlock: '0.0.0.0/0',
        NatGatewayId: ref(`Nat${Math.min(zone, 1)}`),
      },
    };
    if (zone === 2) continue;
    resources[`NatAddress${zone}`] = { Type: 'AWS::EC2::EIP', Properties: { Domain: 'vpc' } };
    resources[`Nat${zone}`] = {
      Type: 'AWS::EC2::NatGateway',
      Properties: { SubnetId: ref(`Outside${zone}`), AllocationId: { 'Fn::GetAtt': [`NatAddress${zone}`, 'AllocationId'] } },
    };
  }
  return resources;
}

/** A balanced service with a database, a queue, a bucket and a worker; every fifth runs one task, every fourth has no standby. */
function service(name, index) {
  const environment = [
    { Name: 'ORDERS', Value: { 'Fn::GetAtt': [`${name}Db`, 'Endpoint.Address'] } },
    { Name: 'JOBS', Value: ref(`${name}Jobs`) },
    { Name: 'FILES', Value: ref(`${name}Files`) },
  ];
  return {
    [`${name}Front`]: {
      Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      Properties: { Subnets: outside, Type: 'application' },
    },
    [`${name}Targets`]: {
      Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      Properties: { VpcId: ref('Vpc'), TargetType: 'ip', Port: 80, Protocol: 'HTTP', HealthCheckPath: '/health' },
    },
    [`${name}Listener`]: {
      Type: 'AWS::ElasticLoadBalancingV2::Listener',
      Properties: {
        LoadBalancerArn: ref(`${name}Front`),
        Port: 80,
        Protocol: 'HTTP',
        DefaultActions: [{ Type: 'forward', TargetGroupArn: ref(`${name}Targets`) }],
      },
    },
    [`${name}Task`]: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: { ContainerDefinitions: [{ Name: 'app', Image: 'shop', Environment: environment }] },
    },
    [name]: {
      Type: 'AWS::ECS::Service',
      Properties: {
        LaunchType: 'FARGATE',
        Cluster: ref('Cluster'),
        TaskDefinition: ref(`${name}Task`),
        DesiredCount: index % 5 === 0 ? 1 : 3,
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: inside } },
        LoadBalancers: [{ TargetGroupArn: ref(`${name}Targets`), ContainerName: 'app', ContainerPort: 80 }],
      },
    },
    [`${name}Subnets`]: { Type: 'AWS::RDS::DBSubnetGroup', Properties: { SubnetIds: inside, DBSubnetGroupDescription: name } },
    [`${name}Db`]: {
      Type: 'AWS::RDS::DBInstance',
      Properties: {
        DBSubnetGroupName: ref(`${name}Subnets`),
        MultiAZ: index % 4 !== 0,
        Engine: 'postgres',
        DBInstanceClass: 'db.m6g.large',
      },
    },
    [`${name}Jobs`]: { Type: 'AWS::SQS::Queue' },
    [`${name}Files`]: { Type: 'AWS::S3::Bucket' },
    [`${name}Worker`]: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Runtime: 'nodejs22.x',
        Handler: 'index.run',
        Code: { ZipFile: 'exports.run = () => {}' },
        Environment: { Variables: { JOBS: ref(`${name}Jobs`) } },
      },
    },
    [`${name}Log`]: { Type: 'AWS::Logs::LogGroup' },
    [`${name}Alarm`]: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: { ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1 },
    },
  };
}
