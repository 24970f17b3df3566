import { plain } from './text/plain';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words from a file as text or attribute value of XML and HTML: no control characters, no markup, one line. */
export function escapeMarkup(text: string): string {
  return plain(text)
    .replace(UNPAIRED, '\ufffd')
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

/** Halves of characters and code points that XML 1.0 does not allow. */
const UNPAIRED = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;
