import fc from 'fast-check';

/** How often a law is tried is a share of this. */
const tries = Number(process.env.NOSPOF_RUNS ?? '100');

// A change lands or not for what it changes: the usual run draws the same systems each time, a longer one others.
if (!(tries > 100)) fc.configureGlobal({ seed: 1 });

/**
 * How often a law is tried: 100 times, or as many times as `NOSPOF_RUNS` says (more than 100 draws new systems each time).
 * When a law fails, fast-check prints the seed and the smallest example it found.
 */
export function runs(share = 1): { readonly numRuns: number } {
  return { numRuns: Math.max(1, Math.round((Number.isFinite(tries) ? tries : 100) * share)) };
}

export { fc };
