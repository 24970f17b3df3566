import type { Facts, FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

/** Two domain controllers in two zones: subnets of one zone are refused. */
const directory = (noun: string, source: string): Facts => ({
  noun,
  role: 'store',
  locality: 'zones',
  units: { count: 2, spread: 'distinct-zones' },
  placement: { subnets: ['VpcSettings.SubnetIds[]'], enforcedZones: 2 },
  recovery: { kind: 'failover' },
  source,
  checked,
});

/** Directories, desktops and what people work with. */
export const directories: FactTable = {
  'AWS::DirectoryService::MicrosoftAD': directory(
    'Microsoft AD directory',
    'https://docs.aws.amazon.com/directoryservice/latest/admin-guide/disaster-recovery-resiliency.html',
  ),
  'AWS::DirectoryService::SimpleAD': directory(
    'Simple AD directory',
    'https://docs.aws.amazon.com/directoryservice/latest/admin-guide/disaster-recovery-resiliency.html',
  ),
  // The desktop of one person, in one of the two zones of its directory.
  'AWS::WorkSpaces::Workspace': {
    noun: 'WorkSpace',
    role: 'compute',
    locality: 'zone',
    units: { count: 1 },
    placement: { subnets: ['DirectoryId->VpcSettings.SubnetIds[]'] },
    needs: [{ path: 'DirectoryId', kind: 'hard', because: 'people sign in there' }],
    recovery: { kind: 'none' },
    fix: 'spread people over both subnets of the directory, and keep standby WorkSpaces in another region',
    source: 'https://docs.aws.amazon.com/workspaces/latest/adminguide/azs-workspaces.html',
    checked,
  },
  'AWS::AppStream::Fleet': {
    noun: 'AppStream fleet',
    role: 'compute',
    locality: 'zones',
    units: { count: { desired: 'ComputeCapacity.DesiredInstances', absent: 1 } },
    placement: { subnets: ['VpcConfig.SubnetIds[]'] },
    securityGroups: ['VpcConfig.SecurityGroupIds[]'],
    recovery: { kind: 'self-healing', seconds: [60, 600] },
    usesEgress: true,
    cases: [
      { when: { FleetType: 'ELASTIC' }, facts: { units: { count: 'per-subnet' } } },
      {
        when: { 'ComputeCapacity.DesiredSessions': 'present' },
        facts: {
          units: { count: 'per-subnet' },
          doubt: {
            because: 'its capacity is counted in sessions, so the number of instances is not known',
            tell: 'set ComputeCapacity.DesiredInstances, or nospof.yaml: facts: { "AWS::AppStream::Fleet": { units: 2 } }',
          },
        },
      },
    ],
    fix: 'set DesiredInstances to at least 2, with subnets in 2 zones',
    source: reference('appstream-fleet'),
    checked,
  },
  'AWS::Transfer::Server': {
    noun: 'transfer server',
    role: 'entry',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['EndpointDetails.SubnetIds[]'] },
    securityGroups: ['EndpointDetails.SecurityGroupIds[]'],
    needs: [
      { path: 'IdentityProviderDetails.Function', kind: 'hard', because: 'signing in calls it' },
      { path: 'IdentityProviderDetails.Url', kind: 'hard', because: 'signing in calls it' },
      { path: 'IdentityProviderDetails.DirectoryId', kind: 'hard', because: 'people sign in there' },
      { path: 'EndpointDetails.VpcEndpointId', kind: 'hard', because: 'clients reach it there' },
    ],
    recovery: { kind: 'none' },
    fix: 'give the endpoint a subnet in every zone that clients come from, at least 2',
    source: 'https://docs.aws.amazon.com/transfer/latest/userguide/disaster-recovery-resiliency.html',
    checked,
  },
  'AWS::Connect::Instance': {
    noun: 'contact centre',
    role: 'entry',
    locality: 'region',
    source: reference('connect-instance'),
    checked,
  },
};
