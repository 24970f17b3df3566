// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of templates are what is tested
import { Reference, Text, Unknown, ZoneList, ZoneSymbol } from '../../lib/model';
import { evaluate } from '../../lib/readers/cloudformation/evaluate';
import type { StackScope } from '../../lib/readers/cloudformation/scope';
import { evaluated, readBody } from '../support/read';

const bucket = { Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } };
const stage = { Parameters: { Stage: { Type: 'String' } } };
const unknownStage = new Unknown('parameter shop/Stage', 'parameter "Stage" has no default', '--parameter Stage=…');

describe('Ref and Fn::GetAtt', () => {
  it('give references to resources', () => {
    expect(evaluated({ Ref: 'Bucket' }, bucket)).toEqual(new Reference('shop/Bucket'));
    expect(evaluated({ 'Fn::GetAtt': ['Bucket', 'Arn'] }, bucket)).toEqual(new Reference('shop/Bucket', 'Arn'));
    expect(evaluated({ 'Fn::GetAtt': 'Bucket.Endpoint.Address' }, bucket)).toEqual(
      new Reference('shop/Bucket', 'Endpoint.Address'),
    );
  });

  it('say that a resource behind a false condition does not exist', () => {
    const sections = {
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { Bucket: { Type: 'AWS::S3::Bucket', Condition: 'Never' } },
    };
    const value = evaluated({ Ref: 'Bucket' }, sections) as Unknown;
    expect(value.symbol).toBe('absent shop/Bucket');
    expect(value.because).toBe('"Bucket" does not exist, because condition "Never" is false');
  });

  it('report a name that nothing declares, and go on', () => {
    const system = readBody({ Resources: { Probe: { Type: 'Test::Of::Values', Properties: { it: { Ref: 'Nowhere' } } } } });
    expect(system.resources.get('shop/Probe')?.properties.it).toBeInstanceOf(Unknown);
    expect(system.problems.map(({ code, message }) => [code, message])).toEqual([
      ['unknown-reference', '"Nowhere" is declared neither as a resource nor as a parameter'],
    ]);
  });

  it('remove a property whose value is AWS::NoValue, and an item of a list', () => {
    expect(evaluated({ a: { Ref: 'AWS::NoValue' }, b: [1, { Ref: 'AWS::NoValue' }, 2] })).toEqual({ b: [1, 2] });
  });
});

describe('Fn::Sub', () => {
  it('replaces names, attributes and its own names, and keeps what is written with an exclamation mark', () => {
    const node = { 'Fn::Sub': ['${Bucket}/${Bucket.Arn}/${own}/${!Literal}', { own: 'mail' }] };
    expect(evaluated(node, bucket)).toEqual(
      new Text([new Reference('shop/Bucket'), '/', new Reference('shop/Bucket', 'Arn'), '/mail/${Literal}']),
    );
  });

  it('is a plain string when all its parts are known', () => {
    expect(evaluated({ 'Fn::Sub': '${AWS::Region}a' }, {}, { region: 'eu-west-1' })).toBe('eu-west-1a');
  });

  it('is the reference itself when there is nothing around it', () => {
    expect(evaluated({ 'Fn::Sub': '${Bucket}' }, bucket)).toEqual(new Reference('shop/Bucket'));
  });
});

describe('Fn::Join and Fn::Split', () => {
  it('merge neighbouring strings', () => {
    expect(evaluated({ 'Fn::Join': ['', ['a', 'b', { Ref: 'Stage' }, 'c', 'd']] }, stage)).toEqual(
      new Text(['ab', unknownStage, 'cd']),
    );
  });

  it('give the list back when the same separator splits what it joined', () => {
    const node = { 'Fn::Split': [',', { 'Fn::Join': [',', ['a', { Ref: 'Bucket' }, { Ref: 'Stage' }]] }] };
    expect(evaluated(node, { ...bucket, ...stage })).toEqual(['a', new Reference('shop/Bucket'), unknownStage]);
  });

  it('give an unknown list back', () => {
    const sections = { Parameters: { Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' } } };
    const whole = evaluated({ Ref: 'Subnets' }, sections);
    expect(evaluated({ 'Fn::Split': [',', { 'Fn::Join': [',', { Ref: 'Subnets' }] }] }, sections)).toEqual(whole);
    expect(
      evaluated({ 'Fn::Split': [',', { 'Fn::Join': [',', ['a', { 'Fn::Join': [',', { Ref: 'Subnets' }] }]] }] }, sections),
    ).toEqual(['a', whole]);
  });

  it('give the zones of a region back', () => {
    const node = { 'Fn::Split': ['|', { 'Fn::Join': ['|', { 'Fn::GetAZs': '' }] }] };
    expect(evaluated(node, {}, { region: 'eu-west-1' })).toEqual(new ZoneList('eu-west-1'));
  });

  it('keep the resource of an attribute of which one piece is taken', () => {
    const node = { 'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Bucket', 'WebsiteURL'] }] }] };
    expect(evaluated(node, bucket)).toEqual(new Reference('shop/Bucket', 'WebsiteURL split by "/"[2]'));
  });
});

