/**
 * Where a fact looks in a resource's properties.
 *
 * `VpcConfig.SubnetIds` names members; `[]` flattens a list; `[Key=a.b]` keeps the list entries whose member has that
 * value and `[Weight!=0]` those whose member has another or none (several, separated by commas, must all agree), and asks the
 * same of what is no list; `->` follows a reference to another resource and goes on in its
 * properties: `DBSubnetGroupName->SubnetIds`; `@` in front begins beside the properties: `@UpdatePolicy`; `{key}` reads what a
 * text of lines `key=value` says: `ServerProperties{min.insync.replicas}`.
 */
export type Path = string;

export type Step =
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'each' }
  | { readonly kind: 'beside' }
  | { readonly kind: 'line'; readonly name: string }
  | { readonly kind: 'where'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'follow' };

/** One test of a list entry. */
export interface Condition {
  readonly name: string;
  readonly value: string;
  readonly equal: boolean;
}

const parsed = new Map<Path, readonly Step[]>();

/**
 * @throws {SyntaxError} the path is not well formed: a mistake in a fact, caught by the test over all facts
 */
export function stepsOf(path: Path): readonly Step[] {
  let steps = parsed.get(path);
  if (steps === undefined) {
    steps = parse(path);
    parsed.set(path, steps);
  }
  return steps;
}

function parse(path: Path): Step[] {
  const steps: Step[] = [];
  const pattern = /(->)|(?<=^|->)(@)|\[\]|\[([^\]]+)\]|\{([^}]+)\}|\.?((?:(?!->)[A-Za-z0-9_:/-])+)/y;
  while (pattern.lastIndex < path.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(path);
    if (match === null) throw new SyntaxError(`path "${path}" is not understood at column ${at + 1}`);
    const [whole, follow, beside, filter, line, name] = match;
    if (follow !== undefined) steps.push({ kind: 'follow' });
    else if (beside !== undefined) steps.push({ kind: 'beside' });
    else if (filter !== undefined) steps.push({ kind: 'where', conditions: filter.split(',').map(toCondition) });
    else if (line !== undefined) steps.push({ kind: 'line', name: line });
    else if (name !== undefined) steps.push({ kind: 'member', name });
    else if (whole === '[]') steps.push({ kind: 'each' });
  }
  return steps;
}

function toCondition(text: string): Condition {
  const match = /^([^=!]+)(!?)=(.*)$/.exec(text);
  if (match === null) throw new SyntaxError(`condition "${text}" in a path needs name=value or name!=value`);
  const [, name = '', not, value = ''] = match;
  return { name, value, equal: not === '' };
}
