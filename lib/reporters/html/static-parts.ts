import { kindOf, type ResourceRef } from '../../diagnostics';
import { say } from './language';
import { html, type Markup, NOTHING } from './markup';
import type { WordKey } from './words';

/** A word of ours in English, marked so that the page can say it in another language. */
export function t(key: WordKey, n?: string | number): Markup {
  return n === undefined
    ? html`<span data-t="${key}">${say('en', key)}</span>`
    : html`<span data-t="${key}" data-n="${n}">${say('en', key, n)}</span>`;
}

/** A resource with what kind of thing it is, and where it is declared. */
export function about(resource: ResourceRef): Markup {
  const kind = kindOf(resource);
  return html`<code>${resource.path ?? resource.id}</code>${kind === undefined ? '' : ` (${kind})`} ${place(resource)}`;
}

/** Where something stands in an input. */
export function place(at: { readonly file?: string; readonly line?: number }): Markup {
  if (at.file === undefined) return NOTHING;
  return html`<code class="place">${at.file}${at.line === undefined ? '' : `:${at.line}`}</code>`;
}

/** A term and what it stands for; nothing when there is nothing. */
export function entry(key: WordKey, value: Markup | undefined): Markup {
  return value === undefined || value.markup === ''
    ? NOTHING
    : html`<div class="entry"><dt>${t(key)}</dt><dd>${value}</dd></div>`;
}

const MOST_NAMES = 12;

/** Names in a row; of a long list the first ones, and the number of the others. */
export function names(list: readonly string[]): Markup {
  const shown = list.slice(0, MOST_NAMES).map((name, index) => html`${index === 0 ? '' : ', '}<code>${name}</code>`);
  return html`${shown}${list.length > MOST_NAMES ? html` ${t('n.more', list.length - MOST_NAMES)}` : NOTHING}`;
}
