import { Repository as EcrRepository } from '@pulumi/aws/ecr/repository';
import { OpenIdConnectProvider } from '@pulumi/aws/iam/openIdConnectProvider';
import { Role } from '@pulumi/aws/iam/role';
import { RolePolicy } from '@pulumi/aws/iam/rolePolicy';
import { Repository as GoogleRepository } from '@pulumi/gcp/artifactregistry/repository';
import { RepositoryIamMember } from '@pulumi/gcp/artifactregistry/repositoryIamMember';
import { WorkloadIdentityPool } from '@pulumi/gcp/iam/workloadIdentityPool';
import { WorkloadIdentityPoolProvider } from '@pulumi/gcp/iam/workloadIdentityPoolProvider';
import { type Input, interpolate, jsonStringify, type Output } from '@pulumi/pulumi';

/** Who builds: tokens of its jobs are trusted by both clouds, and by neither for anything but images. */
const BUILDER = { issuer: 'https://token.actions.githubusercontent.com', audience: 'sts.amazonaws.com' };

/** The same image at both clouds. */
export interface Delivered {
  readonly aws: Output<string>;
  readonly google: Output<string>;
}

/**
 * A registry at each cloud, filled by one builder with one image. Neither cloud starts anything from the registry of the
 * other, and what runs needs no builder: without it the release stays as it is.
 *
 * @param name - of the image
 * @param region - of the registry at Google
 * @param release - tag of the image
 * @param source - repository whose jobs may push, `owner/name`
 */
export function deliver(name: string, region: Input<string>, release: string, source: string): Delivered {
  const ecr = new EcrRepository(`${name}-aws`, {
    imageTagMutability: 'IMMUTABLE',
    imageScanningConfiguration: { scanOnPush: true },
  });
  const artifacts = new GoogleRepository(`${name}-google`, {
    repositoryId: name,
    location: region,
    format: 'DOCKER',
    dockerConfig: { immutableTags: true },
  });
  trustAtAws(name, ecr, source);
  trustAtGoogle(name, artifacts, source);
  const { location, project, repositoryId } = artifacts;
  return {
    aws: interpolate`${ecr.repositoryUrl}:${release}`,
    google: interpolate`${location}-docker.pkg.dev/${project}/${repositoryId}/${name}:${release}`,
  };
}

function trustAtAws(name: string, repository: EcrRepository, source: string): void {
  const { issuer, audience } = BUILDER;
  const host = issuer.replace('https://', '');
  const builder = new OpenIdConnectProvider('builder', { url: issuer, clientIdLists: [audience] });
  const trust = {
    Effect: 'Allow',
    Action: 'sts:AssumeRoleWithWebIdentity',
    Principal: { Federated: builder.arn },
    Condition: { StringEquals: { [`${host}:aud`]: audience, [`${host}:sub`]: `repo:${source}:ref:refs/heads/main` } },
  };
  const role = new Role(`${name}-push`, { assumeRolePolicy: jsonStringify({ Version: '2012-10-17', Statement: [trust] }) });
  const push = ['BatchCheckLayerAvailability', 'InitiateLayerUpload', 'UploadLayerPart', 'CompleteLayerUpload', 'PutImage'];
  const statements = [
    { Effect: 'Allow', Action: push.map((action) => `ecr:${action}`), Resource: repository.arn },
    { Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' },
  ];
  new RolePolicy(`${name}-push`, { role: role.id, policy: jsonStringify({ Version: '2012-10-17', Statement: statements }) });
}

function trustAtGoogle(name: string, repository: GoogleRepository, source: string): void {
  const pool = new WorkloadIdentityPool('builders', { workloadIdentityPoolId: 'builders' });
  new WorkloadIdentityPoolProvider('builder', {
    workloadIdentityPoolId: pool.workloadIdentityPoolId,
    workloadIdentityPoolProviderId: 'builder',
    attributeMapping: { 'google.subject': 'assertion.sub', 'attribute.repository': 'assertion.repository' },
    attributeCondition: `assertion.repository == "${source}" && assertion.ref == "refs/heads/main"`,
    oidc: { issuerUri: BUILDER.issuer },
  });
  const { project, location, name: repositoryName } = repository;
  const member = interpolate`principalSet://iam.googleapis.com/${pool.name}/attribute.repository/${source}`;
  new RepositoryIamMember(`${name}-push`, {
    project,
    location,
    repository: repositoryName,
    role: 'roles/artifactregistry.writer',
    member,
  });
}
