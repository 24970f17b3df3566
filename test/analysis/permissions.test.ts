// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of templates are what is tested
import { analyze } from '../../lib/analysis';
import { aws, Knowledge, usedBy } from '../../lib/knowledge';
import { readBody } from '../support/read';

const statement = (fields: object) => ({ Effect: 'Allow', Action: 'dynamodb:PutItem', ...fields });
const ordersArn = { 'Fn::GetAtt': ['Orders', 'Arn'] };

/** What `Checkout` depends on, by a policy that holds the statement. */
function edges(fields: object, policy: 'role' | 'policy' | 'managed' = 'policy', more: object = {}): string[] {
  const PolicyDocument = { Statement: statement(fields) };
  const system = readBody({
    Resources: {
      Orders: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } },
      Mail: { Type: 'AWS::SQS::Queue' },
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          ...(policy === 'role' && { Policies: [{ PolicyName: 'p', PolicyDocument }] }),
          ...(policy === 'managed' && { ManagedPolicyArns: [{ Ref: 'Permits' }] }),
        },
      },
      ...(policy === 'policy' && {
        Permits: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument, Roles: [{ Ref: 'Role' }] } },
      }),
      ...(policy === 'managed' && { Permits: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument } } }),
      Checkout: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
      ...more,
    },
  });
  const { subjects, dependencies } = analyze(system, new Knowledge(aws));
  const checkout = [...subjects].find(({ resource }) => resource.id === 'Checkout');
  return checkout === undefined ? [] : dependencies.of(checkout).map(({ to, kind }) => `${kind} ${to.resource.id}`);
}

describe('a dependency that only a policy shows', () => {
  it.each(['role', 'policy', 'managed'] as const)('is found in a %s', (where) => {
    expect(edges({ Resource: ordersArn }, where)).toEqual(['hard Orders']);
  });

  it.each([
    ['an ARN with the name', 'arn:aws:dynamodb:us-east-1:111122223333:table/orders', ['hard Orders']],
    ['an index of it', { 'Fn::Sub': '${Orders.Arn}/index/*' }, ['hard Orders']],
    ['several things', [ordersArn, { 'Fn::GetAtt': ['Mail', 'Arn'] }], ['hard Orders', 'hard Mail']],
    ['everything', '*', []],
    ['a pattern', 'arn:aws:dynamodb:us-east-1:111122223333:table/ord*', []],
  ])('names %s', (_, Resource, expected) => {
    expect(edges({ Resource })).toEqual(expected);
  });

  it('is not read from what denies, from exceptions, and from calls that only look after the thing', () => {
    expect(edges({ Resource: ordersArn, Effect: 'Deny' })).toEqual([]);
    expect(edges({ NotResource: ordersArn })).toEqual([]);
    expect(edges({ Resource: ordersArn, Action: undefined, NotAction: 'dynamodb:PutItem' })).toEqual([]);
    expect(edges({ Resource: ordersArn, Action: ['dynamodb:DescribeTable', '*'] })).toEqual([]);
  });
});

describe('usedBy', () => {
  it.each([
    ['sqs:SendMessage', 'hard'],
    ['sqs:sendmessage', 'hard'],
    ['sqs:ReceiveMessage', 'soft'],
    ['sqs:*', 'hard'],
    ['s3:Get*', 'hard'],
    ['s3:GetBucketPolicy', undefined],
    ['kms:Decrypt', 'hard'],
    ['kms:DescribeKey', undefined],
    ['*', undefined],
  ])('%s: %s', (action, kind) => {
    expect(usedBy(action)).toBe(kind);
  });
});
