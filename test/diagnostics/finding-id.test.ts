import { findingId, isNamed, parseFindingId } from '../../lib/diagnostics';
import { aFinding } from '../support/assessments';

describe('findingId', () => {
  it('joins rule and resource, and reads back', () => {
    const id = findingId(aFinding());
    expect(id).toBe('nat-gateway-shared-by-zones:NatGateway1');
    expect(parseFindingId(id)).toEqual({ rule: 'nat-gateway-shared-by-zones', resource: 'NatGateway1' });
  });

  it('keeps the marks of Terraform addresses and Kubernetes names in the resource', () => {
    expect(parseFindingId('group-of-one:module.web["eu:1"].aws_autoscaling_group.app[0]')?.resource).toBe(
      'module.web["eu:1"].aws_autoscaling_group.app[0]',
    );
  });

  it('takes an at sign for the separator too', () => {
    expect(parseFindingId('group-of-one@WebGroup')).toEqual({ rule: 'group-of-one', resource: 'WebGroup' });
  });

  it('sees a rule id where there is no separator', () => {
    expect(parseFindingId('group-of-one')).toBeUndefined();
  });
});

describe('isNamed', () => {
  const resource = { id: 'Db', type: 'AWS::RDS::DBInstance', file: 'shop.yaml', path: 'Shop/Data/Db', stack: 'Shop' };

  it.each(['Db', 'Shop/Db', 'Shop/Data/Db'])('knows the resource by %s', (name) => {
    expect(isNamed(resource, name)).toBe(true);
  });

  it.each(['db', 'Data/Db', 'Other/Db', 'undefined/Db', ''])('does not know it by "%s"', (name) => {
    expect(isNamed(resource, name)).toBe(false);
  });

  it('does not invent a stack name where there is none', () => {
    expect(isNamed({ id: 'Db', type: 't', file: 'f' }, 'undefined/Db')).toBe(false);
  });
});
