import { readFileSync } from 'node:fs';
import { InputError, type Problem } from '../diagnostics';
import { checkFields } from './check-fields';
import type { Config } from './config';
import { FIELDS } from './fields';

/** Reads nospof.yaml from disk. @throws {InputError} the file cannot be read, or holds what {@link parseConfig} refuses */
export function readConfig(path: string): Config {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : `cannot be read (${(error as Error).message})`;
    throw new InputError([
      {
        code: 'unreadable-config',
        fatal: true,
        message: `configuration "${path}" ${why}`,
        hint: 'name a readable file with --config, or write one with "nospof init"',
      },
    ]);
  }
  return parseConfig(text, path);
}

/**
 * Turns the text of nospof.yaml into a {@link Config}.
 *
 * @param file - name for messages
 * @throws {InputError} with every fault of the file at its line and column: syntax, unknown keys, wrong values
 */
export function parseConfig(text: string, file: string): Config {
  // Most runs have no nospof.yaml and should not pay for a YAML parser.
  const yaml: typeof import('yaml') = require('yaml');
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const faults = document.errors.map((error): Problem => {
    const { line, col } = lines.linePos(error.pos[0]);
    return {
      code: 'yaml-syntax',
      fatal: true,
      message: `not readable as YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`,
      hint: 'expected one YAML map; "nospof init" in an empty folder shows one',
      at: { file, line, column: col },
    };
  });
  if (faults.length > 0) throw new InputError(faults);
  const { value, problems, positions } = checkFields(document, FIELDS, file, lines, yaml);
  if (problems.length > 0) throw new InputError(problems);
  return { ...toConfig(value as CheckedFile), file, positions };
}

/** The shape that {@link checkFields} has assured, in the spelling of the file. */
interface CheckedFile extends Partial<Omit<Config, 'failOn' | 'customerGateways' | 'objectives'>> {
  readonly 'fail-on'?: Config['failOn'];
  readonly 'customer-gateways'?: Config['customerGateways'];
  readonly objectives?: { readonly rto?: number; readonly rpo?: number };
}

function toConfig(checked: CheckedFile): Omit<Config, 'positions'> {
  const { rto, rpo } = checked.objectives ?? {};
  return {
    ...(checked.survive && { survive: checked.survive }),
    ...(checked['fail-on'] && { failOn: checked['fail-on'] }),
    ...(checked.packs && { packs: checked.packs }),
    ...(checked.egress && { egress: checked.egress }),
    roles: checked.roles ?? Object.create(null),
    subnets: checked.subnets ?? Object.create(null),
    capacity: checked.capacity ?? Object.create(null),
    customerGateways: checked['customer-gateways'] ?? Object.create(null),
    objectives: { ...(rto !== undefined && { rtoSeconds: rto }), ...(rpo !== undefined && { rpoSeconds: rpo }) },
    facts: checked.facts ?? Object.create(null),
    acknowledgements: checked.acknowledgements ?? [],
  };
}
