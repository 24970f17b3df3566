/** The little of an output of Pulumi's SDK that says where its value comes from. */
interface OutputLike {
  readonly __pulumiOutput: true;
  /** Resources that the value is made of; older versions of the SDK have no such function. */
  allResources?(): Promise<Iterable<ResourceLike>>;
}

interface ResourceLike {
  readonly urn: { promise(): Promise<string> };
}

/** An output inside the inputs of a resource: `endpoints[0].address`. */
export interface PlacedOutput {
  readonly path: string;
  readonly output: OutputLike;
}

/**
 * The outputs that stand inside inputs, by their place. What the SDK hands to an engine says for a whole input only what it
 * is made of; which entry of a list came from which resource is told here.
 */
export function outputsIn(properties: unknown): readonly PlacedOutput[] {
  const found: PlacedOutput[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    if (isOutput(value)) {
      found.push({ path, output: value });
      return;
    }
    seen.add(value);
    if (Array.isArray(value)) for (const [index, entry] of value.entries()) visit(entry, `${path}[${index}]`);
    else if (Object.getPrototypeOf(value) === Object.prototype) {
      for (const [name, entry] of Object.entries(value)) visit(entry, path === '' ? name : `${path}.${name}`);
    }
  };
  visit(properties, '');
  // An input that is one output is told by the SDK itself.
  return found.filter(({ path }) => /[.[]/.test(path));
}

/** URNs of the resources behind each output, by its place. */
export async function sourcesOf(placed: readonly PlacedOutput[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const entries = placed.map(async ({ path, output }) => {
    const resources = [...((await output.allResources?.()) ?? [])];
    return [path, await Promise.all(resources.map(({ urn }) => urn.promise()))] as const;
  });
  const settled = await Promise.allSettled(entries);
  return Object.fromEntries(settled.flatMap((entry) => (entry.status === 'fulfilled' ? [entry.value] : [])));
}

function isOutput(value: object): value is OutputLike {
  return (value as Partial<OutputLike>).__pulumiOutput === true;
}
