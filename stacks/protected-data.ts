import { Stack, type StackProps } from 'aws-cdk-lib';
import { BackupVault } from 'aws-cdk-lib/aws-backup';
import type { Construct } from 'constructs';
import { BackupPlan, ResilientDatabase, ResilientNetwork, SharedFiles } from '../lib/constructs';

/** Name of the vault that takes copies. */
const COPY_VAULT = 'nospof-copies';

export interface ProtectedDataProps extends StackProps {
  /**
   * Region that keeps the copies.
   * @default - context value `copyRegion`, or eu-central-1
   */
  readonly copyRegion?: string;
}

/** A database, a table and files, backed up every four hours, copied to another Region, with restores tried weekly. */
export class ProtectedData extends Stack {
  constructor(scope: Construct, id: string, props: ProtectedDataProps = {}) {
    super(scope, id, { description: 'nospof: data that outlives its Region', ...props });
    const network = new ResilientNetwork(this, 'Network', { tiers: ['isolated'], egress: 'none', interfaceEndpoints: [] });
    const orders = new ResilientDatabase(this, 'Orders', { kind: 'aurora', network });
    const carts = new ResilientDatabase(this, 'Carts', { kind: 'dynamodb', partitionKey: 'customer' });
    const files = new SharedFiles(this, 'Files', { network });
    const region = copyRegionOf(this, props.copyRegion);
    new BackupPlan(this, 'Backups', {
      resources: [orders, carts, files],
      everyHours: 4,
      copyTo: [{ region, vaultName: COPY_VAULT }],
      restoreTests: ['Aurora', 'DynamoDB', 'EFS'],
    });
  }
}

/** The vault for the copies, in the other Region; deploy it first. */
export class ProtectedDataCopies extends Stack {
  constructor(scope: Construct, id: string, props: ProtectedDataProps = {}) {
    const region = copyRegionOf(scope, props.copyRegion);
    super(scope, id, { description: 'nospof: the vault for copies of another Region', ...props, env: { ...props.env, region } });
    new BackupVault(this, 'Vault', { backupVaultName: COPY_VAULT });
  }
}

function copyRegionOf(scope: Construct, asked: string | undefined): string {
  return asked ?? String(scope.node.tryGetContext('copyRegion') ?? 'eu-central-1');
}
