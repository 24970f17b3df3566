import type { Assessment } from '../../lib/diagnostics';
import { PLAIN_CONTEXT, reporterFor } from '../../lib/reporters';
import { aFinding, anAssessment } from '../support/assessments';
import { fc } from '../support/laws';
import { noisyAssessments } from '../support/noise';
import { jsonErrors } from '../support/schemas';

const render = (assessment: Assessment) => JSON.parse(reporterFor('gitlab')(assessment, PLAIN_CONTEXT));

const schemaErrors = jsonErrors('gitlab-code-quality.json');

describe('the GitLab code quality report', () => {
  it('is valid against the documented format, and a broken one is not', () => {
    fc.assert(fc.property(noisyAssessments, (assessment) => expect(schemaErrors(render(assessment))).toEqual([])));
    const [issue] = render(anAssessment({ findings: [aFinding()] }));
    for (const broken of [
      { ...issue, severity: 'error' },
      { ...issue, fingerprint: undefined },
      { ...issue, location: { path: './shop.yaml', lines: { begin: 1 } } },
      { ...issue, location: { path: 'shop.yaml' } },
    ])
      expect(schemaErrors(JSON.parse(JSON.stringify([broken])))).not.toEqual([]);
  });

  it('has what GitLab needs of every issue, whatever the input holds', () => {
    fc.assert(
      fc.property(noisyAssessments, (assessment) => {
        for (const issue of render(assessment)) {
          expect(issue).toEqual({
            type: 'issue',
            check_name: expect.stringMatching(/^[a-z-]+$/),
            description: expect.any(String),
            categories: expect.any(Array),
            severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
            fingerprint: expect.stringMatching(/^[0-9a-f]{32}(:\d+)?$/),
            location: { path: expect.any(String), lines: { begin: expect.any(Number) } },
          });
          expect(issue.location.path).not.toMatch(/^\.\/|\\/);
        }
      }),
    );
  });

  it('leaves out what was acknowledged and gives every issue a fingerprint of its own', () => {
    const findings = [
      aFinding(),
      aFinding({ failureDomain: 'zone us-east-1#1' }),
      aFinding({ acknowledged: { reason: 'batch' } }),
    ];
    const issues = render(anAssessment({ findings }));
    expect(issues).toHaveLength(2);
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(2);
  });

  it('puts an issue without a line at the first one', () => {
    const { line: _, column: __, ...resource } = aFinding().resource;
    expect(render(anAssessment({ findings: [aFinding({ resource })] }))[0].location).toEqual({
      path: 'shop.yaml',
      lines: { begin: 1 },
    });
  });
});
