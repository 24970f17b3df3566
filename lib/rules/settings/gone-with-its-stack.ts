import { defineSettingsRule } from './settings-rule';

export const goneWithItsStack = defineSettingsRule({
  id: 'gone-with-its-stack',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'a store is deleted without a trace with its stack, or when it is replaced',
  state: 'leaves nothing behind',
  why: 'whoever deletes the stack, takes the store out of the program, or changes what only a new one can have, deletes the data too, and automatic backups often go with it',
  how: 'what a template says of deletion and of replacement must keep the store or make a last snapshot of it, unless it is protected from deletion; where nothing is said CloudFormation makes a snapshot of databases outside of clusters and of clusters of RDS when they are deleted, and of nothing when it is replaced. Of Pulumi the options protect and retainOnDelete are read, of Pulumi and Terraform whether the last snapshot is skipped; prevent_destroy of Terraform stands in no plan',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain or Snapshot (RemovalPolicy in the CDK; protect or retainOnDelete in Pulumi; skip_final_snapshot false in Terraform), or protect the store from deletion',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatereplacepolicy.html',
    'https://www.pulumi.com/docs/iac/concepts/options/protect/',
  ],
});
