import { Unknown } from '../../model';
import { property } from '../json';
import { deeper } from './depth';
import { evaluateCondition } from './evaluate-condition';
import { open, type StackScope, type Truth } from './scope';

/** Whether a named condition holds; each is evaluated once. */
export function conditionValue(name: string, scope: StackScope): Truth {
  const known = scope.memo.conditions.get(name);
  if (known === open) return cycle(name, scope);
  if (known !== undefined) return known;
  scope.memo.conditions.set(name, open);
  const asker = scope.system.current;
  if (Object.hasOwn(scope.conditions, name)) scope.system.current = scope.sourceOf(['Conditions', name]);
  const value = work(name, scope);
  scope.system.current = asker;
  scope.memo.conditions.set(name, value);
  return value;
}

function work(name: string, scope: StackScope): Truth {
  const forced = scope.system.options.conditions ?? {};
  for (const key of [`${scope.stack.name}/${name}`, name]) if (Object.hasOwn(forced, key)) return forced[key] === true;
  const definition = property(scope.conditions, name);
  if (definition === undefined) {
    const message = `condition "${name}" is not declared in ${scope.template.file}`;
    scope.system.problems.warn('unknown-condition', message, 'declare it in Conditions', scope.system.current);
    return new Unknown(`condition ${scope.stack.name}/${name}`, message, 'declare it in Conditions');
  }
  const value = deeper(scope, () => evaluateCondition(definition, scope));
  if (typeof value === 'boolean') return value;
  return new Unknown(`condition ${scope.stack.name}/${name}`, `condition "${name}" is open: ${rootCause(value)}`, value.tell);
}

function cycle(name: string, scope: StackScope): never {
  const names = [...scope.memo.conditions].filter(([, value]) => value === open).map(([each]) => each);
  const path = [...names.slice(names.indexOf(name)), name].map((each) => `"${each}"`).join(' -> ');
  const source = scope.sourceOf(['Conditions', name]);
  return scope.system.problems.fail(
    'reference-cycle',
    `conditions refer to each other in a circle: ${path}`,
    'break the cycle',
    source,
  );
}

/** Conditions build on conditions; the reader needs the value at the end. */
function rootCause(value: Unknown): string {
  return value.because.split(' is open: ').at(-1) ?? value.because;
}
