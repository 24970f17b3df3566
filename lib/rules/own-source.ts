import type { Subject } from '../analysis';
import type { Rule } from './rule';

/** Whose documentation speaks of one provider only: the last two words of the host. */
const OF_ONE_PROVIDER: ReadonlySet<string> = new Set(['amazon.com', 'google.com', 'kubernetes.io']);

/**
 * What to cite for a resource where the first source of the rule speaks of another provider: a source of the rule that
 * speaks of its own, or else the page that says how the resource behaves. Undefined: the first source will do.
 */
export function ownSource({ sources: [first, ...others] }: Rule, { facts }: Subject): string | undefined {
  const own = siteOf(facts.source);
  const cited = siteOf(first);
  if (own === undefined || cited === undefined || cited === own || !OF_ONE_PROVIDER.has(cited)) return undefined;
  return others.find((source) => siteOf(source) === own) ?? facts.source;
}

function siteOf(source: string | undefined): string | undefined {
  return /^https:\/\/[^/]*?([^./]+\.[^./]+)(\/|$)/.exec(source ?? '')?.[1];
}
