import type { Path } from './path';
import type { When } from './relation-facts';

/** Where a pool's health check is set, and the provider's defaults. Seconds. */
export interface HealthFact {
  readonly protocol?: Path;
  readonly serviceProtocol?: Path;
  readonly matcher?: Path;
  readonly enabled?: Path;
  /** Nothing is ever found unhealthy then. */
  readonly seesNothingWhen?: When;
  /** One of these is given where somebody asks the units themselves whether they can take requests. */
  readonly asks?: readonly Path[];
  /** What the units are asked, where the input shows whom the answer depends on. */
  readonly questions?: readonly QuestionFact[];
  readonly interval?: Path;
  readonly unhealthyThreshold?: Path;
  /** What has to fail so many times, as messages call it; `checks` where nothing is said. */
  readonly tries?: string;
  /** It repeats what these say: other checks, an alarm. */
  readonly watches?: readonly Path[];
  readonly defaults: { readonly interval: number; readonly unhealthyThreshold: number };
  /**
   * Who decides that a group's unit is dead, as messages call it, and the word that means its balancer. Without a word
   * anything that is given asks the application; nothing given looks at the machine only.
   */
  readonly decider?: { readonly path: Path; readonly noun: string; readonly balancer?: string };
  /** The alarm that it reads: its region, what counts while it has no data, and the word that lets a failover happen then. */
  readonly alarm?: { readonly region: Path; readonly withoutData: Path; readonly absent: string; readonly safe: string };
  /** The port that is checked, where it is not the one that serves. */
  readonly checkPort?: Path;
  /** Packets are wrapped, so the port of the pool says nothing about who answers a check. */
  readonly wrappedWhen?: When;
  /** Flows of a target that fails move to another one; of wrapped packets they stay otherwise. */
  readonly flowsMoveWhen?: When;
  /** The port that the pool serves. */
  readonly port?: Path;
  /** A target such as `HTTP:80/healthz` that says protocol, port and path in one. */
  readonly target?: Path;
}

/** A question to a unit that stops it when the answer is no. */
export interface QuestionFact {
  /** The containers that are asked. */
  readonly of: Path;
  /** Below a container: hosts that are called, and commands that are run. */
  readonly asks: readonly Path[];
  /** Variables that a command of a container may name. */
  readonly variables: { readonly list: Path; readonly name: string; readonly value: string };
  /** As messages call it: `liveness probe`. */
  readonly noun: string;
  /** What becomes of the units when the answer is no: `are restarted`. */
  readonly effect: string;
  /** The units are ended, and not only left out until the answer is yes again. */
  readonly ends: boolean;
}

/** Where a DNS record says what it is. */
export interface DnsFact {
  readonly zone: readonly string[];
  readonly name: string;
  readonly type: string;
  readonly set: string;
  readonly failover: string;
  /** A record of weight 0 answers only while no other one may. */
  readonly weight?: string;
  readonly weighted: readonly string[];
  /** The region in which what the record leads to stands. */
  readonly region?: string;
  readonly targets: readonly string[];
  readonly healthCheck: string;
  readonly evaluatesTarget: string;
  readonly ttl?: string;
  /** Seconds that the answer is kept where no time to live is set: an alias has that of its target. */
  readonly aliasTtl?: number;
}
