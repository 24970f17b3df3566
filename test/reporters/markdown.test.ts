import fc from 'fast-check';
import type { Assessment } from '../../lib/diagnostics';
import { PLAIN_CONTEXT, reporterFor } from '../../lib/reporters';
import { aFinding, anAssessment, anUnproven, NAT_RULE } from '../support/assessments';
import { noisyAssessments } from '../support/noise';

const render = (assessment: Assessment) => reporterFor('markdown')(assessment, { ...PLAIN_CONTEXT, rules: [NAT_RULE] });
/** What a reader's browser gets as markup: everything outside code spans and backslash escapes. */
const outsideCode = (markdown: string) => markdown.replace(/\\[^\w\s]/g, '·').replace(/`[^`\n]*`/g, '');

describe('the Markdown report', () => {
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
    const report = render(anAssessment({ findings: [aFinding(), aFinding({ severity: 'error' })], unproven: [anUnproven()] }));
    expect(report.split('\n')[0]).toBe('### nospof: 1 error, 1 warning, 1 unproven');
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
    expect(render(anAssessment({ summary: { functions: 0 } }))).toContain('### nospof: nothing was judged\n');
  });

  it('lists what was acknowledged with its reason', () => {
    const report = render(
      anAssessment({ findings: [aFinding({ acknowledged: { reason: 'batch only', until: '2027-03-31' } })] }),
    );
    expect(report).toContain('<summary>1 acknowledged</summary>');
    expect(report).toContain('- `nat-gateway-shared-by-zones:NatGateway1`: batch only (until 2027\\-03\\-31)');
  });
});
