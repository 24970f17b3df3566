/** Things that a terminal obeys instead of showing: escape sequences, control characters, direction overrides. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
const SEQUENCES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Makes words from a file safe to print on one line: no escape sequences, no control characters, no line breaks. */
export function plain(text: string): string {
  return text
    .replace(SEQUENCES, '')
    .replace(CONTROLS, '')
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ');
}

/**
 * Columns that a terminal gives to a text: two for wide East Asian characters and emoji, none for marks that combine and
 * for colours.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(SEQUENCES, '')) {
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(character)) continue;
    width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  }
  return width;
}

/** Ranges of the Unicode East Asian Width property that matter in practice (Hangul, CJK, kana, full width, emoji). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return code >= 0x1100 && WIDE.some(([first, last]) => code >= first && code <= last);
}
