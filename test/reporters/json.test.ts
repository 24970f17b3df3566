import type { Assessment } from '../../lib/diagnostics';
import { PLAIN_CONTEXT, reporterFor } from '../../lib/reporters';
import { aFinding, anAssessment, anUnproven } from '../support/assessments';
import { fc } from '../support/laws';

const render = (assessment: Assessment) => reporterFor('json')(assessment, PLAIN_CONTEXT);

describe('the JSON report', () => {
  const full = anAssessment({
    findings: [aFinding({ world: { Stage: 'CODE', Prod: 'false' }, acknowledged: { reason: 'batch' } })],
    unproven: [anUnproven()],
    witnesses: [{ function: 'serve', of: 'Checkout', failureDomain: 'zone us-east-1#0', path: ['Checkout', 'Service'] }],
    unknownTypes: { 'Custom::B': 1, 'Custom::A': 2 },
    problems: [
      { code: 'unmatched-entry', fatal: false, message: 'm', hint: 'h', at: { file: 'nospof.yaml', line: 1, column: 1 } },
    ],
  });

  it('gives the assessment back when parsed', () => {
    expect(JSON.parse(render(full))).toEqual(full);
  });

  it('has its keys in the published order', () => {
    expect(Object.keys(JSON.parse(render(full)))).toEqual([
      'version',
      'system',
      'summary',
      'findings',
      'unproven',
      'witnesses',
      'topology',
      'unknownTypes',
      'problems',
    ]);
    expect(Object.keys(JSON.parse(render(full)).findings[0]).slice(0, 4)).toEqual(['rule', 'category', 'severity', 'function']);
  });

  it('is byte-equal whatever order the keys were made in', () => {
    const shuffled = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shuffled)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, shuffled(inner)]),
            )
          : value;
    expect(render(shuffled(full) as Assessment)).toBe(render(full));
  });

  it('ends with a line break and has no character that a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (noise) => {
        const assessment = anAssessment({ findings: [aFinding({ message: noise })] });
        const report = render(assessment);
        expect(JSON.parse(report)).toEqual(assessment);
        expect(report.endsWith('}\n')).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
        expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });

  it('writes user words that look like our keys in alphabetical order', () => {
    const report = render(anAssessment({ system: { inputs: [], survive: 'zone', world: { version: '1', Alpha: '2' } } }));
    expect(report).toContain('"world": {\n      "Alpha": "2",\n      "version": "1"\n    }');
  });
});
