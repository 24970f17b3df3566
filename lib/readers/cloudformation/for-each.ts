import { isList } from '../../model';
import { isJsonList, isObject, type Json, type JsonObject, setOwn } from '../json';
import type { StackScope } from './scope';
import { scalarText } from './text';

const prefix = 'Fn::ForEach::';

/** Nodes that all loops together may write. */
const mostNodes = 300_000;

export function hasLoop(node: JsonObject): boolean {
  for (const name in node) if (name.startsWith(prefix)) return true;
  return false;
}

/**
 * Writes the loops of a map out: `Fn::ForEach::Topics: [Name, [A, B], { "Topic${Name}": … }]` gives TopicA and TopicB.
 * A loop over a list that is not known is left out, and that is said.
 *
 * @param onEntry - told of each entry a loop made, and the loop that it came from
 */
export function expandLoops(node: JsonObject, scope: StackScope, onEntry?: (name: string, loop: string) => void): JsonObject {
  const result: Record<string, Json> = {};
  const add = (from: JsonObject, loop: string | undefined): void => {
    for (const [name, value] of Object.entries(from)) {
      if (name.startsWith(prefix)) for (const body of bodies(name, value, scope)) add(body, loop ?? name);
      else {
        setOwn(result, name, value);
        if (loop !== undefined) onEntry?.(name, loop);
      }
    }
  };
  add(node, undefined);
  return result;
}

/** The body of a loop once for each item, with the loop's name replaced. */
function* bodies(loop: string, argument: Json, scope: StackScope): Generator<JsonObject> {
  const [variable, collection, body] = isJsonList(argument) ? argument : [];
  const items = collection === undefined ? undefined : scope.evaluate(collection);
  const texts = isList(items) ? items.map(scalarText) : [];
  if (typeof variable !== 'string' || !isObject(body) || !isList(items) || texts.includes(undefined)) {
    const why =
      isList(items) || collection === undefined ? 'has another form than name, list, body' : 'goes over a list that is not known';
    const message = `"${loop}" ${why}; what it makes is not judged`;
    scope.system.problems.warn('loop-not-expanded', message, 'give the parameters that the list comes from', {
      file: scope.template.file,
      path: [],
    });
    return;
  }
  for (const text of texts) yield replace(body, variable, text ?? '', scope) as JsonObject;
}

function replace(node: Json, variable: string, text: string, scope: StackScope): Json {
  spendNode(scope);
  if (typeof node === 'string') return replaceInText(node, variable, text);
  if (isJsonList(node)) return node.map((item) => replace(item, variable, text, scope));
  if (!isObject(node)) return node;
  if (node.Ref === variable && Object.keys(node).length === 1) return text;
  const result: Record<string, Json> = {};
  for (const [name, value] of Object.entries(node))
    setOwn(result, replaceInText(name, variable, text), replace(value, variable, text, scope));
  return result;
}

function replaceInText(within: string, variable: string, text: string): string {
  if (!within.includes(`{${variable}}`)) return within;
  return within.replaceAll(`\${${variable}}`, text).replaceAll(`&{${variable}}`, text.replaceAll(/[^A-Za-z0-9]/g, ''));
}

function spendNode({ system }: StackScope): void {
  system.loopNodes += 1;
  if (system.loopNodes <= mostNodes) return;
  system.problems.fail('loop-too-large', `loops write more than ${mostNodes} values`, 'loop over fewer', system.current);
}
