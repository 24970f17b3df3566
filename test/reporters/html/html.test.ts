import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Assessment } from '../../../lib/diagnostics';
import { PLAIN_CONTEXT, renderHtml, reporterFor } from '../../../lib/reporters';
import { DARK, LIGHT, type Palette } from '../../../lib/reporters/picture/palette';
import { aFinding, anAssessment, anUnproven, NAT_RULE } from '../../support/assessments';
import { fc } from '../../support/laws';
import { noisyAssessments } from '../../support/noise';
import { aFunction, aResource, aShop } from '../../support/topologies';

/** The page without what its script and style elements hold. */
const markupOf = (page: string) => page.replace(/(<(script|style)[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3');
const dataIn = (page: string, id: string) =>
  JSON.parse(new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`, 's').exec(page)![1]!);

const TAGS = [
  ...[
    'a',
    'body',
    'button',
    'circle',
    'code',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'fieldset',
    'figcaption',
    'figure',
    'footer',
    'form',
    'g',
  ],
  ...[
    'h1',
    'h2',
    'head',
    'header',
    'html',
    'input',
    'label',
    'legend',
    'li',
    'link',
    'main',
    'meta',
    'noscript',
    'ol',
    'option',
    'output',
    'p',
  ],
  ...[
    'path',
    'rect',
    'script',
    'section',
    'select',
    'span',
    'strong',
    'style',
    'summary',
    'svg',
    'table',
    'tbody',
    'td',
    'text',
    'th',
    'thead',
  ],
  ...['title', 'tr', 'ul', 'br'],
];

describe('the HTML report', () => {
  it('holds no markup but its own, whatever the input holds', () => {
    fc.assert(
      fc.property(noisyAssessments, (assessment) => {
        const page = renderHtml(assessment);
        const markup = markupOf(page);
        const tags = new Set([...markup.matchAll(/<\/?([A-Za-z][^\s/>]*)/g)].map(([, tag]) => tag));
        expect([...tags].filter((tag) => !TAGS.includes(tag ?? ''))).toEqual([]);
        expect(page.match(/<script/gi)).toHaveLength(3);
        expect(page.match(/<\/script/gi)).toHaveLength(3);
        expect(markup.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
        expect(markup).not.toMatch(/<!--/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
        expect(markup).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });

  it('carries the report as it is', () => {
    fc.assert(
      fc.property(noisyAssessments, (assessment) => {
        expect(dataIn(renderHtml(assessment), 'assessment')).toEqual(JSON.parse(JSON.stringify(assessment)));
      }),
    );
  });

  it('is the same when made from a saved JSON report', () => {
    const assessment = anAssessment({ findings: [aFinding()], unproven: [anUnproven()], topology: aShop() });
    const saved = JSON.parse(reporterFor('json')(assessment, PLAIN_CONTEXT)) as Assessment;
    expect(markupOf(renderHtml(saved))).toBe(markupOf(renderHtml(assessment)));
  });

  it('asks for nothing: no address but those of sources, and a policy that forbids the rest', () => {
    const page = renderHtml(anAssessment({ findings: [aFinding()], topology: aShop() }), { ...PLAIN_CONTEXT, rules: [NAT_RULE] });
    const markup = markupOf(page);
    expect(markup).not.toMatch(/\s(src|srcset|action|poster|data)=/);
    const links = [...markup.matchAll(/<(\w+)[^>]*\shref="([^"#][^"]*)"/g)].map(([, tag, href]) => `${tag} ${href}`);
    expect(links).toEqual(['link data:,', `a ${NAT_RULE.sources[0]}`]);
    expect(/<style>([\s\S]*?)<\/style>/.exec(page)![1]).not.toMatch(/url\(|@import|@font-face/);
    expect(page).toContain("default-src 'none'");
  });

  it('never makes a link of a source that is no web address', () => {
    const rules = [{ ...NAT_RULE, sources: ['javascript:alert(1)'] }];
    expect(renderHtml(anAssessment({ findings: [aFinding()] }), { ...PLAIN_CONTEXT, rules })).not.toContain('href="javascript:');
  });

  it('says without a script what is found, how to fix it, what is unproven and what was accepted', () => {
    const page = markupOf(
      renderHtml(
        anAssessment({
          findings: [aFinding(), aFinding({ rule: 'group-of-one', acknowledged: { reason: 'batch only', until: '2027-03-31' } })],
          unproven: [anUnproven()],
          topology: aShop(),
        }),
      ),
    );
    for (const words of [
      aFinding().message,
      aFinding().fix,
      'its tasks run in this subnet',
      'nospof.yaml: subnets.Subnets[0].zone',
      'batch only',
      '2027-03-31',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('shows the edit that repairs a finding, what it does and what it costs', () => {
    const repair = {
      edits: [
        {
          resource: aFinding().resource,
          property: ['AvailabilityMode'],
          action: 'set' as const,
          values: ['regional'],
          cdk: 'availabilityMode: {}',
        },
      ],
      effect: 'replaced' as const,
      cost: { usdPerMonth: 32.85, because: 'one NAT gateway more, $0.045 an hour', region: 'us-east-1', checked: '2026-11-01' },
    };
    const page = renderHtml(anAssessment({ findings: [aFinding({ repair })] })).replace(/<[^>]*>/g, '');
    expect(page).toContain('NatGateway1 AvailabilityMode: set to &quot;regional&quot;CDK availabilityMode: &quot;regional&quot;');
    expect(page).toContain('the resource is replaced; tried on the model');
    expect(page).toContain('about $32.85 more a month; one NAT gateway more, $0.045 an hour (us-east-1, 2026-11-01)');
  });

  it('gives every finding an address of its own that rule and resource decide', () => {
    const page = renderHtml(anAssessment({ findings: [aFinding(), aFinding({ failureDomain: 'zone us-east-1#1' })] }));
    const ids = [...page.matchAll(/<li class="finding [^"]*" id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['finding-nat-gateway-shared-by-zones:NatGateway1', 'finding-nat-gateway-shared-by-zones:NatGateway1-2']);
  });

  it('gives each id once, and points only to what is there', () => {
    const page = markupOf(renderHtml(anAssessment({ findings: [aFinding()], unproven: [anUnproven()], topology: aShop() })));
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const pointed = [...page.matchAll(/aria-labelledby="([^"]*)"/g)].map(([, id]) => id!).filter((id) => id !== 'domain-title');
    for (const id of pointed) expect(ids).toContain(id);
  });

  it('stays under two megabytes with 500 resources that all have a finding', () => {
    const resources = Array.from({ length: 500 }, (_, index) => aResource('compute', `Service${index}`, { units: 1 }));
    const findings = resources.map(({ ref }) => aFinding({ resource: ref, failureDomain: `component ${ref.id}` }));
    const functions = resources.slice(0, 100).map(({ ref }) => aFunction(ref.id));
    expect(
      Buffer.byteLength(renderHtml(anAssessment({ findings, topology: { ...aShop(), resources, functions } }))),
    ).toBeLessThan(2_000_000);
  });
});

describe('the colours', () => {
  const pairs: readonly (readonly [keyof Palette, keyof Palette, number])[] = [
    ...(['ground', 'surface', 'sunken'] as const).flatMap((under) =>
      (['ink', 'muted', 'lost', 'unproven', 'survives', 'accent'] as const).map((over) => [over, under, 4.5] as const),
    ),
    ['lost', 'lost-soft', 4.5],
    ['ink', 'lost-soft', 4.5],
    ['accent', 'accent-soft', 4.5],
    ['surface', 'lost', 4.5],
    ['surface', 'unproven', 4.5],
    ['surface', 'survives', 4.5],
    ...(['ground', 'surface', 'sunken'] as const).map((under) => ['line', under, 3] as const),
  ];

  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('reach the contrast of WCAG AA in the %s theme', (_, palette) => {
    const weak = pairs.filter(([over, under, least]) => contrast(palette[over], palette[under]) < least);
    expect(weak).toEqual([]);
  });
});

describe('the program and the style of the page', () => {
  it('are what their sources make', () => {
    const run = spawnSync(process.execPath, ['scripts/report-page.mjs', '--check'], {
      cwd: join(__dirname, '../../..'),
      encoding: 'utf8',
    });
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
  });
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
