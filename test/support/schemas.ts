import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv-draft-04';
import { validateXML } from 'xmllint-wasm';

/** The text of a schema of test/reporters/schemas. */
export function schemaText(name: string): string {
  return readFileSync(join(__dirname, '../reporters/schemas', name), 'utf8');
}

/** What in a value is not as a JSON schema says. */
export function jsonErrors(name: string): (value: unknown) => readonly string[] {
  const formats = {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => !/\s/.test(text) && URL.canParse(text, 'https://example.com'),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  };
  // The schema of SARIF has a pattern that only the older grammar of regular expressions takes.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats });
  const validate: ValidateFunction = ajv.compile(JSON.parse(schemaText(name)));
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

/** What in documents is not well-formed XML, or not as an XML schema says: libxml2 reads them, all in one go. */
export async function xmlErrors(documents: readonly string[], schema?: string): Promise<readonly string[]> {
  const xml = documents.map((contents, index) => ({ fileName: `report-${index}.xml`, contents }));
  const wanted = schema === undefined ? { normalization: 'format' as const } : { schema };
  const { valid, errors, rawOutput } = await validateXML({ xml, ...wanted, initialMemoryPages: 1024, maxMemoryPages: 8192 });
  return valid ? [] : errors.length > 0 ? errors.map(({ rawMessage }) => rawMessage) : [rawOutput];
}
