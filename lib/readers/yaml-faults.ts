import { Fault } from './fault';

/** A syntax error of the YAML parser in plain words, with what to do about it. */
export function yamlFault(text: string, code: string, message: string, offset: number): Fault {
  const quote = /closing (['"])quote/.exec(message)?.[1];
  if (quote !== undefined) return unclosedQuote(text, quote, offset);
  const words = message.charAt(0).toLowerCase() + message.slice(1).replace(/\s*[.:]?\s*$/, '');
  return fault(words, code === 'TAB_AS_INDENT' ? 'indent with spaces' : 'correct the syntax at this place', offset);
}

/**
 * YAML ends a quoted text where a line of it stands no deeper than its key, even where the closing quote follows; some
 * parsers read on there.
 */
function unclosedQuote(text: string, quote: string, offset: number): Fault {
  const next = /\n[^\S\n]*(?=\S)/.exec(text.slice(offset));
  if (next === null || !text.slice(offset).includes(quote))
    return fault(`a text in ${quote} has no closing quote`, 'close it', offset);
  const at = offset + next.index + next[0].length;
  const line = text.slice(0, at).split('\n').length;
  const words = `a text in ${quote} goes on in line ${line}, which is not indented deeper than its key`;
  return fault(words, `indent line ${line} deeper than the key, or close the quote before it`, at);
}

function fault(words: string, hint: string, offset: number): Fault {
  return new Fault('yaml-syntax', `the text is not valid YAML: ${words}`, hint, offset);
}
