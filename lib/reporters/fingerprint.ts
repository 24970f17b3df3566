import { createHash } from 'node:crypto';
import type { Finding } from '../diagnostics';

/**
 * A fingerprint for every finding that stays the same when lines move, files move to another folder, or words change: of
 * rule, resource and file name. Findings that differ in none of these (one resource lost with two zones) are numbered.
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const taken = new Map<string, number>();
  return findings.map(({ rule, resource }) => {
    const file = resource.file.split(/[\\/]/).at(-1) ?? '';
    const print = createHash('sha256')
      .update(JSON.stringify([rule, resource.id, file]))
      .digest('hex')
      .slice(0, 32);
    const number = (taken.get(print) ?? 0) + 1;
    taken.set(print, number);
    return number === 1 ? print : `${print}:${number}`;
  });
}

/** A path as services that read reports want it: forward slashes, no leading `./`. */
export function reportPath(file: string): string {
  return file.replace(/\\/g, '/').replace(/^(\.\/)+/, '');
}
