import { isList, Unknown, type Value } from '../../model';
import { isJsonList, isObject, type Json } from '../json';
import { deeper } from './depth';
import { areEqual } from './equality';
import type { StackScope, Truth } from './scope';
import { scalarText } from './text';
import { uncalled } from './unknowns';

/** Evaluates a condition expression in three values. */
export function evaluateCondition(node: Json, scope: StackScope): Truth {
  if (isObject(node)) {
    const [name, another] = Object.keys(node);
    const argument = name === undefined ? undefined : node[name];
    if (name !== undefined && another === undefined && argument !== undefined) {
      if (name === 'Condition' && typeof argument === 'string') return scope.condition(argument);
      const operator = operators.get(name);
      if (operator !== undefined) return deeper(scope, () => operator(isJsonList(argument) ? argument : [argument], scope));
    }
  }
  return truthOf(scope.evaluate(node));
}

function truthOf(value: Value | undefined): Truth {
  const text = scalarText(value)?.toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  return value instanceof Unknown
    ? value
    : uncalled('condition', value, 'a condition has another form than true, false or a condition function');
}

type Operator = (arguments_: readonly Json[], scope: StackScope) => Truth;

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['Fn::Equals', ([left, right], scope) => areEqual(scope.evaluate(left ?? null), scope.evaluate(right ?? null), scope.system)],
  ['Fn::And', (operands, scope) => decide(operands, false, scope)],
  ['Fn::Or', (operands, scope) => decide(operands, true, scope)],
  ['Fn::Not', ([operand], scope) => negate(evaluateCondition(operand ?? null, scope))],
  ['Fn::Contains', ([list, value], scope) => contains(scope.evaluate(list ?? null), scope.evaluate(value ?? null), scope)],
]);

/** And and Or: one operand of the deciding value settles it; otherwise one unknown operand keeps it open. */
function decide(operands: readonly Json[], deciding: boolean, scope: StackScope): Truth {
  let undecided: Unknown | undefined;
  for (const operand of operands) {
    const value = evaluateCondition(operand, scope);
    if (value === deciding) return deciding;
    if (typeof value !== 'boolean') undecided ??= value;
  }
  return undecided ?? !deciding;
}

function negate(value: Truth): Truth {
  return typeof value === 'boolean' ? !value : value;
}

function contains(list: Value | undefined, value: Value | undefined, scope: StackScope): Truth {
  if (!isList(list))
    return list instanceof Unknown ? list : uncalled('Fn::Contains', list, 'the list of Fn::Contains is not known');
  let undecided: Unknown | undefined;
  for (const item of list) {
    const same = areEqual(item, value, scope.system);
    if (same === true) return true;
    if (typeof same !== 'boolean') undecided ??= same;
  }
  return undecided ?? false;
}
