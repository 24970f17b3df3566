import { existsSync } from 'node:fs';
import type { PolicyResource } from '@pulumi/policy';
import { type Assessment, didYouMean, InputError } from '../diagnostics';
import type { PulumiRegistration } from '../readers';
import { plain } from './plain';
import type { NoSpofPolicyProps } from './props';

/** The file that is read without being named, as on the command line. */
const DEFAULT_CONFIG_FILE = 'nospof.yaml';

/**
 * Judges the resources of one stack.
 *
 * @throws {Error} with everything that is wrong with an option or nospof.yaml
 */
export function judgeResources(resources: readonly PolicyResource[], props: NoSpofPolicyProps): Assessment {
  const { judgeSystem, RULES } = require('../assess') as typeof import('../assess');
  const { readRegistrations } = require('../readers') as typeof import('../readers');
  const { acknowledge, EMPTY_CONFIG, readConfig, SCOPES, withFacts } = require('../config') as typeof import('../config');
  try {
    const file = props.config ?? (existsSync(DEFAULT_CONFIG_FILE) ? DEFAULT_CONFIG_FILE : undefined);
    const config = withFacts(file === undefined ? EMPTY_CONFIG : readConfig(file), props.facts);
    const survive = props.survive ?? config.survive ?? 'zone';
    if (!SCOPES.includes(survive)) {
      throw new Error(`survive is "${String(survive)}"${didYouMean(survive, SCOPES)}; expected one of ${SCOPES.join(', ')}`);
    }
    const name = resources[0]?.urn.split('::')[1] ?? 'stack';
    const reading = props.region === undefined ? {} : { region: props.region };
    const system = readRegistrations(name, registrationsOf(resources), reading);
    const today = new Date().toISOString().slice(0, 10);
    return acknowledge(judgeSystem(system, { survive, config, brief: true }), config, {
      today,
      rules: RULES.map(({ id }) => id),
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const told = error.problems.map(
      ({ message, hint, at }) => `${at === undefined ? '' : `${at.file}:${at.line}: `}${message}; ${hint}`,
    );
    throw new Error(told.join('\n'));
  }
}

/** The providers that resources name stand beside them, so that the region of each is known. */
function registrationsOf(resources: readonly PolicyResource[]): readonly PulumiRegistration[] {
  const made = new Map<string, PulumiRegistration>();
  for (const { provider } of resources) {
    if (provider === undefined || made.has(provider.urn)) continue;
    const { urn, type, props } = provider;
    made.set(urn, { urn, type, custom: true, inputs: plain(props), dependencies: [], propertyDependencies: {} });
  }
  for (const resource of resources) {
    const { urn, type, props, opts, parent, provider, dependencies, propertyDependencies } = resource;
    made.set(urn, {
      urn,
      type,
      // Only what a provider makes has one, and types of providers have a module between their colons.
      custom: provider !== undefined || /^[^:]+:[^:]*\/[^:]*:/.test(type),
      // The options that a policy sees do not say whether it is left where it is instead.
      protect: opts.protect ? true : null,
      inputs: plain(props),
      dependencies: dependencies.map((other) => other.urn),
      propertyDependencies: Object.fromEntries(
        Object.entries(propertyDependencies).map(([name, others]) => [name, others.map((other) => other.urn)]),
      ),
      ...(parent === undefined ? {} : { parent: parent.urn }),
      ...(provider === undefined ? {} : { provider: `${provider.urn}::known` }),
    });
  }
  return [...made.values()];
}
