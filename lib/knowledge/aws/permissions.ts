import type { FactTable } from '../fact';
import { checked } from './checked';
import { inertTypes } from './inert/inert-types';

const source = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html';
// Credentials are given out in every region; only changes are made in one.
const noRunTime = inertTypes(
  'identity',
  {
    'AWS::IAM::InstanceProfile': 'IAM instance profile',
    'AWS::IAM::ManagedPolicy': 'IAM managed policy',
    'AWS::IAM::Policy': 'IAM policy',
    'AWS::IAM::Role': 'IAM role',
    'AWS::IAM::RolePolicy': 'IAM role policy',
  },
  source,
  'global',
);
const base = (type: string) => ({
  ...(noRunTime[type] ?? { noun: type, role: 'identity' as const, locality: 'global' as const, source }),
  checked,
});

/** Roles and what permits something to them: nothing that runs, and evidence of what is used by what runs. */
export const permissions: FactTable = {
  ...noRunTime,
  'AWS::IAM::ManagedPolicy': { ...base('AWS::IAM::ManagedPolicy'), permits: { documents: ['PolicyDocument'], to: ['Roles[]'] } },
  'AWS::IAM::Policy': { ...base('AWS::IAM::Policy'), permits: { documents: ['PolicyDocument'], to: ['Roles[]'] } },
  'AWS::IAM::RolePolicy': { ...base('AWS::IAM::RolePolicy'), permits: { documents: ['PolicyDocument'], to: ['RoleName'] } },
  'AWS::IAM::Role': {
    ...base('AWS::IAM::Role'),
    permits: { documents: ['Policies[].PolicyDocument'] },
    holdsPolicies: ['ManagedPolicyArns[]'],
  },
};
