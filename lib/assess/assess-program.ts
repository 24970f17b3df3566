import type { Assessment } from '../diagnostics';
import { type ProgramOptions, readProgram } from '../readers';
import { type AssessOptions, judgeSystem } from './assess';

/**
 * Runs the Pulumi program of a folder offline, and judges what it registers.
 *
 * @throws {InputError} the program cannot be run; the problems say why
 */
export function assessProgram(
  folder: string,
  program: ProgramOptions,
  options: Pick<AssessOptions, 'survive' | 'region' | 'config'>,
): Assessment {
  const system = readProgram(folder, program, options.region === undefined ? {} : { region: options.region });
  return judgeSystem(system, options);
}
