import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aws, Knowledge } from '../../lib/knowledge';
import { sharedFolder } from '../support/shared';

const knowledge = new Knowledge(aws);

/** Types of the reference that nospof does not know on purpose, and why; they are reported as unproven. */
const unknownOnPurpose: Readonly<Record<string, string>> = {};

/** Pseudo types of parameters and metadata keys, which no resource has. */
const noResources = /::(Authentication|Init|Interface|Designer)$|^AWS::(EC2|Route53|SSM)::\w+::\w+$|::MODULE$/;

/** Type names of resources in the text of a template, JSON or YAML. */
function typesIn(text: string): string[] {
  const found = text.matchAll(/["']?Type["']?\s*:\s*["']?((?:AWS|Alexa|AWSQS)::[A-Za-z0-9:]+)/g);
  return [...found].map(([, type]) => type as string).filter((type) => !noResources.test(type));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const unknown = (types: Iterable<string>) => [...new Set(types)].filter((type) => knowledge.of(type) === undefined).sort();

const reference = sharedFolder('reference');
reference.describeHere('the reference of failure domains', () => {
  it('is known, type by type', () => {
    const text = readFileSync(join(reference.folder, 'failure-domains.md'), 'utf8');
    const types = [...text.matchAll(/^\| \d+ \| (AWS::[A-Za-z0-9:]+)/gm)].map(([, type]) => type as string);
    expect(new Set(types).size).toBeGreaterThan(200);
    expect(unknown(types)).toEqual(Object.keys(unknownOnPurpose).sort());
  });
});

describe.each(['corpus/labelled', 'corpus/large', 'pairs'])('%s', (name) => {
  const { folder, describeHere } = sharedFolder(name);
  describeHere('templates of others', () => {
    it('use only types that are known', () => {
      const types = filesBelow(folder).flatMap((file) => typesIn(readFileSync(file, 'utf8')));
      expect(types.length).toBeGreaterThan(10);
      expect(unknown(types)).toEqual([]);
    });
  });
});
