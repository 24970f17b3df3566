import type { Value } from '../../model';
import { isJsonList, isObject, property } from '../json';
import type { Intrinsic } from './intrinsic';
import { uncalled } from './unknowns';

/** `Fn::ImportValue`: what another stack exports under a name. */
export const importValue: Intrinsic = (argument, scope) => {
  const name = scope.evaluate(argument);
  if (name === undefined) return uncalled('Fn::ImportValue', undefined, 'Fn::ImportValue names no export');
  return scope.system.importValue(name, scope);
};

/** `Fn::GetStackOutput`: an output of another stack, exported or not. */
export const getStackOutput: Intrinsic = (argument, scope) => {
  const [stack, output] = stackAndOutput(argument, (node) => scope.evaluate(node));
  if (stack === undefined || output === undefined) {
    return uncalled('Fn::GetStackOutput', undefined, 'Fn::GetStackOutput names no stack and output');
  }
  return scope.system.stackOutput(stack, output, scope);
};

function stackAndOutput(
  argument: Parameters<Intrinsic>[0],
  evaluate: (node: Parameters<Intrinsic>[0]) => Value | undefined,
): readonly (Value | undefined)[] {
  if (isJsonList(argument)) return argument.map(evaluate);
  if (!isObject(argument)) return [];
  return [property(argument, 'StackName') ?? null, property(argument, 'OutputName') ?? null].map(evaluate);
}
