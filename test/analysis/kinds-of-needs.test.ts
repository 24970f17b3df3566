import { analyze } from '../../lib/analysis';
import { aws, Knowledge } from '../../lib/knowledge';
import { readBody } from '../support/read';

const ref = (Ref: string) => ({ Ref });
const knowledge = new Knowledge(aws);
const judge = (Resources: object, more: object = {}) => analyze(readBody({ Resources, ...more }), knowledge);

/** What one resource depends on, as `kind name`. */
function needsOf(id: string, Resources: object): string[] {
  const { subjects, dependencies } = judge(Resources);
  const found = [...subjects].find(({ resource }) => resource.id === id);
  return found === undefined ? [] : dependencies.of(found).map(({ to, kind }) => `${kind} ${to.resource.id}`);
}

const rolesOf = ({ functions }: ReturnType<typeof judge>) => functions.map(({ kind, name }) => `${kind} ${name}`);

describe('what new capacity needs', () => {
  const group = {
    Group: {
      Type: 'AWS::AutoScaling::AutoScalingGroup',
      Properties: { MinSize: '2', LaunchTemplate: { LaunchTemplateId: ref('Template') } },
    },
    Template: {
      Type: 'AWS::EC2::LaunchTemplate',
      Properties: {
        LaunchTemplateData: {
          ImageId: { 'Fn::GetAtt': ['Image', 'ImageId'] },
          BlockDeviceMappings: [{ Ebs: { KmsKeyId: ref('Key') } }],
        },
      },
    },
    Image: { Type: 'AWS::ImageBuilder::Image' },
    Key: { Type: 'AWS::KMS::Key' },
  };

  it('is what the template needs that it is launched from', () => {
    expect(needsOf('Group', group)).toEqual(['launch Image', 'launch Key']);
  });

  it('is no function of its own, nor is a bucket that only code is fetched from', () => {
    const version = {
      Type: 'AWS::ElasticBeanstalk::ApplicationVersion',
      Properties: { SourceBundle: { S3Bucket: ref('Code') } },
    };
    expect(rolesOf(judge(group))).toEqual(['serve Group']);
    const fetched = {
      Code: { Type: 'AWS::S3::Bucket' },
      Handler: { Type: 'AWS::Lambda::Function', Properties: { Code: { S3Bucket: ref('Code') } } },
    };
    expect(rolesOf(judge(fetched))).toEqual(['serve Handler']);
    expect(rolesOf(judge({ Code: { Type: 'AWS::S3::Bucket' }, Version: version }))).toEqual(['serve Code']);
  });

  it('leaves the cluster, which a node joins through its API, what serves', () => {
    const nodes = { Type: 'AWS::EKS::Nodegroup', Properties: { ClusterName: ref('Cluster'), ScalingConfig: { MinSize: 2 } } };
    const system = { Cluster: { Type: 'AWS::EKS::Cluster' }, First: nodes, Second: nodes };
    expect(needsOf('First', system)).toEqual(['launch Cluster']);
    expect(rolesOf(judge(system))).toEqual(['serve Cluster', 'recover First', 'recover Second']);
  });
});

describe('a key', () => {
  const keyed = (Condition: object) => ({
    Key: { Type: 'AWS::KMS::Key', ...Condition },
    Orders: { Type: 'AWS::DynamoDB::Table', Properties: { SSESpecification: { KMSMasterKeyId: ref('Key') } } },
  });

  it('is needed to serve, and open questions about it leave the loss of a zone decided', () => {
    const conditions = {
      Parameters: { Encrypt: { Type: 'String' } },
      Conditions: { Encrypts: { 'Fn::Equals': [ref('Encrypt'), 'yes'] } },
    };
    expect(needsOf('Orders', keyed({}))).toEqual(['hard Key']);
    expect(judge(keyed({ Condition: 'Encrypts' }), conditions).verdicts.doubts).toEqual([]);
  });
});

describe('several of which some suffice', () => {
  it('are none of them needed alone: checks below a check', () => {
    const names = {
      Check: {
        Type: 'AWS::Route53::HealthCheck',
        Properties: { HealthCheckConfig: { HealthThreshold: 1, ChildHealthChecks: [ref('Below')] } },
      },
      Below: { Type: 'AWS::Route53::HealthCheck' },
    };
    expect(needsOf('Check', names)).toEqual(['choice Below']);
  });

  it('are the balancers behind an endpoint service', () => {
    const balancer = { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Type: 'network' } };
    const service = {
      Service: { Type: 'AWS::EC2::VPCEndpointService', Properties: { NetworkLoadBalancerArns: [ref('First'), ref('Second')] } },
      First: balancer,
      Second: balancer,
    };
    expect(needsOf('Service', service)).toEqual(['choice First', 'choice Second']);
  });
});
