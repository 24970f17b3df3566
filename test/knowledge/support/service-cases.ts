import { oneZone, ref, twoZones } from './system-of';
import { settings, type VerdictCase } from './verdict-cases';

const option = (Namespace: string, OptionName: string, Value: string) => ({ Namespace, OptionName, Value });

/** Machines, containers, functions, APIs and the ways in between. */
export const serviceCases: readonly VerdictCase[] = [
  settings('an Auto Scaling group', 'AWS::AutoScaling::AutoScalingGroup', {
    survives: { MinSize: '2', MaxSize: '4', VPCZoneIdentifier: twoZones },
    without: { MinSize: '2', MaxSize: '4', VPCZoneIdentifier: oneZone },
    lost: ['zone'],
  }),
  settings('a fleet', 'AWS::EC2::EC2Fleet', {
    survives: {
      TargetCapacitySpecification: { TotalTargetCapacity: 2 },
      LaunchTemplateConfigs: [{ Overrides: [{ SubnetId: ref('SubnetA') }, { SubnetId: ref('SubnetB') }] }],
    },
    without: {
      Type: 'instant',
      TargetCapacitySpecification: { TotalTargetCapacity: 2 },
      OnDemandOptions: { SingleAvailabilityZone: true },
    },
    lost: ['zone'],
  }),
  settings('a spot fleet', 'AWS::EC2::SpotFleet', {
    survives: {
      SpotFleetRequestConfigData: {
        TargetCapacity: 2,
        LaunchSpecifications: [{ SubnetId: ref('SubnetA') }, { SubnetId: ref('SubnetB') }],
      },
    },
    without: { SpotFleetRequestConfigData: { TargetCapacity: 1, LaunchSpecifications: [{ SubnetId: ref('SubnetA') }] } },
    lost: ['component', 'zone'],
  }),
  {
    about: 'an instance on a dedicated host',
    survives: { Catalog: ['AWS::S3::Bucket'] },
    without: {
      Catalog: ['AWS::EC2::Instance', { HostId: ref('Rack'), SubnetId: ref('SubnetA') }],
      Rack: ['AWS::EC2::Host', { AvailabilityZone: 'eu-west-1a' }],
    },
    lost: ['Catalog with component', 'Catalog with zone', 'Rack with component', 'Rack with zone'],
  },
  settings('a Beanstalk environment with two instances', 'AWS::ElasticBeanstalk::Environment', {
    survives: { OptionSettings: [option('aws:autoscaling:asg', 'MinSize', '2')] },
    without: { OptionSettings: [option('aws:elasticbeanstalk:environment', 'EnvironmentType', 'LoadBalanced')] },
    lost: ['component'],
  }),
  settings('a Beanstalk environment without a balancer', 'AWS::ElasticBeanstalk::Environment', {
    survives: { OptionSettings: [option('aws:autoscaling:asg', 'MinSize', '2')] },
    without: {
      OptionSettings: [
        option('aws:autoscaling:asg', 'MinSize', '2'),
        option('aws:elasticbeanstalk:environment', 'EnvironmentType', 'SingleInstance'),
      ],
    },
    lost: ['component'],
  }),
  settings('a Batch environment', 'AWS::Batch::ComputeEnvironment', {
    survives: { Type: 'MANAGED', ComputeResources: { Subnets: twoZones } },
    without: { Type: 'MANAGED', ComputeResources: { Subnets: oneZone } },
    lost: ['zone'],
  }),
  {
    about: 'a Batch queue with a second environment in another zone',
    survives: {
      Jobs: [
        'AWS::Batch::JobQueue',
        { ComputeEnvironmentOrder: [{ ComputeEnvironment: ref('Spot') }, { ComputeEnvironment: ref('Steady') }] },
      ],
      Spot: ['AWS::Batch::ComputeEnvironment', { ComputeResources: { Subnets: [ref('SubnetA')] } }],
      Steady: ['AWS::Batch::ComputeEnvironment', { ComputeResources: { Subnets: [ref('SubnetB')] } }],
    },
    without: {
      Jobs: ['AWS::Batch::JobQueue', { ComputeEnvironmentOrder: [{ ComputeEnvironment: ref('Spot') }] }],
      Spot: ['AWS::Batch::ComputeEnvironment', { ComputeResources: { Subnets: [ref('SubnetA')] } }],
    },
    lost: ['Spot with zone'],
  },
  {
    about: 'Lightsail instances behind a balancer',
    survives: {
      Shop: ['AWS::Lightsail::LoadBalancer', { AttachedInstances: [ref('First'), ref('Second')] }],
      First: ['AWS::Lightsail::Instance', { AvailabilityZone: 'eu-west-1a' }],
      Second: ['AWS::Lightsail::Instance', { AvailabilityZone: 'eu-west-1b' }],
    },
    without: {
      Shop: ['AWS::Lightsail::LoadBalancer', { AttachedInstances: [ref('First')] }],
      First: ['AWS::Lightsail::Instance', { AvailabilityZone: 'eu-west-1a' }],
    },
    lost: ['First with component', 'First with zone'],
  },
  settings('a Lightsail database', 'AWS::Lightsail::Database', {
    survives: { RelationalDatabaseBundleId: 'small_ha_2_0' },
    without: { RelationalDatabaseBundleId: 'small_2_0', AvailabilityZone: 'eu-west-1a' },
    lost: ['component', 'zone'],
  }),
  settings('a Lightsail container service', 'AWS::Lightsail::Container', {
    survives: { Scale: 2 },
    without: { Scale: 1 },
    lost: ['component'],
  }),
  settings('an ECS service', 'AWS::ECS::Service', {
    survives: { DesiredCount: 2, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: twoZones } } },
    without: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: twoZones } } },
    lost: ['component'],
  }),
  {
    about: 'tasks that register with a discovery service',
    survives: {
      Names: ['AWS::ServiceDiscovery::Service'],
      Catalog: ['AWS::ECS::Service', { DesiredCount: 2, ServiceRegistries: [{ RegistryArn: ref('Names', 'Arn') }] }],
    },
    without: {
      Names: ['AWS::ServiceDiscovery::Service'],
      Catalog: ['AWS::ECS::Service', { DesiredCount: 1, ServiceRegistries: [{ RegistryArn: ref('Names', 'Arn') }] }],
    },
    lost: ['Catalog with component'],
  },
  {
    about: 'instances that are registered with a discovery service by hand',
    survives: {
      Names: ['AWS::ServiceDiscovery::Service'],
      First: ['AWS::EC2::Instance', { SubnetId: ref('SubnetA') }],
      Second: ['AWS::EC2::Instance', { SubnetId: ref('SubnetB') }],
      Entry1: [
        'AWS::ServiceDiscovery::Instance',
        { ServiceId: ref('Names'), InstanceAttributes: { AWS_INSTANCE_IPV4: ref('First', 'PrivateIp') } },
      ],
      Entry2: [
        'AWS::ServiceDiscovery::Instance',
        { ServiceId: ref('Names'), InstanceAttributes: { AWS_INSTANCE_IPV4: ref('Second', 'PrivateIp') } },
      ],
    },
    without: {
      Names: ['AWS::ServiceDiscovery::Service'],
      First: ['AWS::EC2::Instance', { SubnetId: ref('SubnetA') }],
      Entry1: [
        'AWS::ServiceDiscovery::Instance',
        { ServiceId: ref('Names'), InstanceAttributes: { AWS_INSTANCE_IPV4: ref('First', 'PrivateIp') } },
      ],
    },
    lost: ['First with component', 'First with zone'],
  },
  {
    about: 'a service that runs as task sets',
    survives: {
      Edge: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: twoZones }],
      Listener: [
        'AWS::ElasticLoadBalancingV2::Listener',
        { LoadBalancerArn: ref('Edge'), DefaultActions: [{ TargetGroupArn: ref('Blue') }] },
      ],
      Blue: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
      Checkout: ['AWS::ECS::Service', { DesiredCount: 3, DeploymentController: { Type: 'EXTERNAL' } }],
      Set: ['AWS::ECS::TaskSet', { Service: ref('Checkout'), LoadBalancers: [{ TargetGroupArn: ref('Blue') }] }],
    },
    without: {
      Edge: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: twoZones }],
      Listener: [
        'AWS::ElasticLoadBalancingV2::Listener',
        { LoadBalancerArn: ref('Edge'), DefaultActions: [{ TargetGroupArn: ref('Blue') }] },
      ],
      Blue: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
      Checkout: ['AWS::ECS::Service', { DesiredCount: 1, DeploymentController: { Type: 'EXTERNAL' } }],
      Set: ['AWS::ECS::TaskSet', { Service: ref('Checkout'), LoadBalancers: [{ TargetGroupArn: ref('Blue') }] }],
    },
    lost: ['Checkout with component'],
  },
  settings('an Express service', 'AWS::ECS::ExpressGatewayService', {
    survives: { ScalingTarget: { MinTaskCount: 2 } },
    without: {},
    lost: ['component'],
  }),
  {
    about: 'a Fargate profile that the CDK makes with a custom resource',
    survives: {
      Cluster: ['Custom::AWSCDK-EKS-Cluster', { Config: { resourcesVpcConfig: { subnetIds: twoZones } } }],
      Pods: ['Custom::AWSCDK-EKS-FargateProfile', { Config: { clusterName: ref('Cluster'), subnets: twoZones } }],
    },
    without: {
      Cluster: ['Custom::AWSCDK-EKS-Cluster', { Config: { resourcesVpcConfig: { subnetIds: twoZones } } }],
      Pods: ['Custom::AWSCDK-EKS-FargateProfile', { Config: { clusterName: ref('Cluster'), subnets: oneZone } }],
    },
    lost: ['Pods with zone'],
  },
  {
    about: 'nodes of an EKS cluster',
    survives: {
      Cluster: ['AWS::EKS::Cluster', { ResourcesVpcConfig: { SubnetIds: twoZones } }],
      Nodes: [
        'AWS::EKS::Nodegroup',
        { ClusterName: ref('Cluster'), Subnets: twoZones, ScalingConfig: { MinSize: 1, DesiredSize: 2, MaxSize: 3 } },
      ],
    },
    without: {
      Cluster: ['AWS::EKS::Cluster', { ResourcesVpcConfig: { SubnetIds: twoZones } }],
      Nodes: [
        'AWS::EKS::Nodegroup',
        { ClusterName: ref('Cluster'), Subnets: twoZones, ScalingConfig: { MinSize: 1, DesiredSize: 1, MaxSize: 3 } },
      ],
    },
    lost: ['Nodes with component'],
  },
  {
    about: 'an App Runner service whose calls enter a network',
    survives: {
      Site: ['AWS::AppRunner::Service', { NetworkConfiguration: { EgressConfiguration: { VpcConnectorArn: ref('Connector') } } }],
      Connector: ['AWS::AppRunner::VpcConnector', { Subnets: twoZones }],
    },
    without: {
      Site: ['AWS::AppRunner::Service', { NetworkConfiguration: { EgressConfiguration: { VpcConnectorArn: ref('Connector') } } }],
      Connector: ['AWS::AppRunner::VpcConnector', { Subnets: oneZone }],
    },
    lost: ['Connector with zone'],
  },
  settings('a function in a network', 'AWS::Lambda::Function', {
    survives: { VpcConfig: { SubnetIds: twoZones } },
    without: { VpcConfig: { SubnetIds: oneZone } },
    lost: ['zone'],
  }),
  {
    about: 'a function that mounts a file system',
    survives: {
      Resize: ['AWS::Lambda::Function', { VpcConfig: { SubnetIds: twoZones }, FileSystemConfigs: [{ Arn: ref('Door', 'Arn') }] }],
      Door: ['AWS::EFS::AccessPoint', { FileSystemId: ref('Files') }],
      Files: ['AWS::EFS::FileSystem'],
      LegA: ['AWS::EFS::MountTarget', { FileSystemId: ref('Files'), SubnetId: ref('SubnetA') }],
      LegB: ['AWS::EFS::MountTarget', { FileSystemId: ref('Files'), SubnetId: ref('SubnetB') }],
    },
    without: {
      Resize: ['AWS::Lambda::Function', { VpcConfig: { SubnetIds: twoZones }, FileSystemConfigs: [{ Arn: ref('Door', 'Arn') }] }],
      Door: ['AWS::EFS::AccessPoint', { FileSystemId: ref('Files') }],
      Files: ['AWS::EFS::FileSystem'],
      LegA: ['AWS::EFS::MountTarget', { FileSystemId: ref('Files'), SubnetId: ref('SubnetA') }],
    },
    lost: ['LegA with zone'],
  },
  {
    about: 'an API that calls through a link of one zone',
    survives: {
      Api: ['AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP' }],
      Call: ['AWS::ApiGatewayV2::Integration', { ApiId: ref('Api'), IntegrationUri: ref('Listener'), ConnectionId: ref('Way') }],
      Way: ['AWS::ApiGatewayV2::VpcLink', { SubnetIds: twoZones }],
      Listener: ['AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn: ref('Inner') }],
      Inner: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: twoZones }],
    },
    without: {
      Api: ['AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP' }],
      Call: ['AWS::ApiGatewayV2::Integration', { ApiId: ref('Api'), IntegrationUri: ref('Listener'), ConnectionId: ref('Way') }],
      Way: ['AWS::ApiGatewayV2::VpcLink', { SubnetIds: oneZone }],
      Listener: ['AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn: ref('Inner') }],
      Inner: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Subnets: oneZone }],
    },
    lost: ['Inner with zone', 'Way with zone'],
  },
  {
    about: 'a REST API in front of a network load balancer',
    survives: {
      Api: ['AWS::ApiGateway::RestApi'],
      Get: ['AWS::ApiGateway::Method', { RestApiId: ref('Api'), Integration: { ConnectionId: ref('Way') } }],
      Way: ['AWS::ApiGateway::VpcLink', { TargetArns: [ref('Inner')] }],
      Inner: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Subnets: twoZones }],
    },
    without: {
      Api: ['AWS::ApiGateway::RestApi'],
      Get: ['AWS::ApiGateway::Method', { RestApiId: ref('Api'), Integration: { ConnectionId: ref('Way') } }],
      Way: ['AWS::ApiGateway::VpcLink', { TargetArns: [ref('Inner')] }],
      Inner: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Subnets: oneZone }],
    },
    lost: ['Inner with zone'],
  },
  {
    about: 'a GraphQL API over a database',
    survives: {
      Api: ['AWS::AppSync::GraphQLApi'],
      Source: ['AWS::AppSync::DataSource', { ApiId: ref('Api', 'ApiId'), DynamoDBConfig: { TableName: ref('Orders') } }],
      Orders: ['AWS::DynamoDB::Table'],
    },
    without: {
      Api: ['AWS::AppSync::GraphQLApi'],
      Source: [
        'AWS::AppSync::DataSource',
        { ApiId: ref('Api', 'ApiId'), OpenSearchServiceConfig: { Endpoint: ref('Orders', 'DomainEndpoint') } },
      ],
      Orders: ['AWS::OpenSearchService::Domain', { ClusterConfig: { InstanceCount: 1 } }],
    },
    lost: ['Orders with component'],
  },
  {
    about: 'a state machine that names what its steps call',
    survives: {
      Ship: ['AWS::StepFunctions::StateMachine', { DefinitionSubstitutions: { Pack: ref('Pack', 'Arn') } }],
      Pack: ['AWS::Lambda::Function', { VpcConfig: { SubnetIds: twoZones } }],
    },
    without: {
      Ship: ['AWS::StepFunctions::StateMachine', { DefinitionSubstitutions: { Pack: ref('Pack', 'Arn') } }],
      Pack: ['AWS::Lambda::Function', { VpcConfig: { SubnetIds: [ref('SubnetA')] } }],
    },
    lost: ['Pack with zone'],
  },
  {
    about: 'an accelerator with endpoints in two zones',
    survives: {
      Front: ['AWS::GlobalAccelerator::Accelerator'],
      Listener: ['AWS::GlobalAccelerator::Listener', { AcceleratorArn: ref('Front') }],
      Group: [
        'AWS::GlobalAccelerator::EndpointGroup',
        { ListenerArn: ref('Listener'), EndpointConfigurations: [{ EndpointId: ref('First') }, { EndpointId: ref('Second') }] },
      ],
      First: ['AWS::EC2::Instance', { SubnetId: ref('SubnetA') }],
      Second: ['AWS::EC2::Instance', { SubnetId: ref('SubnetB') }],
    },
    without: {
      Front: ['AWS::GlobalAccelerator::Accelerator'],
      Listener: ['AWS::GlobalAccelerator::Listener', { AcceleratorArn: ref('Front') }],
      Group: [
        'AWS::GlobalAccelerator::EndpointGroup',
        { ListenerArn: ref('Listener'), EndpointConfigurations: [{ EndpointId: ref('First') }] },
      ],
      First: ['AWS::EC2::Instance', { SubnetId: ref('SubnetA') }],
    },
    lost: ['First with component', 'First with zone'],
  },
  {
    about: 'a Lattice service with targets in two zones',
    survives: {
      Front: ['AWS::VpcLattice::Service'],
      Listener: [
        'AWS::VpcLattice::Listener',
        {
          ServiceIdentifier: ref('Front'),
          DefaultAction: { Forward: { TargetGroups: [{ TargetGroupIdentifier: ref('Targets') }] } },
        },
      ],
      Targets: ['AWS::VpcLattice::TargetGroup'],
      Group: [
        'AWS::AutoScaling::AutoScalingGroup',
        { MinSize: 2, VPCZoneIdentifier: twoZones, TrafficSources: [{ Identifier: ref('Targets'), Type: 'vpc-lattice' }] },
      ],
    },
    without: {
      Front: ['AWS::VpcLattice::Service'],
      Listener: [
        'AWS::VpcLattice::Listener',
        {
          ServiceIdentifier: ref('Front'),
          DefaultAction: { Forward: { TargetGroups: [{ TargetGroupIdentifier: ref('Targets') }] } },
        },
      ],
      Targets: ['AWS::VpcLattice::TargetGroup'],
      Group: [
        'AWS::AutoScaling::AutoScalingGroup',
        { MinSize: 1, VPCZoneIdentifier: twoZones, TrafficSources: [{ Identifier: ref('Targets'), Type: 'vpc-lattice' }] },
      ],
    },
    lost: ['Group with component'],
  },
  {
    about: 'a Client VPN endpoint',
    survives: {
      Dial: ['AWS::EC2::ClientVpnEndpoint'],
      First: ['AWS::EC2::ClientVpnTargetNetworkAssociation', { ClientVpnEndpointId: ref('Dial'), SubnetId: ref('SubnetA') }],
      Second: ['AWS::EC2::ClientVpnTargetNetworkAssociation', { ClientVpnEndpointId: ref('Dial'), SubnetId: ref('SubnetB') }],
    },
    without: {
      Dial: ['AWS::EC2::ClientVpnEndpoint'],
      First: ['AWS::EC2::ClientVpnTargetNetworkAssociation', { ClientVpnEndpointId: ref('Dial'), SubnetId: ref('SubnetA') }],
    },
    lost: ['First with zone'],
  },
  {
    about: 'a route server',
    survives: {
      Server: ['AWS::EC2::RouteServer'],
      First: ['AWS::EC2::RouteServerEndpoint', { RouteServerId: ref('Server'), SubnetId: ref('SubnetA') }],
      Second: ['AWS::EC2::RouteServerEndpoint', { RouteServerId: ref('Server'), SubnetId: ref('SubnetB') }],
    },
    without: {
      Server: ['AWS::EC2::RouteServer'],
      First: ['AWS::EC2::RouteServerEndpoint', { RouteServerId: ref('Server'), SubnetId: ref('SubnetA') }],
    },
    lost: ['First with zone'],
  },
  {
    about: 'lines in two Direct Connect locations',
    survives: {
      Hub: ['AWS::DirectConnect::DirectConnectGateway'],
      Line1: ['AWS::DirectConnect::Connection', { Location: 'EqDC2' }],
      Line2: ['AWS::DirectConnect::Connection', { Location: 'EqDA2' }],
      Way1: ['AWS::DirectConnect::PrivateVirtualInterface', { DirectConnectGatewayId: ref('Hub'), ConnectionId: ref('Line1') }],
      Way2: ['AWS::DirectConnect::PrivateVirtualInterface', { DirectConnectGatewayId: ref('Hub'), ConnectionId: ref('Line2') }],
    },
    without: {
      Hub: ['AWS::DirectConnect::DirectConnectGateway'],
      Line1: ['AWS::DirectConnect::Connection', { Location: 'EqDC2' }],
      Line2: ['AWS::DirectConnect::Connection', { Location: 'EqDC2' }],
      Way1: ['AWS::DirectConnect::PrivateVirtualInterface', { DirectConnectGatewayId: ref('Hub'), ConnectionId: ref('Line1') }],
      Way2: ['AWS::DirectConnect::PrivateVirtualInterface', { DirectConnectGatewayId: ref('Hub'), ConnectionId: ref('Line2') }],
    },
    lost: ['Line1 with component', 'Line2 with component'],
  },
  settings('a transfer server in a network', 'AWS::Transfer::Server', {
    survives: { EndpointType: 'VPC', EndpointDetails: { SubnetIds: twoZones } },
    without: { EndpointType: 'VPC', EndpointDetails: { SubnetIds: [ref('SubnetA')] } },
    lost: ['zone'],
  }),
  {
    about: 'a directory, whose controllers stand in two zones, and a desktop of one person',
    survives: { People: ['AWS::DirectoryService::MicrosoftAD', { VpcSettings: { SubnetIds: twoZones } }] },
    without: {
      People: ['AWS::DirectoryService::MicrosoftAD', { VpcSettings: { SubnetIds: twoZones } }],
      Desk: ['AWS::WorkSpaces::Workspace', { DirectoryId: ref('People') }],
    },
    lost: ['Desk with component'],
  },
  settings('a streaming fleet', 'AWS::AppStream::Fleet', {
    survives: { ComputeCapacity: { DesiredInstances: 2 }, VpcConfig: { SubnetIds: twoZones } },
    without: { ComputeCapacity: { DesiredInstances: 1 }, VpcConfig: { SubnetIds: twoZones } },
    lost: ['component'],
  }),
  settings('an EMR cluster, which never spans zones', 'AWS::EMR::Cluster', {
    survives: { Instances: { KeepJobFlowAliveWhenNoSteps: false }, Steps: [{ Name: 'report' }] },
    without: { Instances: { Ec2SubnetId: ref('SubnetA'), MasterInstanceGroup: { InstanceCount: 1 } } },
    lost: ['component', 'zone'],
  }),
  settings('three primary nodes of an EMR cluster', 'AWS::EMR::Cluster', {
    survives: { Instances: { KeepJobFlowAliveWhenNoSteps: 'false' }, Steps: [{ Name: 'report' }] },
    without: { Instances: { Ec2SubnetId: ref('SubnetA'), MasterInstanceGroup: { InstanceCount: 3 } } },
    lost: ['zone'],
  }),
  settings('a stream application in a network', 'AWS::KinesisAnalyticsV2::Application', {
    survives: { ApplicationConfiguration: { VpcConfigurations: [{ SubnetIds: twoZones }] } },
    without: { ApplicationConfiguration: { VpcConfigurations: [{ SubnetIds: oneZone }] } },
    lost: ['zone'],
  }),
  settings('a Kafka connector', 'AWS::KafkaConnect::Connector', {
    survives: { Capacity: { ProvisionedCapacity: { WorkerCount: 2 } } },
    without: { Capacity: { AutoScaling: { MinWorkerCount: 1, MaxWorkerCount: 4 } } },
    lost: ['component'],
  }),
  settings('an Airflow environment', 'AWS::MWAA::Environment', {
    survives: { EnvironmentClass: 'mw1.small' },
    without: { EnvironmentClass: 'mw1.micro' },
    lost: ['component'],
  }),
  {
    about: 'an inference endpoint',
    survives: {
      Config: ['AWS::SageMaker::EndpointConfig', { ProductionVariants: [{ InitialInstanceCount: 2 }] }],
      Score: ['AWS::SageMaker::Endpoint', { EndpointConfigName: ref('Config', 'EndpointConfigName') }],
    },
    without: {
      Config: ['AWS::SageMaker::EndpointConfig', { ProductionVariants: [{ InitialInstanceCount: 1 }] }],
      Score: ['AWS::SageMaker::Endpoint', { EndpointConfigName: ref('Config', 'EndpointConfigName') }],
    },
    lost: ['Score with component'],
  },
  settings('a live channel', 'AWS::MediaLive::Channel', {
    survives: { ChannelClass: 'STANDARD' },
    without: { ChannelClass: 'SINGLE_PIPELINE' },
    lost: ['component'],
  }),
  settings('a mainframe environment', 'AWS::M2::Environment', {
    survives: { HighAvailabilityConfig: { DesiredCapacity: 2 }, SubnetIds: twoZones },
    without: { SubnetIds: twoZones },
    lost: ['component'],
  }),
  settings('a game server fleet', 'AWS::GameLift::Fleet', {
    survives: { DesiredEC2Instances: 2, MinSize: 2 },
    without: {},
    lost: ['component'],
  }),
  {
    about: 'OpsWorks instances of one layer',
    survives: {
      Web: ['AWS::OpsWorks::Layer'],
      First: ['AWS::OpsWorks::Instance', { LayerIds: [ref('Web')], AvailabilityZone: 'eu-west-1a' }],
      Second: ['AWS::OpsWorks::Instance', { LayerIds: [ref('Web')], AvailabilityZone: 'eu-west-1b' }],
    },
    without: {
      Web: ['AWS::OpsWorks::Layer'],
      First: ['AWS::OpsWorks::Instance', { LayerIds: [ref('Web')], AvailabilityZone: 'eu-west-1a' }],
    },
    lost: ['First with component', 'First with zone'],
  },
  {
    about: 'a load balancer that lets in who signs in at a pool of users',
    survives: {
      Edge: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: twoZones }],
      Listener: [
        'AWS::ElasticLoadBalancingV2::Listener',
        { LoadBalancerArn: ref('Edge'), DefaultActions: [{ AuthenticateCognitoConfig: { UserPoolArn: ref('People', 'Arn') } }] },
      ],
      People: ['AWS::Cognito::UserPool'],
    },
    without: {
      Edge: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: twoZones }],
      Listener: [
        'AWS::ElasticLoadBalancingV2::Listener',
        { LoadBalancerArn: ref('Edge'), DefaultActions: [{ AuthenticateCognitoConfig: { UserPoolArn: ref('People', 'Arn') } }] },
      ],
      People: ['AWS::Cognito::UserPool', { LambdaConfig: { PreSignUp: ref('Check', 'Arn') } }],
      Check: ['AWS::Lambda::Function', { VpcConfig: { SubnetIds: oneZone } }],
    },
    lost: ['Check with zone'],
  },
  {
    about: 'a group in a placement group',
    survives: {
      Near: ['AWS::EC2::PlacementGroup', { Strategy: 'spread' }],
      Group: ['AWS::AutoScaling::AutoScalingGroup', { MinSize: 2, VPCZoneIdentifier: twoZones, PlacementGroup: ref('Near') }],
    },
    without: {
      Near: ['AWS::EC2::PlacementGroup', { Strategy: 'cluster' }],
      Group: ['AWS::AutoScaling::AutoScalingGroup', { MinSize: 2, VPCZoneIdentifier: twoZones, PlacementGroup: ref('Near') }],
    },
    lost: ['Group with zone'],
  },
  {
    about: 'a group whose template names a zone',
    survives: {
      Template: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData: {} }],
      Group: [
        'AWS::AutoScaling::AutoScalingGroup',
        { MinSize: 2, VPCZoneIdentifier: twoZones, LaunchTemplate: { LaunchTemplateId: ref('Template') } },
      ],
    },
    without: {
      Template: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData: { Placement: { AvailabilityZone: 'eu-west-1a' } } }],
      Group: [
        'AWS::AutoScaling::AutoScalingGroup',
        { MinSize: 2, VPCZoneIdentifier: twoZones, LaunchTemplate: { LaunchTemplateId: ref('Template') } },
      ],
    },
    lost: ['Group with zone'],
  },
  {
    about: 'two machines on dedicated hosts',
    survives: {
      Edge: ['AWS::ElasticLoadBalancing::LoadBalancer', { Subnets: twoZones, Instances: [ref('First'), ref('Second')] }],
      First: ['AWS::EC2::Instance', { HostId: ref('RackA'), SubnetId: ref('SubnetA') }],
      Second: ['AWS::EC2::Instance', { HostId: ref('RackB'), SubnetId: ref('SubnetB') }],
      RackA: ['AWS::EC2::Host', { AvailabilityZone: 'eu-west-1a' }],
      RackB: ['AWS::EC2::Host', { AvailabilityZone: 'eu-west-1b' }],
    },
    without: {
      Edge: ['AWS::ElasticLoadBalancing::LoadBalancer', { Subnets: twoZones, Instances: [ref('First'), ref('Second')] }],
      First: ['AWS::EC2::Instance', { HostId: ref('RackA'), SubnetId: ref('SubnetA') }],
      Second: ['AWS::EC2::Instance', { HostId: ref('RackA'), SubnetId: ref('SubnetA2') }],
      RackA: ['AWS::EC2::Host', { AvailabilityZone: 'eu-west-1a' }],
    },
    lost: ['First with zone', 'RackA with component', 'RackA with zone', 'Second with zone'],
  },
  {
    about: 'a service whose floor is set by its name',
    survives: {
      Catalog: ['AWS::ECS::Service', { ServiceName: 'catalog', DesiredCount: 4 }],
      Floor: ['AWS::ApplicationAutoScaling::ScalableTarget', { ResourceId: 'service/shop/catalog', MinCapacity: 2 }],
    },
    without: {
      Catalog: ['AWS::ECS::Service', { ServiceName: 'catalog', DesiredCount: 4 }],
      Floor: ['AWS::ApplicationAutoScaling::ScalableTarget', { ResourceId: 'service/shop/catalog', MinCapacity: 1 }],
    },
    lost: ['Catalog with component'],
  },
  settings('a service with a constraint on its zone', 'AWS::ECS::Service', {
    survives: { DesiredCount: 2, PlacementConstraints: [{ Type: 'memberOf', Expression: 'attribute:ecs.os-type == linux' }] },
    without: {
      DesiredCount: 2,
      PlacementConstraints: [{ Type: 'memberOf', Expression: 'attribute:ecs.availability-zone == eu-west-1a' }],
    },
    lost: ['zone'],
  }),
  {
    about: 'a task set over two zones',
    survives: {
      Pool: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
      Catalog: ['AWS::ECS::Service', { DesiredCount: 2, DeploymentController: { Type: 'EXTERNAL' } }],
      Set: [
        'AWS::ECS::TaskSet',
        {
          Service: ref('Catalog'),
          LoadBalancers: [{ TargetGroupArn: ref('Pool') }],
          NetworkConfiguration: { AwsVpcConfiguration: { Subnets: twoZones } },
        },
      ],
    },
    without: {
      Pool: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
      Catalog: ['AWS::ECS::Service', { DesiredCount: 2, DeploymentController: { Type: 'EXTERNAL' } }],
      Set: [
        'AWS::ECS::TaskSet',
        {
          Service: ref('Catalog'),
          LoadBalancers: [{ TargetGroupArn: ref('Pool') }],
          NetworkConfiguration: { AwsVpcConfiguration: { Subnets: oneZone } },
        },
      ],
    },
    lost: ['Set with zone'],
  },
  {
    about: 'a model in a network',
    survives: {
      Model: ['AWS::SageMaker::Model', { VpcConfig: { Subnets: twoZones } }],
      Config: ['AWS::SageMaker::EndpointConfig', { ProductionVariants: [{ ModelName: ref('Model'), InitialInstanceCount: 2 }] }],
      Score: ['AWS::SageMaker::Endpoint', { EndpointConfigName: ref('Config', 'EndpointConfigName') }],
    },
    without: {
      Model: ['AWS::SageMaker::Model', { VpcConfig: { Subnets: oneZone } }],
      Config: ['AWS::SageMaker::EndpointConfig', { ProductionVariants: [{ ModelName: ref('Model'), InitialInstanceCount: 2 }] }],
      Score: ['AWS::SageMaker::Endpoint', { EndpointConfigName: ref('Config', 'EndpointConfigName') }],
    },
    lost: ['Score with zone'],
  },
  settings('a firewall at a transit gateway', 'AWS::NetworkFirewall::Firewall', {
    survives: {
      TransitGatewayId: ref('Hub'),
      AvailabilityZoneMappings: [{ AvailabilityZone: 'eu-west-1a' }, { AvailabilityZone: 'eu-west-1b' }],
    },
    without: { TransitGatewayId: ref('Hub'), AvailabilityZoneMappings: [{ AvailabilityZone: 'eu-west-1a' }] },
    lost: ['zone'],
    besides: { Hub: ['AWS::EC2::TransitGateway'] },
  }),
  {
    about: 'tunnels to customer gateways that are declared elsewhere',
    survives: {
      Hub: ['AWS::EC2::VPNGateway'],
      First: ['AWS::EC2::VPNConnection', { VpnGatewayId: ref('Hub'), CustomerGatewayId: 'cgw-1' }],
      Second: ['AWS::EC2::VPNConnection', { VpnGatewayId: ref('Hub'), CustomerGatewayId: 'cgw-2' }],
    },
    without: {
      Hub: ['AWS::EC2::VPNGateway'],
      First: ['AWS::EC2::VPNConnection', { VpnGatewayId: ref('Hub'), CustomerGatewayId: 'cgw-1' }],
      Second: ['AWS::EC2::VPNConnection', { VpnGatewayId: ref('Hub'), CustomerGatewayId: 'cgw-1' }],
    },
    lost: ['First with component', 'Second with component'],
  },
  {
    about: 'peers of a transit gateway Connect attachment',
    survives: {
      Hub: ['AWS::EC2::TransitGateway'],
      Legs: ['AWS::EC2::TransitGatewayVpcAttachment', { TransitGatewayId: ref('Hub'), SubnetIds: twoZones }],
      Way: ['AWS::EC2::TransitGatewayConnect', { TransportTransitGatewayAttachmentId: ref('Legs') }],
      First: [
        'AWS::EC2::TransitGatewayConnectPeer',
        { TransitGatewayAttachmentId: ref('Way'), ConnectPeerConfiguration: { PeerAddress: '10.0.0.9' } },
      ],
      Second: [
        'AWS::EC2::TransitGatewayConnectPeer',
        { TransitGatewayAttachmentId: ref('Way'), ConnectPeerConfiguration: { PeerAddress: '10.0.1.9' } },
      ],
    },
    without: {
      Hub: ['AWS::EC2::TransitGateway'],
      Legs: ['AWS::EC2::TransitGatewayVpcAttachment', { TransitGatewayId: ref('Hub'), SubnetIds: twoZones }],
      Way: ['AWS::EC2::TransitGatewayConnect', { TransportTransitGatewayAttachmentId: ref('Legs') }],
      First: [
        'AWS::EC2::TransitGatewayConnectPeer',
        { TransitGatewayAttachmentId: ref('Way'), ConnectPeerConfiguration: { PeerAddress: '10.0.0.9' } },
      ],
    },
    lost: ['First with component'],
  },
];
