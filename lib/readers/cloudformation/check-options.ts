import { isJsonList, isObject, type JsonObject, property } from '../json';
import type { StackScope } from './scope';

/** Says which given parameters and conditions no stack has, and which values a parameter does not allow. */
export function checkOptions(stacks: readonly StackScope[]): void {
  const first = stacks[0];
  if (first === undefined) return;
  const { options, problems } = first.system;
  const roots = stacks.filter(({ parent }) => parent === undefined);
  for (const [name, value] of Object.entries(options.parameters ?? {})) {
    if (name.startsWith('AWS::')) continue;
    const owners = roots.filter(({ template }) => Object.hasOwn(template.parameters, name));
    if (owners.length === 0) {
      const names = roots.flatMap(({ template }) => Object.keys(template.parameters));
      problems.warn('unknown-parameter', `no root template has the parameter "${name}"`, oneOf(names));
    }
    for (const { template, sourceOf } of owners) {
      const declaration = property(template.parameters, name);
      const allowed = isObject(declaration) ? allowedValues(declaration) : undefined;
      if (allowed === undefined || value.split(',').every((each) => allowed.includes(each.trim())) || allowed.includes(value))
        continue;
      problems.warn(
        'value-not-allowed',
        `parameter "${name}" does not allow "${value}"`,
        oneOf(allowed),
        sourceOf(['Parameters', name]),
      );
    }
  }
  for (const name of Object.keys(options.conditions ?? {})) {
    const isKnown = stacks.some(({ stack, conditions }) =>
      Object.keys(conditions).some((each) => each === name || `${stack.name}/${each}` === name),
    );
    if (isKnown) continue;
    problems.warn(
      'unknown-condition',
      `no template has the condition "${name}"`,
      oneOf(stacks.flatMap(({ conditions }) => Object.keys(conditions))),
    );
  }
}

function allowedValues(declaration: JsonObject): readonly string[] | undefined {
  const allowed = property(declaration, 'AllowedValues');
  return isJsonList(allowed) ? allowed.map(String) : undefined;
}

/** `expected one of "a", "b", and 3 more`. */
function oneOf(names: readonly string[]): string {
  const sorted = [...new Set(names)].sort();
  if (sorted.length === 0) return 'the templates have none';
  const shown = sorted.slice(0, 10).map((name) => `"${name}"`);
  return `expected one of ${shown.join(', ')}${sorted.length > 10 ? `, and ${sorted.length - 10} more` : ''}`;
}
