import { isList, isMap, Text, type Value } from '../model';

/** What an ARN, or the address of a container image, says of the thing that it names. */
export interface ArnText {
  readonly service: string;
  readonly region: string;
  /** The last part: `table/orders`. */
  readonly resource: string;
}

/** Stands for a part of a text that is not known. */
const GAP = '\u0001';
const ARN = /arn:[\w-]*:([\w-]+):([a-z]{2}(?:-[a-z]+)+-\d):[^:\s"]*:([^\s",]+)/g;
const IMAGE = /\.dkr\.ecr\.([a-z]{2}(?:-[a-z]+)+-\d)\.[\w.-]+\/([^\s:@",]+)/g;

/** What stands behind the name of a thing: its parts, versions, patterns, and characters that the service adds. */
const TAIL = /(?:\/\*|\/index\/.*|\/stream\/.*|-\?{6}|:?\*)$/;

/** Every ARN inside a value whose region is known. */
export function arnsIn(value: Value): readonly ArnText[] {
  if (isList(value)) return value.flatMap(arnsIn);
  if (isMap(value)) return Object.values(value).flatMap(arnsIn);
  const text = typeof value === 'string' ? value : value instanceof Text ? textOf(value) : '';
  if (!text.includes('arn:') && !text.includes('.dkr.ecr.')) return [];
  return [
    ...[...text.matchAll(ARN)].map(([, service = '', region = '', resource = '']) => ({ service, region, resource })),
    ...[...text.matchAll(IMAGE)].map(([, region = '', name]) => ({ service: 'ecr', region, resource: `repository/${name}` })),
  ];
}

function textOf({ parts }: Text): string {
  return parts.map((part) => (typeof part === 'string' ? part : GAP)).join('');
}

/** A name or ARN as it is written in a permission, without what permissions add to it. */
export function withoutTail(text: string): string {
  return text.replace(TAIL, '');
}
