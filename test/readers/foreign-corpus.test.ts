import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { judged } from '../support/pair';
import { sharedFolder } from '../support/shared';

const { folder, describeHere } = sharedFolder('corpus');
const filesOf = (format: string) =>
  existsSync(folder) ? readdirSync(join(folder, format)).filter((name) => !name.endsWith('.tsv')) : ['absent'];

/** Files that no one of this project wrote. */
describeHere.each(['terraform', 'pulumi', 'kubernetes'])('real files of %s', (format) => {
  it.each(filesOf(format))('%s ends in a verdict', async (name) => {
    const { summary, findings, problems } = await judged(join(folder, format, name));
    expect(summary.resources).toBeGreaterThan(0);
    expect(problems.filter(({ fatal }) => fatal)).toEqual([]);
    for (const { resource } of findings)
      expect(resource).toMatchObject({ file: join(folder, format, name), line: expect.any(Number) });
  });
});

describeHere('what real files say', () => {
  const rulesOf = async (...path: string[]) => {
    const { findings } = await judged(join(folder, ...path));
    return [...new Set(findings.map(({ rule }) => rule))].sort();
  };

  it('three NAT gateways, one in each zone, carry no fault', async () => {
    expect(await rulesOf('terraform', 'cli--plan.out.json')).toEqual([]);
    expect(await rulesOf('pulumi', 'pulumi-awsx--stack.json')).toEqual([]);
  });

  it('one machine behind a balancer is named, whether its target is attached or listed', async () => {
    expect(await rulesOf('pulumi', 'pulumi-awsx--3-stack.json')).toContain('single-instance');
    expect(await rulesOf('terraform', 'checkov--tfplan2.json')).toContain('single-instance');
  });

  it('deployments without a number of replicas run one', async () => {
    expect(await rulesOf('kubernetes', 'microservices-demo--kubernetes-manifests.yaml')).toEqual(['group-of-one']);
  });
});
