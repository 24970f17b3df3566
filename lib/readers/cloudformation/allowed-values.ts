import { isJsonList, type JsonObject, property } from '../json';

/** Stands for "any value that the template does not compare with". */
const OTHER = 'any-other-value';

/** Plain alternatives: `^(dev|test|prod)$`. */
const ALTERNATIVES = /^\^?\(?(?:\?:)?([\w.-]+(?:\|[\w.-]+)*)\)?\$?$/;

/** The values of a parameter where they are few and written down; undefined where they are not. */
export function listedValues(declaration: JsonObject): readonly string[] | undefined {
  const allowed = property(declaration, 'AllowedValues');
  if (isJsonList(allowed)) return allowed.map(String);
  const pattern = property(declaration, 'AllowedPattern');
  const [, words] = (typeof pattern === 'string' ? ALTERNATIVES.exec(pattern) : undefined) ?? [];
  return words?.includes('|') === true ? words.split('|') : undefined;
}

/** Whether a deployment accepts the value. */
export function isAllowed(declaration: JsonObject, value: string): boolean {
  const listed = listedValues(declaration);
  if (listed !== undefined) return listed.includes(value);
  const bound = (name: string, otherwise: number) => Number(property(declaration, name) ?? otherwise);
  if (value.length < bound('MinLength', 0) || value.length > bound('MaxLength', Number.POSITIVE_INFINITY)) return false;
  if (property(declaration, 'Type') === 'Number') {
    const number = Number(value);
    const [least, most] = [bound('MinValue', Number.NEGATIVE_INFINITY), bound('MaxValue', Number.POSITIVE_INFINITY)];
    return value.trim() !== '' && number >= least && number <= most;
  }
  return matchesPattern(declaration, value);
}

/** Patterns are those of Java; what does not compile here bounds nothing. */
function matchesPattern(declaration: JsonObject, value: string): boolean {
  const pattern = property(declaration, 'AllowedPattern');
  if (typeof pattern !== 'string') return true;
  try {
    return new RegExp(`^(?:${pattern})$`).test(value);
  } catch {
    return true;
  }
}

/** A value that stands for every one that nothing is compared with; it fits the pattern where one of a few words does. */
export function otherValue(declaration: JsonObject, compared: ReadonlySet<string>): string | undefined {
  const candidates =
    property(declaration, 'Type') === 'Number'
      ? ['7', '1', '0', '99']
      : [OTHER, 'other', 'x', 'other.example', '10.9.8.0/24', '7'];
  const fitting = candidates.find((word) => !compared.has(word) && isAllowed(declaration, word));
  // A pattern that none of the words fits has a value of its own, but for one that names a single word.
  return fitting ?? (property(declaration, 'Type') === 'Number' ? undefined : OTHER);
}
