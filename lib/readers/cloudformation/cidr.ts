import { Unknown, type Value } from '../../model';
import { isJsonList } from '../json';
import type { Intrinsic } from './intrinsic';
import { render } from './render';
import { scalarText } from './text';
import { deployed, derived } from './unknowns';

/** The function gives at most this many blocks. */
const mostBlocks = 256;

/** `Fn::Cidr`: IPv4 blocks are computed; IPv6 and unknown ones are an unknown list. */
export const cidr: Intrinsic = (argument, scope) => {
  const [block, count, bits] = (isJsonList(argument) ? argument : [argument]).map((each) => scope.evaluate(each));
  const blocks = ipv4Blocks(scalarText(block), scalarText(count), scalarText(bits) ?? '8');
  if (blocks !== undefined) return blocks;
  const symbol = `blocks ${render(block)} / ${render(count)} / ${render(bits)}`;
  const unknown = [block, count, bits].find((each) => each instanceof Unknown);
  return unknown === undefined
    ? deployed(symbol, `the blocks of ${render(block)} are known only when deployed`, true)
    : derived(symbol, unknown, true);
};

function ipv4Blocks(block: string | undefined, count: string | undefined, bits: string): readonly Value[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(block ?? '');
  const [wanted, hostBits] = [Number(count), Number(bits)];
  if (match === null || !(wanted >= 1 && wanted <= mostBlocks) || !(hostBits >= 1 && hostBits <= 32)) return undefined;
  const prefix = Number(match[5]);
  const size = 2 ** hostBits;
  const start = match.slice(1, 5).reduce((address, byte) => address * 256 + Number(byte), 0);
  const base = start - (start % 2 ** (32 - prefix));
  if (wanted * size > 2 ** (32 - prefix)) return undefined;
  return Array.from({ length: wanted }, (_, index) => `${dotted(base + index * size)}/${32 - hostBits}`);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
