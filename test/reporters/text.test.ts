import type { Assessment } from '../../lib/diagnostics';
import { PLAIN_CONTEXT, type ReportContext, renderFindingInFull, reporterFor } from '../../lib/reporters';
import { aFinding, anAssessment, anUnproven, NAT_RULE } from '../support/assessments';
import { fc } from '../support/laws';

const SHOP = [
  'Resources:',
  '  Vpc:',
  '    Type: AWS::EC2::VPC',
  '  NatGateway1:',
  '    Type: AWS::EC2::NatGateway',
  '  Cluster:',
  '  Db:',
  '    Type: AWS::RDS::DBInstance',
];
const CONTEXT: ReportContext = {
  ...PLAIN_CONTEXT,
  lineOf: (file, line) => (file === 'shop.yaml' ? SHOP[line - 1] : undefined),
  rules: [NAT_RULE],
};

function text(assessment: Assessment, context: Partial<ReportContext> = {}): string {
  return reporterFor('text')(assessment, { ...CONTEXT, ...context });
}

describe('the text report', () => {
  it('shows place, source line, loss, path, fix and reason of a finding, and the numbers last', () => {
    const assessment = anAssessment({ findings: [aFinding()], summary: { lost: 3, survives: 183, idle: 12 } });
    expect(text(assessment)).toBe(
      `warning: one NAT gateway in zone us-east-1#0 carries the egress of 3 zones  [nat-gateway-shared-by-zones]
  --> shop.yaml:4:3   Shop/Vpc/PublicSubnet1/NatGateway
   |
  4|   NatGateway1:
   |   ^^^^^^^^^^^
   = loses: egress of Catalog, Checkout, Mail (3 of 6 functions) when zone us-east-1#0 fails
   = path:  Checkout -> PrivateSubnet2 -> RouteTable2 -> NatGateway1
   = fix:   use one NAT gateway per zone, or a regional NAT gateway
   = why:   a zonal NAT gateway fails with its zone   https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html

0 errors, 1 warning in 57 resources; 0 unproven
level zone, 6 functions under the loss of 31 failure domains: 183 survive, 3 lost, 0 unproven; no function uses 12 resources

hop by hop: nospof explain nat-gateway-shared-by-zones:NatGateway1 shop.yaml
`,
    );
  });

  it('says what it looked at when nothing is found', () => {
    expect(text(anAssessment())).toBe(
      `no findings in 57 resources, 6 functions, 31 failure domains; 0 unproven
level zone, 6 functions under the loss of 31 failure domains: 186 survive, 0 lost, 0 unproven
`,
    );
  });

  it('does not call a system proven that offers nothing', () => {
    expect(text(anAssessment({ summary: { functions: 0 } }))).toContain(
      'nothing was judged, and nothing is proven: none of 57 resources offers a function; what only configures or connects cannot be lost\n',
    );
    expect(text(anAssessment({ summary: { functions: 0 }, unknownTypes: { T: 50, U: 7 } }))).toContain(
      'nothing was judged, and nothing is proven: nospof has no facts about any of 57 resources\n',
    );
    expect(text(anAssessment({ summary: { functions: 0 }, unknownTypes: { T: 2 } }))).toContain(
      'nospof has no facts about 2 of 57 resources, and none of the others offers a function\n',
    );
  });

  it('says why nothing can fail where only the provider runs anything', () => {
    const calm = 'no single component and no single zone carries any part of it alone';
    expect(text(anAssessment({ summary: { failureDomains: 0 } }))).toContain(calm);
    expect(text(anAssessment({ summary: { failureDomains: 0, unproven: 1 } }))).not.toContain(calm);
    expect(text(anAssessment())).not.toContain(calm);
  });

  it('names some of what no function uses, with the reason', () => {
    const resource = (id: string) => ({ id, type: 'T', file: 'shop.yaml' });
    const idleResources = [
      { resource: resource('Night'), because: 'a job that ends itself' },
      ...['A', 'B', 'C'].map((id) => ({ resource: resource(id) })),
    ];
    expect(text(anAssessment({ summary: { idle: 4 }, idleResources }))).toContain(
      '; no function uses 4 resources: Night (a job that ends itself), A, B and 1 more\n',
    );
  });

  it('asks once what is open for several resources, and says what helps each', () => {
    const entry = (id: string, tell: string) =>
      anUnproven({ of: id, resource: { id, type: 'T', file: 'shop.yaml' }, because: `"${id}": no zone`, cause: 'no zone', tell });
    const report = text(
      anAssessment({ unproven: [entry('A', 'place A'), entry('B', 'place B'), entry('A', 'place A')], summary: { unproven: 7 } }),
    );
    expect(report).toContain('unproven: "A", "B": no zone\n');
    expect(report).toContain('   = tell: place A\n           place B\n');
    expect(report).toContain('; 7 verdicts unproven for 1 reason\n');
  });

  it('lists open questions that somebody lives with, and asks them no more', () => {
    const report = text(
      anAssessment({ unproven: [anUnproven({ acknowledged: { reason: 'not ours' } })], summary: { unproven: 1 } }),
    );
    expect(report).not.toContain('unproven: cannot');
    expect(report).toContain('; 1 verdict unproven for 1 reason, 1 of them accepted\n');
    expect(report).toContain('1 acknowledged:\n  unproven:Db: not ours\n');
  });

  it('tells two neighbours of one name apart, and a service that suffers from one that is lost', () => {
    const hop = { from: 'lb', to: 'lb', because: 'it is its listener', fromNoun: 'load balancer', toNoun: 'listener' };
    const report = text(
      anAssessment({ findings: [aFinding({ evidence: [hop], effect: 'degraded', source: 'https://nat.example/own' })] }),
    );
    expect(report).toContain('= path:     lb (load balancer) -> lb (listener)\n');
    expect(report).toContain('= degrades: egress of');
    expect(report).toContain('fails with its zone   https://nat.example/own\n');
  });

  it('groups what is unproven by cause and says what to tell', () => {
    const unproven = [
      anUnproven(),
      anUnproven({ failureDomain: 'zone us-east-1#2' }),
      anUnproven({ of: 'Mail' }),
      anUnproven({ function: 'egress' }),
    ];
    expect(text(anAssessment({ unproven, summary: { unproven: 4 } }))).toBe(
      `unproven: cannot tell the zone of "Db": SubnetIds refers to parameter "Subnets", which has no default
  --> shop.yaml:7:3   Db (AWS::RDS::DBInstance)
   |
  7|   Db:
   |   ^^
   = open: serve of Orders, Mail; egress of Orders when one of zone us-east-1#1, zone us-east-1#2 fails
   = tell: nospof.yaml: subnets.Subnets[0].zone

no findings in 57 resources, 6 functions, 31 failure domains; 4 verdicts unproven for 1 reason
level zone, 6 functions under the loss of 31 failure domains: 186 survive, 0 lost, 4 unproven
`,
    );
  });

  it('cuts lists at ten and counts the rest', () => {
    const names = Array.from({ length: 24 }, (_, index) => `Service${index}`);
    const report = text(
      anAssessment({ findings: [aFinding({ loses: names })], unknownTypes: Object.fromEntries(names.map((name) => [name, 1])) }),
    );
    expect(report).toContain('Service9 and 14 more (24 of 6 functions)');
    expect(report).toContain('no facts for 24 resource types: Service0, ');
    expect(report).not.toContain('Service10');
    const causes = Array.from({ length: 12 }, (_, index) => anUnproven({ because: `cause ${index}` }));
    expect(text(anAssessment({ unproven: causes }))).toContain('and 2 more reasons; --verbose shows them');
  });

  it('puts the heaviest first, and the repair that several findings share behind the first of them', () => {
    const nat = (id: string) => aFinding({ resource: { id, type: 'T', file: 'shop.yaml' } });
    const orders = aFinding({ severity: 'error', rule: 'single-point-of-failure', message: 'the orders are alone' });
    const report = text(anAssessment({ findings: [nat('NatA'), orders, nat('NatB')] }));
    const lines = report.split('\n').filter((line) => /^(?:error|warning| {3}= fix| {3}= why| {2}-->)/.test(line));
    expect(lines.map((line) => line.slice(0, 30).trimEnd())).toEqual([
      'error: the orders are alone  [',
      '  --> shop.yaml:4:3   Shop/Vpc',
      '   = fix:   use one NAT gatewa',
      'warning: one NAT gateway in zo',
      '  --> shop.yaml   NatA (T)',
      '   = fix:   use one NAT gatewa',
      '   = why:   a zonal NAT gatewa',
      'warning: one NAT gateway in zo',
      '  --> shop.yaml   NatB (T)',
    ]);
  });

  it('stops at twenty findings of one rule, and shows all of them to those who ask', () => {
    const findings = Array.from({ length: 24 }, (_, index) =>
      aFinding({ resource: { id: `Nat${index}`, type: 'T', file: 'shop.yaml' } }),
    );
    const report = text(anAssessment({ findings }));
    expect(report).toContain('\nand 4 more of nat-gateway-shared-by-zones; --verbose shows them\n');
    expect(report).not.toContain('Nat20 (T)');
    expect(text(anAssessment({ findings }), { detail: 'verbose' })).toContain('Nat23 (T)');
  });

  it('is the numbers alone for those who want it quiet', () => {
    const report = text(anAssessment({ findings: [aFinding()] }), { detail: 'quiet' });
    expect(report).toBe(
      '0 errors, 1 warning in 57 resources; 0 unproven\nlevel zone, 6 functions under the loss of 31 failure domains: 186 survive, 0 lost, 0 unproven\n',
    );
  });

  it('gives those who ask every hop, and what survives and how soon', () => {
    const witness = {
      function: 'serve',
      of: 'Checkout',
      failureDomain: 'zone us-east-1#1',
      path: ['LoadBalancer', 'Service in us-east-1#0'],
    } as const;
    const slow = { ...witness, of: 'Catalog', recoverySeconds: 95, slowest: { id: 'Catalog', because: 'fails over by DNS' } };
    const report = text(anAssessment({ findings: [aFinding()], witnesses: [witness, slow] }), { detail: 'verbose' });
    expect(report).toContain('= path:  Checkout -> PrivateSubnet2: its tasks run in this subnet   shop.yaml:9\n');
    expect(report).toContain(
      `survives: 186 pairs of function and failure domain; where a zone or more fails, in this way
  serve of Checkout when zone us-east-1#1 fails: LoadBalancer -> Service in us-east-1#0
  serve of Catalog when zone us-east-1#1 fails: LoadBalancer -> Service in us-east-1#0; back within 95 s (Catalog: fails over by DNS)
`,
    );
  });

  it('makes places and rules links where the terminal opens them, and no line longer for it', () => {
    const addressOf = (file: string) => `file:///home/shop/${file}`;
    const report = text(anAssessment({ findings: [aFinding()] }), { addressOf, width: 100 });
    expect(report).toContain('\u001b]8;;file:///home/shop/shop.yaml\u001b\\shop.yaml:4:3\u001b]8;;\u001b\\');
    expect(report).toContain(
      '\u001b]8;;https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html\u001b\\  [nat-gateway',
    );
    expect(text(anAssessment({ findings: [aFinding()] }), { addressOf: () => 'file:///a b\u0007' })).not.toContain('file:///a b');
  });

  it('names acknowledged findings with their reasons and does not count them as open', () => {
    const accepted = aFinding({ acknowledged: { reason: 'batch only', until: '2027-03-31', by: 'mail team' } });
    const report = text(anAssessment({ findings: [accepted] }));
    expect(report).toContain('no open findings in 57 resources');
    expect(report).toContain(
      '1 acknowledged:\n  nat-gateway-shared-by-zones:NatGateway1: batch only (until 2027-03-31, mail team)\n',
    );
    expect(report).not.toContain('warning:');
  });

  it('says what happens next and in which world', () => {
    const finding = aFinding({ recovery: 'failover', recoverySeconds: 95, world: { Prod: 'false' } });
    const report = text(anAssessment({ findings: [finding] }));
    expect(report).toContain('= then:  a standby takes over after 95 s\n');
    expect(report).toContain('= with:  Prod=false\n');
    const group = aFinding({ recovery: 'self-healing' });
    expect(text(anAssessment({ findings: [group] }))).toContain('= then:  recreated by itself in minutes\n');
  });

  it('puts problems of the input before the findings', () => {
    const problem = {
      code: 'unmatched-entry',
      fatal: false,
      message: '"roles.Basion" names no resource of the system; did you mean "Bastion"?',
      hint: 'correct the name',
      at: { file: 'nospof.yaml', line: 2, column: 10 },
    };
    const report = text(anAssessment({ problems: [problem], findings: [aFinding()] }));
    expect(report.startsWith('problem: "roles.Basion" names no resource')).toBe(true);
    expect(report).toContain('  --> nospof.yaml:2:10\n   |\n   = help: correct the name\n\nwarning: ');
  });

  it('shows separate chains of evidence on lines of their own', () => {
    const because = 'a reason';
    const evidence = [
      { from: 'Checkout', to: 'Db', because },
      { from: 'Mail', to: 'Queue', because },
      { from: 'Queue', to: 'Db', because },
    ];
    expect(text(anAssessment({ findings: [aFinding({ evidence })] }))).toContain(
      '   = path:  Checkout -> Db\n            Mail -> Queue -> Db\n   = fix: ',
    );
  });
});

