import { defineLossRule } from './rule';

export const mountTargetInOneZone = defineLossRule({
  id: 'mount-target-in-one-zone',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'a file system can be mounted in one zone only',
  why: 'units in a zone without a mount target cannot start, so the group is as good as in one zone',
  how: 'the zones of the mount targets are compared with the zones of the units that mount the file system',
  fix: 'make a mount target in every zone that the clients use',
  sources: ['https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html'],
  claims: ({ culprit }) => culprit.facts.role === 'mount',
  words: ([loss]) => ({
    message: `the file system is mounted through "${loss?.culprit.resource.id}" in ${loss?.domain.label} only`,
  }),
});
