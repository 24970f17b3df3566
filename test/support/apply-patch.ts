/**
 * Applies a unified difference of one file, strictly: every line it keeps or takes away must stand where it says.
 * Written for tests, from the description in the POSIX page of `patch`.
 */
export function applyPatch(before: string, patch: string): string {
  const lines = before.split('\n');
  const result: string[] = [];
  let at = 0;
  for (const line of patch.split('\n').slice(2)) {
    const start = /^@@ -(\d+),(\d+) \+/.exec(line);
    if (start !== null) {
      const first = Number(start[1]) - (start[2] === '0' ? 0 : 1);
      if (first < at) throw new Error(`hunks overlap: ${line}`);
      result.push(...lines.slice(at, first));
      at = first;
    } else if (line.startsWith('+')) result.push(line.slice(1));
    else if (line !== '') {
      if (lines[at] !== line.slice(1))
        throw new Error(`line ${at + 1} is ${JSON.stringify(lines[at])}, expected ${JSON.stringify(line)}`);
      if (line.startsWith(' ')) result.push(line.slice(1));
      at++;
    }
  }
  return [...result, ...lines.slice(at)].join('\n');
}
