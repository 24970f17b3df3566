import { isList, isMap, Unknown, type Value, ZoneList } from '../../model';
import { isObject, type Json, type JsonObject, property } from '../json';
import { open, type StackScope } from './scope';
import { concatenate, join, jsonParts, scalarText, split } from './text';

/** Value of a declared parameter: what was passed, else its default, else unknown. Undefined when not declared. */
export function parameterValue(name: string, scope: StackScope): Value | undefined {
  const known = scope.memo.parameters.get(name);
  const source = scope.sourceOf(['Parameters', name]);
  if (known === open)
    return scope.system.problems.fail(
      'reference-cycle',
      `parameter "${name}" depends on itself through nested stacks`,
      'break the cycle',
      source,
    );
  if (known !== undefined) return known;
  const declaration = property(scope.template.parameters, name);
  if (declaration === undefined) return undefined;
  scope.memo.parameters.set(name, open);
  const value = work(name, isObject(declaration) ? declaration : {}, scope);
  scope.memo.parameters.set(name, value);
  return value;
}

export function isDeclared(name: string, scope: StackScope): boolean {
  return Object.hasOwn(scope.template.parameters, name);
}

function work(name: string, declaration: JsonObject, scope: StackScope): Value {
  const type = scalarText(property(declaration, 'Type') as Value) ?? 'String';
  const passed = passedValue(name, scope);
  if (type.startsWith('AWS::SSM::Parameter::Value<')) return storedValue(name, type, passed, declaration, scope);
  const isListType = type === 'CommaDelimitedList' || type.startsWith('List<');
  const value = passed ?? plainDefault(property(declaration, 'Default'));
  if (value === undefined) return missing(name, type, isListType, declaration, scope);
  return isListType ? listOf(value, scope) : textOf(value, scope);
}

/** What the user or the parent stack gives. */
function passedValue(name: string, scope: StackScope): Value | undefined {
  if (scope.parent !== undefined) return scope.parent.parameter(name);
  return property(scope.system.options.parameters ?? {}, name) ?? undefined;
}

function plainDefault(node: Json | undefined): Value | undefined {
  return node === null || isObject(node) ? undefined : node;
}

function listOf(value: Value, scope: StackScope): Value {
  const list = split(value, ',', scope.system);
  if (!isList(list)) return list;
  if (list.length === 1 && list[0] === '') return [];
  return list.flat().map((item) => (typeof item === 'string' ? item.trim() : item));
}

function textOf(value: Value, scope: StackScope): Value {
  if (isMap(value)) return concatenate(jsonParts(value, scope.system), scope.system);
  const isSeveral = isList(value) || value instanceof ZoneList || (value instanceof Unknown && value.list);
  return isSeveral ? join(value, ',', scope.system) : value;
}

function missing(name: string, type: string, list: boolean, declaration: JsonObject, scope: StackScope): Value {
  const allowed = property(declaration, 'AllowedValues');
  const alternatives = isList(allowed as Value) ? (allowed as readonly Value[]) : undefined;
  const [only, another] = alternatives ?? [];
  if (only !== undefined && another === undefined) return list ? listOf(only, scope) : only;
  const symbol = `parameter ${scope.stack.name}/${name}`;
  if (type.startsWith('AWS::') || Number(property(declaration, 'MinLength') ?? 0) > 0 || type === 'Number')
    scope.system.neverEmpty.add(symbol);
  const nested = scope.parent;
  const because =
    nested === undefined
      ? `parameter "${name}" has no default`
      : `parameter "${name}" is not passed by "${nested.id}" and has no default`;
  const tell = nested === undefined ? `--parameter ${name}=…` : `pass "${name}" in the Parameters of "${nested.id}"`;
  return new Unknown(symbol, because, tell, list, list ? undefined : alternatives);
}

/**
 * A parameter of the parameter store. Its default is a name in the store, not a value; so is a given value that starts
 * with a slash. Any other given value is taken for what the store holds.
 */
function storedValue(name: string, type: string, passed: Value | undefined, declaration: JsonObject, scope: StackScope): Value {
  const list = type.includes('<List<') || type.includes('CommaDelimitedList');
  const isName = passed === undefined || (typeof passed === 'string' && passed.startsWith('/'));
  if (!isName && scope.parent === undefined) return list ? listOf(passed, scope) : textOf(passed, scope);
  const stored = scalarText(passed) ?? scalarText(property(declaration, 'Default') as Value);
  const symbol = stored === undefined ? `parameter ${scope.stack.name}/${name}` : `stored parameter ${stored}`;
  scope.system.neverEmpty.add(symbol);
  const because = `parameter "${name}" reads ${stored === undefined ? 'a value' : `"${stored}"`} from the parameter store when the stack is deployed`;
  return new Unknown(symbol, because, `--parameter ${name}=<the stored value>`, list);
}
