import { typeInModel } from '../../../lib/readers';

describe('the type that a token of Pulumi has in reports', () => {
  it.each([
    ['aws:ec2/subnet:Subnet', 'AWS::EC2::Subnet'],
    ['gcp:sql/databaseInstance:DatabaseInstance', 'google_sql_database_instance'],
    ['shop:index:Till', 'shop:index:Till'],
  ])('%s is %s', (token, type) => {
    expect(typeInModel(token)).toBe(type);
  });
});
