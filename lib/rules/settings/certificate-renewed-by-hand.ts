import { defineSettingsRule } from './settings-rule';

export const certificateRenewedByHand = defineSettingsRule({
  id: 'certificate-renewed-by-hand',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a certificate is renewed only when somebody answers a mail',
  state: 'is renewed by hand',
  why: 'a certificate that expires stops every client at once, in all zones and regions',
  how: 'certificates validated by DNS renew by themselves; those validated by mail wait for a person',
  fix: 'validate the certificate by DNS',
  sources: ['https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html'],
});
