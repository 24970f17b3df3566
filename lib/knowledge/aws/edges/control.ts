import type { EdgeTable, Link } from '../../fact';
import type { Path } from '../../path';
import { needOf } from './need';

const elb = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html';
const acm = 'https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html';
const kms = 'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html';

/** It is served from what is there already; only a change of it, or a renewal, asks for the other. */
const control = needOf('control');

const certificate = (path: Path) => control(path, 'it shows this certificate, which is missed when it expires', acm);

const unweighted = (from: Path, to: Path): Link => ({
  from,
  to: [to],
  kind: 'control',
  because: 'it is given no request until a deployment changes its weight',
  source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
});

/** Needed to change things or to renew them. */
export const controlEdges: EdgeTable = {
  'AWS::ApiGateway::DomainName': { needs: [certificate('RegionalCertificateArn'), certificate('CertificateArn')] },
  'AWS::ApiGatewayV2::DomainName': { needs: [certificate('DomainNameConfigurations[].CertificateArn')] },
  'AWS::CertificateManager::Certificate': {
    needs: [control('DomainValidationOptions[].HostedZoneId', 'it is renewed by what stands there', acm)],
  },
  'AWS::CloudFront::Distribution': { needs: [certificate('DistributionConfig.ViewerCertificate.AcmCertificateArn')] },
  'AWS::EKS::Cluster': {
    needs: [
      control(
        'RoleArn',
        'its control plane acts as this role',
        'https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html',
      ),
    ],
  },
  'AWS::ElasticLoadBalancing::LoadBalancer': { needs: [certificate('Listeners[].SSLCertificateId')] },
  'AWS::ElasticLoadBalancingV2::Listener': {
    links: [
      unweighted('LoadBalancerArn', 'DefaultActions[].ForwardConfig.TargetGroups[Weight=0].TargetGroupArn'),
      {
        from: 'LoadBalancerArn',
        to: ['Certificates[].CertificateArn'],
        kind: 'control',
        because: 'its listener shows this certificate, which is missed when it expires',
        source: elb,
      },
    ],
  },
  'AWS::ElasticLoadBalancingV2::ListenerCertificate': {
    links: [
      {
        from: 'ListenerArn->LoadBalancerArn',
        to: ['Certificates[].CertificateArn'],
        kind: 'control',
        because: 'its listener shows this certificate, which is missed when it expires',
        source: elb,
      },
    ],
  },
  'AWS::ElasticLoadBalancingV2::ListenerRule': {
    links: [unweighted('ListenerArn->LoadBalancerArn', 'Actions[].ForwardConfig.TargetGroups[Weight=0].TargetGroupArn')],
  },
  'AWS::KMS::ReplicaKey': {
    needs: [control('PrimaryKeyArn', 'its material and its rotation come from there, its use does not', kms)],
  },
  // The service keeps a copy of the bundle; what is in the bucket is read when the function is made or changed.
  'AWS::Lambda::Function': {
    needs: [
      control(
        'Code.S3Bucket',
        'its code is copied from there when it is deployed',
        'https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html',
      ),
      control(
        'CodeSigningConfigArn',
        'new code is checked against it',
        'https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html',
      ),
    ],
  },
  'AWS::Lambda::LayerVersion': {
    needs: [
      control(
        'Content.S3Bucket',
        'it is copied from there when it is published',
        'https://docs.aws.amazon.com/lambda/latest/dg/creating-deleting-layers.html',
      ),
    ],
  },
};
