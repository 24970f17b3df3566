import { isJsonList, isObject, type Json, type JsonObject, objectAt, property } from '../json';
import type { Template } from './template';

/**
 * Whether the `Rules` of a template let the values pass: a deployment that breaks an assertion is refused. What cannot be
 * decided passes.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function passesRules({ body, parameters }: Template, values: Readonly<Record<string, string>>): boolean {
  const valueIn = (name: string): Json | undefined => property(values, name) ?? property(objectAt(parameters, name), 'Default');
  return Object.values(objectAt(body, 'Rules')).every((rule) => {
    if (!isObject(rule)) return true;
    const condition = property(rule, 'RuleCondition');
    if (condition !== undefined && truthOf(condition, valueIn) !== true) return true;
    const assertions = property(rule, 'Assertions');
    return (
      !isJsonList(assertions) || assertions.every((each) => !isObject(each) || truthOf(each.Assert ?? null, valueIn) !== false)
    );
  });
}

type ValueIn = (name: string) => Json | undefined;

/** Undefined: not decided. */
function truthOf(node: Json, valueIn: ValueIn): boolean | undefined {
  if (typeof node === 'boolean') return node;
  if (!isObject(node)) return String(node) === 'true' ? true : String(node) === 'false' ? false : undefined;
  const [name = '', argument = null] = Object.entries(node)[0] ?? [];
  const operands = isJsonList(argument) ? argument : [argument];
  const truths = () => operands.map((operand) => truthOf(operand, valueIn));
  switch (name) {
    case 'Fn::And':
      return allOf(truths());
    case 'Fn::Or':
      return negated(allOf(truths().map(negated)));
    case 'Fn::Not':
      return negated(truthOf(operands[0] ?? null, valueIn));
    case 'Fn::Equals':
      return same(plain(operands[0], valueIn), plain(operands[1], valueIn));
    case 'Fn::Contains':
      return isIn(plain(operands[1], valueIn), plain(operands[0], valueIn));
    case 'Fn::EachMemberIn':
      return allOf(listOf(plain(operands[0], valueIn)).map((member) => isIn(member, plain(operands[1], valueIn))));
    case 'Fn::EachMemberEquals':
      return allOf(listOf(plain(operands[0], valueIn)).map((member) => same(member, plain(operands[1], valueIn))));
    default:
      return undefined;
  }
}

function allOf(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function negated(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function plain(node: Json | undefined, valueIn: ValueIn): Json | undefined {
  if (!isObject(node)) return node;
  const name = property(node, 'Ref');
  return typeof name === 'string' ? valueIn(name) : undefined;
}

/** Lists of parameters are written as one text with commas. */
function listOf(value: Json | undefined): readonly (Json | undefined)[] {
  if (isJsonList(value)) return value;
  return typeof value === 'string' ? value.split(',').map((part) => part.trim()) : [undefined];
}

function same(a: Json | undefined, b: Json | undefined): boolean | undefined {
  return a === undefined || b === undefined || isObject(a) || isObject(b) ? undefined : String(a) === String(b);
}

function isIn(value: Json | undefined, list: Json | undefined): boolean | undefined {
  if (list === undefined) return undefined;
  return negated(allOf(listOf(list).map((member) => negated(same(member, value)))));
}

/** Parameters that some rule of the template looks at together. */
export function ruledTogether({ body, parameters }: Template): readonly (readonly string[])[] {
  return Object.values(objectAt(body, 'Rules')).map((rule) =>
    parametersIn(rule).filter((name) => Object.hasOwn(parameters, name)),
  );
}

function parametersIn(node: Json): readonly string[] {
  if (isJsonList(node)) return node.flatMap(parametersIn);
  if (!isObject(node)) return [];
  const name = (node as JsonObject).Ref;
  return typeof name === 'string' ? [name] : Object.values(node).flatMap(parametersIn);
}
