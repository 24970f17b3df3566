import { isList, isMap, Text, type Value } from '../../model';

/** Characters of no alphabet, which JSON lets stand in a string. */
const mark = '\uE000';

/** What a text that holds JSON says, references and unknown parts in place; undefined where it is no JSON. */
export function parsedText(value: Value): Value | undefined {
  if (typeof value === 'string') return parsed(value);
  if (!(value instanceof Text)) return undefined;
  const { parts } = value;
  const found = parsed(markedText(parts));
  return found === undefined ? undefined : restored(found, parts);
}

function parsed(text: string): Value | undefined {
  try {
    const found = JSON.parse(text) as Value;
    return isList(found) || isMap(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** The text with a mark for each part that is not known: inside a string as it is, elsewhere as a string of its own. */
function markedText(parts: Text['parts']): string {
  let inString = false;
  let text = '';
  for (const [at, part] of parts.entries()) {
    if (typeof part !== 'string') {
      text += inString ? `${mark}${at}${mark}` : `"${mark}${at}${mark}"`;
      continue;
    }
    text += part;
    for (const [found] of part.matchAll(/\\.|"/gs)) if (found === '"') inString = !inString;
  }
  return text;
}

function restored(value: Value, parts: Text['parts']): Value {
  if (typeof value === 'string') {
    const pieces = value.split(mark);
    if (pieces.length === 1) return value;
    const made = pieces.map((piece, at) => (at % 2 === 0 ? piece : (parts[Number(piece)] ?? ''))).filter((part) => part !== '');
    const [only] = made;
    return made.length === 1 && only !== undefined ? only : new Text(made);
  }
  if (isList(value)) return value.map((entry) => restored(entry, parts));
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, restored(entry, parts)]));
  return value;
}