describe('the text report on a terminal', () => {
  it('wraps under the label and never breaks a word', () => {
    const report = text(anAssessment({ findings: [aFinding()] }), { width: 60 });
    expect(report).toContain(
      '   = loses: egress of Catalog, Checkout, Mail (3 of 6\n            functions) when zone us-east-1#0 fails\n',
    );
    const wide = report.split('\n').filter((line) => line.length > 60);
    expect(wide).toEqual([`            ${NAT_RULE.sources[0]}`, expect.stringContaining('hop by hop')]);
  });

  it('colours only when asked to, and colour changes nothing else', () => {
    const assessment = anAssessment({ findings: [aFinding()], unproven: [anUnproven()] });
    const coloured = text(assessment, { colour: true });
    expect(coloured).toContain('\u001b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(text(assessment));
  });

  it('puts the caret under the word behind tabs and wide characters', () => {
    const resource = { id: 'Db', type: 'AWS::RDS::DBInstance', file: 'shop.yaml', line: 1, column: 8 };
    const report = text(anAssessment({ findings: [aFinding({ resource })] }), { lineOf: () => '\t"注文":\t"Orders"' });
    const columnsBefore = '  "XXxx":  '.length;
    expect(report).toContain(`  1|   "注文":  "Orders"\n   | ${' '.repeat(columnsBefore)}^^^^^^^^\n`);
  });

  it('shows a window of a template that is one long line', () => {
    const line = `{"Resources":{${'"Padding":{},'.repeat(400)}"Db":{"Type":"AWS::RDS::DBInstance"}}}`;
    const column = line.indexOf('"Db"') + 1;
    const resource = { id: 'Db', type: 'AWS::RDS::DBInstance', file: 'shop.json', line: 1, column };
    const report = text(anAssessment({ findings: [aFinding({ resource })] }), { lineOf: () => line });
    const [source = '', carets = ''] = report.split('\n').slice(3);
    expect(source.length).toBeLessThan(140);
    expect(source.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('"Db"');
  });
});

describe('renderFindingInFull', () => {
  it('gives every hop with its reason and place', () => {
    expect(renderFindingInFull(aFinding(), 6, CONTEXT)).toContain(
      `   = path:  Checkout -> PrivateSubnet2: its tasks run in this subnet   shop.yaml:9
            PrivateSubnet2 -> RouteTable2: route table association   shop.yaml:12
            RouteTable2 -> NatGateway1: route 0.0.0.0/0   shop.yaml:15
`,
    );
  });
});

describe('words from files', () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 30 }).map((noise) => `\u001b[31m${noise}\u001b]0;title\u0007\u202e\n`);

  it('reach the report without control characters', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (message, name, line) => {
        const resource = { id: name, type: name, file: name, line: 1, column: 1, path: name };
        const report = text(
          anAssessment({
            findings: [
              aFinding({ message, resource, loses: [name], fix: message, world: { [name]: message }, failureDomain: name }),
            ],
            unproven: [anUnproven({ because: message, tell: message, of: name, resource })],
            problems: [{ code: name, fatal: false, message, hint: message, at: { file: name, line: 1, column: 1 } }],
            unknownTypes: { [name]: 1 },
          }),
          { lineOf: () => line },
        );
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
        expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        // A line break in a word would let a template forge a line of the report.
        expect(
          report.split('\n').filter((each) => /^(error|problem|warning|info|unproven): /.test(each)).length,
        ).toBeLessThanOrEqual(3);
      }),
    );
  });
});
