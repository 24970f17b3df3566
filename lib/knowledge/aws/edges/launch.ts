import type { EdgeTable } from '../../fact';
import type { Path } from '../../path';
import { needOf } from './need';

const ecs = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/';
const ec2 = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/';
const eks = 'https://docs.aws.amazon.com/eks/latest/userguide/';

/** What runs goes on without it; what is to be started, or started again, needs it. */
const launch = needOf('launch');

const machineImage = (path: Path) => launch(path, 'a new machine starts from this image', `${ec2}AMIs.html`);
const profile = (path: Path) => launch(path, 'a new machine starts with this profile', `${ec2}iam-roles-for-amazon-ec2.html`);
/** A disk that is attached goes on with the key that it was attached with. */
const diskKey = (path: Path) =>
  launch(
    path,
    'a disk is attached with this key',
    'https://docs.aws.amazon.com/ebs/latest/userguide/how-ebs-encryption-works.html',
  );
const image = (path: Path, source: string) => launch(path, 'a new container is pulled from there', source);
const secret = (path: Path, source: string) => launch(path, 'a new container is given it at its start', source);
const startsAs = (path: Path, source: string) => launch(path, 'what is new starts as this role', source);
const lifecycleHooks = 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html';

/** Needed for new or replaced capacity, and by nothing that runs. */
export const launchEdges: EdgeTable = {
  'AWS::AppRunner::Service': {
    needs: [
      image(
        'SourceConfiguration.ImageRepository.ImageIdentifier',
        'https://docs.aws.amazon.com/apprunner/latest/dg/service-source-image.html',
      ),
      startsAs(
        'InstanceConfiguration.InstanceRoleArn',
        'https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html',
      ),
    ],
  },
  'AWS::AutoScaling::AutoScalingGroup': {
    needs: [
      launch('LifecycleHookSpecificationList[].NotificationTargetARN', 'a launch waits for who is told there', lifecycleHooks),
    ],
  },
  'AWS::AutoScaling::LaunchConfiguration': { needs: [machineImage('ImageId'), profile('IamInstanceProfile')] },
  'AWS::AutoScaling::LifecycleHook': {
    links: [
      {
        from: 'AutoScalingGroupName',
        to: ['NotificationTargetARN'],
        kind: 'launch',
        because: 'a launch waits for who is told there',
        source: lifecycleHooks,
      },
    ],
  },
  'AWS::Batch::ComputeEnvironment': {
    needs: [
      machineImage('ComputeResources.ImageId'),
      machineImage('ComputeResources.Ec2Configuration[].ImageIdOverride'),
      profile('ComputeResources.InstanceRole'),
    ],
  },
  'AWS::Batch::JobDefinition': {
    needs: [
      image('ContainerProperties.Image', 'https://docs.aws.amazon.com/batch/latest/userguide/job_definition_parameters.html'),
      secret(
        'ContainerProperties.Secrets[].ValueFrom',
        'https://docs.aws.amazon.com/batch/latest/userguide/specifying-sensitive-data.html',
      ),
      startsAs(
        'ContainerProperties.ExecutionRoleArn',
        'https://docs.aws.amazon.com/batch/latest/userguide/execution-IAM-role.html',
      ),
    ],
  },
  'AWS::EC2::Instance': {
    needs: [machineImage('ImageId'), profile('IamInstanceProfile'), diskKey('BlockDeviceMappings[].Ebs.KmsKeyId')],
  },
  'AWS::EC2::LaunchTemplate': {
    needs: [
      machineImage('LaunchTemplateData.ImageId'),
      profile('LaunchTemplateData.IamInstanceProfile.Arn'),
      profile('LaunchTemplateData.IamInstanceProfile.Name'),
      diskKey('LaunchTemplateData.BlockDeviceMappings[].Ebs.KmsKeyId'),
    ],
  },
  'AWS::EC2::SpotFleet': {
    needs: [
      machineImage('SpotFleetRequestConfigData.LaunchSpecifications[].ImageId'),
      profile('SpotFleetRequestConfigData.LaunchSpecifications[].IamInstanceProfile.Arn'),
    ],
  },
  'AWS::EC2::Volume': { needs: [diskKey('KmsKeyId')] },
  'AWS::ECS::ExpressGatewayService': {
    needs: [
      image('PrimaryContainer.Image', `${ecs}task_definition_parameters.html`),
      secret('PrimaryContainer.Secrets[].ValueFrom', `${ecs}secrets-envvar-secrets-manager.html`),
      startsAs('ExecutionRoleArn', `${ecs}task_execution_IAM_role.html`),
    ],
  },
  'AWS::ECS::Service': {
    needs: [
      launch(
        'CapacityProviderStrategy[].CapacityProvider',
        'new tasks are placed through it',
        `${ecs}cluster-capacity-providers.html`,
      ),
    ],
  },
  'AWS::ECS::TaskDefinition': {
    needs: [
      image('ContainerDefinitions[].Image', `${ecs}task_definition_parameters.html`),
      launch(
        'ContainerDefinitions[].RepositoryCredentials.CredentialsParameter',
        'a new container is pulled with it',
        `${ecs}private-auth.html`,
      ),
      secret('ContainerDefinitions[].Secrets[].ValueFrom', `${ecs}secrets-envvar-secrets-manager.html`),
      secret('ContainerDefinitions[].EnvironmentFiles[].Value', `${ecs}use-environment-file.html`),
      startsAs('ExecutionRoleArn', `${ecs}task_execution_IAM_role.html`),
    ],
  },
  'AWS::EKS::Cluster': {
    needs: [launch('EncryptionConfig[].Provider.KeyArn', 'new pods are given secrets that it opens', `${eks}enable-kms.html`)],
  },
  'AWS::EKS::FargateProfile': {
    needs: [
      launch('ClusterName', 'the cluster places new pods', `${eks}eks-architecture.html`),
      startsAs('PodExecutionRoleArn', `${eks}pod-execution-role.html`),
    ],
  },
  'AWS::EKS::Nodegroup': {
    needs: [
      launch('ClusterName', 'a new node joins the cluster through its API', `${eks}eks-architecture.html`),
      startsAs('NodeRole', `${eks}create-node-role.html`),
    ],
  },
  'AWS::ElasticBeanstalk::ApplicationVersion': {
    needs: [
      launch(
        'SourceBundle.S3Bucket',
        'a new machine fetches its code there',
        'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/applications-versions.html',
      ),
    ],
  },
  'AWS::ElasticBeanstalk::Environment': {
    needs: [
      launch(
        'VersionLabel',
        'a new machine runs this version',
        'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/applications-versions.html',
      ),
    ],
  },
  'AWS::KafkaConnect::Connector': {
    needs: [
      launch(
        'Plugins[].CustomPlugin.CustomPluginArn',
        'a new worker loads it',
        'https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-plugins.html',
      ),
    ],
  },
  'AWS::Lambda::Function': {
    needs: [
      launch('Layers[]', 'a new environment unpacks it', 'https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html'),
      launch('Code.ImageUri', 'its code is an image there', 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html'),
      launch(
        'KmsKeyArn',
        'a new environment opens its variables with it',
        'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
      ),
    ],
  },
  'AWS::Serverless::Function': {
    needs: [launch('Layers[]', 'a new environment unpacks it'), launch('ImageUri', 'its code is an image there')],
  },
};
