import { Reference, Text, Unknown } from '../../../lib/model';
import { policyDocument } from '../../../lib/readers/translation/aws/policy-document';
import { parsedText } from '../../../lib/readers/translation/json-text';

const queue = new Reference('shop/queue', 'arn');
const account = new Unknown('account', 'it is known after the apply', 'give the state');

describe('a text that holds JSON', () => {
  it('is read with what it names in place, inside strings and in place of values', () => {
    const text = new Text(['{"Statement":[{"Resource":"', queue, '/*","Escaped":"\\"', account, '"}],"Count":', account, '}']);
    expect(parsedText(text)).toEqual({
      Statement: [{ Resource: new Text([queue, '/*']), Escaped: new Text(['"', account]) }],
      Count: account,
    });
  });

  it.each(['', 'a b', '{"a":', '"text"', '17', 'nospof'])('is nothing when it is no document: %s', (text) => {
    expect(parsedText(text)).toBeUndefined();
  });
});

describe('a policy document made of blocks', () => {
  it('reads both spellings, and what it starts from', () => {
    const inherited = { Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } };
    const statement = { actions: ['sqs:SendMessage'], resources: [queue] };
    const made = { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: [queue] };
    expect(policyDocument({ statement: [statement] }).Statement).toEqual([made]);
    expect(policyDocument({ statements: [statement], sourcePolicyDocuments: [inherited] }).Statement).toEqual([
      inherited.Statement,
      made,
    ]);
    expect(policyDocument({ source_policy_documents: [JSON.stringify(inherited), 'no JSON'] }).Statement).toEqual([
      inherited.Statement,
    ]);
    expect(policyDocument({ statement: [{ effect: 'Deny', not_actions: ['s3:*'] }] }).Statement).toEqual([
      { Effect: 'Deny', NotAction: ['s3:*'] },
    ]);
  });
});
