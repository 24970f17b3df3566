// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of templates are what is tested
import { Reference, Unknown } from '../../lib/model';
import { readTemplates } from '../../lib/readers';
import { problemsOf } from '../support/read';

const network = {
  Parameters: {
    Cidr: { Type: 'String' },
    Zones: { Type: 'List<AWS::EC2::AvailabilityZone::Name>' },
    Unpassed: { Type: 'String' },
  },
  Resources: {
    Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: { Ref: 'Cidr' }, Name: { Ref: 'AWS::StackName' } } },
    SubnetA: { Type: 'AWS::EC2::Subnet', Properties: { AvailabilityZone: { 'Fn::Select': [0, { Ref: 'Zones' }] } } },
    SubnetB: { Type: 'AWS::EC2::Subnet', Properties: { Unpassed: { Ref: 'Unpassed' } } },
  },
  Outputs: {
    Subnets: { Value: { 'Fn::Join': [',', [{ Ref: 'SubnetA' }, { Ref: 'SubnetB' }]] } },
    Vpc: { Value: { Ref: 'Vpc' } },
  },
};
const service = {
  Parameters: { Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' } },
  Resources: { Group: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { VPCZoneIdentifier: { Ref: 'Subnets' } } } },
};

function stack(TemplateURL: unknown, Parameters: object = {}, rest: object = {}) {
  return { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL, Parameters }, ...rest };
}

const main = {
  Parameters: { Bucket: { Type: 'String' } },
  Resources: {
    Network: stack(
      { 'Fn::Sub': 'https://${Bucket}.s3.${AWS::Region}.amazonaws.com/v1/network.yaml' },
      { Cidr: '10.0.0.0/16', Zones: 'a,b' },
    ),
    Shop: stack('https://s3.amazonaws.com/x/service.yaml', { Subnets: { 'Fn::GetAtt': ['Network', 'Outputs.Subnets'] } }),
    Mail: stack('https://s3.amazonaws.com/x/service.yaml?version=2', { Subnets: { 'Fn::GetAtt': 'Network.Outputs.Subnets' } }),
    Lost: stack('https://s3.amazonaws.com/x/elsewhere.yaml', { A: { 'Fn::GetAtt': ['Network', 'Outputs.Vpc'] } }),
    Probe: { Type: 'Test::Of::Values', Properties: { it: { 'Fn::GetAtt': ['Lost', 'Outputs.Url'] } } },
  },
};

const files = [
  { file: 'templates/main.yaml', body: main },
  { file: 'templates/network.yaml', body: network },
  { file: 'templates/service.yaml', body: service },
];

