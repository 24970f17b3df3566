import { Fault } from './fault';

/** How a text of two bytes a character begins, as PowerShell writes what is redirected into a file. */
const WIDE = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** What a zip archive begins with; a plan file of Terraform is one. */
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];

/**
 * The text of a file without its byte order mark: UTF-8, or UTF-16 where the mark says so.
 *
 * @throws {Fault} binary, or neither of the two
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = WIDE.find(({ mark }) => beginsWith(bytes, mark));
  if (wide === undefined && bytes.subarray(0, 8192).includes(0)) throw binary(bytes);
  try {
    return new TextDecoder(wide?.encoding ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Fault('not-text', `the file is not ${wide === undefined ? 'UTF-8' : 'UTF-16'} text`, 'save it as UTF-8');
  }
}

function binary(bytes: Uint8Array): Fault {
  return beginsWith(bytes, ARCHIVE)
    ? new Fault(
        'not-text',
        'the file is an archive, as a plan file of Terraform is',
        'give the output of "terraform show -json FILE"',
      )
    : new Fault('not-text', 'the file is binary', 'give a template, a plan or a manifest as JSON or YAML');
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
