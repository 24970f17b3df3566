import { defineSettingsRule } from './settings-rule';

export const deadLettersDropped = defineSettingsRule({
  id: 'dead-letters-dropped',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'messages that fail are thrown away',
  state: 'drops what fails',
  why: 'a message that cannot be handled today can be handled after a repair, if it was kept',
  how: 'a queue for dead letters, or a destination for failures, must be given; a queue that is one itself needs none',
  fix: 'give it a queue for dead letters',
  sources: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html'],
});
