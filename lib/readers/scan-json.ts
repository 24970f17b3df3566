const quote = 34;
const backslash = 92;

/** Where a child of an object or list stands: its key (or itself, in a list) and its value. */
export interface Child {
  readonly name: string | number;
  readonly at: number;
  readonly value: number;
}

/** Offset just after the string that starts at `start`. */
function skipString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === backslash) slashes += 1;
  return slashes % 2 === 1;
}

export function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return at;
}

/** Offset just after the value that starts at `start`. The text is valid JSON. */
function skipValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = skipString(text, at) - 1;
      if (depth === 0) return at + 1;
    } else if (code === 123 || code === 91) depth += 1;
    else if (code === 125 || code === 93) {
      depth -= 1;
      if (depth === 0) return at + 1;
      if (depth < 0) return at;
    } else if (depth === 0 && code === 44) return at;
  }
  return text.length;
}

/** Children of the object or list that starts at `start`, in order; linear in its length. The text is valid JSON. */
export function childrenOf(text: string, start: number): Child[] {
  const children: Child[] = [];
  const isMap = text[start] === '{';
  if (!isMap && text[start] !== '[') return children;
  let at = skipSpace(text, start + 1);
  while (at < text.length && text[at] !== '}' && text[at] !== ']') {
    let value = at;
    let name: string | number = children.length;
    if (isMap) {
      const end = skipString(text, at);
      name = JSON.parse(text.slice(at, end)) as string;
      value = skipSpace(text, skipSpace(text, end) + 1);
    }
    children.push({ name, at, value });
    at = skipSpace(text, skipValue(text, value));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return children;
}

/** Number of keys written in the text, repeated ones included. The text is valid JSON. */
export function countKeys(text: string): number {
  let keys = 0;
  for (let at = text.indexOf('"'); at !== -1 && at < text.length; at = text.indexOf('"', at)) {
    at = skipSpace(text, skipString(text, at));
    if (text.charCodeAt(at) === 58) keys += 1;
  }
  return keys;
}

/** The first key that stands twice in one object, with its second place. The text is valid JSON. */
export function findRepeatedKey(text: string): Child | undefined {
  const pending = [skipSpace(text, 0)];
  let first: Child | undefined;
  for (let start = pending.pop(); start !== undefined; start = pending.pop()) {
    const seen = new Set<string | number>();
    for (const child of childrenOf(text, start)) {
      if (seen.has(child.name) && (first === undefined || child.at < first.at)) first = child;
      seen.add(child.name);
      if (text[child.value] === '{' || text[child.value] === '[') pending.push(child.value);
    }
  }
  return first;
}
