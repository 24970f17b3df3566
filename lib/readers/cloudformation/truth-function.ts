import type { Intrinsic } from './intrinsic';

/** A condition function where a value is expected: its truth is the value. */
export function truthFunction(name: string): Intrinsic {
  return (argument, scope) => scope.test({ [name]: argument });
}
