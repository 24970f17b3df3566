import { lineDifference } from '../../lib/repairs/line-difference';
import { applyPatch } from '../support/apply-patch';
import { fc, runs } from '../support/laws';

const text = fc
  .array(fc.constantFrom('Vpc:', '  Type: A', '  Type: B', '', '# note', 'Nat:'), { maxLength: 30 })
  .map((lines) => `${lines.join('\n')}\n`);

describe('lineDifference', () => {
  it('leads from one text to the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const patch = lineDifference('shop.yaml', before, after);
        expect(patch === '' ? before : applyPatch(before, patch)).toBe(after);
      }),
      runs(10),
    );
  });

  it('takes away and adds as few lines as can be', () => {
    const changed = (patch: string) => patch.split('\n').filter((line) => /^[+-](?![+-])/.test(line)).length;
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(changed(lineDifference('shop.yaml', before, after))).toBe(fewest(before, after));
      }),
      runs(2),
    );
  });

  it('says where a last line has no line break', () => {
    expect(lineDifference('shop.yaml', 'a\nb', 'a\nb\nc\n')).toBe(
      '--- shop.yaml\n+++ shop.yaml\n@@ -1,2 +1,3 @@\n a\n-b\n\\ No newline at end of file\n+b\n+c\n',
    );
  });

  it('shows three lines around a change and counts as patch does', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
    const after = [...lines.slice(0, 9), 'new', ...lines.slice(9)];
    expect(lineDifference('shop.yaml', `${lines.join('\n')}\n`, `${after.join('\n')}\n`)).toBe(
      '--- shop.yaml\n+++ shop.yaml\n@@ -7,6 +7,7 @@\n line 7\n line 8\n line 9\n+new\n line 10\n line 11\n line 12\n',
    );
  });
});

/** Lines that differ, by the table of longest common subsequences. */
function fewest(before: string, after: string): number {
  const [a, b] = [before, after].map((each) => each.split('\n').slice(0, -1)) as [string[], string[]];
  let row = new Array<number>(b.length + 1).fill(0);
  for (const line of a) {
    const next = [0];
    for (const [index, other] of b.entries()) {
      next.push(line === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return a.length + b.length - 2 * (row[b.length] ?? 0);
}
