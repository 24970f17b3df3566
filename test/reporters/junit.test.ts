import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Assessment } from '../../lib/diagnostics';
import { PLAIN_CONTEXT, reporterFor } from '../../lib/reporters';
import { aFinding, anAssessment, anUnproven } from '../support/assessments';
import { noisyAssessments } from '../support/noise';
import { aShop } from '../support/topologies';
import { elementsNamed, parseXml } from '../support/xml';
import { schemaErrors } from '../support/xsd';

const schema = parseXml(readFileSync(join(__dirname, 'junit.xsd'), 'utf8'));
const render = (assessment: Assessment) => parseXml(reporterFor('junit')(assessment, PLAIN_CONTEXT));
const caseOf = (assessment: Assessment) => elementsNamed(render(assessment), 'testcase')[0]!;

describe('the JUnit report', () => {
  it('is valid against the schema, whatever the input holds', () => {
    fc.assert(fc.property(noisyAssessments, (assessment) => expect(schemaErrors(schema, render(assessment))).toEqual([])));
  });

  it('is not valid when an attribute is missing, an element is unknown or the order is wrong', () => {
    const broken = (text: string) => schemaErrors(schema, parseXml(text)).length;
    expect(broken('<testsuites name="x"/>')).toBeGreaterThan(0);
    expect(broken('<testsuites tests="0" failures="0" errors="0"><other/></testsuites>')).toBeGreaterThan(0);
    expect(broken('<testcase name="a" classname="b"><system-out>x</system-out><skipped/></testcase>')).toBeGreaterThan(0);
    expect(broken('<testcase name="a" classname="b" time="soon"/>')).toBeGreaterThan(0);
  });

  it('counts what it holds', () => {
    fc.assert(
      fc.property(noisyAssessments, (assessment) => {
        const root = render(assessment);
        for (const level of [root, ...elementsNamed(root, 'testsuite')]) {
          expect(Number(level.attributes.tests)).toBe(elementsNamed(level, 'testcase').length);
          expect(Number(level.attributes.failures)).toBe(elementsNamed(level, 'failure').length);
          if (level.attributes.skipped !== undefined)
            expect(Number(level.attributes.skipped)).toBe(elementsNamed(level, 'skipped').length);
        }
      }),
    );
  });

  it('fails for an error and a warning, with path and fix', () => {
    const { attributes, children } = caseOf(anAssessment({ findings: [aFinding()] }));
    expect(attributes).toMatchObject({
      classname: 'nospof.nat-gateway-shared-by-zones',
      name: 'Shop/Vpc/PublicSubnet1/NatGateway (zone us-east-1#0)',
    });
    expect(children[0]).toMatchObject({ name: 'failure', attributes: { type: 'warning', message: aFinding().message } });
    expect(children[0]!.text).toContain('Checkout -> PrivateSubnet2: its tasks run in this subnet\n');
    expect(children[0]!.text).toContain('\nfix: use one NAT gateway per zone');
  });

  it('passes for information, and skips what was acknowledged and what is unproven', () => {
    const childrenOf = (assessment: Assessment) => caseOf(assessment).children.map(({ name }) => name);
    expect(childrenOf(anAssessment({ findings: [aFinding({ severity: 'info' })] }))).toEqual(['system-out']);
    expect(childrenOf(anAssessment({ findings: [aFinding({ acknowledged: { reason: 'batch' } })] }))).toEqual([
      'skipped',
      'system-out',
    ]);
    expect(childrenOf(anAssessment({ unproven: [anUnproven()] }))).toEqual(['skipped', 'system-out']);
  });

  it('passes for each failure domain that takes nothing away, and is never empty', () => {
    const names = (assessment: Assessment) =>
      elementsNamed(render(assessment), 'testcase').map(({ attributes }) => attributes.name);
    expect(names(anAssessment({ topology: aShop() }))).toContain('zone us-east-1b: nothing is lost');
    expect(names(anAssessment())).toEqual(['6 functions under the loss of 31 failure domains']);
  });
});
