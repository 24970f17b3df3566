import { arnsIn } from '../../lib/knowledge';
import { Reference, Text, Unknown, type Value } from '../../lib/model';

const account = new Unknown('account of shop', 'the account is not in the input', 'nothing can fix it');
const orders = { service: 'dynamodb', region: 'eu-west-1', resource: 'table/orders' };

describe('arnsIn', () => {
  it.each<[string, Value, ReturnType<typeof arnsIn>]>([
    ['a text', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders', [orders]],
    ['a text whose account is not known', new Text(['arn:aws:dynamodb:eu-west-1:', account, ':table/orders']), [orders]],
    ['lists and maps', { Statement: [{ Resource: ['arn:aws:dynamodb:eu-west-1:1:table/orders'] }] }, [orders]],
    [
      'a text with several',
      '["arn:aws:dynamodb:eu-west-1:1:table/orders","arn:aws-cn:sqs:cn-north-1:1:mail"]',
      [orders, { service: 'sqs', region: 'cn-north-1', resource: 'mail' }],
    ],
    [
      'the address of an image',
      new Text([account, '.dkr.ecr.eu-west-1.amazonaws.com/shop/web:2026-08-30']),
      [{ service: 'ecr', region: 'eu-west-1', resource: 'repository/shop/web' }],
    ],
    ['nothing that has no region', 'arn:aws:s3:::shop-assets', []],
    ['nothing in a region that is not known', new Text(['arn:aws:sqs:', new Unknown('region', '', ''), ':1:mail']), []],
    ['nothing in other values', [3, true, null, new Reference('shop/Orders', 'Arn')], []],
  ])('reads %s', (_, value, expected) => {
    expect(arnsIn(value)).toEqual(expected);
  });
});
