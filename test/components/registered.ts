import { runtime } from '@pulumi/pulumi';

/** One registration as the mocks saw it. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: inputs are JSON that a test reaches into
  readonly inputs: Record<string, any>;
}

/** What `build` registers, in a stack whose region has four zones. */
export async function registeredBy(build: () => unknown): Promise<readonly Registered[]> {
  const all: Registered[] = [];
  await runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        all.push({ type, name, inputs });
        const nameServers = [1, 2, 3, 4].map((server) => `ns${server}.${name}.example`);
        const email = `${name}@shop.iam.gserviceaccount.com`;
        const known = { arn: `arn of ${name}`, name, arnSuffix: name, email, nameServers, selfLink: `link to ${name}` };
        return { id: `${name}-id`, state: { ...inputs, ...known } };
      },
      call: ({ token, inputs }) => {
        if (token.endsWith('getAvailabilityZones')) return { names: ['a', 'b', 'c', 'd'].map((letter) => `eu-west-1${letter}`) };
        if (token.endsWith('getZones')) return { names: ['b', 'c', 'd', 'f'].map((letter) => `europe-west1-${letter}`) };
        if (token.endsWith('getRegion')) return { region: 'eu-west-1' };
        if (token.endsWith('getCallerIdentity')) return { accountId: '111111111111' };
        return inputs;
      },
    },
    'shop',
    'test',
    false,
  );
  await runtime.runInPulumiStack(async () => void build());
  // Registrations go on after the program has ended.
  await runtime.disconnect();
  return all;
}

/**
 * Registrations as a list of lines: enough to see in a review that something came, went or moved, small enough to be
 * read.
 */
export function outlineOf(registered: readonly Registered[]): readonly string[] {
  return registered
    .filter(({ type }) => !type.startsWith('pulumi:'))
    .map(({ type, name, inputs }) => `${type.replace(/:\w+\//, ':')} ${name} ${JSON.stringify(inputs)}`.slice(0, 400))
    .sort();
}

/** Those of a type, by the last part of its token: `Subnet`. */
export function ofType(registered: readonly Registered[], type: string): readonly Registered[] {
  return registered.filter((resource) => resource.type.endsWith(`:${type}`));
}
