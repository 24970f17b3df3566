import type { ReportContext } from '../report-context';
import { displayWidth, plain } from './plain';
import type { Style } from './style';

/** Generated templates may be one line of megabytes: this much of it is shown around the place. */
const LONGEST_LINE = 120;
const BEFORE = 40;

interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** `shop.yaml:12:3`, without what is not known. */
export function placeName(place: Place): string {
  return plain(
    [place.file, place.line, place.line === undefined ? undefined : place.column].filter((part) => part !== undefined).join(':'),
  );
}

/**
 * The source line of a place with carets below it, between two bars:
 *
 *      |
 *   412|     "ShopVpcNat9A1B": {
 *      |     ^^^^^^^^^^^^^^^^
 *
 * @param margin - columns in front of the bar, at least as many as the line number has digits
 */
export function snippet(
  place: Place,
  margin: number,
  context: ReportContext,
  style: Style,
  paint: (text: string) => string,
): readonly string[] {
  const bar = `${' '.repeat(margin)}${style.frame('|')}`;
  const source = place.line === undefined ? undefined : context.lineOf(place.file, place.line);
  if (source === undefined || place.line === undefined) return [bar];
  const from = Math.min(Math.max((place.column ?? 1) - 1, 0), source.length);
  // A place in white space (an indent that is wrong) is shown at the word behind it.
  const { text, caretAt } = cutAround(source, from + Math.max(source.slice(from).search(/\S/), 0));
  const before = shown(text.slice(0, caretAt));
  const word = shown(/^(?:"[^"]*"|'[^']*'|[^\s:,{}[\]]+|)/.exec(text.slice(caretAt))?.[0] ?? '');
  const carets = '^'.repeat(Math.max(displayWidth(word), 1));
  return [
    bar,
    `${style.frame(`${String(place.line).padStart(margin)}|`)} ${shown(text).trimEnd()}`,
    `${bar} ${' '.repeat(displayWidth(before))}${paint(carets)}`,
  ];
}

function cutAround(source: string, at: number): { readonly text: string; readonly caretAt: number } {
  if (source.length <= LONGEST_LINE) return { text: source, caretAt: at };
  const start = at <= LONGEST_LINE - BEFORE ? 0 : at - BEFORE;
  const end = Math.min(start + LONGEST_LINE, source.length);
  const head = start > 0 ? '…' : '';
  return { text: `${head}${source.slice(start, end)}${end < source.length ? '…' : ''}`, caretAt: at - start + head.length };
}

/** Source as printed: tabs are two columns, so that the caret stands where the word does on every terminal. */
function shown(text: string): string {
  return plain(text.replace(/\t/g, '  '));
}
