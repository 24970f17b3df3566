import type { Json } from './json';

const words: ReadonlyMap<string, boolean | null> = new Map([
  ['', null],
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

/** YAML 1.1 spellings of true and false. */
const oldWords: ReadonlyMap<string, boolean> = new Map(
  [true, false].flatMap((meaning) =>
    (meaning ? ['yes', 'on'] : ['no', 'off']).flatMap((word) =>
      [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)].map((spelling) => [spelling, meaning] as const),
    ),
  ),
);

const numeric = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

/**
 * What an unquoted scalar means.
 *
 * A number is one only when it prints as it was written, so that account ids with leading zeros, `5.10` and `0777` keep
 * their text; dates are text. `yes` and `off` are booleans in resources, where services read them so, and text elsewhere,
 * where parameters and conditions compare them as they are spelled.
 */
export function plainScalar(text: string, inResources: boolean): Json {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (numeric.test(text)) {
    const number = Number(text);
    return String(number) === text ? number : text;
  }
  return (inResources ? oldWords.get(text) : undefined) ?? text;
}
