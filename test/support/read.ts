import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { InputError, type Problem } from '../../lib/diagnostics';
import type { ReadOptions, System, Value } from '../../lib/model';
import { readSystem, readTemplates } from '../../lib/readers';

/** Reads one template held as an object; its stack is called `shop`. */
export function readBody(body: object, options: ReadOptions = {}): System {
  return readTemplates([{ file: 'shop.json', body }], options);
}

/** What a node evaluates to as a property of a resource, beside the other sections of the template. */
export function evaluated(node: unknown, sections: object = {}, options: ReadOptions = {}): Value | undefined {
  const { Resources = {}, ...rest } = sections as { Resources?: object };
  const system = readBody(
    { ...rest, Resources: { Probe: { Type: 'Test::Of::Values', Properties: { it: node } }, ...Resources } },
    options,
  );
  return system.resources.get('shop/Probe')?.properties.it;
}

/** Writes files into a new folder and gives its path. */
export function folderOf(files: Readonly<Record<string, string | object | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'nospof-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(join(folder, name), isRaw ? content : JSON.stringify(content, undefined, 1));
  }
  return folder;
}

/** Reads one file with that content. */
export function readText(content: string | Uint8Array, name = 'shop.yaml', options: ReadOptions = {}): System {
  return readSystem([join(folderOf({ [name]: content }), name)], options);
}

/** The problems that a reading ends with. */
export function problemsOf(read: () => unknown): readonly Problem[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}
