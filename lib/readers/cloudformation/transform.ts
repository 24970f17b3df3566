import { isObject, property } from '../json';
import type { Intrinsic } from './intrinsic';
import { scalarText } from './text';
import { uncalled } from './unknowns';

/** `Fn::Transform`: a macro runs in the cloud; what it makes is not known here, and that is said. */
export const transformFunction: Intrinsic = (argument, scope) => {
  const name = isObject(argument) ? scalarText(scope.evaluate(property(argument, 'Name') ?? null)) : undefined;
  const macro = name ?? 'a macro';
  const message = `Fn::Transform calls "${macro}", which runs only in the cloud; what it makes is not judged`;
  scope.system.problems.warn('macro-not-run', message, 'give the processed template', scope.system.current);
  const parameters = isObject(argument) ? scope.evaluate(property(argument, 'Parameters') ?? null) : undefined;
  return uncalled(`Fn::Transform ${macro}`, parameters, `"${macro}" runs only in the cloud`);
};
