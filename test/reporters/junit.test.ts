import type { Assessment } from '../../lib/diagnostics';
import { PLAIN_CONTEXT, reporterFor } from '../../lib/reporters';
import { aFinding, anAssessment, anUnproven } from '../support/assessments';
import { fc } from '../support/laws';
import { noisyAssessments } from '../support/noise';
import { schemaText, xmlErrors } from '../support/schemas';
import { aShop } from '../support/topologies';
import { elementsNamed, parseXml } from '../support/xml';

const text = (assessment: Assessment) => reporterFor('junit')(assessment, PLAIN_CONTEXT);
const render = (assessment: Assessment) => parseXml(text(assessment));
const caseOf = (assessment: Assessment) => elementsNamed(render(assessment), 'testcase')[0]!;
/** What nospof writes and nothing else; and what Jenkins reads, with the message of a skipped case that it reads too. */
const SCHEMAS = {
  ours: schemaText('junit.xsd'),
  Jenkins: schemaText('junit-jenkins.xsd').replace(
    '<xs:element name="skipped" type="xs:string"/>',
    '<xs:element name="skipped"><xs:complexType mixed="true"><xs:attribute name="message" type="xs:string"/></xs:complexType></xs:element>',
  ),
};

describe('the JUnit report', () => {
  describe.each(Object.entries(SCHEMAS))('against the schema of %s', (_, schema) => {
    it('is valid, whatever the input holds', async () => {
      const samples = fc.sample(noisyAssessments, 100);
      expect(await xmlErrors([anAssessment(), ...samples].map(text), schema)).toEqual([]);
    });

    it.each([
      ['an attribute is missing', '<testsuites><testsuite tests="0" failures="0" errors="0"/></testsuites>'],
      ['an element is unknown', '<testsuites tests="0" failures="0" errors="0"><other/></testsuites>'],
      ['the order is wrong', '<testcase name="a" classname="b"><system-out>x</system-out><skipped/></testcase>'],
      ['it is not well-formed', '<testsuites tests="0" failures="0" errors="0">'],
      ['it holds a control character', '<testcase name="a\u0007" classname="b"/>'],
    ])('is not valid when %s', async (_reason, broken) => {
      expect(await xmlErrors([broken], schema)).not.toEqual([]);
    });
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
