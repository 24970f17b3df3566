import type { ReadOptions, System } from '../model';
import type { ProgramOptions } from './pulumi/program/program-system';

export type { ProgramOptions };

/**
 * Runs the Pulumi program of a folder offline, and reads what it registers as a system.
 *
 * @throws {InputError} no project, no program, or one that throws, hangs or lacks a setting
 */
export function readProgram(folder: string, program: ProgramOptions, options: ReadOptions = {}): System {
  const { programSystem } = require('./pulumi/program/program-system') as typeof import('./pulumi/program/program-system');
  return programSystem(folder, program, options);
}
