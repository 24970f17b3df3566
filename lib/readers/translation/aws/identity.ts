import { blocks, type DetailTable, document, list } from '../mapping';

/** Roles, and the policies that say what they may do; policies are texts that hold a document. */
export const identity: DetailTable = {
  aws_iam_role: {
    properties: {
      name: 'RoleName',
      assume_role_policy: document('AssumeRolePolicyDocument'),
      inline_policy: blocks('Policies', { name: 'PolicyName', policy: document('PolicyDocument') }),
      managed_policy_arns: list('ManagedPolicyArns'),
    },
  },
  aws_iam_policy: { properties: { name: 'ManagedPolicyName', policy: document('PolicyDocument') } },
  aws_iam_role_policy: { properties: { name: 'PolicyName', role: 'RoleName', policy: document('PolicyDocument') } },
  aws_iam_user_policy: { properties: { policy: document('PolicyDocument') } },
  aws_iam_group_policy: { properties: { policy: document('PolicyDocument') } },
  aws_iam_role_policy_attachment: {
    additions: [{ of: 'Role', to: 'ManagedPolicyArns', entry: ({ PolicyArn }) => PolicyArn }],
  },
  aws_iam_policy_attachment: {
    properties: { roles: list('Roles') },
    additions: [{ of: 'Roles', to: 'ManagedPolicyArns', entry: ({ PolicyArn }) => PolicyArn }],
  },
  aws_iam_instance_profile: { properties: { name: 'InstanceProfileName', role: list('Roles') } },
};
