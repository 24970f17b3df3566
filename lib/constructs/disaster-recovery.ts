import { ArnFormat, Aws, Stack, Token } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import {
  type ContentCheck,
  type Fault,
  faultsOfHealthCheck,
  faultsOfRecovery,
  planRecovery,
  type RecoveryPlan,
  refuse,
} from '../blueprints';
import { LoadBalancedService } from './load-balanced-service';
import { addRecoveryData, type RecoveryData } from './recovery-data';
import { DATABASE_USER } from './recovery-database';
import { addRecoveryRecord } from './recovery-dns';
import { addRecoveryKeys, type RecoveryKeys } from './recovery-keys';
import type { DisasterRecoveryProps } from './recovery-props';
import { ResilientNetwork } from './resilient-network';

const BLOCKS = { primary: '10.0.0.0/16', secondary: '10.1.0.0/16' } as const;

/**
 * One Region of a pair that stands in for each other. Make one in a stack of each Region with the same properties and
 * another role; deploy the second Region first, because the first one copies into it.
 *
 * Before anything happens, the second Region has the data, a key and secrets, images, a certificate and its records.
 * Users move by health-checked records alone: nothing of the lost Region, and no control plane, is needed for that.
 * Promises to survive the loss of a Region: by itself as warm standby and active-active, with somebody's help otherwise.
 */
export class DisasterRecovery extends Construct {
  /** What happens when a Region is lost, step by step, held against the declared objectives. */
  readonly recovery: RecoveryPlan;
  readonly network: ResilientNetwork;
  /** Undefined in the second Region of backup-and-restore, which runs nothing until it is activated. */
  readonly service: LoadBalancedService | undefined;

  /** @throws {RefusedError} objectives that the strategy cannot keep, one Region, a stack in neither of them */
  constructor(scope: Construct, id: string, props: DisasterRecoveryProps) {
    super(scope, id);
    const { role, strategy, system } = props;
    const healthCheck: ContentCheck = { kind: 'content', tls: true, ...props.healthCheck };
    refuse(this.node.path, [
      ...faultsOfRecovery(props),
      ...faultsOfHealthCheck(healthCheck, 'route53'),
      ...faultsOfRegions(this, props),
    ]);
    this.recovery = planRecovery(props);
    this.network = new ResilientNetwork(this, 'Network', {
      cidr: BLOCKS[role],
      // A Region that runs nothing needs no way out yet.
      egress: this.runs(props) ? 'nat-per-zone' : 'none',
      ...(this.runs(props) ? {} : { interfaceEndpoints: [] }),
    });
    const keys = addRecoveryKeys(this, props);
    const repository = addRepository(this, props);
    const secret = addSecret(this, props, keys);
    const stores = addRecoveryData(this, props, this.network, keys, secret);
    const zone = route53.HostedZone.fromHostedZoneAttributes(this, 'Zone', props.zone);
    const recordName = props.recordName ?? 'www';
    const certificate = new acm.Certificate(this, 'Certificate', {
      domainName: `${recordName}.${zone.zoneName}`,
      validation: acm.CertificateValidation.fromDns(zone),
    });
    this.service = this.runs(props) ? this.addService(props, repository, secret, stores, certificate.certificateArn) : undefined;
    if (this.service !== undefined) {
      addRecoveryRecord(this, {
        zone,
        role,
        strategy,
        healthCheck,
        recordName,
        service: this.service,
        region: props[`${role}Region`],
        ...(props.timers === undefined ? {} : { timers: props.timers }),
        setIdentifier: `${system}-${role}`,
      });
    }
  }

  private runs({ role, strategy, activated = false }: DisasterRecoveryProps): boolean {
    return role === 'primary' || strategy !== 'backup-and-restore' || activated;
  }

