import { Text, Unknown, type Value } from '../../model';
import type { SystemScope } from './scope';
import { concatenate, type Part } from './text';

const pattern = /\{\{resolve:[^{}]*\}\}/g;

/** Replaces `{{resolve:…}}` in the known parts of a text by unknown values; the same reference is the same symbol. */
export function dynamicReferences(value: Value, system: SystemScope): Value {
  if (typeof value === 'string') return value.includes('{{resolve:') ? concatenate(resolve(value), system) : value;
  if (!(value instanceof Text)) return value;
  const isConcerned = value.parts.some((part) => typeof part === 'string' && part.includes('{{resolve:'));
  return isConcerned
    ? concatenate(
        value.parts.flatMap((part) => (typeof part === 'string' ? resolve(part) : [part])),
        system,
      )
    : value;
}

function resolve(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const reference = match[0].slice(2, -2);
    const because = `"${match[0]}" is read when the stack is deployed`;
    parts.push(text.slice(from, match.index), new Unknown(reference, because, 'nothing in the input can fix it'));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}
