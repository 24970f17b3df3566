import { isList, Unknown, type Value, ZoneList } from '../../model';
import { isJsonList } from '../json';
import type { Intrinsic } from './intrinsic';
import { render } from './render';
import { scalarText } from './text';
import { uncalled } from './unknowns';

/**
 * `Fn::If`. Where the condition is open: the value, when both branches give the same; else an unknown with both as
 * alternatives. `null` among the alternatives stands for absence (AWS::NoValue).
 */
export const ifFunction: Intrinsic = (argument, scope) => {
  if (!isJsonList(argument)) return uncalled('Fn::If', undefined, 'Fn::If has no list of condition and two branches');
  const [condition = null, whenTrue = null, whenFalse = null] = argument;
  const name = typeof condition === 'string' ? condition : scalarText(scope.evaluate(condition));
  const truth = name === undefined ? scope.test(condition) : scope.condition(name);
  if (truth === true) return scope.evaluate(whenTrue);
  if (truth === false) return scope.evaluate(whenFalse);
  return either(truth, scope.evaluate(whenTrue), scope.evaluate(whenFalse));
};

function either(truth: Unknown, a: Value | undefined, b: Value | undefined): Value | undefined {
  if (a === undefined && b === undefined) return undefined;
  if (render(a) === render(b) && typeof a === typeof b) return a;
  const symbol = `if ${truth.symbol} ${render(a)} else ${render(b)}`;
  return new Unknown(symbol, truth.because, truth.tell, isSeveral(a) || isSeveral(b), [a ?? null, b ?? null]);
}

function isSeveral(value: Value | undefined): boolean {
  return isList(value) || value instanceof ZoneList || (value instanceof Unknown && value.list);
}
