/** One thing wrong with what was asked for: the value, the bound, the way out. Lower case, no final period. */
export interface Fault {
  /** What was given: `zones is 1`. */
  readonly found: string;
  /** What would do, and why: `an active-active network needs at least 2 zones`. */
  readonly bound: string;
  /** What to do: `set zones to 2 or 3`. */
  readonly wayOut: string;
}

/**
 * Thrown when a request cannot be kept. Carries every fault of the call, so that one run shows all of them.
 */
export class RefusedError extends Error {
  readonly code = 'Refused';
  constructor(
    /** What was to be built: a construct path. */
    readonly subject: string,
    readonly faults: readonly Fault[],
  ) {
    super([`cannot build ${subject}`, ...faults.map((fault) => `  ${fault.found}; ${fault.bound}; ${fault.wayOut}`)].join('\n'));
    this.name = 'RefusedError';
  }
}

/**
 * Ends the call when there is at least one fault.
 *
 * @param subject - what was to be built, as the user finds it: a construct path
 * @param faults - everything wrong with the request; `undefined` entries are checks that passed
 * @throws {RefusedError} with all faults
 */
export function refuse(subject: string, faults: readonly (Fault | undefined)[]): void {
  const found = faults.filter((fault) => fault !== undefined);
  if (found.length > 0) throw new RefusedError(subject, found);
}

/** A fault unless `value` is a whole number between `least` and `most`, both included. */
export function faultOfCount(
  name: string,
  value: number,
  least: number,
  most: number,
  why: string,
  wayOut?: string,
): Fault | undefined {
  if (Number.isInteger(value) && value >= least && value <= most) return undefined;
  const range =
    most === Number.POSITIVE_INFINITY ? `a whole number of at least ${least}` : `a whole number from ${least} to ${most}`;
  return {
    found: `${name} is ${value}`,
    bound: `${range} is expected, ${why}`,
    wayOut: wayOut ?? `set ${name} to ${least} or more`,
  };
}
