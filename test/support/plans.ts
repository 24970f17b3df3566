/** One resource of a plan, and what the configuration says of it. */
export interface PlannedResource {
  readonly address: string;
  readonly values?: object;
  readonly unknown?: object;
  readonly expressions?: object;
  readonly forEach?: object;
  readonly module?: string;
  readonly provider?: string;
}

/** `aws_subnet.a["x"]` in its parts. */
function partsOf(address: string) {
  const [, data, type, name, index] = /^(data\.)?([^.]+)\.([^.[]+)(?:\[(.+)\])?$/.exec(address) ?? [];
  return {
    address,
    mode: data === undefined ? 'managed' : 'data',
    type,
    name,
    ...(index === undefined ? {} : { index: JSON.parse(index) }),
  };
}

/** `terraform show -json` of a plan with these resources in the root module, and what a test lays over it. */
export function aPlan(resources: readonly PlannedResource[], over: object = {}): object {
  const configured = new Map(
    resources.map(({ address, expressions = {}, forEach, provider = 'aws' }) => {
      const { index: _index, ...parts } = partsOf(address);
      const own = address.replace(/\[.+\]$/, '');
      const loop = forEach === undefined ? {} : { for_each_expression: forEach };
      return [own, { ...parts, address: own, provider_config_key: provider, expressions, ...loop }];
    }),
  );
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: {
      root_module: { resources: resources.map(({ address, values = {} }) => ({ ...partsOf(address), values })) },
    },
    resource_changes: resources.map(({ address, values = {}, unknown = {} }) => ({
      ...partsOf(address),
      change: { actions: ['create'], before: null, after: values, after_unknown: unknown },
    })),
    configuration: {
      provider_config: { aws: { name: 'aws', expressions: { region: { constant_value: 'eu-west-1' } } } },
      root_module: { resources: [...configured.values()] },
    },
    ...over,
  };
}

/** An expression that refers to these things, as a plan lists them. */
export function refersTo(...references: readonly string[]): object {
  return { references: references.flatMap((reference) => [reference, ...prefixesOf(reference)]) };
}

function prefixesOf(reference: string): readonly string[] {
  const [root, ...rest] = reference.split('.');
  if (root === undefined || ['each', 'count', 'local', 'var'].includes(root)) return [];
  const base = root === 'data' ? 3 : 2;
  const words = [root, ...rest];
  const found: string[] = [];
  for (let length = words.length - 1; length >= base; length -= 1) found.push(words.slice(0, length).join('.'));
  return found;
}
