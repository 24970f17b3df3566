import type { Analysis, Subject } from '../analysis';
import { holds, valuesIn, type WavesFact } from '../knowledge';
import { type Draft, defineCheckRule, quoted } from './rule';

export const changedAtOnce = defineCheckRule({
  id: 'changed-at-once',
  category: 'SHARED_FATE',
  title: 'one change reaches all that stand in for each other at once',
  why: 'groups or regions that stand in for each other fail together when a wrong version reaches all of them before anybody sees what it does to the first',
  how: 'groups behind one balancer, pool or name that are launched from one version of one template; regions that a pipeline or a stack set changes in the same step',
  severity: 'warning for regions, at the level region and above; info for groups',
  unknown: 'a version or a region that is not known makes no finding',
  fix: 'let a change reach one of them first, look at its health, and let the others follow',
  sources: [
    'https://aws.amazon.com/builders-library/automating-safe-hands-off-deployments/',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html',
  ],
  *check(analysis) {
    yield* sharedTemplates(analysis);
    if (!analysis.model.judges('region')) return;
    for (const subject of analysis.subjects) {
      const regions = regionsAtOnce(subject, analysis);
      if (regions === undefined) continue;
      yield {
        ...draftOf(subject, regions),
        severity: 'warning',
        scope: 'region',
        message: `${subject.facts.noun} "${subject.resource.id}" changes ${regions.join(' and ')} in the same step`,
      };
    }
  },
});

type Words = Omit<Draft, 'rule'>;

function draftOf(subject: Subject, loses: readonly string[]) {
  return {
    function: 'serve',
    loses,
    recovery: 'none',
    subject,
    failureDomain: `component ${subject.resource.id}`,
    fix: changedAtOnce.fix,
    evidence: [],
  } as const;
}

/** Templates from which several groups of one whole are launched, in the same version. */
function* sharedTemplates({ subjects, dependencies }: Analysis): Generator<Words> {
  const seen = new Set<string>();
  for (const whole of subjects) {
    const groups = dependencies
      .membersOf(whole)
      .filter(({ facts, uncertain }) => facts.role === 'compute' && uncertain === undefined);
    const [first, ...others] = groups;
    if (first === undefined || others.length === 0) continue;
    const [template] = dependencies.templates(first);
    const signature = versionOf(first);
    if (template === undefined || seen.has(template.key)) continue;
    const same = others.every((group) => dependencies.templates(group)[0] === template && versionOf(group) === signature);
    if (!same) continue;
    seen.add(template.key);
    const names = groups.map(({ resource }) => resource.id).sort();
    yield {
      ...draftOf(template, [whole.resource.id]),
      severity: 'info',
      scope: 'component',
      message: `${quoted(names)} behind "${whole.resource.id}" are launched from one version of ${template.facts.noun} "${template.resource.id}"`,
    };
  }

  function versionOf(group: Subject): string {
    return JSON.stringify((group.facts.templateVersions ?? []).flatMap((path) => subjects.values(group, path)));
  }
}

/** Regions that one step changes together; the first such step of a subject. */
function regionsAtOnce(subject: Subject, { subjects }: Analysis): readonly string[] | undefined {
  const { waves } = subject.facts;
  if (waves === undefined) return undefined;
  if (waves.when !== undefined && holds(waves.when, subject.resource, subjects.find) !== true) return undefined;
  return stepsOf(subject, waves, subjects)
    .map((step) => [...new Set(step)].sort())
    .find((step) => step.length > 1);
}

/** The regions of each step, a step being what runs at the same time. */
function stepsOf(subject: Subject, waves: WavesFact, subjects: Analysis['subjects']): readonly string[][] {
  const isName = (value: unknown) => typeof value === 'string';
  if (waves.stages === undefined) return [subjects.values(subject, waves.region).filter(isName)];
  const { actions, order, absentOrder, category, delivering } = waves.stages;
  return subjects.values(subject, waves.stages.each).flatMap((stage) => {
    const steps = new Map<string, string[]>();
    for (const action of valuesIn(stage, actions, subjects.find)) {
      const read = (path: string) => valuesIn(action, path, subjects.find)[0];
      const region = read(waves.region) ?? subject.resource.stack.region;
      if (read(category) !== delivering || !isName(region)) continue;
      const key = String(read(order) ?? absentOrder);
      steps.set(key, [...(steps.get(key) ?? []), region]);
    }
    return [...steps.values()];
  });
}
