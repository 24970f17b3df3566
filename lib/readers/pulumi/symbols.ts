/**
 * Texts that stand for values which only a deployment knows. A program that is run offline is handed them, and carries
 * them through its own computations: wherever one comes out again, what it stands for is known exactly.
 */
export interface ProgramSymbol {
  /** `resource`: an output. `zone`: a zone of a list. `call`: a result of a data source. `config`: a secret setting. */
  readonly kind: 'resource' | 'zone' | 'call' | 'config';
  readonly number: number;
  readonly attribute: string;
  readonly region: string;
  readonly token: string;
  /** The symbol stands for a list of unknown length, of which it is the one member. */
  readonly list: boolean;
}

// Letters, digits and dots only, so that a symbol survives being put into URLs, paths and shell texts.
const pattern = /nospof\.(r|z|d|l|c)(\d+)\.([A-Za-z0-9]*)\.([A-Za-z0-9]*)\.end/gi;
const kinds: Readonly<Record<string, ProgramSymbol['kind']>> = { r: 'resource', z: 'zone', d: 'call', l: 'call', c: 'config' };

/** An output of the n-th registration. */
export function resourceSymbol(number: number, attribute: string): string {
  return `nospof.r${number}.${hex(attribute)}..end`;
}

/** The n-th zone of a region; of the region that the stack is in, where none is named. */
export function zoneSymbol(region: string, number: number): string {
  return `nospof.z${number}.${hex(region)}..end`;
}

/** A result of the n-th call of a data source. */
export function callSymbol(number: number, token: string, attribute: string, list: boolean): string {
  return `nospof.${list ? 'l' : 'd'}${number}.${hex(token)}.${hex(attribute)}.end`;
}

/** The value of a secret setting. */
export function configSymbol(key: string): string {
  return `nospof.c0.${hex(key)}..end`;
}

/** The text in pieces; undefined where no symbol is in it. */
export function splitAtSymbols(text: string): readonly (string | ProgramSymbol)[] | undefined {
  if (!/nospof\./i.test(text)) return undefined;
  const parts: (string | ProgramSymbol)[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole, letter = '', number = '0', first = '', second = ''] = match;
    const kind = kinds[letter.toLowerCase()];
    if (kind === undefined) continue;
    if (match.index > from) parts.push(text.slice(from, match.index));
    const one = unhex(first);
    parts.push({
      kind,
      number: Number(number),
      attribute: kind === 'call' ? unhex(second) : one,
      region: kind === 'zone' ? one : '',
      token: kind === 'call' || kind === 'config' ? one : '',
      list: letter.toLowerCase() === 'l',
    });
    from = match.index + whole.length;
  }
  if (parts.length === 0) return undefined;
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** Hexadecimal digits are the same in either case: programs like to make names lower case. */
function hex(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex');
}

function unhex(digits: string): string {
  return Buffer.from(digits.toLowerCase(), 'hex').toString('utf8');
}
