import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KO } from '../../lib/reporters/html/words-ko';

const page = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');
const english = page('README.md');
const korean = page('README.ko.md');

/** Code blocks without their comments, which are translated. */
const blocks = (text: string) => [...text.matchAll(/^```[\s\S]*?^```$/gm)].map(([block]) => block.replace(/ +# .*/g, ''));
const targets = (text: string) => [...text.matchAll(/\]\((?!README)([^)]+)\)/g)].map(([, target]) => target);
const marks = (text: string) => [...text.matchAll(/<!-- .* -->/g)].map(([mark]) => mark);

describe('the README in Korean', () => {
  it('shows the same commands, outputs and pictures as the English one, and leads to the same pages', () => {
    expect(blocks(korean)).toEqual(blocks(english));
    expect(marks(korean)).toEqual(marks(english));
    expect(targets(korean)).toEqual(targets(english));
  });

  it.each([
    'category.SINGLE_POINT_OF_FAILURE',
    'domains',
    'scope.component',
    'scope.zone',
    'scope.region',
    'scope.provider',
    'survives',
    'lost',
    'unproven',
    'finding',
    'acknowledged',
    'function.serve',
    'function.egress',
    'function.admin',
    'function.auxiliary',
    'function.recover',
  ] as const)('says "%s" with the word of the page', (word) => {
    expect(korean.slice(korean.indexOf('## 용어'))).toContain(KO[word]);
  });
});
