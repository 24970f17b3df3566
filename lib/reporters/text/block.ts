import type { ReportContext } from '../report-context';
import { wrap } from './layout';
import { linked } from './link';
import { displayWidth, plain } from './plain';
import { placeName, snippet } from './snippet';
import { type Style, styleFor } from './style';

/** One diagnostic in compiler style: headline, place, source line, labelled notes. */
export interface Block {
  readonly level: keyof Style['of'];
  /** Printed for the level: `error`, `problem`, `unproven`. */
  readonly word: string;
  readonly message: string;
  /** In brackets behind the message, and what says so. */
  readonly code?: string;
  readonly source?: string;
  readonly place?: { readonly file: string; readonly line?: number; readonly column?: number };
  /** Behind the place: construct path or name. */
  readonly about?: string;
  /** Label and text; an empty label goes on with the one above. */
  readonly notes: readonly (readonly [label: string, text: string])[];
}

/** Lines of one block, without a final line break. */
export function renderBlock(block: Block, context: ReportContext): readonly string[] {
  const style = styleFor(context);
  const paint = style.of[block.level];
  const margin = Math.max(3, String(block.place?.line ?? '').length);
  return [
    ...headline(block, context, style, paint),
    ...(block.place ? [arrow(block, margin, context, style)] : []),
    ...(block.place ? snippet(block.place, margin, context, style, paint) : []),
    ...notes(block.notes, margin, style),
  ];
}

function headline(block: Block, context: ReportContext, style: Style, paint: (text: string) => string): readonly string[] {
  const code = block.code === undefined ? '' : `  ${plain(`[${block.code}]`)}`;
  const shown = linked(style.faint(code), context.addressOf && block.source);
  const [first = '', ...rest] = wrap(plain(block.message), style.width, block.word.length + 2, 2);
  const lines = [`${paint(`${block.word}:`)} ${style.strong(first)}`, ...rest.map((line) => `  ${style.strong(line)}`)];
  const last = rest.length === 0 ? block.word.length + 2 + displayWidth(first) : 2 + displayWidth(rest.at(-1) ?? '');
  if (code === '') return lines;
  // The id moves to a line of its own rather than break in the middle of a bracket.
  if (last + code.length > style.width) return [...lines, shown];
  return [...lines.slice(0, -1), `${lines.at(-1)}${shown}`];
}

function arrow({ about, place }: Block, margin: number, context: ReportContext, style: Style): string {
  const behind = about === undefined ? '' : `   ${style.faint(plain(about))}`;
  const where = place ? linked(placeName(place), context.addressOf?.(place.file)) : '';
  return `${' '.repeat(margin - 1)}${style.frame('-->')} ${where}${behind}`;
}

function notes(entries: Block['notes'], margin: number, style: Style): readonly string[] {
  const widest = Math.max(0, ...entries.map(([label]) => label.length)) + 2;
  const indent = margin + 2 + widest;
  return entries.flatMap(([label, text]) => {
    const [first, ...rest] = wrap(plain(text), style.width, indent, indent);
    const head =
      label === ''
        ? ' '.repeat(indent)
        : `${' '.repeat(margin)}${style.frame('=')} ${style.strong(`${label}:`)}${' '.repeat(widest - label.length - 1)}`;
    return [`${head}${first}`, ...rest.map((line) => `${' '.repeat(indent)}${line}`)];
  });
}
