import { CfnResource, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Attribute that holds the ARN, by the types that keep data and that AWS Backup knows. */
const ARN_ATTRIBUTES: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::GlobalTable': 'Arn',
  'AWS::DynamoDB::Table': 'Arn',
  'AWS::EFS::FileSystem': 'Arn',
  'AWS::RDS::DBCluster': 'DBClusterArn',
  'AWS::RDS::DBInstance': 'DBInstanceArn',
  'AWS::S3::Bucket': 'Arn',
};

/** ARNs of everything under a construct that keeps data and can be backed up. Members of a cluster come with it. */
export function protectedArnsOf(construct: IConstruct): readonly string[] {
  const resources = construct.node.findAll().filter((child) => CfnResource.isCfnResource(child));
  const clusters = resources.some(({ cfnResourceType }) => cfnResourceType === 'AWS::RDS::DBCluster');
  return resources
    .filter(({ cfnResourceType }) => !(clusters && cfnResourceType === 'AWS::RDS::DBInstance'))
    .flatMap((resource) => {
      const attribute = ARN_ATTRIBUTES[resource.cfnResourceType];
      return attribute === undefined ? [] : [Token.asString(resource.getAtt(attribute))];
    });
}
