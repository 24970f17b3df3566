import type { Finding } from '../../diagnostics';

/** A word for an address: letters, digits and `._:-`; other runs of characters become one dash. */
export function anchorOf(prefix: 'finding' | 'domain', name: string): string {
  return `${prefix}-${name.replace(/[^\p{L}\p{N}._:#-]+/gu, '-').replace(/#/g, '_')}`;
}

/** An address for every finding that stays while rule and resource keep their names; later namesakes are numbered. */
export function findingAnchors(findings: readonly Finding[]): readonly string[] {
  const taken = new Map<string, number>();
  return findings.map(({ rule, resource }) => {
    const anchor = anchorOf('finding', `${rule}:${resource.id}`);
    const number = (taken.get(anchor) ?? 0) + 1;
    taken.set(anchor, number);
    return number === 1 ? anchor : `${anchor}-${number}`;
  });
}
