import { defineSettingsRule } from './settings-rule';

export const dedicatedMastersMissing = defineSettingsRule({
  id: 'dedicated-masters-missing',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'the nodes that hold data also elect the master',
  state: 'has no quorum of masters of its own',
  why: 'a node that is busy with searches loses elections, and fewer than three masters cannot lose one',
  how: 'dedicated masters must be on, and three or more',
  fix: 'use three dedicated masters',
  sources: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html'],
});