  private addService(
    props: DisasterRecoveryProps,
    repository: ecr.IRepository,
    secret: secretsmanager.ISecret,
    { table, database, assets }: RecoveryData,
    certificateArn: string,
  ): LoadBalancedService {
    const { role, strategy, requiredCapacity, standbyCapacity = requiredCapacity, port = 80 } = props;
    const standby = role === 'secondary' && strategy === 'warm-standby';
    const service = new LoadBalancedService(this, 'Service', {
      network: this.network,
      pools: {
        web: {
          kind: 'containers',
          image:
            props.imageTag === undefined
              ? ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29')
              : ecs.ContainerImage.fromEcrRepository(repository, props.imageTag),
          requiredCapacity: standby ? standbyCapacity : requiredCapacity,
          // A standby must be able to grow to what both Regions serve.
          maxCapacity: 4 * requiredCapacity + 4,
          dormant: role === 'secondary' && strategy === 'pilot-light' && !(props.activated ?? false),
          environment: {
            ...(table === undefined ? {} : { TABLE: table.tableName }),
            ...(database === undefined
              ? {}
              : { DATABASE_HOST: database.endpoint, DATABASE_READER_HOST: database.readerEndpoint, DATABASE_USER }),
            ...(assets === undefined ? {} : { ASSETS: assets.bucketName }),
          },
          secrets: { APPLICATION_SECRET: ecs.Secret.fromSecretsManager(secret) },
        },
      },
      services: [{ port: 443, protocol: 'https', members: [{ name: 'web', port }] }],
      certificateArns: [certificateArn],
      healthCheck: { kind: 'http', path: props.healthCheck.path },
    });
    const taskRole = service.pools.web?.role;
    if (taskRole !== undefined) {
      table?.grantReadWriteData(taskRole);
      assets?.grantReadWrite(taskRole);
    }
    database?.connections.allowDefaultPortFrom(service, 'the service of this Region');
    return service;
  }
}

/** The repository of this Region; what is pushed to the first one is copied to the second. */
function addRepository(scope: Construct, { role, system, secondaryRegion }: DisasterRecoveryProps): ecr.IRepository {
  const repository = new ecr.Repository(scope, 'Images', {
    repositoryName: `${system}/web`,
    imageScanOnPush: true,
    imageTagMutability: ecr.TagMutability.IMMUTABLE,
  });
  if (role === 'primary') {
    new ecr.CfnReplicationConfiguration(scope, 'ImageReplication', {
      replicationConfiguration: {
        rules: [
          {
            destinations: [{ region: secondaryRegion, registryId: Aws.ACCOUNT_ID }],
            repositoryFilters: [{ filter: `${system}/`, filterType: 'PREFIX_MATCH' }],
          },
        ],
      },
    });
  }
  return repository as ecr.IRepository;
}

/** The secret of the application: made in the first Region, copied by the service to the second, under the key of each. */
function addSecret(scope: Construct, props: DisasterRecoveryProps, { own, other }: RecoveryKeys): secretsmanager.ISecret {
  const { role, system, secondaryRegion } = props;
  const secretName = `${system}/application`;
  if (role === 'secondary') {
    const arn = { service: 'secretsmanager', resource: 'secret', resourceName: secretName };
    return secretsmanager.Secret.fromSecretAttributes(scope, 'Secret', {
      secretPartialArn: Stack.of(scope).formatArn({ ...arn, arnFormat: ArnFormat.COLON_RESOURCE_NAME }),
      encryptionKey: own,
    });
  }
  return new secretsmanager.Secret(scope, 'Secret', {
    secretName,
    generateSecretString: {
      passwordLength: 48,
      ...(props.store === 'aurora'
        ? {
            secretStringTemplate: JSON.stringify({ username: DATABASE_USER }),
            generateStringKey: 'password',
            // What Aurora takes in no password, and what would end the text around it.
            excludeCharacters: '"@/\\\' ',
          }
        : {}),
    },
    encryptionKey: own,
    replicaRegions: [{ region: secondaryRegion, encryptionKey: other }],
  }) as secretsmanager.ISecret;
}

function faultsOfRegions(scope: Construct, props: DisasterRecoveryProps): readonly (Fault | undefined)[] {
  const { primaryRegion, secondaryRegion, role, system } = props;
  const own = Stack.of(scope).region;
  const asked = role === 'primary' ? primaryRegion : secondaryRegion;
  return [
    primaryRegion === secondaryRegion
      ? {
          found: `both Regions are ${primaryRegion}`,
          bound: 'a Region cannot stand in for itself',
          wayOut: 'name another as secondaryRegion',
        }
      : undefined,
    Token.isUnresolved(own) || own === asked
      ? undefined
      : {
          found: `the stack is in ${own} and its role is ${role}`,
          bound: `that is ${asked}`,
          wayOut: `set env.region to ${asked}`,
        },
    /^[a-z][a-z0-9-]{1,30}$/.test(system)
      ? undefined
      : {
          found: `system is "${system}"`,
          bound: 'lower-case letters, digits and hyphens are expected, 2 to 31 of them',
          wayOut: "use a name such as 'shop'",
        },
  ];
}