describe('nested stacks', () => {
  const system = readTemplates(files);

  it('are made from the given files, as often as they are named', () => {
    expect(system.stacks.map(({ name }) => name)).toEqual(['main', 'main/Network', 'main/Shop', 'main/Mail']);
    expect([...system.resources.keys()]).toEqual([
      'main/Lost',
      'main/Probe',
      'main/Network/Vpc',
      'main/Network/SubnetA',
      'main/Network/SubnetB',
      'main/Shop/Group',
      'main/Mail/Group',
    ]);
    expect(system.resources.get('main/Shop/Group')?.source).toEqual({
      file: 'templates/service.yaml',
      path: ['Resources', 'Group'],
    });
  });

  it('take the parameters that their parent passes', () => {
    expect(system.resources.get('main/Network/Vpc')?.properties.CidrBlock).toBe('10.0.0.0/16');
    expect(system.resources.get('main/Network/SubnetA')?.properties.AvailabilityZone).toBe('a');
    expect(system.resources.get('main/Network/SubnetB')?.properties.Unpassed).toEqual(
      new Unknown(
        'parameter main/Network/Unpassed',
        'parameter "Unpassed" is not passed by "Network" and has no default',
        'pass "Unpassed" in the Parameters of "Network"',
      ),
    );
  });

  it('hand their outputs on, lists that were joined on the way included', () => {
    expect(system.resources.get('main/Mail/Group')?.properties.VPCZoneIdentifier).toEqual([
      new Reference('main/Network/SubnetA'),
      new Reference('main/Network/SubnetB'),
    ]);
  });

  it('stay resources where their template is not given', () => {
    expect(system.resources.get('main/Lost')?.type).toBe('AWS::CloudFormation::Stack');
    expect(system.resources.get('main/Probe')?.properties.it).toEqual(
      new Unknown(
        'output main/Lost.Url',
        'the template of stack "Lost" is not among the inputs',
        'give the template of "Lost" too',
      ),
    );
  });

  it('do not exist when a false condition takes them away, nor stand alone', () => {
    const body = {
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { Network: stack('network.yaml', {}, { Condition: 'Never' }), Queue: { Type: 'AWS::SQS::Queue' } },
    };
    const read = readTemplates([{ file: 'templates/main.yaml', body }, files[1]!]);
    expect([...read.resources.keys()]).toEqual(['main/Queue']);
  });

  it('pass an open condition on to their resources', () => {
    const body = {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Maybe: { 'Fn::Equals': [{ Ref: 'Stage' }, 'b'] } },
      Resources: { Network: stack('network.yaml', {}, { Condition: 'Maybe' }) },
    };
    const read = readTemplates([{ file: 'templates/main.yaml', body }, files[1]!]);
    expect(read.resources.get('main/Network/Vpc')?.existence?.symbol).toBe('condition main/Maybe');
  });

  it('are told apart by their folders where file names are alike', () => {
    const body = { Resources: { A: stack('./a/template.yaml'), B: stack('https://s3.amazonaws.com/x/b/template.yaml') } };
    const read = readTemplates([
      { file: 'app/template.yaml', body },
      { file: 'app/a/template.yaml', body: { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } } },
      { file: 'app/b/template.yaml', body: { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } } },
    ]);
    expect([...read.resources.keys()]).toEqual(['template/A/Queue', 'template/B/Topic']);
  });

  it('are found by what they declare where their file has another name, and that is said', () => {
    const body = {
      Resources: {
        Network: stack('https://s3.amazonaws.com/x/template-vpc.json', { Cidr: '10.0.0.0/16', Zones: 'a,b', Unpassed: 'x' }),
        Probe: { Type: 'Test::Of::Values', Properties: { it: { 'Fn::GetAtt': ['Network', 'Outputs.Vpc'] } } },
      },
    };
    const read = readTemplates([
      { file: 'main.yaml', body },
      { file: 'network.yaml', body: network },
    ]);
    expect(read.resources.get('main/Probe')?.properties.it).toEqual(new Reference('main/Network/Vpc'));
    expect(read.problems.map(({ code, fatal }) => [code, fatal])).toEqual([['template-by-shape', false]]);
  });

  it('fail for templates that instantiate each other', () => {
    const circle = (next: string) => ({ Resources: { Next: stack(`https://s3.amazonaws.com/x/${next}.yaml`) } });
    const given = [
      { file: 'start.yaml', body: circle('a') },
      { file: 'a.yaml', body: circle('b') },
      { file: 'b.yaml', body: circle('a') },
    ];
    const [problem] = problemsOf(() => readTemplates(given));
    expect(problem?.message).toBe('templates instantiate each other in a circle: "a.yaml" -> "b.yaml" -> "a.yaml"');
    const [all] = problemsOf(() => readTemplates(given.slice(1)));
    expect(all?.code).toBe('reference-cycle');
    const [self] = problemsOf(() => readTemplates([{ file: 'a.yaml', body: circle('a') }]));
    expect(self?.code).toBe('reference-cycle');
  });

  it('fail for outputs and parameters that feed each other', () => {
    const echo = {
      Parameters: { In: { Type: 'String' } },
      Resources: { Q: { Type: 'T::T::T' } },
      Outputs: { Out: { Value: { Ref: 'In' } } },
    };
    const body = {
      Resources: {
        A: stack('echo.yaml', { In: { 'Fn::GetAtt': ['B', 'Outputs.Out'] } }),
        B: stack('echo.yaml', { In: { 'Fn::GetAtt': ['A', 'Outputs.Out'] } }),
      },
    };
    const [problem] = problemsOf(() =>
      readTemplates([
        { file: 'main.yaml', body },
        { file: 'echo.yaml', body: echo },
      ]),
    );
    expect(problem?.code).toBe('reference-cycle');
  });

  it('report an output that the nested template does not have', () => {
    const body = {
      Resources: {
        Network: stack('network.yaml'),
        Probe: { Type: 'Test::Of::Values', Properties: { it: { 'Fn::GetAtt': ['Network', 'Outputs.Nope'] } } },
      },
    };
    const read = readTemplates([{ file: 'main.yaml', body }, files[1]!]);
    expect(read.problems.map(({ message }) => message)).toEqual(['stack "Network" has no output "Nope"']);
  });
});
