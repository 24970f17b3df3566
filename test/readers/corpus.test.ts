import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isList, isMap, Text, Unknown, type Value } from '../../lib/model';
import { readSystem } from '../../lib/readers';
import { problemsOf } from '../support/read';

const corpus = resolve(__dirname, '../../../shared/corpus');
const isHere = existsSync(corpus);
if (!isHere) console.warn('skipped: real templates, because ../shared/corpus is absent');
const describeIfHere = isHere ? describe : describe.skip;
const filesOf = (folder: string) =>
  isHere ? readdirSync(join(corpus, folder)).filter((name) => !name.endsWith('.tsv')) : ['absent'];

/** Files that are broken themselves: a key that stands twice, a quote that is not closed. */
const broken: Readonly<Record<string, string>> = {
  'amazon-eks-refarch-cloudformation--codepipeline.yml': 'duplicate-key 31',
  'aws-refarch-moodle--05-codepipeline.yaml': 'duplicate-key 77',
  'quickstart-examples--helm-wordpress-deploy-RDS.yml': 'yaml-syntax 103',
  'startup-kit-templates--vpc-bastion.cfn.yml': 'duplicate-key 121',
};

describeIfHere('odd templates', () => {
  it.each(filesOf('robustness'))('%s is read, or refused with its line', (name) => {
    const start = process.hrtime.bigint();
    let resources = 0;
    const problems = problemsOf(() => {
      resources = readSystem([join(corpus, 'robustness', name)]).resources.size;
    });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    expect(problems.map(({ code, at }) => `${code} ${at?.line}`)).toEqual(broken[name] === undefined ? [] : [broken[name]]);
    expect(resources > 0).toBe(broken[name] === undefined);
    expect(seconds).toBeLessThan(2);
  });
});

describeIfHere('labelled architectures', () => {
  const reasons = new Map<string, number>();
  afterAll(() => {
    const sorted = [...reasons].sort(([a, x], [b, y]) => y - x || a.localeCompare(b, 'en')).slice(0, 15);
    console.info(['unknown values by reason', ...sorted.map(([because, count]) => `${count} ${because}`)].join('\n'));
  });

  it.each(filesOf('labelled'))('%s is one system', (name) => {
    const system = readSystem([join(corpus, 'labelled', name)]);
    expect(system.resources.size).toBeGreaterThan(0);
    for (const resource of system.resources.values()) {
      expect(system.locate(resource.source)).toBeDefined();
      count(resource.properties, reasons);
    }
  });
});

/** Counts unknown values by their reason, names left out. */
function count(value: Value, reasons: Map<string, number>): void {
  if (value instanceof Unknown) {
    const because = value.because.replaceAll(/"[^"]*"/g, '…');
    reasons.set(because, (reasons.get(because) ?? 0) + 1);
  } else if (value instanceof Text) for (const part of value.parts) count(part, reasons);
  else if (isList(value)) for (const item of value) count(item, reasons);
  else if (isMap(value)) for (const item of Object.values(value)) count(item, reasons);
}
