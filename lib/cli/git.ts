import { spawnSync } from 'node:child_process';
import { usageError } from './usage-error';

/** Most bytes that git may answer with: every file below the paths of one revision. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** A regular file of a revision, or a link to one. */
export interface TreeFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly content: Buffer;
}

/** The commit that a word names; undefined when it names none, or when there is no repository here. */
export function commitOf(revision: string): string | undefined {
  if (revision === '' || revision.startsWith('-')) return undefined;
  const answer = git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  return answer === undefined ? undefined : answer.toString('utf8').trim() || undefined;
}

/** The root folder of the working tree. @throws {InputError} there is none here */
export function rootFolder(): string {
  const answer = git(['rev-parse', '--show-toplevel']);
  const root = answer?.toString('utf8').replace(/\r?\n$/, '');
  return root || usageError('no-repository', 'this folder is in no git repository', 'name folders, files or saved JSON reports');
}

/** All files of a commit below the paths, which start at the root of the repository; empty when nothing is there. */
export function filesOf(commit: string, paths: readonly string[]): readonly TreeFile[] {
  const listed = git(['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths.map((path) => (path === '' ? '.' : path))]);
  const entries = (listed?.toString('utf8') ?? '').split('\0').flatMap((line) => {
    const [, mode, kind, id, path] = /^(\d+) (\w+) ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
    if (kind !== 'blob' || path === undefined || id === undefined) return [];
    // A link is followed inside the revision; its own content would be the name of its target.
    if (mode === '120000') return path.includes('\n') ? [] : [{ path, asked: `${commit}:${path}` }];
    return [{ path, asked: id }];
  });
  if (entries.length === 0) return [];
  const answer = git(['cat-file', '--batch', '--follow-symlinks'], entries.map(({ asked }) => `${asked}\n`).join(''));
  const contents = batchOf(answer ?? Buffer.alloc(0));
  return entries.flatMap(({ path }, index) => {
    const content = contents[index];
    return content === undefined ? [] : [{ path, content }];
  });
}

/** What `cat-file --batch` answers: `<id> <kind> <size>`, a line break, the content, a line break; undefined for what is no file. */
function batchOf(answer: Buffer): readonly (Buffer | undefined)[] {
  const contents: (Buffer | undefined)[] = [];
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(0x0a, at);
    if (end < 0) break;
    const words = answer.toString('utf8', at, end).split(' ');
    const size = Number(words.at(-1));
    at = end + 1;
    // `missing` stands behind the name that was asked for and has no content.
    if (words.at(-1) === 'missing' || !Number.isSafeInteger(size)) {
      contents.push(undefined);
      continue;
    }
    contents.push(words[1] === 'blob' ? answer.subarray(at, at + size) : undefined);
    at += size + 1;
  }
  return contents;
}

/** Standard output of git; undefined when git says no. @throws {InputError} git is not installed */
function git(args: readonly string[], input?: string): Buffer | undefined {
  const { error, status, stdout } = spawnSync('git', args, {
    ...(input !== undefined && { input }),
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'],
    env: process.env,
    maxBuffer: MOST_BYTES,
    windowsHide: true,
  });
  if (error && (error as NodeJS.ErrnoException).code === 'ENOENT') {
    usageError('no-git', 'git is not installed, or not on the PATH', 'install git, or name folders, files or saved JSON reports');
  }
  if (error) throw error;
  return status === 0 ? stdout : undefined;
}
