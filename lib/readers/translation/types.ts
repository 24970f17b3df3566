import { compute } from './aws/compute';
import { containers } from './aws/containers';
import { copies } from './aws/copies';
import { databases } from './aws/databases';
import { directories } from './aws/directories';
import { edge } from './aws/edge';
import { identity } from './aws/identity';
import { loadBalancing } from './aws/load-balancing';
import { networking } from './aws/networking';
import { awsOwnTypes } from './aws/own-types';
import { storage } from './aws/storage';
import { streaming } from './aws/streaming';
import { awsTypes } from './aws/types';
import { googleDetails } from './google/details';
import { googleTypes } from './google/types';
import type { Details } from './mapping';
import { toPascal, toSnake } from './names';
import { otherTypes } from './other-types';

/** Everything that is known of a provider's type. */
export interface KnownType {
  /** The key of the facts. */
  readonly type: string;
  readonly details: Details;
  /** How names that no table holds are spelled: as CloudFormation does, or as Terraform does. */
  readonly spell: (name: string) => string;
}

export const detailTables = [
  compute,
  containers,
  copies,
  databases,
  directories,
  edge,
  identity,
  loadBalancing,
  networking,
  storage,
  streaming,
  googleDetails,
] as const;
export const typeTables = { aws: [awsTypes, awsOwnTypes], gcp: [googleTypes], other: [otherTypes] } as const;

const nothing: Details = {};

let known: Map<string, KnownType> | undefined;

/** By Terraform type and by Pulumi token. */
function knownTypes(): Map<string, KnownType> {
  if (known !== undefined) return known;
  known = new Map();
  const details = new Map(detailTables.flatMap((table) => Object.entries(table)));
  for (const [provider, tables] of Object.entries(typeTables)) {
    for (const table of tables) {
      for (const [terraform, [type, ...tokens]] of Object.entries(table)) {
        const spell = provider === 'aws' ? toPascal : toSnake;
        const entry = { type, details: details.get(terraform) ?? nothing, spell };
        known.set(terraform, entry);
        for (const token of tokens) known.set(tokenOf(provider, token), entry);
      }
    }
  }
  return known;
}

/** The token that Pulumi writes for a class of a module: `ec2.Subnet` is `aws:ec2/subnet:Subnet`. */
export function tokenOf(provider: string, short: string): string {
  if (short.includes(':')) return short;
  const [module, name = ''] = short.split('.');
  return `${provider}:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
}

/** Permissions on single resources have a type for each kind of resource; to the facts they are one. */
const googlePermission =
  /^google_.+_iam_(member|binding|policy|audit_config)$|^gcp:.+:\w*I(AM|am)(Member|Binding|Policy|AuditConfig)$/;

/** What a Terraform type or Pulumi token is; a name that no table knows stays as it is. */
export function typeOf(name: string): KnownType {
  const found = knownTypes().get(name);
  if (found !== undefined) return found;
  if (googlePermission.test(name)) return { type: 'google_iam_permission', details: nothing, spell: toSnake };
  const native = /^aws-native:([a-z0-9]+):([A-Za-z0-9]+)$/.exec(name);
  if (native !== null) return { type: nativeType(native[1] ?? '', native[2] ?? ''), details: nothing, spell: toPascal };
  return { type: name, details: nothing, spell: toSnake };
}

let services: Map<string, string> | undefined;

/** `aws-native:ec2:Subnet` is `AWS::EC2::Subnet`; the spelling of the service is looked up among the types that are known. */
function nativeType(module: string, name: string): string {
  if (services === undefined) {
    services = new Map();
    for (const { type } of knownTypes().values()) {
      const [root, service] = type.split('::');
      if (root === 'AWS' && service !== undefined) services.set(service.toLowerCase(), service);
    }
  }
  return `AWS::${services.get(module) ?? module}::${name}`;
}
