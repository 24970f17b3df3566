/** How long clients of a store wait when its active unit or zone is lost [s], and where that is said. */
export interface FailoverTime {
  readonly leastSeconds: number;
  readonly mostSeconds: number;
  readonly source: string;
  /** Day on which the source was read. */
  readonly checked: string;
}

/**
 * Times without a promise: typical ones that the service documents. Zero stands for services that spread every request
 * over zones and have nothing to fail over.
 */
export const FAILOVER_TIMES = {
  aurora: {
    leastSeconds: 30,
    mostSeconds: 60,
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
    checked: '2026-08-30',
  },
  'multi-az': {
    leastSeconds: 60,
    mostSeconds: 120,
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html',
    checked: '2026-08-30',
  },
  'multi-az-cluster': {
    leastSeconds: 0,
    mostSeconds: 35,
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html',
    checked: '2026-08-30',
  },
  // The standby takes over once the active unit has not answered for about a minute.
  'cloud-sql': {
    leastSeconds: 60,
    mostSeconds: 120,
    source: 'https://docs.cloud.google.com/sql/docs/postgres/high-availability',
    checked: '2026-11-22',
  },
  dynamodb: {
    leastSeconds: 0,
    mostSeconds: 0,
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/disaster-recovery-resiliency.html',
    checked: '2026-08-30',
  },
  bgp: {
    // The hold time of the sessions that AWS keeps over its tunnels.
    leastSeconds: 0,
    mostSeconds: 30,
    source: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-redundant-connection.html',
    checked: '2026-08-30',
  },
  'replication-group': {
    leastSeconds: 5,
    mostSeconds: 60,
    source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
    checked: '2026-08-30',
  },
} as const satisfies Record<string, FailoverTime>;
