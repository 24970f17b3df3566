import type { Assessment } from '../../lib/diagnostics';
import { PLAIN_CONTEXT, reporterFor } from '../../lib/reporters';
import { aFinding, anAssessment, anUnproven, NAT_RULE } from '../support/assessments';
import { fc } from '../support/laws';
import { noisyAssessments } from '../support/noise';
import { sarifErrors } from '../support/sarif-shape';
import { jsonErrors } from '../support/schemas';

const render = (assessment: Assessment) =>
  reporterFor('sarif')(assessment, { ...PLAIN_CONTEXT, rules: [NAT_RULE], version: '1.2.3' });
const runOf = (assessment: Assessment) => JSON.parse(render(assessment)).runs[0];
const resultOf = (...changes: Parameters<typeof aFinding>) =>
  runOf(anAssessment({ findings: [aFinding(...changes)] })).results[0];

const schemaErrors = jsonErrors('sarif-2.1.0.json');

describe('the SARIF report', () => {
  it('is valid against the schema of SARIF 2.1.0, whatever the input holds', () => {
    fc.assert(fc.property(noisyAssessments, (assessment) => expect(schemaErrors(JSON.parse(render(assessment)))).toEqual([])));
  });

  it.each([
    ['a level that is none', '"level": "warning"', '"level": "serious"'],
    ['a line before the first', '"startLine": 4', '"startLine": 0'],
    ['a property that is none', '"columnKind":', '"findings": [], "columnKind":'],
    ['a place under another name', '"locations": [', '"places": ['],
    ['a version that is none', '"version": "2.1.0"', '"version": "2.2"'],
  ])('would not be valid with %s', (_, right, wrong) => {
    const log = render(anAssessment({ findings: [aFinding()] }));
    expect(log).toContain(right);
    expect(schemaErrors(JSON.parse(log.replace(right, wrong)))).not.toEqual([]);
  });

  it('is as the specification says, whatever the input holds', () => {
    fc.assert(fc.property(noisyAssessments, (assessment) => expect(sarifErrors(JSON.parse(render(assessment)))).toEqual([])));
  });

  it('points from each result to its rule, which has its help and sources', () => {
    const other = aFinding({ rule: 'group-of-one', severity: 'error' });
    const { tool, results } = runOf(anAssessment({ findings: [aFinding(), other] }));
    expect(
      results.map(({ ruleId, ruleIndex }: { ruleId: string; ruleIndex: number }) => [ruleId, tool.driver.rules[ruleIndex].id]),
    ).toEqual([
      ['nat-gateway-shared-by-zones', 'nat-gateway-shared-by-zones'],
      ['group-of-one', 'group-of-one'],
    ]);
    const rule = tool.driver.rules.find(({ id }: { id: string }) => id === NAT_RULE.id);
    expect(rule.help.markdown).toContain('**Why it matters.** A zonal NAT gateway fails with its zone.\n\n');
    expect(rule.helpUri).toBe(NAT_RULE.sources[0]);
  });

  it('shows the resource and the path that proves the finding', () => {
    const { locations, codeFlows } = resultOf();
    expect(locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'shop.yaml' },
      region: { startLine: 4, startColumn: 3 },
    });
    expect(locations[0].logicalLocations[0].fullyQualifiedName).toBe('Shop/Vpc/PublicSubnet1/NatGateway');
    const steps = codeFlows[0].threadFlows[0].locations;
    expect(steps.map(({ location }: { location: { message: { text: string } } }) => location.message.text)[0]).toBe(
      'Checkout -> PrivateSubnet2: its tasks run in this subnet',
    );
  });

  it('gives severities as levels', () => {
    expect((['error', 'warning', 'info'] as const).map((severity) => resultOf({ severity }).level)).toEqual([
      'error',
      'warning',
      'note',
    ]);
  });

  it('keeps the fingerprint when lines, folders and words change, and no other one', () => {
    const { resource } = aFinding();
    const printOf = (...changes: Parameters<typeof aFinding>) => resultOf(...changes).partialFingerprints['nospofFinding/v1'];
    const print = printOf();
    expect(
      printOf({ resource: { ...resource, line: 400, column: 9, file: 'templates/shop.yaml' }, message: 'other words' }),
    ).toBe(print);
    expect(printOf({ resource: { ...resource, id: 'NatGateway2' } })).not.toBe(print);
    expect(printOf({ rule: 'group-of-one' })).not.toBe(print);
    expect(printOf({ resource: { ...resource, file: 'mail.yaml' } })).not.toBe(print);
  });

  it('numbers findings that share rule, resource and file, so that none hides another', () => {
    const twice = [aFinding(), aFinding({ failureDomain: 'zone us-east-1#1' })];
    const prints = runOf(anAssessment({ findings: twice })).results.map(
      ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) => partialFingerprints.primaryLocationLineHash,
    );
    expect(new Set(prints).size).toBe(2);
  });

  it('suppresses what was acknowledged, with the reason', () => {
    expect(resultOf().suppressions).toBeUndefined();
    expect(resultOf({ acknowledged: { reason: 'batch only', until: '2027-03-31', by: 'mail team' } }).suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'batch only; until 2027-03-31; by mail team' },
    ]);
  });

  it('says what is unproven as a note of the run and not as a result', () => {
    const { results, invocations } = runOf(anAssessment({ unproven: [anUnproven(), anUnproven({ of: 'Mail' })] }));
    expect(results).toEqual([]);
    expect(invocations[0].toolExecutionNotifications).toHaveLength(1);
    expect(invocations[0].toolExecutionNotifications[0].message.text).toContain(
      'Tell nospof: nospof.yaml: subnets.Subnets[0].zone',
    );
  });

  it('writes files as URI references', () => {
    const uriOf = (file: string) =>
      resultOf({ resource: { ...aFinding().resource, file } }).locations[0].physicalLocation.artifactLocation.uri;
    expect(uriOf('./my stacks/shop 100%.yaml')).toBe('my%20stacks/shop%20100%25.yaml');
    expect(uriOf('stacks\\shop.yaml')).toBe('stacks/shop.yaml');
    expect(uriOf('/home/build/shop.yaml')).toBe('file:///home/build/shop.yaml');
    expect(uriOf('C:\\build\\shop.yaml')).toBe('file:///C:/build/shop.yaml');
  });

  it('doubles braces and breaks what looks like a link, as messages want it', () => {
    expect(resultOf({ message: 'see {0} and [here](http://example.com)', fix: 'x' }).message.text).toBe(
      'see {{0}} and \\[here](http://example.com). To fix it: x.',
    );
  });
});
