import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const script = join(__dirname, '../../scripts/links.mjs');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nospof-links-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is said of the links of some pages. */
function said(pages: Readonly<Record<string, string>>): readonly string[] {
  for (const [file, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { stderr, status } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  expect(status).toBe(stderr === '' ? 0 : 1);
  return stderr.split('\n').filter((line) => line !== '');
}

describe('links of the docs', () => {
  it('lead to files, folders and headings, from wherever the page stands', () => {
    expect(
      said({
        'README.md':
          '# Shop\n[guide](docs/guides/mail.md#send-a-mail), [docs](docs), [top](#shop), ![](docs/shop.svg "the shop")\n',
        'docs/guides/mail.md': '# Mail\n## Send a `mail`!\n[up](../../README.md) <a href="../shop.svg">picture</a>\n',
        'docs/shop.svg': '<svg/>',
      }),
    ).toEqual([]);
  });

  it('are named with their line when they lead to no file or to no heading', () => {
    expect(
      said({
        'README.md':
          '# Shop\n\n[guide](docs/mail.md) and [gone](docs/gone.md)\n![](shop.svg)\n[heading](docs/mail.md#sent)\n[own](#mail)\n',
        'docs/mail.md': '# Mail\n<img alt="x" src="shop.svg">\n',
      }),
    ).toEqual([
      'README.md:3: "docs/gone.md" leads to no file',
      'README.md:4: "shop.svg" leads to no file',
      'README.md:5: "docs/mail.md#sent" leads to no heading of that page',
      'README.md:6: "#mail" leads to no heading of that page',
      'docs/mail.md:2: "shop.svg" leads to no file',
    ]);
  });

  it('count headings that are there twice, and those in other scripts', () => {
    expect(said({ 'README.md': '## 한 번에\n## Mail\n## Mail\n[one](#mail) [two](#mail-1) [ko](#한-번에)\n' })).toEqual([]);
    expect(said({ 'README.md': '## Mail\n[two](#mail-1)\n' })).toHaveLength(1);
  });

  it('are not looked for in code, nor on other sites', () => {
    const code = '```md\n[a](nowhere.md)\n## Heading\n```\n';
    expect(
      said({ 'README.md': `${code}\`[b](nowhere.md)\` [c](https://example.com/nowhere#x) [d](mailto:shop@example.com)\n` }),
    ).toEqual([]);
    expect(said({ 'README.md': `${code}[e](#heading)\n` })).toEqual(['README.md:5: "#heading" leads to no heading of that page']);
  });
});
