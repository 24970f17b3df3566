import { didYouMean, InputError, type Problem } from '../diagnostics';
import type { Config, OwnFact } from './config';
import { FACT_FIELDS } from './fact-fields';

/** Facts by resource type, as nospof.yaml and code say them. */
export type OwnFacts = Readonly<Record<string, OwnFact>>;

/**
 * The configuration with facts that were given in code; they win over those of nospof.yaml.
 *
 * @throws {InputError} a fact has a key that does not exist
 */
export function withFacts(config: Config, facts: OwnFacts | undefined): Config {
  if (facts === undefined) return config;
  const keys = Object.keys(FACT_FIELDS);
  const problems = Object.entries(facts).flatMap(([type, fact]) =>
    Object.keys(fact)
      .filter((key) => !keys.includes(key))
      .map((key): Problem => {
        const message = `fact of "${type}" has an unknown key "${key}"${didYouMean(key, keys)}`;
        return { code: 'unknown-key', fatal: true, message, hint: `expected one of ${keys.join(', ')}` };
      }),
  );
  if (problems.length > 0) throw new InputError(problems);
  // Their place in the file is no longer theirs.
  const positions = Object.fromEntries(
    Object.entries(config.positions).filter(([path]) => !Object.keys(facts).some((type) => path === `facts.${type}`)),
  );
  return { ...config, facts: { ...config.facts, ...facts }, positions };
}
