import { escapeMarkup } from '../escape';

/** Text that is HTML already. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | undefined | Markup | readonly Markup[];

/** HTML with every value escaped, except those that are {@link Markup}; nothing for undefined. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.map((text, index) => text + (index < parts.length ? rendered(parts[index]) : '')).join('') };
}

/** HTML from somewhere that has escaped it. */
export function raw(markup: string): Markup {
  return { markup };
}

export const NOTHING: Markup = { markup: '' };

function rendered(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeMarkup(String(part));
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

/** Data for a script element: no `<` and no line separator, so that nothing in it can end the element or the script. */
export function scriptData(value: unknown): Markup {
  const escaped = JSON.stringify(value).replace(
    /[<>&\u2028\u2029\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return { markup: escaped };
}