describe('Fn::Select', () => {
  it('takes an item by a number or by its text', () => {
    expect(evaluated({ 'Fn::Select': [1, ['a', 'b']] })).toBe('b');
    expect(evaluated({ 'Fn::Select': ['0', ['a', 'b']] })).toBe('a');
  });

  it('names the item of an unknown list', () => {
    const sections = { Parameters: { Subnets: { Type: 'CommaDelimitedList' } } };
    const item = evaluated({ 'Fn::Select': [1, { Ref: 'Subnets' }] }, sections) as Unknown;
    expect(item).toEqual(new Unknown('parameter shop/Subnets[1]', 'parameter "Subnets" has no default', '--parameter Subnets=…'));
  });

  it('gives zones by their place in the list of the region', () => {
    expect(evaluated({ 'Fn::Select': [1, { 'Fn::GetAZs': '' }] })).toEqual(new ZoneSymbol('region of shop', 1));
    expect(evaluated({ 'Fn::Select': [0, { 'Fn::GetAZs': { Ref: 'AWS::Region' } }] }, {}, { region: 'us-east-1' })).toEqual(
      new ZoneSymbol('us-east-1', 0),
    );
    expect(evaluated({ 'Fn::Select': [0, { 'Fn::GetAZs': 'us-west-2' }] })).toEqual(new ZoneSymbol('us-west-2', 0));
  });

  it('is unknown past the end of the list, and says so', () => {
    const value = evaluated({ 'Fn::Select': [2, ['a', 'b']] }) as Unknown;
    expect(value.because).toBe('Fn::Select asks for item 2 of a list that has 2');
  });
});

describe('Fn::FindInMap', () => {
  const mappings = {
    Mappings: { Sizes: { dev: { Count: 1, Zones: ['a'] }, prod: { Count: 3, Zones: ['a'] } } },
    Parameters: { Stage: { Type: 'String' } },
  };

  it('finds a value by two keys', () => {
    expect(evaluated({ 'Fn::FindInMap': ['Sizes', 'prod', 'Count'] }, mappings)).toBe(3);
  });

  it('offers the possible values where a key is not known', () => {
    const value = evaluated({ 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'Count'] }, mappings) as Unknown;
    expect(value.alternatives).toEqual([1, 3]);
    expect(value.because).toBe('parameter "Stage" has no default');
  });

  it('is known where all rows say the same', () => {
    expect(evaluated({ 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'Zones'] }, mappings)).toEqual(['a']);
  });

  it('takes the default value where a key is missing', () => {
    expect(evaluated({ 'Fn::FindInMap': ['Sizes', 'test', 'Count', { DefaultValue: 7 }] }, mappings)).toBe(7);
  });

  it('is unknown where a key is missing', () => {
    const value = evaluated({ 'Fn::FindInMap': ['Sizes', 'test', 'Count'] }, mappings) as Unknown;
    expect(value.because).toBe('mappings have no value at "Sizes", "test", "Count"');
  });

  it('does not find what every object inherits', () => {
    expect(evaluated({ 'Fn::FindInMap': ['Sizes', 'constructor', 'name'] }, mappings)).toBeInstanceOf(Unknown);
    expect(evaluated({ 'Fn::FindInMap': ['__proto__', 'toString', 'name'] }, mappings)).toBeInstanceOf(Unknown);
  });
});

