import type { Assessment } from '../../lib/diagnostics';
import { changeReporterFor, PLAIN_CONTEXT, toChangeReport } from '../../lib/reporters';
import { aFinding, anAssessment, anUnproven, NAT_RULE } from '../support/assessments';

const old = aFinding({ rule: 'group-of-one', resource: { id: 'WebGroup', type: 'T', file: 'shop.yaml', line: 9, column: 3 } });
const gone = aFinding({ rule: 'group-of-one', resource: { id: 'MailGroup', type: 'T', file: 'mail.yaml', line: 2, column: 3 } });
const base = anAssessment({ findings: [old, gone] });
const head = anAssessment({
  findings: [aFinding(), { ...old, acknowledged: { reason: 'batch only' } }],
  unproven: [anUnproven()],
  summary: { lost: 3, survives: 183, unproven: 1 },
});
const report = (before: Assessment = base, after: Assessment = head) =>
  toChangeReport({ label: 'main (0fb0a14)', assessment: before }, { label: 'shop.yaml', assessment: after });
const context = { ...PLAIN_CONTEXT, rules: [NAT_RULE] };

describe('the text of a comparison', () => {
  it('shows in full what is brought in, and by name what is gone and what stays', () => {
    expect(changeReporterFor('text')(report(), context)).toBe(`brought in: 1 finding

warning: one NAT gateway in zone us-east-1#0 carries the egress of 3 zones  [nat-gateway-shared-by-zones]
  --> shop.yaml:4:3   Shop/Vpc/PublicSubnet1/NatGateway
   |
   = loses: egress of Catalog, Checkout, Mail (3 of 6 functions) when zone us-east-1#0 fails
   = path:  Checkout -> PrivateSubnet2 -> RouteTable2 -> NatGateway1
   = fix:   use one NAT gateway per zone, or a regional NAT gateway
   = why:   a zonal NAT gateway fails with its zone   https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html

unproven: cannot tell the zone of "Db": SubnetIds refers to parameter "Subnets", which has no default
  --> shop.yaml:7:3   Db (AWS::RDS::DBInstance)
   |
   = open: serve of Orders when zone us-east-1#1 fails
   = tell: nospof.yaml: subnets.Subnets[0].zone

taken away: 1 finding
  warning  group-of-one:MailGroup   mail.yaml:2:3

still there: 1 finding
  warning  group-of-one:WebGroup   shop.yaml:9:3   acknowledged: batch only

1 brought in, 1 taken away, 1 still there
base main (0fb0a14): 57 resources, 6 functions; 186 survive, 0 lost, 0 unproven
head shop.yaml: 57 resources, 6 functions; 183 survive, 3 lost, 1 unproven
unproven: 1 brought in, 0 taken away, 0 still there
`);
  });

  it('says what a finding weighed before', () => {
    const before = anAssessment({ findings: [aFinding({ severity: 'info' })] });
    expect(changeReporterFor('text')(report(before), context)).toContain('   = was:   info\n');
  });

  it('says what the base did not have, and none of its other problems', () => {
    const problem = { fatal: false, message: '"infra" is not in "main"', hint: 'correct the path' };
    const before = anAssessment({
      problems: [
        { ...problem, code: 'absent-path' },
        { ...problem, code: 'unused', message: 'old' },
      ],
    });
    const text = changeReporterFor('text')(report(before), context);
    expect(text).toContain('"infra" is not in "main"');
    expect(text).not.toContain('old');
  });
});

describe('the JSON of a comparison', () => {
  it('has every finding of both sides once, and the numbers of both', () => {
    const json = JSON.parse(changeReporterFor('json')(report(), context));
    expect(Object.keys(json)).toEqual([
      ...['version', 'base', 'head', 'summary', 'broughtIn', 'takenAway', 'stillThere', 'unproven', 'problems', 'acknowledged'],
    ]);
    expect(json.summary).toEqual({ broughtIn: 1, takenAway: 1, stillThere: 1, acknowledged: 0 });
    expect(json.broughtIn[0].resource.id).toBe('NatGateway1');
    expect(json.base).toMatchObject({ label: 'main (0fb0a14)', system: { survive: 'zone' }, summary: { resources: 57 } });
  });
});

describe('the Markdown of a comparison', () => {
  it('is a table of what is brought in, with the rest folded', () => {
    const markdown = changeReporterFor('markdown')(report(), context);
    expect(markdown).toContain('### nospof: 1 brought in, 1 taken away, 1 still there\n\n|  | brought in | where | fix |\n');
    expect(markdown).toContain('<br>`nat-gateway-shared-by-zones` | `Shop/Vpc/PublicSubnet1/NatGateway`<br>`shop.yaml:4` |');
    expect(markdown).toContain('<details><summary>still there: 1</summary>');
  });

  it('lets no word of a template become markup, a mention or another cell', () => {
    const message = '<script> [link](http://x) | `code` @team #12 **b**';
    const finding = aFinding({ message, resource: { id: 'a`|b', type: 'T', file: 'x|y.yaml' } });
    const markdown = changeReporterFor('markdown')(report(anAssessment(), anAssessment({ findings: [finding] })), context);
    const row = markdown.split('\n').find((line) => line.startsWith('| warning')) ?? '';
    expect(row.split(/(?<!\\)\|/)).toHaveLength(6);
    expect(row).toContain('\\<script\\> \\[link\\]\\(http:\u200b//x\\) \\| \\`code\\` @\u200bteam \\#\u200b12 \\*\\*b\\*\\*');
    expect(row).toContain("`a'\\|b`");
  });
});
