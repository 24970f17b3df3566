import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configJsonSchema } from '../../lib/config';

describe('docs/nospof.schema.json', () => {
  it('is the schema that the code makes', () => {
    const published = JSON.parse(readFileSync(join(__dirname, '../../docs/nospof.schema.json'), 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(configJsonSchema())));
  });
});
