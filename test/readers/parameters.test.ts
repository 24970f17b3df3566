import { Reference, Text, Unknown } from '../../lib/model';
import { evaluated, readBody } from '../support/read';

/** The value of a parameter declared so. */
function parameter(declaration: object, given?: string) {
  return evaluated({ Ref: 'It' }, { Parameters: { It: declaration } }, given === undefined ? {} : { parameters: { It: given } });
}

describe('parameters', () => {
  it('take what is given, else their default', () => {
    expect(parameter({ Type: 'String', Default: 'a' })).toBe('a');
    expect(parameter({ Type: 'String', Default: 'a' }, 'b')).toBe('b');
    expect(parameter({ Type: 'Number', Default: 2 })).toBe(2);
    expect(parameter({ Type: 'Number', Default: 2 }, '3')).toBe('3');
    expect(parameter({ Type: 'String', Default: '' })).toBe('');
  });

  it('say why they are unknown and how to make them known', () => {
    expect(parameter({ Type: 'String' })).toEqual(
      new Unknown('parameter shop/It', 'parameter "It" has no default', '--parameter It=…'),
    );
  });

  it('offer their allowed values, and are known when there is only one', () => {
    expect((parameter({ Type: 'String', AllowedValues: ['a', 'b'] }) as Unknown).alternatives).toEqual(['a', 'b']);
    expect(parameter({ Type: 'String', AllowedValues: ['a'] })).toBe('a');
  });

  it('split lists at commas and trim the items', () => {
    expect(parameter({ Type: 'CommaDelimitedList', Default: 'a, b' })).toEqual(['a', 'b']);
    expect(parameter({ Type: 'List<AWS::EC2::Subnet::Id>' }, 'a,b')).toEqual(['a', 'b']);
    expect(parameter({ Type: 'CommaDelimitedList', Default: '' })).toEqual([]);
    expect((parameter({ Type: 'List<Number>' }) as Unknown).list).toBe(true);
  });

  it('are unknown when they come from the parameter store, whose name is no value', () => {
    const value = parameter({ Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: '/aws/ami' }) as Unknown;
    expect(value.symbol).toBe('stored parameter /aws/ami');
    expect(value.because).toBe('parameter "It" reads "/aws/ami" from the parameter store when the stack is deployed');
    expect((parameter({ Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/zones' }) as Unknown).list).toBe(true);
    expect(parameter({ Type: 'AWS::SSM::Parameter::Value<String>', Default: '/x' }, 'ami-1')).toBe('ami-1');
    expect(parameter({ Type: 'AWS::SSM::Parameter::Name', Default: '/x' })).toBe('/x');
  });

  it('are reported when no template has them, or does not allow the value', () => {
    const body = {
      Parameters: { Stage: { Type: 'String', AllowedValues: ['dev', 'prod'], Default: 'dev' } },
      Resources: { A: { Type: 'T::T::T' } },
    };
    expect(readBody(body, { parameters: { Stag: 'dev' } }).problems).toEqual([
      {
        code: 'unknown-parameter',
        fatal: false,
        message: 'no root template has the parameter "Stag"',
        hint: 'expected one of "Stage"',
      },
    ]);
    expect(readBody(body, { parameters: { Stage: 'test' } }).problems.map(({ message, hint }) => [message, hint])).toEqual([
      ['parameter "Stage" does not allow "test"', 'expected one of "dev", "prod"'],
    ]);
    expect(readBody(body, { parameters: { Stage: 'prod' } }).problems).toEqual([]);
  });
});

describe('pseudo parameters', () => {
  it('are known as far as the region is', () => {
    const all = ['AWS::Region', 'AWS::Partition', 'AWS::URLSuffix'].map((Ref) => ({ Ref }));
    expect(evaluated(all, {}, { region: 'eu-west-1' })).toEqual(['eu-west-1', 'aws', 'amazonaws.com']);
    expect(evaluated(all, {}, { region: 'cn-north-1' })).toEqual(['cn-north-1', 'aws-cn', 'amazonaws.com.cn']);
    expect((evaluated({ Ref: 'AWS::Region' }) as Unknown).symbol).toBe('region of shop');
  });

  it('are unknown, each by its own symbol, where only the deployment fixes them', () => {
    const names = [
      'AWS::AccountId',
      'AWS::StackName',
      'AWS::StackId',
      'AWS::Partition',
      'AWS::URLSuffix',
      'AWS::NotificationARNs',
    ];
    const values = evaluated(names.map((Ref) => ({ Ref }))) as readonly Unknown[];
    expect(new Set(values.map(({ symbol }) => symbol)).size).toBe(names.length);
  });
});

describe('list parameters of nested stacks', () => {
  it('become the references that were joined for them', () => {
    const resources = { A: { Type: 'AWS::EC2::Subnet' }, B: { Type: 'AWS::EC2::Subnet' } };
    const joined = { 'Fn::Join': [',', [{ Ref: 'A' }, { 'Fn::GetAtt': ['B', 'SubnetId'] }]] };
    expect(evaluated(joined, { Resources: resources })).toEqual(
      new Text([new Reference('shop/A'), ',', new Reference('shop/B', 'SubnetId')]),
    );
    expect(evaluated({ 'Fn::Split': [',', joined] }, { Resources: resources })).toEqual([
      new Reference('shop/A'),
      new Reference('shop/B', 'SubnetId'),
    ]);
  });
});
