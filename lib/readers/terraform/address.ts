/** One step of a Terraform address or reference: a name, and the index in brackets behind it. */
export interface Step {
  readonly name: string;
  readonly index?: string | number;
}

const known = new Map<string, readonly Step[]>();

/** `module.net["a"].aws_subnet.private[0].id` in steps; brackets hold a number or a quoted key. */
export function stepsOf(address: string): readonly Step[] {
  let steps = known.get(address);
  if (steps === undefined) {
    steps = parse(address);
    // Plans name the same few things over and over; a map that grows without end helps nobody.
    if (known.size < 50_000) known.set(address, steps);
  }
  return steps;
}

function parse(address: string): Step[] {
  const steps: Step[] = [];
  const pattern = /([^.[\]]+)(?:\[(?:"((?:[^"\\]|\\.)*)"|(\d+)|[^\]]*)\])?(?:\[[^\]]*\])*\.?/y;
  while (pattern.lastIndex < address.length) {
    const match = pattern.exec(address);
    if (match === null) break;
    const [, name = '', key, number] = match;
    const index = key !== undefined ? key.replaceAll('\\"', '"') : number !== undefined ? Number(number) : undefined;
    steps.push(index === undefined ? { name } : { name, index });
  }
  return steps;
}

/** The references that say most: Terraform lists each one together with everything it begins with. */
export function mostSpecific(references: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const reference of references) {
    const last = kept[kept.length - 1];
    if (last?.startsWith(reference) && /^[.[]/.test(last.slice(reference.length))) continue;
    if (!kept.includes(reference)) kept.push(reference);
  }
  return kept;
}
