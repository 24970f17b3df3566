/** What every kind of database has. */
export interface DatabaseSettings {
  /**
   * Days that one can go back to any second of [days], 1 to 35.
   * @default 14
   */
  readonly backupDays?: number;
  /**
   * Refuse to delete the database until this is switched off.
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** A database that stands in the isolated subnets of a network. */
export interface RelationalSettings extends DatabaseSettings {
  /** @default 'postgres' */
  readonly engine?: 'postgres' | 'mysql';
  /**
   * Class of every instance, without the leading `db.`; a standby that is to carry the load is as large as the active one.
   * @default 'r7g.large' for Aurora, 'm7g.large' for a standby, 'm6gd.large' for a Multi-AZ cluster
   */
  readonly instanceType?: string;
  /**
   * Name of the first database.
   * @default - none
   */
  readonly databaseName?: string;
}

/** Aurora: one writer and readers, each in its own zone, over storage that spans three zones. */
export interface AuroraSettings extends RelationalSettings {
  readonly kind: 'aurora';
  /**
   * Writer and readers together, 2 to 15; no two in one zone while there are zones left.
   * @default 2
   */
  readonly instances?: number;
}

/** RDS with a standby in another zone that serves nothing until it takes over. */
export interface MultiAzSettings extends RelationalSettings {
  readonly kind: 'multi-az';
  /**
   * Storage [GiB].
   * @default 100
   */
  readonly storageGib?: number;
}

/** RDS with a writer and two readable standbys in three zones. */
export interface MultiAzClusterSettings extends RelationalSettings {
  readonly kind: 'multi-az-cluster';
  /**
   * Storage [GiB].
   * @default 100
   */
  readonly storageGib?: number;
  /**
   * Rate of the storage [operations per second].
   * @default 1000
   */
  readonly iops?: number;
}

/** DynamoDB: spread over three zones by the service, paid per request. */
export interface DynamoDbSettings extends DatabaseSettings {
  readonly kind: 'dynamodb';
  /** @default 'id' */
  readonly partitionKey?: string;
  /**
   * @default - none
   */
  readonly sortKey?: string;
}
