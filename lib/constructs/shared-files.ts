import { RemovalPolicy } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { refuse } from '../blueprints';
import type { ResilientNetwork } from './resilient-network';

export interface SharedFilesProps {
  readonly network: ResilientNetwork;
  /**
   * Region that keeps a read-only copy, some minutes behind.
   * @default - none
   */
  readonly replicaRegion?: string;
  /**
   * Key that encrypts the files; without it they cannot be read.
   * @default - the key that AWS manages for the service
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * A file system that every zone mounts through a target of its own, kept by the service in three zones and backed up
 * daily. Promises to survive the loss of a zone.
 */
export class SharedFiles extends Construct {
  readonly fileSystem: efs.FileSystem;

  /** @throws {RefusedError} no isolated subnets */
  constructor(scope: Construct, id: string, props: SharedFilesProps) {
    super(scope, id);
    const { network, replicaRegion, encryptionKey } = props;
    refuse(this.node.path, [
      network.tiers.includes('isolated')
        ? undefined
        : {
            found: `the network has the tiers ${network.tiers.join(', ')}`,
            bound: 'mount targets stand in isolated subnets',
            wayOut: 'add isolated to the tiers of the network',
          },
    ]);
    this.fileSystem = new efs.FileSystem(this, 'FileSystem', {
      vpc: network.vpc,
      vpcSubnets: network.subnetsOf('isolated'),
      encrypted: true,
      enableAutomaticBackups: true,
      throughputMode: efs.ThroughputMode.ELASTIC,
      lifecyclePolicy: efs.LifecyclePolicy.AFTER_30_DAYS,
      outOfInfrequentAccessPolicy: efs.OutOfInfrequentAccessPolicy.AFTER_1_ACCESS,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(encryptionKey === undefined ? {} : { kmsKey: encryptionKey }),
      ...(replicaRegion === undefined
        ? {}
        : { replicationConfiguration: efs.ReplicationConfiguration.regionalFileSystem(replicaRegion) }),
    });
  }

  /** Lets `clients` mount it. */
  allowFrom(clients: ec2.IConnectable): void {
    this.fileSystem.connections.allowDefaultPortFrom(clients, 'clients of the files');
  }

  /** A folder with an owner of its own, for one application. */
  folder(id: string, path: string): efs.IAccessPoint {
    return this.fileSystem.addAccessPoint(id, {
      path,
      createAcl: { ownerUid: '1000', ownerGid: '1000', permissions: '750' },
      posixUser: { uid: '1000', gid: '1000' },
    });
  }
}
