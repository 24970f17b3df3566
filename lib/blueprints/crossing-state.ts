import { type Fault, faultOfCount } from './refusal';

/** Data that is kept at more than one provider, and what happens to it while they cannot talk to each other. */
export interface CrossingState {
  /** What it is, in the words of the business: `orders`. */
  readonly name: string;
  /**
   * `merged`: every provider takes writes; records have keys of their own and are only added, so that both sides end up
   * with all of them. `one-writer`: one provider takes writes, the other keeps a copy that a person promotes. `strong`:
   * every write is at both before it counts.
   */
  readonly consistency: 'merged' | 'one-writer' | 'strong';
  /** How far one side may be behind the other [s]: what is not there yet when a provider is lost. */
  readonly mostLagSeconds: number;
}

/**
 * What cannot be kept. Two sites have no majority: a write that must be at both stops when either is lost, which is what a
 * second provider was to prevent.
 */
export function faultsOfCrossingState(
  states: readonly CrossingState[],
  mode: 'active-active' | 'active-standby',
): readonly (Fault | undefined)[] {
  return states.flatMap(({ name, consistency, mostLagSeconds }) => [
    consistency === 'strong'
      ? {
          found: `state "${name}" is strongly consistent over two providers`,
          bound: 'two sites have no majority: each write stops when either of them is lost',
          wayOut: 'merge records that are only added, keep one writer with a copy, or put a third site into the quorum',
        }
      : undefined,
    consistency === 'one-writer' && mode === 'active-active'
      ? {
          found: `state "${name}" has one writer in an active-active service`,
          bound: 'requests that arrive at the other provider could not write',
          wayOut: "merge it, or set mode to 'active-standby'",
        }
      : undefined,
    faultOfCount(`mostLagSeconds of "${name}"`, mostLagSeconds, 1, 86_400, 'copies between providers are never instant'),
  ]);
}

/** One sentence per state, for outputs and pages: what users of it can rely on when a provider is lost. */
export function sayCrossingState({ name, consistency, mostLagSeconds }: CrossingState): string {
  const lag = `at most ${mostLagSeconds} s behind`;
  switch (consistency) {
    case 'merged':
      return `${name}: written at both providers and merged, ${lag}; what was not copied yet is back when the lost provider is`;
    case 'one-writer':
      return `${name}: written at one provider, copied to the other, ${lag}; a person promotes the copy, and what was not copied is lost with the writer`;
    case 'strong':
      return `${name}: written at both providers or not at all`;
  }
}