describe('other functions', () => {
  it('compute IPv4 blocks', () => {
    const node = { 'Fn::Cidr': ['10.0.0.0/16', 3, 8] };
    expect(evaluated(node)).toEqual(['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']);
    expect(evaluated({ 'Fn::Select': [2, { 'Fn::Cidr': ['192.168.4.0/22', '4', '8'] }] })).toBe('192.168.6.0/24');
  });

  it('leave IPv6 blocks unknown and distinct', () => {
    const vpc = { Resources: { Vpc: { Type: 'AWS::EC2::VPC' } } };
    const blocks = { 'Fn::Cidr': [{ 'Fn::Select': [0, { 'Fn::GetAtt': ['Vpc', 'Ipv6CidrBlocks'] }] }, 4, 64] };
    const [a, b] = [0, 1].map((index) => evaluated({ 'Fn::Select': [index, blocks] }, vpc) as Unknown);
    expect(a?.symbol).not.toBe(b?.symbol);
  });

  it('read through Fn::Base64', () => {
    expect(evaluated({ 'Fn::Base64': { 'Fn::Sub': 'curl ${Bucket}' } }, bucket)).toEqual(
      new Text(['curl ', new Reference('shop/Bucket')]),
    );
  });

  it('count a list, and write JSON with its references', () => {
    expect(evaluated({ 'Fn::Length': ['a', 'b'] })).toBe(2);
    expect(evaluated({ 'Fn::ToJsonString': { a: [1, true, null], 'b"': 'c' } })).toBe('{"a":[1,true,null],"b\\"":"c"}');
    expect(evaluated({ 'Fn::ToJsonString': { url: { Ref: 'Bucket' } } }, bucket)).toEqual(
      new Text(['{"url":"', new Reference('shop/Bucket'), '"}']),
    );
  });

  it('leave dynamic references unknown, the same for the same reference', () => {
    const value = evaluated(['{{resolve:ssm:/shop/url}}', 'x{{resolve:ssm:/shop/url}}']) as readonly unknown[];
    expect(value[0]).toMatchObject({ symbol: 'resolve:ssm:/shop/url' });
    expect(value[1]).toEqual(new Text(['x', value[0] as Unknown]));
  });

  it('report functions that nobody knows, and go on', () => {
    const system = readBody({ Resources: { Probe: { Type: 'Test::Of::Values', Properties: { it: { 'Fn::Cook': 1 }, b: 2 } } } });
    expect(system.problems.map(({ code }) => code)).toEqual(['unknown-function']);
    expect(system.resources.get('shop/Probe')?.properties.b).toBe(2);
  });

  it('share what needs no evaluation instead of copying it', () => {
    const scope = { system: { depth: 0 } } as unknown as StackScope;
    const node = { a: { b: [1, 2, { c: '3' }] } };
    expect(evaluate(node, scope)).toBe(node);
  });
});

describe('loops', () => {
  it('write resources, conditions, properties and outputs out', () => {
    const system = readBody(
      {
        Transform: 'AWS::LanguageExtensions',
        Parameters: { Zones: { Type: 'CommaDelimitedList', Default: 'a,b' } },
        Conditions: { 'Fn::ForEach::Each': ['Zone', ['a', 'b'], { 'Is${Zone}': { 'Fn::Equals': [{ Ref: 'Zone' }, 'a'] } }] },
        Resources: {
          'Fn::ForEach::Subnets': [
            'Zone',
            { Ref: 'Zones' },
            {
              'Fn::ForEach::Kinds': [
                'Kind',
                ['Public', 'Private'],
                {
                  '${Kind}Subnet${Zone}': {
                    Type: 'AWS::EC2::Subnet',
                    Condition: 'Is${Zone}',
                    Properties: {
                      AvailabilityZone: { 'Fn::Sub': '${AWS::Region}${Zone}' },
                      'Fn::ForEach::Tags': ['T', ['x'], { 'Tag${T}': { Ref: 'T' } }],
                    },
                  },
                },
              ],
            },
          ],
        },
        Outputs: { 'Fn::ForEach::Out': ['Zone', ['a'], { 'Subnet&{Zone}': { Value: { Ref: 'PublicSubnet${Zone}' } } }] },
      },
      { region: 'us-east-1' },
    );
    expect([...system.resources.keys()]).toEqual(['shop/PublicSubneta', 'shop/PrivateSubneta']);
    expect(system.resources.get('shop/PublicSubneta')?.properties).toEqual({ AvailabilityZone: 'us-east-1a', Tagx: 'x' });
    expect(system.offered).toEqual([{ stack: 'shop', name: 'Subneta', value: new Reference('shop/PublicSubneta') }]);
  });

  it('say which loop goes over a list that is not known', () => {
    const system = readBody({
      Parameters: { Zones: { Type: 'CommaDelimitedList' } },
      Resources: { 'Fn::ForEach::Subnets': ['Zone', { Ref: 'Zones' }, { 'Subnet${Zone}': { Type: 'AWS::EC2::Subnet' } }] },
    });
    expect(system.problems.map(({ message }) => message)).toEqual([
      '"Fn::ForEach::Subnets" goes over a list that is not known; what it makes is not judged',
    ]);
  });
});
