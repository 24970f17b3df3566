/**
 * How a balancer chooses the member for a request: in turn, the one with the fewest open connections, either of them
 * in proportion to weights, or by a hash of the source (same client, same member, whatever the load).
 */
export type Algorithm =
  | 'round-robin'
  | 'least-connections'
  | 'weighted-round-robin'
  | 'weighted-least-connections'
  | 'source-hash';

/** All algorithms. */
export const ALGORITHMS = [
  'round-robin',
  'least-connections',
  'weighted-round-robin',
  'weighted-least-connections',
  'source-hash',
] as const satisfies readonly Algorithm[];
