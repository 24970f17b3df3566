import { isList, isMap, Text, type Value } from '../model';
import { defineCheckRule } from './rule';

/** A region inside an ARN or the name of an endpoint. */
const REGION = /arn:aws[\w-]*:[\w-]+:([a-z]{2}(?:-[a-z]+)+-\d):|\.([a-z]{2}(?:-[a-z]+)+-\d)\.(?:amazonaws|api)\./g;

export const referenceToAnotherRegion = defineCheckRule({
  id: 'reference-to-another-region',
  category: 'SHARED_FATE',
  title: 'what runs in one region calls something by a literal name in another',
  why: 'the copy in the second region fails with the first when it still calls an endpoint, an image or a key there',
  how: 'ARNs and endpoint names in environments, start-up text and templates are read for a region other than that of the stack',
  severity: 'warning',
  unknown: 'the parts of a text that are not known are passed over',
  fix: 'use the region of the stack in the name, and have the thing there too',
  sources: ['https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/regions.html'],
  *check({ subjects, dependencies, model }) {
    if (!model.judges('region')) return;
    for (const subject of subjects) {
      if (subject.facts.role !== 'compute') continue;
      const { region } = subject.resource.stack;
      const owners = [subject, ...dependencies.templates(subject)];
      const texts = owners.flatMap((owner) => (owner.facts.text ?? []).flatMap((path) => subjects.values(owner, path)));
      const far = [...new Set(texts.flatMap(regionsIn))].filter((named) => named !== region).sort();
      if (far.length === 0) continue;
      yield {
        severity: 'warning',
        function: 'serve',
        loses: [subject.resource.id],
        scope: 'region',
        recovery: 'none',
        subject,
        failureDomain: `region ${far[0]}`,
        message: `${subject.facts.noun} "${subject.resource.id}" in ${region} calls something in ${far.join(', ')} by a literal name`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});

function regionsIn(value: Value): string[] {
  if (typeof value === 'string') return [...value.matchAll(REGION)].map(([, inArn, inHost]) => inArn ?? inHost ?? '');
  if (value instanceof Text) return value.parts.flatMap((part) => (typeof part === 'string' ? regionsIn(part) : []));
  if (isList(value)) return value.flatMap(regionsIn);
  return isMap(value) ? Object.values(value).flatMap(regionsIn) : [];
}
