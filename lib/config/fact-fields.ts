import type { Fields, Shape } from './shape';

/** Roles that a user can give: those that mean something without further facts about the network. */
export const OWN_ROLES = [
  ...(['compute', 'balancer', 'entry', 'store', 'cache', 'replication', 'queue', 'nat', 'endpoint'] as const),
  ...(['hub', 'link', 'device', 'configuration', 'operations', 'identity'] as const),
] as const;

export const OWN_LOCALITIES = ['zone', 'zones', 'region', 'many-regions', 'global', 'edge', 'site', 'none'] as const;
export const OWN_SPREADS = ['balanced', 'one-place', 'unsaid', 'distinct-zones'] as const;
export const OWN_NEED_KINDS = ['hard', 'launch', 'control', 'soft'] as const;
export const OWN_RECOVERIES = ['none', 'self-healing', 'failover'] as const;
export const OWN_OFFERS = ['serve', 'admin', 'auxiliary'] as const;

const COUNT: Shape = {
  is: 'fields',
  fields: {
    desired: { about: 'where the wanted number stands', shape: { is: 'path' } },
    min: { about: 'where the least number stands that something may scale it to', shape: { is: 'path' } },
    absent: { about: 'the number when neither is given', shape: { is: 'count', least: 0 }, required: true },
    plus: { about: 'added to what is read: a primary beside its replicas', shape: { is: 'count', least: 1 } },
  },
};

/** What a user can teach about one resource type. */
export const FACT_FIELDS: Fields = {
  noun: { about: 'what messages call it', shape: { is: 'text', example: 'message broker' } },
  inert: { about: 'true: it cannot matter for availability, and nothing else has to be said', shape: { is: 'flag' } },
  role: { about: 'what it is in the architecture', shape: { is: 'one-of', words: OWN_ROLES } },
  locality: { about: 'where one of it lives', shape: { is: 'one-of', words: OWN_LOCALITIES } },
  units: {
    about: 'how many units run: a number, many (the provider runs enough in each place), per-subnet, or where to read it',
    shape: { is: 'either', of: [{ is: 'count', least: 0 }, { is: 'one-of', words: ['many', 'per-subnet'] }, COUNT] },
  },
  needed: {
    about: 'how many of the units suffice; one where nothing is said',
    shape: {
      is: 'either',
      of: [
        { is: 'count', least: 1 },
        { is: 'one-of', words: ['all', 'majority'] },
      ],
    },
  },
  spread: { about: 'what keeps the units apart', shape: { is: 'one-of', words: OWN_SPREADS } },
  subnets: { about: 'where it names the subnets of its units', shape: { is: 'paths' } },
  zones: { about: 'where it names the zones of its units', shape: { is: 'paths' } },
  recovery: {
    about: 'what happens after a loss without a person',
    shape: {
      is: 'fields',
      fields: {
        kind: { about: 'the kind', shape: { is: 'one-of', words: OWN_RECOVERIES }, required: true },
        within: { about: 'longest time it takes', shape: { is: 'duration' } },
      },
    },
  },
  needs: {
    about: 'what it depends on, where its properties name it',
    shape: {
      is: 'list',
      of: {
        is: 'fields',
        fields: {
          path: { about: 'where the other one is named', shape: { is: 'paths' }, required: true },
          kind: { about: 'hard where nothing is said', shape: { is: 'one-of', words: OWN_NEED_KINDS } },
          because: { about: 'the reason to believe it', shape: { is: 'text', example: 'it reads its queue' }, required: true },
        },
      },
    },
  },
  text: { about: 'properties whose text names what it calls: environment, user data', shape: { is: 'paths' } },
  'security-groups': { about: 'where it names its security groups', shape: { is: 'paths' } },
  names: { about: 'where it says the name by which others may call it', shape: { is: 'paths' } },
  'uses-egress': { about: 'its units call out of their subnets', shape: { is: 'flag' } },
  offers: { about: 'what its loss takes away where nothing else uses it', shape: { is: 'one-of', words: OWN_OFFERS } },
  source: { about: 'where that is written', shape: { is: 'text', example: 'https://docs.example.com/broker#failover' } },
};
