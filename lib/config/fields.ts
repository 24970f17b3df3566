import { FAIL_ON, PACKS, SCOPES } from './config';
import { FACT_FIELDS } from './fact-fields';
import type { Fields, Shape } from './shape';

const aboutOne = (name: string, about: string, shape: Shape): Shape => ({
  is: 'by-name',
  of: { is: 'fields', fields: { [name]: { about, shape, required: true } } },
});

/** Every key that nospof.yaml may have, in the order in which a person would write them. */
export const FIELDS = {
  survive: {
    about: 'the largest failure domain whose loss no function may feel',
    shape: { is: 'one-of', words: SCOPES },
  },
  'fail-on': {
    about: 'what makes the exit code 1: errors; warnings too; anything unproven too',
    shape: { is: 'one-of', words: FAIL_ON },
  },
  packs: {
    about: 'rules beyond the proof; settings: compares settings with what reliable systems have, as information',
    shape: { is: 'list', of: { is: 'one-of', words: PACKS } },
  },
  egress: {
    about: 'hard, as without this: losing the way to the internet is a warning; soft: it only degrades the service, and is info',
    shape: { is: 'one-of', words: ['hard', 'soft'] },
  },
  roles: {
    about: 'what a resource is for, where the template does not show it',
    shape: { is: 'by-name', of: { is: 'one-of', words: ['serve', 'egress', 'admin', 'auxiliary', 'recover'] } },
  },
  subnets: {
    about: 'zones of subnets that the template takes from outside (parameters, imports, look-ups)',
    shape: aboutOne('zone', 'zone name or zone id; the same word is the same zone', { is: 'text', example: 'us-east-1a' }),
  },
  capacity: {
    about: 'units that a group needs to carry the load, so that what is left after a loss can be held against it',
    shape: aboutOne('required', 'units needed at peak', { is: 'count', least: 1 }),
  },
  'customer-gateways': {
    about: 'the device behind each customer gateway; two different names are two failure domains',
    shape: aboutOne('device', 'name of the router or firewall', { is: 'text', example: 'router-1' }),
  },
  objectives: {
    about: 'how long an outage may last (rto) and how much data may be lost (rpo)',
    shape: {
      is: 'fields',
      fields: {
        rto: { about: 'recovery time objective', shape: { is: 'duration' } },
        rpo: { about: 'recovery point objective', shape: { is: 'duration' } },
      },
    },
  },
  facts: {
    about: 'what a resource type does that nospof does not know, or that is otherwise here; the report names every one',
    shape: { is: 'by-name', keys: 'resource type', of: { is: 'fields', fields: FACT_FIELDS } },
  },
  acknowledgements: {
    about: 'findings accepted with a reason; they are still counted',
    shape: {
      is: 'list',
      of: {
        is: 'fields',
        fields: {
          rule: { about: 'rule id', shape: { is: 'text', example: 'nat-gateway-shared-by-zones' }, required: true },
          resource: {
            about: 'logical id, stack/id or construct path',
            shape: { is: 'text', example: 'NatGateway1' },
            required: true,
          },
          reason: { about: 'why it is accepted', shape: { is: 'text', example: 'batch only, may wait a day' }, required: true },
          until: { about: 'last day on which it holds', shape: { is: 'date' } },
          owner: { about: 'who answers for it', shape: { is: 'text', example: 'platform team' } },
        },
      },
    },
  },
} as const satisfies Fields;
