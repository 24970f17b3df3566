import MarkdownIt from 'markdown-it';
import type { Assessment } from '../../lib/diagnostics';
import { PLAIN_CONTEXT, reporterFor } from '../../lib/reporters';
import { aFinding, anAssessment, anUnproven, NAT_RULE } from '../support/assessments';
import { fc } from '../support/laws';
import { noisyAssessments } from '../support/noise';

const render = (assessment: Assessment) => reporterFor('markdown')(assessment, { ...PLAIN_CONTEXT, rules: [NAT_RULE] });
/** What a reader's browser gets as markup: everything outside code spans and backslash escapes. */
const outsideCode = (markdown: string) =>
  // From left to right: a backslash inside of a code span escapes nothing.
  markdown.replace(/\\[^\w\s]|`[^`\n]*`/g, (found) => (found.startsWith('`') ? '' : '·'));

/** What a parser of GitHub's Markdown finds: addresses become links by themselves, and HTML is let through. */
function partsOf(markdown: string) {
  const parser = new MarkdownIt({ html: true, linkify: true });
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  const tokens = parser.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const html = tokens
    .filter(({ type }) => type.startsWith('html_'))
    .flatMap(({ content }) => content.match(/<\/?[a-z!][^>]*>/gi) ?? []);
  return {
    headings: tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => tag),
    links: tokens.filter(({ type }) => type === 'link_open').map((token) => token.attrGet('href')),
    others: tokens.filter(({ type }) => ['image', 'fence', 'code_block', 'hr', 'table_open', 'blockquote_open'].includes(type)),
    html,
  };
}

describe('the Markdown report', () => {
  it('is one heading, our own links and our own tags to a Markdown parser, whatever the input holds', () => {
    fc.assert(
      fc.property(noisyAssessments, (assessment) => {
        const { headings, links, others, html } = partsOf(render(assessment));
        expect(headings).toEqual(['h3']);
        expect(links.filter((href) => href !== NAT_RULE.sources[0])).toEqual([]);
        expect(others).toEqual([]);
        expect(html.filter((tag) => !/^<\/?(details|summary|b|br|code|sub)>$/.test(tag))).toEqual([]);
        for (const name of ['details', 'summary', 'b', 'code', 'sub'])
          expect(html.filter((tag) => tag === `<${name}>`).length).toBe(html.filter((tag) => tag === `</${name}>`).length);
      }),
    );
  });

  it('would be seen to be broken by a name that is not escaped', () => {
    for (const name of [
      '# Shop',
      '[x](http://shop.example)',
      '![x](y)',
      '<img src=x>',
      'see https://shop.example',
      '</details>',
    ]) {
      const parts = partsOf(`${render(anAssessment())}\n\n${name}\n`);
      expect(parts).not.toEqual(partsOf(render(anAssessment())));
    }
  });

  it('holds no markup, mention or link but its own, whatever the input holds', () => {
    fc.assert(
      fc.property(noisyAssessments, (assessment) => {
        const markup = outsideCode(render(assessment));
        const tags = [...markup.matchAll(/<\/?([a-z!][a-z-]*)/gi)].map(([, name]) => name);
        expect(
          [...new Set(tags)].filter((name) => !['details', 'summary', 'b', 'br', 'code', 'sub', 'https'].includes(name ?? '')),
        ).toEqual([]);
        expect(markup).not.toMatch(/@\w|(?<!&)#\w/);
        expect(markup.replace(/<https:[^>]*>/g, '')).not.toMatch(/:\/\//);
        for (const name of ['details', 'summary']) {
          const count = (tag: string) => markup.split(tag).length - 1;
          expect(count(`<${name}>`)).toBe(count(`</${name}>`));
        }
      }),
    );
  });

  it('begins with the verdict and folds each finding with fix, loss and path', () => {
    const report = render(
      anAssessment({
        findings: [aFinding(), aFinding({ severity: 'error' })],
        unproven: [anUnproven()],
        summary: { unproven: 2 },
      }),
    );
    expect(report.split('\n')[0]).toBe('### nospof: 1 error, 1 warning, 2 verdicts unproven for 1 reason');
    expect(report.indexOf('<b>error</b>')).toBeLessThan(report.indexOf('<b>warning</b>'));
    expect(report).toContain('**Fix:** use one NAT gateway per zone, or a regional NAT gateway\n');
    expect(report).toContain('Loses **egress** of `Catalog`, `Checkout`, `Mail` when `zone us-east-1#0` fails');
    expect(report).toContain('1. `Checkout` → `PrivateSubnet2`: its tasks run in this subnet (`shop.yaml:9`)');
    expect(report).toContain('**Tell nospof:** `nospof.yaml: subnets.Subnets[0].zone`');
  });

  it('fits into a comment, and counts what it leaves out', () => {
    const findings = Array.from({ length: 500 }, (_, index) => aFinding({ message: `finding ${index} of a long report` }));
    const report = render(anAssessment({ findings }));
    expect(report.length).toBeLessThan(65_536);
    const shown = report.split('<b>warning</b>').length - 1;
    expect(report).toContain(`… and ${500 - shown} more`);
    expect(report).toContain('under the loss of 31 failure domains');
  });

  it('says so when there is nothing, and when nothing was judged', () => {
    expect(render(anAssessment())).toContain('### nospof: no findings\n');
    expect(render(anAssessment({ summary: { functions: 0 } }))).toContain(
      '### nospof: nothing was judged, and nothing is proven: none of 57 resources',
    );
  });

  it('lists what was acknowledged with its reason', () => {
    const report = render(
      anAssessment({ findings: [aFinding({ acknowledged: { reason: 'batch only', until: '2027-03-31' } })] }),
    );
    expect(report).toContain('<summary>1 acknowledged</summary>');
    expect(report).toContain('- `nat-gateway-shared-by-zones:NatGateway1`: batch only (until 2027\\-03\\-31)');
  });
});
