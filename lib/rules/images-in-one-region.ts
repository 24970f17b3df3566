import { defineCheckRule } from './rule';

export const imagesInOneRegion = defineCheckRule({
  id: 'images-in-one-region',
  category: 'SHARED_FATE',
  title: 'the repository of a second region is never filled',
  why: 'a region that takes over has to start containers: when its repository is empty it pulls from the region that is gone, or not at all',
  how: 'repositories of one name in several regions are looked at together; all but one must be the destination of a replication',
  severity: 'warning',
  unknown: 'while a destination of the replication is not known there is no finding',
  fix: 'replicate the images to every region that runs them, before they are pushed',
  sources: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html'],
  *check({ subjects, dependencies, model }) {
    if (!model.judges('region')) return;
    const reached = new Map<string, Set<string>>();
    for (const subject of subjects) {
      const { fills } = subject.facts;
      if (fills === undefined) continue;
      const regions = reached.get(fills.what) ?? new Set();
      for (const value of subjects.values(subject, fills.regions)) {
        // It may be any of them.
        if (typeof value !== 'string') return;
        regions.add(value);
      }
      reached.set(fills.what, regions);
    }
    for (const subject of subjects) {
      const { filledBy, noun } = subject.facts;
      const copies = dependencies.standbysOf(subject);
      if (filledBy === undefined || copies.length === 0) continue;
      const isFilled = (region: string) => reached.get(filledBy)?.has(region) === true;
      const all = [subject, ...copies].map(({ resource }) => resource.stack.region);
      if (isFilled(subject.resource.stack.region) || all.filter((region) => !isFilled(region)).length < 2) continue;
      yield {
        severity: 'warning',
        function: 'recover',
        loses: [subject.resource.id],
        scope: 'region',
        recovery: 'none',
        subject,
        failureDomain: `region ${copies[0]?.resource.stack.region}`,
        message: `${noun} "${subject.resource.id}" in ${subject.resource.stack.region} is not filled from its copy in ${copies[0]?.resource.stack.region}`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
