/** An IPv4 block: its first address as an unsigned 32-bit number, and the prefix length. */
export interface CidrBlock {
  readonly base: number;
  /** 0 to 32. */
  readonly prefix: number;
}

const SHAPE = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** Reads `10.0.0.0/16`; undefined when it is no block or when it has bits set right of its prefix. */
export function parseCidr(text: string): CidrBlock | undefined {
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((octet) => octet > 255) || prefix > 32) return undefined;
  const base = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
  return base % sizeOf(prefix) === 0 ? { base, prefix } : undefined;
}

/** Writes a block as `10.0.0.0/16`. */
export function formatCidr({ base, prefix }: CidrBlock): string {
  return `${[24, 16, 8, 0].map((bits) => Math.floor(base / 2 ** bits) % 256).join('.')}/${prefix}`;
}

/** Addresses of a block with this prefix length. */
function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

/** The `index`-th of the equal parts that a block has when its prefix grows by `bits`. */
export function partOf(block: CidrBlock, bits: number, index: number): CidrBlock {
  const prefix = block.prefix + bits;
  return { base: block.base + index * sizeOf(prefix), prefix };
}

/** True when every address of `inner` is an address of `outer`. */
export function contains(outer: CidrBlock, inner: CidrBlock): boolean {
  return inner.prefix >= outer.prefix && inner.base >= outer.base && inner.base < outer.base + sizeOf(outer.prefix);
}

/** True when the blocks share an address. */
export function overlaps(a: CidrBlock, b: CidrBlock): boolean {
  return contains(a, b) || contains(b, a);
}
