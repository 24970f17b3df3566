import { fileURLToPath } from 'node:url';
import type { ProgramPlace } from './record';

/** The innermost frame of a stack trace that is the user's own code: no package, nothing of Node, nothing of nospof. */
export function placeIn(stack: string, ours: string): ProgramPlace | undefined {
  for (const frame of stack.split('\n')) {
    const match = /^\s+at (?:.*\()?(.+?):(\d+):(\d+)\)?$/.exec(frame);
    if (match === null) continue;
    const [, where = '', line, column] = match;
    if (where.startsWith('node:') || /[/\\]node_modules[/\\]/.test(where) || where.includes('<anonymous>')) continue;
    const file = where.startsWith('file://') ? fileURLToPath(where) : where;
    if (file.startsWith(ours)) continue;
    return { file, line: Number(line), column: Number(column) };
  }
  return undefined;
}
