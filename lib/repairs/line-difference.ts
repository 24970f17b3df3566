/** Lines kept around each change. */
const CONTEXT = 3;

interface Step {
  readonly kind: ' ' | '-' | '+';
  readonly line: string;
}

/**
 * The unified difference of two texts, as `patch -p0` takes it; empty when they are equal.
 *
 * @remarks E. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986): time grows with the lines
 * times the lines that differ, which are few here.
 */
export function lineDifference(file: string, before: string, after: string): string {
  if (before === after) return '';
  const steps = stepsBetween(linesOf(before), linesOf(after));
  const hunks = hunksOf(steps);
  return [`--- ${file}`, `+++ ${file}`, ...hunks.flat(), ''].join('\n');
}

/** How a difference says that the line above has no line break; as a part of that line it makes it another line. */
const UNENDED = '\n\\ No newline at end of file';

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  // A final line break ends the last line and starts no other.
  const last = lines.pop() ?? '';
  return last === '' ? lines : [...lines, `${last}${UNENDED}`];
}

function stepsBetween(a: readonly string[], b: readonly string[]): readonly Step[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const same = (lines: readonly string[]): readonly Step[] => lines.map((line) => ({ kind: ' ', line }));
  return [
    ...same(a.slice(0, start)),
    ...shortestScript(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end)),
  ];
}

function shortestScript(a: readonly string[], b: readonly string[]): readonly Step[] {
  const most = a.length + b.length;
  const furthest = new Map<number, number>([[1, 0]]);
  const history: ReadonlyMap<number, number>[] = [];
  for (let edits = 0; edits <= most; edits++) {
    history.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = isDown(furthest, diagonal, edits) ? at(furthest, diagonal + 1) : at(furthest, diagonal - 1) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return walkBack(a, b, history);
    }
  }
  return [];
}

function walkBack(a: readonly string[], b: readonly string[], history: readonly ReadonlyMap<number, number>[]): readonly Step[] {
  const steps: Step[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = history.length - 1; edits >= 0; edits--) {
    const furthest = history[edits] ?? new Map();
    const diagonal = x - y;
    const before = isDown(furthest, diagonal, edits) ? diagonal + 1 : diagonal - 1;
    const fromX = at(furthest, before);
    const fromY = fromX - before;
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      steps.push({ kind: ' ', line: a[--x] ?? '' });
      y--;
    }
    if (edits === 0) break;
    if (x === fromX) steps.push({ kind: '+', line: b[--y] ?? '' });
    else steps.push({ kind: '-', line: a[--x] ?? '' });
  }
  return steps.reverse();
}

function isDown(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  return diagonal === -edits || (diagonal !== edits && at(furthest, diagonal - 1) < at(furthest, diagonal + 1));
}

function at(furthest: ReadonlyMap<number, number>, diagonal: number): number {
  return furthest.get(diagonal) ?? 0;
}

function hunksOf(steps: readonly Step[]): readonly (readonly string[])[] {
  const changed = steps.flatMap(({ kind }, index) => (kind === ' ' ? [] : [index]));
  const spans: { from: number; to: number }[] = [];
  for (const index of changed) {
    const last = spans.at(-1);
    if (last !== undefined && index - last.to <= 2 * CONTEXT) last.to = index;
    else spans.push({ from: index, to: index });
  }
  return spans.map(({ from, to }) => {
    const first = Math.max(0, from - CONTEXT);
    const shown = steps.slice(first, to + CONTEXT + 1);
    const earlier = steps.slice(0, first);
    const count = (list: readonly Step[], without: Step['kind']) => list.filter(({ kind }) => kind !== without).length;
    const range = (without: Step['kind']) => {
      const length = count(shown, without);
      return `${count(earlier, without) + (length === 0 ? 0 : 1)},${length}`;
    };
    return [`@@ -${range('+')} +${range('-')} @@`, ...shown.map(({ kind, line }) => `${kind}${line}`)];
  });
}
