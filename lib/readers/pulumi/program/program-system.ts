import { readFileSync } from 'node:fs';
import type { ReadOptions, System } from '../../../model';
import type { GivenDocument } from '../../given-document';
import type { Json } from '../../json';
import { problemLog } from '../../problem-log';
import { withPlace } from '../../read-document';
import { systemOf } from '../../read-system';
import { type SourceTexts, sourceTexts } from '../../source-text';
import { type Project, type ProjectOptions, readProject } from './project';
import type { ProgramRecord } from './record';
import { type RunOptions, runProgram, shown } from './run-program';

/** Which stack of a project is run, and how. */
export interface ProgramOptions extends ProjectOptions, RunOptions {}

/** A program that was run, with what it registered. */
export interface ProgramRun {
  readonly folder: string;
  readonly project: Project;
  readonly record: ProgramRecord;
  readonly texts: SourceTexts;
}

/**
 * Runs the Pulumi program of a folder offline, and reads what it registers as a system.
 *
 * @throws {InputError} no project, no program, or one that throws, hangs or lacks a setting
 */
export function programSystem(folder: string, program: ProgramOptions, options: ReadOptions = {}): System {
  return systemOfRun(runProject(folder, program), options);
}

/** @throws {InputError} as {@link programSystem} */
export function runProject(folder: string, program: ProgramOptions): ProgramRun {
  const texts = sourceTexts();
  const project = withPlace(folder, texts, () => readProject(folder, program, texts));
  return { folder, project, record: runProgram(folder, project, program), texts };
}

/** Reads what a program registered. */
export function systemOfRun({ folder, project, record, texts }: ProgramRun, options: ReadOptions = {}): System {
  const resources = record.resources.flatMap((resource) => {
    if (resource === undefined) return [];
    const { place } = resource;
    return [{ ...resource, ...(place === undefined ? {} : { place: { ...place, file: shown(place.file) } }) }];
  });
  for (const file of new Set(record.resources.flatMap((resource) => resource?.place?.file ?? []))) {
    texts.add(shown(file), readFileSync(file, 'utf8'), 'program');
  }
  const { name, stack, config, entry } = project;
  const numbers = record.resources.flatMap((resource, number) => (resource === undefined ? [] : [number]));
  const body = { resources, numbers, outputs: record.outputs, config, name: `${name}-${stack}` };
  const document: GivenDocument = { file: shown(entry), format: 'pulumi-program', documents: [body as unknown as Json] };
  return systemOf([folder], [], options, texts, problemLog(texts), [document]);
}
