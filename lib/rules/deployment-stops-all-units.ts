import { defineCheckRule } from './rule';

export const deploymentStopsAllUnits = defineCheckRule({
  id: 'deployment-stops-all-units',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a deployment may stop every unit at once',
  why: 'with a minimum healthy share of 0 percent the old units may be stopped before the new ones serve: every release is an outage, and a bad one lasts',
  how: 'the minimum healthy percentage of the deployment is read; 0 leaves nothing running',
  fix: 'set the minimum healthy percentage to 100 (or to a share that carries the load) and leave room above for the new units',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html'],
  remedy: 'rolling',
  *check({ subjects, units }) {
    for (const subject of subjects) {
      const { deployment, noun } = subject.facts;
      if (deployment === undefined || subject.uncertain !== undefined) continue;
      const share = subjects.value(subject, deployment.minimumHealthyPercent);
      const { count } = units.of(subject);
      if (Number(share ?? 100) !== 0 || share === '' || (typeof count === 'number' && count < 1)) continue;
      yield {
        severity: 'warning',
        function: 'serve',
        loses: [subject.resource.id],
        scope: 'component',
        recovery: 'none',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `a deployment of ${noun} "${subject.resource.id}" may stop all its units at once (minimum healthy 0 percent)`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
