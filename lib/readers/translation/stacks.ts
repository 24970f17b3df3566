import type { Stack } from '../../model';

/** Stacks of one input: one for each provider and region that its resources name. */
export interface StackSet {
  of(provider: Stack['provider'], region: string | undefined): Stack;
  all(): readonly Stack[];
}

/**
 * @param name - unique among all inputs; the first stack has it, the others say their provider and region too
 */
export function stackSet(name: string, file: string): StackSet {
  const stacks = new Map<string, Stack>();
  return {
    of: (provider, region) => {
      const key = `${provider} ${region ?? ''}`;
      let stack = stacks.get(key);
      if (stack === undefined) {
        const own = stacks.size === 0 ? name : `${name} (${[provider, region].filter((word) => word !== undefined).join(' ')})`;
        stack = { name: own, file, region: region ?? `region of ${name}`, provider };
        stacks.set(key, stack);
      }
      return stack;
    },
    all: () => [...stacks.values()],
  };
}

/** The provider that a Terraform type or the package of a Pulumi token belongs to. */
export function providerOf(type: string): Stack['provider'] {
  if (/^(aws_|aws:|aws-native:)/.test(type)) return 'aws';
  if (/^(google_|gcp:|google-native:)/.test(type)) return 'gcp';
  if (/^(azurerm_|azuread_|azapi_|azure:|azure-native:)/.test(type)) return 'azure';
  return /^(kubernetes_|kubectl_|helm_|kubernetes:)/.test(type) ? 'kubernetes' : 'other';
}
