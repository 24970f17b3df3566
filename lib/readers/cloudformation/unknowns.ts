import { Unknown, type Value } from '../../model';
import { render } from './render';
import type { StackScope } from './scope';

const atDeploy = 'nothing in the input can fix it';

/** A reference to what the template does not declare. */
export function undeclared(name: string, scope: StackScope): Unknown {
  const because = `"${name}" is declared neither as a resource nor as a parameter`;
  return new Unknown(
    `undeclared ${scope.stack.name}/${name}`,
    because,
    'declare it, or give the template that a transform would make',
  );
}

/** A reference to a resource that a false condition removes. */
export function removed(id: string, condition: string, scope: StackScope): Unknown {
  const because = `"${id}" does not exist, because condition "${condition}" is false`;
  return new Unknown(
    `absent ${scope.stack.name}/${id}`,
    because,
    `make condition "${condition}" true, or refer to it inside Fn::If`,
  );
}

/** A call of a function that nospof does not know, or whose arguments have another shape. */
export function uncalled(name: string, argument: Value | undefined, why: string): Unknown {
  return new Unknown(`${name} of ${render(argument)}`, why, atDeploy);
}

/** What a function makes of an argument that is not known. */
export function derived(symbol: string, from: Unknown, list = false, alternatives?: readonly Value[]): Unknown {
  return new Unknown(symbol, from.because, from.tell, list, alternatives);
}

/** What is fixed by the deployment only. */
export function deployed(symbol: string, because: string, list = false): Unknown {
  return new Unknown(symbol, because, atDeploy, list);
}
