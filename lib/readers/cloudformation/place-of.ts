import type { Source } from '../../model';
import { isJsonList, isObject, type Json } from '../json';
import type { StackScope } from './scope';
import type { Path } from './template';

/** Where a call stands in the template; what is evaluated now, where the call was made by a loop or a transform. */
export function placeOf(call: Json, name: string, { system, template }: StackScope): Source {
  const { current } = system;
  if (current.file !== template.file) return { file: template.file, path: [] };
  const around = current.path.reduce<Json | undefined>(childOf, template.body);
  const below = around === undefined ? undefined : pathTo(call, around);
  return below === undefined ? current : { file: current.file, path: [...current.path, ...below, name] };
}

function childOf(at: Json | undefined, step: string | number): Json | undefined {
  if (isJsonList(at ?? null)) return (at as readonly Json[])[Number(step)];
  return isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
}

function pathTo(node: Json, from: Json): Path | undefined {
  if (from === node) return [];
  const children: readonly (readonly [string | number, Json])[] = isJsonList(from)
    ? [...from.entries()]
    : isObject(from)
      ? Object.entries(from)
      : [];
  for (const [step, child] of children) {
    const below = pathTo(node, child);
    if (below !== undefined) return [step, ...below];
  }
  return undefined;
}
