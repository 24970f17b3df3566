/**
 * How often a law is tried: 100 times, or as many times as `NOSPOF_RUNS` says (a nightly run takes 10,000).
 * When a law fails, fast-check prints the seed and the smallest example it found.
 */
export function runs(share = 1): { readonly numRuns: number } {
  const wanted = Number(process.env.NOSPOF_RUNS ?? '100');
  return { numRuns: Math.max(1, Math.round((Number.isFinite(wanted) ? wanted : 100) * share)) };
}
