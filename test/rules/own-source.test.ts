import type { Subject } from '../../lib/analysis';
import { ownSource } from '../../lib/rules/own-source';
import type { Rule } from '../../lib/rules/rule';

const AWS = 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-add-elb-healthcheck.html';
const GOOGLE = 'https://cloud.google.com/compute/docs/instance-groups';
const KUBERNETES = 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/';

function cited(sources: readonly string[], own: string): string | undefined {
  return ownSource({ sources } as unknown as Rule, { facts: { source: own } } as unknown as Subject);
}

describe('the source that a finding cites', () => {
  it('is the first of the rule where that speaks of the provider of the resource', () => {
    expect(cited([AWS, KUBERNETES], 'https://aws.amazon.com/blogs/architecture/')).toBeUndefined();
  });

  it('is the one of the rule that speaks of the provider, where the first speaks of another', () => {
    expect(cited([AWS, GOOGLE, KUBERNETES], KUBERNETES)).toBe(KUBERNETES);
  });

  it('is the page of the resource where the rule has none of the provider', () => {
    expect(cited([AWS], GOOGLE)).toBe(GOOGLE);
  });

  it('is the first of the rule where that speaks of no provider', () => {
    expect(cited(['https://www.rfc-editor.org/rfc/rfc1034'], GOOGLE)).toBeUndefined();
  });

  it('is the first of the rule where nothing says how the resource behaves', () => {
    expect(cited([AWS], 'nospof.yaml')).toBeUndefined();
  });
});
