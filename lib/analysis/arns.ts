import { isList, isMap, Text, type Value } from '../model';
import type { Subject, Subjects } from './subject';

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

/** What permissions add to the name of a thing: its parts, and characters that the service adds. */
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

/** Subjects by the ARNs that name them, and the regions in which each of them is. */
export class ArnNames {
  private readonly bearers = new Map<string, Subject[]>();
  /** Regions that something of a region is copied to, by what is copied and from where. */
  private readonly filled = new Map<string, string[]>();

  constructor(private readonly subjects: Subjects) {
    for (const subject of subjects) {
      const { arn, fills } = subject.facts;
      const name = arn === undefined ? undefined : subjects.value(subject, arn.name);
      if (arn !== undefined && typeof name === 'string') put(this.bearers, `${arn.service} ${arn.before}${name}`, [subject]);
      if (fills === undefined) continue;
      const regions = subjects.values(subject, fills.regions).filter((value) => typeof value === 'string');
      put(this.filled, `${fills.what} ${subject.resource.stack.region}`, regions);
    }
  }

  /** The subjects of all regions that an ARN may mean. */
  bearersOf({ service, resource }: ArnText): readonly Subject[] {
    return this.bearers.get(`${service} ${resource}`) ?? this.bearers.get(`${service} ${resource.replace(TAIL, '')}`) ?? [];
  }

  /** The regions that a subject or its copies are in. */
  regionsOf(subject: Subject): ReadonlySet<string> {
    const { facts, resource } = subject;
    const named = (facts.regions ?? []).flatMap((path) => this.subjects.values(subject, path));
    const copied = facts.filledBy === undefined ? [] : (this.filled.get(`${facts.filledBy} ${resource.stack.region}`) ?? []);
    return new Set([resource.stack.region, ...named.filter((value) => typeof value === 'string'), ...copied]);
  }
}

function put<T>(map: Map<string, T[]>, key: string, values: readonly T[]): void {
  const before = map.get(key);
  if (before === undefined) map.set(key, [...values]);
  else before.push(...values);
}
