import { wordsFor } from '../../lib/diagnostics';

describe('wordsFor', () => {
  const at = { file: 'x', type: 'AWS::RDS::DBInstance' };

  it.each([
    ['a logical id with its type', { ...at, id: 'Orders' }, 'Orders (AWS::RDS::DBInstance)'],
    [
      'a name with the type of its program',
      { ...at, id: 'orders', nativeType: 'aws:rds/instance:Instance' },
      'orders (aws:rds/instance:Instance)',
    ],
    [
      'an address that says its type alone',
      { ...at, id: 'module.db[0].aws_db_instance.orders', nativeType: 'aws_db_instance' },
      'module.db[0].aws_db_instance.orders',
    ],
    [
      'the address of a type without another name',
      { file: 'x', id: 'google_compute_disk.a', type: 'google_compute_disk' },
      'google_compute_disk.a',
    ],
    ['a path alone', { ...at, id: 'Orders', path: 'Shop/Orders' }, 'Shop/Orders'],
  ])('%s', (_, resource, words) => {
    expect(wordsFor(resource)).toBe(words);
  });
});
