import type { FactTable, TypeFacts } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

const multiAz = 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html';

/**
 * A domain that is not zone-aware stands in one zone. Of one that is, the master nodes must keep a quorum: dedicated
 * ones are spread over three zones by the service, data nodes alone keep it over three zones and lose it with half of
 * their number over two. Of two data nodes both are needed to elect a master.
 */
const domain = (noun: string, config: string, standby?: string): TypeFacts => {
  const count = { min: `${config}.InstanceCount`, absent: 1 };
  const apart = { subnets: ['VPCOptions.SubnetIds[]'] };
  const aware = { units: { count, spread: 'distinct-zones' }, recovery: { kind: 'failover', seconds: [30, 60] }, apart } as const;
  const replaced = { kind: 'self-healing', seconds: [300, 3_600] } as const;
  return {
    noun,
    role: 'store',
    locality: 'zones',
    units: { count, spread: 'one-place' },
    placement: { subnets: ['VPCOptions.SubnetIds[]'] },
    securityGroups: ['VPCOptions.SecurityGroupIds[]'],
    recovery: { kind: 'none' },
    dataAges: [{ origin: 'backup', seconds: 3_600, because: 'automatic snapshots every hour' }],
    cases: [
      ...(standby === undefined ? [] : [{ when: { [standby]: true }, facts: aware }]),
      { when: { [`${config}.ZoneAwarenessEnabled`]: true, [`${config}.DedicatedMasterEnabled`]: true }, facts: aware },
      {
        when: { [`${config}.ZoneAwarenessEnabled`]: true, [`${config}.ZoneAwarenessConfig.AvailabilityZoneCount`]: 3 },
        facts: aware,
      },
      // One data node is one node, however aware it is.
      { when: { [`${config}.ZoneAwarenessEnabled`]: true, [`${config}.InstanceCount`]: [0, 1] }, facts: aware },
      {
        when: { [`${config}.ZoneAwarenessEnabled`]: true, [`${config}.InstanceCount`]: 2 },
        facts: { units: { count: 2, needed: 'all', spread: 'distinct-zones' }, recovery: replaced },
      },
      {
        when: { [`${config}.ZoneAwarenessEnabled`]: true },
        facts: {
          ...aware,
          doubt: {
            because: 'over two zones without dedicated master nodes, the loss of a zone may take the quorum',
            tell: `set ${config}.DedicatedMasterEnabled with 3 master nodes, or use 3 zones`,
          },
        },
      },
      { when: { [`${config}.DedicatedMasterEnabled`]: true }, facts: {} },
      {
        when: { [`${config}.InstanceCount`]: 2 },
        facts: { units: { count: 2, needed: 'all', spread: 'one-place' }, recovery: replaced },
      },
    ],
    fix: 'use 3 zones with zone awareness, 3 dedicated master nodes, and at least one replica of every index',
    source: multiAz,
    checked,
  };
};

/** Search engines. */
export const search: FactTable = {
  'AWS::Elasticsearch::Domain': domain('Elasticsearch domain', 'ElasticsearchClusterConfig'),
  'AWS::OpenSearchService::Domain': domain('OpenSearch domain', 'ClusterConfig', 'ClusterConfig.MultiAZWithStandbyEnabled'),
  'AWS::OpenSearchServerless::Collection': {
    noun: 'OpenSearch Serverless collection',
    role: 'store',
    locality: 'region',
    cases: [
      // The mode for development keeps one copy, in one zone.
      { when: { StandbyReplicas: 'DISABLED' }, facts: { locality: 'zone', units: { count: 'many', spread: 'one-place' } } },
    ],
    fix: 'leave StandbyReplicas enabled; it is chosen when the collection is made',
    source: reference('opensearchserverless-collection'),
    checked,
  },
  'AWS::OSIS::Pipeline': {
    noun: 'ingestion pipeline',
    role: 'compute',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['VpcOptions.SubnetIds[]'] },
    securityGroups: ['VpcOptions.SecurityGroupIds[]'],
    recovery: { kind: 'self-healing' },
    text: ['PipelineConfigurationBody'],
    source: reference('osis-pipeline'),
    checked,
  },
  'AWS::Kendra::Index': {
    noun: 'Kendra index',
    role: 'store',
    locality: 'region',
    cases: [
      {
        when: { Edition: 'DEVELOPER_EDITION' },
        facts: {
          doubt: {
            because: 'the edition for developers is not promised to run in more than one zone',
            tell: 'choose ENTERPRISE_EDITION for production',
          },
        },
      },
    ],
    source: 'https://docs.aws.amazon.com/kendra/latest/dg/hiw-index-types.html',
    checked,
  },
};
