import type { FactTable } from '../fact';
import { checked } from './checked';

const batch = 'https://docs.aws.amazon.com/batch/latest/userguide/';

/** AWS Batch: capacity comes when jobs come, so there is no floor of units; what counts is where it may come up. */
export const batchComputing: FactTable = {
  'AWS::Batch::ComputeEnvironment': {
    noun: 'compute environment',
    role: 'compute',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['ComputeResources.Subnets[]'] },
    recovery: { kind: 'self-healing', seconds: [60, 600] },
    templates: ['ComputeResources.LaunchTemplate.LaunchTemplateId', 'ComputeResources.LaunchTemplate.LaunchTemplateName'],
    securityGroups: ['ComputeResources.SecurityGroupIds[]'],
    usesEgress: true,
    offers: 'auxiliary',
    cases: [
      {
        when: { Type: 'UNMANAGED' },
        facts: {
          doubt: {
            because: 'its instances are brought from outside',
            tell: 'accept it in nospof.yaml, or let Batch manage them',
          },
        },
      },
    ],
    fix: 'give the environment subnets in at least 2 zones',
    source: `${batch}compute_environments.html`,
    checked,
  },
  'AWS::Batch::JobDefinition': {
    noun: 'job definition',
    role: 'template',
    locality: 'none',
    text: [
      'ContainerProperties.Environment',
      'ContainerProperties.Command',
      'ContainerProperties.Secrets',
      'ContainerProperties.Volumes[].EfsVolumeConfiguration',
    ],
    inert: true,
    source: `${batch}job_definitions.html`,
    checked,
  },
  // A queue tries its environments in order: any of them can run the job.
  'AWS::Batch::JobQueue': {
    noun: 'job queue',
    role: 'cluster',
    locality: 'region',
    members: ['ComputeEnvironmentOrder[].ComputeEnvironment'],
    offers: 'auxiliary',
    source: `${batch}job_queues.html`,
    checked,
  },
};
