import { defineSettingsRule } from './settings-rule';

export const streamKeptShort = defineSettingsRule({
  id: 'stream-kept-short',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'a stream forgets after a day',
  state: 'forgets after a day',
  why: 'a consumer that fails on a Friday evening has lost data on Monday',
  how: 'the hours that records are kept are compared with 48',
  fix: 'keep records for at least two days',
  sources: ['https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html'],
});
