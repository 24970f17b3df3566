import { plain } from './text/plain';

/** Words from a file inside a code span, which must not be empty; in a table, a bar would end the cell. */
export function codeWords(text: string): string {
  return plain(text).replaceAll('`', "'").replaceAll('|', '\\|') || ' ';
}

/** Words from a file as text: no markup, no mention of a person, no link to an issue or a page. */
export function markdownWords(text: string): string {
  return withoutLinks(
    plain(text)
      .replace(/&/g, '&amp;')
      .replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&'),
  );
}

/** Keeps what looks like a person, an issue or an address from becoming a link. */
export function withoutLinks(text: string): string {
  return text.replace(/[@#](?=\w)|:(?=\/\/)|\bwww(?=\.)/g, '$&\u200b');
}
