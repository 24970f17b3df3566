import { Stack } from 'aws-cdk-lib';
import { ResilientDatabase, ResilientNetwork } from '../../lib/constructs';
import type { MutationSuite } from './support/mutation';
import { idOf, resourceOf } from './support/synthesize';

const INSTANCE = 'AWS::RDS::DBInstance';
const writer = (_: unknown, id: string) => id.includes('Writer');
const reader = (_: unknown, id: string) => id.includes('Reader');

/** A writer and a reader. */
export const auroraDatabase: MutationSuite = {
  construct: 'ResilientDatabase of Aurora',
  survive: 'zone',
  build: (app) => {
    const stack = new Stack(app, 'shop');
    new ResilientDatabase(stack, 'Database', { kind: 'aurora', network: new ResilientNetwork(stack, 'Network') });
  },
  mutations: [
    {
      name: 'the reader is taken away',
      breaks: (template) => {
        delete template.Resources[idOf(template, INSTANCE, reader)];
      },
      names: (template) => idOf(template, INSTANCE, writer),
    },
    {
      name: 'the reader stands in the zone of the writer',
      breaks: (template) => {
        resourceOf(template, INSTANCE, reader).Properties.AvailabilityZone = resourceOf(
          template,
          INSTANCE,
          writer,
        ).Properties.AvailabilityZone;
      },
      names: (template) => idOf(template, INSTANCE, writer),
    },
  ],
};

/** One active instance and one standby. */
export const multiAzDatabase: MutationSuite = {
  construct: 'ResilientDatabase of RDS',
  survive: 'zone',
  build: (app) => {
    const stack = new Stack(app, 'shop');
    new ResilientDatabase(stack, 'Database', { kind: 'multi-az', network: new ResilientNetwork(stack, 'Network', { zones: 2 }) });
  },
  mutations: [
    {
      name: 'the standby is taken away',
      breaks: (template) => {
        resourceOf(template, INSTANCE).Properties.MultiAZ = false;
      },
      names: (template) => idOf(template, INSTANCE),
    },
    {
      name: 'nothing is said about a standby',
      breaks: (template) => {
        delete resourceOf(template, INSTANCE).Properties.MultiAZ;
      },
      names: (template) => idOf(template, INSTANCE),
    },
    {
      name: 'no backup is kept',
      breaks: (template) => {
        resourceOf(template, INSTANCE).Properties.BackupRetentionPeriod = 0;
      },
      names: (template) => idOf(template, INSTANCE),
    },
  ],
};
