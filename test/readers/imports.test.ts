// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of templates are what is tested
import { Reference, Unknown, type Value } from '../../lib/model';
import { readTemplates } from '../../lib/readers';

function exporting(names: Readonly<Record<string, unknown>>, region?: string) {
  const Outputs = Object.fromEntries(
    Object.entries(names).map(([id, Name]) => [id, { Value: { Ref: 'Vpc' }, Export: { Name } }]),
  );
  return { file: 'network.yaml', body: { Resources: { Vpc: { Type: 'AWS::EC2::VPC' } }, Outputs }, ...(region && { region }) };
}

function importing(name: unknown, file = 'shop.yaml', region?: string) {
  const Parameters = { Parent: { Type: 'String' }, Stack: { Type: 'String', Default: 'production' } };
  const Resources = { Probe: { Type: 'Test::Of::Values', Properties: { it: { 'Fn::ImportValue': name } } } };
  return { file, body: { Parameters, Resources }, ...(region && { region }) };
}

function imported(name: unknown, ...exporters: ReturnType<typeof exporting>[]): Value | undefined {
  return readTemplates([importing(name), ...exporters]).resources.get('shop/Probe')?.properties.it;
}

const vpc = new Reference('network/Vpc');

describe('Fn::ImportValue', () => {
  it('finds an export by its literal name', () => {
    expect(imported('vpc-id', exporting({ Id: 'vpc-id' }))).toEqual(vpc);
  });

  it('matches names whose parts are not known on either side', () => {
    const exporter = exporting({
      Id: { 'Fn::Sub': '${AWS::StackName}-VpcId' },
      Cidr: { 'Fn::Sub': '${AWS::StackName}-VpcCidr' },
    });
    expect(imported({ 'Fn::Sub': '${Parent}-VpcId' }, exporter)).toEqual(vpc);
    expect(imported({ 'Fn::Sub': '${Stack}-VpcId' }, exporter)).toEqual(vpc);
  });

  it('matches a default that stands for the name of the stack', () => {
    const exporter = exporting({ Id: { 'Fn::Join': [':', [{ Ref: 'AWS::StackName' }, 'ClusterName']] } });
    expect(imported({ 'Fn::Join': [':', [{ Ref: 'Stack' }, 'ClusterName']] }, exporter)).toEqual(vpc);
  });

  it('does not take an ending for another', () => {
    const exporter = exporting({ Id: { 'Fn::Sub': '${AWS::StackName}-SubnetAPrivate' } });
    expect(imported({ 'Fn::Sub': '${Parent}-SubnetA' }, exporter)).toBeInstanceOf(Unknown);
  });

  it('takes the export that agrees in most letters', () => {
    const exporter = exporting({ Any: { 'Fn::Sub': '${AWS::StackName}-Id' }, Vpc: { 'Fn::Sub': '${AWS::StackName}-Vpc-Id' } });
    const system = readTemplates([importing({ 'Fn::Sub': '${Parent}-Vpc-Id' }), exporter]);
    expect(system.resources.get('shop/Probe')?.properties.it).toEqual(vpc);
    expect(system.offered.map(({ name }) => name)).toEqual(['Any']);
  });

  it('is unknown where several fit or none does, by one symbol across templates', () => {
    const name = { 'Fn::Sub': '${Parent}-VpcId' };
    const system = readTemplates([importing(name), importing(name, 'mail.yaml')]);
    const [a, b] = ['shop', 'mail'].map((stack) => system.resources.get(`${stack}/Probe`)?.properties.it as Unknown);
    expect(a).toEqual(
      new Unknown(
        'import ${Parent}-VpcId',
        'no stack among the inputs exports "${Parent}-VpcId"',
        'give the template that exports "${Parent}-VpcId" too',
      ),
    );
    expect(b?.symbol).toBe(a?.symbol);
    const twice = imported(
      name,
      exporting({ A: { 'Fn::Sub': 'a-${AWS::StackName}-VpcId' }, B: { 'Fn::Sub': 'b-${AWS::StackName}-VpcId' } }),
    );
    expect((twice as Unknown).because).toBe('2 exports fit the name "${Parent}-VpcId"');
  });

  it('prefers the very name over others that could be equal', () => {
    const network = {
      Outputs: {
        Name: { Value: { Ref: 'AWS::StackName' } },
        Id: { Value: { Ref: 'Vpc' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}-Id' } } },
      },
    };
    const nested = { ...network, Resources: { Vpc: { Type: 'AWS::EC2::VPC' } } };
    const reader = {
      Parameters: { Parent: { Type: 'String' } },
      Resources: {
        Probe: { Type: 'Test::Of::Values', Properties: { it: { 'Fn::ImportValue': { 'Fn::Sub': '${Parent}-Id' } } } },
      },
    };
    const stack = (TemplateURL: string, Parameters: object = {}) => ({
      Type: 'AWS::CloudFormation::Stack',
      Properties: { TemplateURL, Parameters },
    });
    const body = {
      Resources: {
        East: stack('nested.yaml'),
        West: stack('nested.yaml'),
        Reader: stack('reader.yaml', { Parent: { 'Fn::GetAtt': ['West', 'Outputs.Name'] } }),
      },
    };
    const system = readTemplates([
      { file: 'main.yaml', body },
      { file: 'nested.yaml', body: nested },
      { file: 'reader.yaml', body: reader },
    ]);
    expect(system.resources.get('main/Reader/Probe')?.properties.it).toEqual(new Reference('main/West/Vpc'));
  });

  it('does not guess a name of which nothing is known', () => {
    expect(imported({ Ref: 'Parent' }, exporting({ Id: 'vpc-id' }))).toBeInstanceOf(Unknown);
  });

  it('stays within the region', () => {
    const read = (region: string) =>
      readTemplates([importing('vpc-id', 'shop.yaml', 'eu-west-1'), exporting({ Id: 'vpc-id' }, region)]).resources.get(
        'shop/Probe',
      )?.properties.it;
    expect(read('eu-west-1')).toEqual(vpc);
    expect(read('us-east-1')).toBeInstanceOf(Unknown);
  });

  it('passes over exports that a false condition takes away', () => {
    const exporter = {
      file: 'network.yaml',
      body: {
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        Resources: { Vpc: { Type: 'AWS::EC2::VPC' } },
        Outputs: { Id: { Condition: 'Never', Value: { Ref: 'Vpc' }, Export: { Name: 'vpc-id' } } },
      },
    };
    expect(readTemplates([importing('vpc-id'), exporter]).resources.get('shop/Probe')?.properties.it).toBeInstanceOf(Unknown);
  });
});

describe('what a system offers', () => {
  it('is the outputs that nothing given consumes', () => {
    const exporter = exporting({ Used: 'used', Free: 'free' });
    const system = readTemplates([importing('used'), exporter]);
    expect(system.offered).toEqual([{ stack: 'network', name: 'Free', value: vpc }]);
  });
});

describe('Fn::GetStackOutput', () => {
  it('reads an output of a stack by the name it is deployed under', () => {
    const reader = {
      file: 'shop.yaml',
      body: {
        Resources: {
          Probe: {
            Type: 'Test::Of::Values',
            Properties: { it: { 'Fn::GetStackOutput': { StackName: 'net', OutputName: 'Id' } } },
          },
        },
      },
    };
    const owner = {
      file: 'x.yaml',
      deployedName: 'net',
      body: { Resources: { Vpc: { Type: 'AWS::EC2::VPC' } }, Outputs: { Id: { Value: { Ref: 'Vpc' } } } },
    };
    const system = readTemplates([reader, owner]);
    expect(system.resources.get('shop/Probe')?.properties.it).toEqual(new Reference('x/Vpc'));
    expect(system.offered).toEqual([]);
    const alone = readTemplates([reader]).resources.get('shop/Probe')?.properties.it as Unknown;
    expect(alone.symbol).toBe('output net.Id');
  });
});
