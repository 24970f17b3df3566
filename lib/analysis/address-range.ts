import { BlockList, isIP } from 'node:net';

/** Whether a text is an address, of either version. */
export function isAddress(text: string): boolean {
  return isIP(text) !== 0;
}

/** Whether an address lies in a range such as `10.0.1.0/24`; false for what is no range. */
export function isWithin(address: string, range: string): boolean {
  const [base = '', bits = ''] = range.split('/');
  const family = isIP(base);
  if (family === 0 || family !== isIP(address) || !/^\d+$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128)) return false;
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(base, Number(bits), kind);
  return list.check(address, kind);
}
