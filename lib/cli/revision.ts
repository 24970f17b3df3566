import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, posix, relative, resolve } from 'node:path';
import { filesOf, rootFolder } from './git';
import { usageError } from './usage-error';

/** Paths of a revision as files on disk, for as long as somebody reads them. */
export interface CheckedOut {
  /** What to judge: those of the paths that the revision has. */
  readonly paths: readonly string[];
  /** Paths, as they were typed, that the revision does not have. */
  readonly absent: readonly string[];
  /** Turns the names of the files on disk, wherever they stand in a value, into those that were typed. */
  readonly relabelled: <T>(value: T) => T;
  /** The file on disk behind a name that was typed. */
  readonly fileOf: (name: string) => string;
  readonly remove: () => void;
}

/** Writes the files of a commit below the paths into a folder of their own; the working tree is left alone. */
export function checkOut(commit: string, paths: readonly string[]): CheckedOut {
  const root = rootFolder();
  const named = paths.map((path) => ({ typed: tidy(path), inside: insideOf(root, path) }));
  const files = filesOf(
    commit,
    named.map(({ inside }) => inside),
  );
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nospof-')));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (const { path, content } of files) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  } catch (error) {
    remove();
    throw error;
  }
  const isThere = ({ inside }: { readonly inside: string }) =>
    files.some(({ path }) => inside === '' || path === inside || path.startsWith(`${inside}/`));
  const onDisk = (inside: string) => slashed(join(folder, inside));
  // The longest first, so that a path within another one keeps its own name.
  const names = [...named].sort((a, b) => b.inside.length - a.inside.length);
  const relabel = (text: string): string => {
    if (!text.includes(folder) && !text.includes(slashed(folder))) return text;
    let changed = slashed(text);
    for (const { typed, inside } of names) {
      changed =
        typed === '.'
          ? changed.replaceAll(`${onDisk(inside)}/`, '').replaceAll(onDisk(inside), '.')
          : changed.replaceAll(onDisk(inside), typed);
    }
    return changed;
  };
  return {
    paths: named.filter(isThere).map(({ inside }) => onDisk(inside)),
    absent: named.filter((each) => !isThere(each)).map(({ typed }) => typed),
    relabelled: (value) => mapTexts(value, relabel),
    fileOf: (name) => {
      const within = names.find(({ typed }) => typed === '.' || name === typed || name.startsWith(`${typed}/`));
      if (within === undefined) return name;
      return join(folder, within.inside, within.typed === '.' ? name : name.slice(within.typed.length));
    },
    remove,
  };
}

/** A path from the root of the repository; empty for the root itself. */
function insideOf(root: string, path: string): string {
  // The folder may be reached through a link; git answers with its real name.
  const inside = slashed(relative(realpathSync(root), resolve(realpathSync('.'), path)));
  if (inside !== '..' && !inside.startsWith('../') && !isAbsolute(inside)) return inside;
  return usageError('outside-repository', `"${path}" is outside the repository "${root}"`, 'name paths of this repository');
}

function tidy(path: string): string {
  const tidied = posix.normalize(slashed(path));
  return tidied.length > 1 ? tidied.replace(/\/$/, '') : tidied;
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

/** The same value with every text in it changed, keys included. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  const mapped = (item: unknown): unknown => {
    if (typeof item === 'string') return change(item);
    if (Array.isArray(item)) return item.map(mapped);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, entry]) => [change(key), mapped(entry)]));
  };
  return mapped(value) as T;
}
