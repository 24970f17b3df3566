// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of templates are what is tested
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Reference } from '../../lib/model';
import { readSystem, readTemplates } from '../../lib/readers';
import { folderOf, problemsOf, readText } from '../support/read';

const template =
  'Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n  Subnet:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: !Ref Vpc }\n';

/** The one problem of reading a file with that content: code, message, line. */
function problemOf(content: string | Uint8Array, name = 'shop.yaml') {
  const problems = problemsOf(() => readText(content, name));
  expect(problems).toHaveLength(1);
  const [problem] = problems;
  expect(problem).toMatchObject({ fatal: true, at: { file: expect.stringContaining(name) } });
  return `${problem?.code} ${problem?.at?.line}: ${problem?.message}`;
}

describe('readSystem', () => {
  it('reads a file into resources that can be located', () => {
    const system = readText(template);
    const subnet = system.resources.get('shop/Subnet');
    expect(subnet?.properties.VpcId).toEqual(new Reference('shop/Vpc'));
    expect(system.locate(subnet!.source)).toMatchObject({ line: 4, column: 3 });
    expect(system.lineOf(subnet!.source.file, 4)).toBe('  Subnet:');
  });

  it('reads the templates of a folder as one system, by name, and passes other files over', () => {
    const folder = folderOf({
      'b.json': { Resources: { B: { Type: 'AWS::SNS::Topic' } } },
      'a.template': 'Resources: { A: { Type: "AWS::SQS::Queue" } }',
      'ci.yaml': 'on: push\njobs: {}\n',
      'chart.yaml': 'a: {{ .Values.a }}\nb: {{ x }}: 3',
      'notes.txt': 'nothing',
      'sub/c.yaml': template,
    });
    const system = readSystem([folder]);
    expect([...system.resources.keys()]).toEqual(['a/A', 'b/B']);
    expect(system.inputs).toEqual([folder]);
    expect(system.problems.map(({ code }) => code)).toEqual(['file-passed-over']);
  });

  it('reads a file once when it is given twice', () => {
    const folder = folderOf({ 'shop.yaml': template });
    expect(readSystem([folder, join(folder, 'shop.yaml'), `${folder}/./shop.yaml`]).stacks).toHaveLength(1);
  });

  it('gives stacks of equal file names different names', () => {
    const folder = folderOf({ 'eu/shop.yaml': template, 'us/shop.yaml': template, 'us/shop.yml': template });
    const names = readSystem(['eu/shop.yaml', 'us/shop.yaml', 'us/shop.yml'].map((name) => join(folder, name))).stacks.map(
      ({ name }) => name,
    );
    expect(names).toEqual(['eu.shop', 'us.shop', 'us.shop-2']);
  });

  it('takes the region that is given, else a symbol for each stack', () => {
    expect(readText(template, 'shop.yaml', { region: 'eu-west-1' }).stacks[0]?.region).toBe('eu-west-1');
    expect(readText(template).stacks[0]?.region).toBe('region of shop');
  });

  it('reads construct paths, bootstrap code and acknowledgements from metadata', () => {
    const system = readTemplates([
      {
        file: 'shop.json',
        body: {
          Resources: {
            Web: {
              Type: 'AWS::EC2::Instance',
              Metadata: {
                'aws:cdk:path': 'Shop/Web/Resource',
                'AWS::CloudFormation::Init': {
                  config: { commands: { a: { command: { 'Fn::Sub': 'curl ${Db.Endpoint}' } } } },
                },
                nospof: {
                  acknowledge: [{ rule: 'lone-instance', reason: 'demo', until: '2027-03-31', owner: 'web' }, { rule: 1 }, 'x'],
                },
              },
            },
            Db: { Type: 'AWS::RDS::DBInstance' },
          },
        },
      },
    ]);
    const web = system.resources.get('shop/Web');
    expect(web?.path).toBe('Shop/Web');
    expect(JSON.stringify(web?.bootstrap)).toContain('"attribute":"Endpoint"');
    expect(web?.acknowledged).toEqual([{ rule: 'lone-instance', reason: 'demo', until: '2027-03-31', owner: 'web' }]);
  });

  it('fails once for each file, for all of them', () => {
    const folder = folderOf({ 'a.yaml': 'a: b: c', 'b.json': '{', 'c.yaml': template });
    const problems = problemsOf(() =>
      readSystem([join(folder, 'a.yaml'), join(folder, 'b.json'), join(folder, 'c.yaml'), join(folder, 'd.yaml')]),
    );
    expect(problems.map(({ code }) => code)).toEqual(['yaml-syntax', 'json-syntax', 'no-such-file']);
  });
});

describe('bad input', () => {
  it.each([
    ['', 'empty-file 1: the file is empty'],
    ['just words', 'not-a-template 1: the file holds a string; expected a CloudFormation template'],
    ['- a\n- b', 'not-a-template 1: the file holds a list; expected a CloudFormation template'],
    ['a: 1\nb: 2', 'not-a-template 1: the file holds a map with the keys "a", "b"; expected a CloudFormation template'],
    ['AWSTemplateFormatVersion: 2010-09-09', 'no-resources 1: the template has no Resources'],
    ['AWSTemplateFormatVersion: 2010-09-09\nResources: []', 'section-shape 2: Resources is a list; expected a map'],
    [
      'Resources:\n  A: { Type: T }\n  B: 3',
      'resource-shape 3: resource "B" is a number; expected a map with Type and Properties',
    ],
    ['Resources: { A: { Type: T } }\nOutputs: 1', 'section-shape 2: Outputs is a number; expected a map'],
    ['{"Resources": {\n "A": {"Type": "T"},\n "A": {"Type": "T"}}}', 'duplicate-key 3: key "A" stands twice in one object'],
    ['{"Resources": {\n "A": {"Type"', 'json-syntax 2: the text is not valid JSON'],
    ['Resources:\n  A:\n   B: c\n  - d', 'yaml-syntax 4: the text is not valid YAML'],
    ['apiVersion: v1\nkind: Service', 'manifest-shape 2: a Service has no metadata.name'],
    ['{"format_version": "1.2", "planned_values": {}}', 'empty-plan 1: the plan has neither planned values nor resource changes'],
    ['{"format_version": "3.0", "planned_values": {}}', 'plan-version 1: the plan has format_version "3.0"; expected 0.1 to 1.x'],
    ['{"version": 3, "deployment": {}}', 'empty-export 1: the stack export holds no resources'],
    [new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]), 'not-text 1: the file is binary'],
    [new Uint8Array([0xff, 0xfe, 0x61]), 'not-text 1: the file is not UTF-16 text'],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'not-text 1: the file is an archive, as a plan file of Terraform is'],
    [
      '{"resource_changes": []}',
      'not-a-template 1: the file holds what looks like a Terraform plan without its format_version, which "terraform show -json PLANFILE" writes; expected',
    ],
    [new Uint8Array([0x61, 0xc3, 0x28]), 'not-text 1: the file is not UTF-8 text'],
    [
      'Resources:\n  A: { Type: T, Properties: { x: !Ref B } }\n  B: { Type: T, Properties: { x: !GetAtt C.y } }\n  C: { Type: T, DependsOn: A }',
      'reference-cycle 2: resources refer to each other in a circle: "A" -> "B" -> "C" -> "A"',
    ],
    [
      'Resources:\n  A: { Type: T, Properties: { x: !Sub "${A}" } }',
      'reference-cycle 2: resources refer to each other in a circle: "A" -> "A"',
    ],
  ])('%j gives one problem with its line', (content, expected) => {
    expect(problemOf(content)).toContain(expected);
  });

  it('names a path that does not exist, a folder without templates, a file that cannot be read', () => {
    const folder = folderOf({ 'empty/notes.txt': 'x', 'other/ci.yaml': 'on: push', 'locked.yaml': template });
    const messageOf = (name: string) => problemsOf(() => readSystem([join(folder, name)]))[0]?.message;
    expect(messageOf('nowhere')).toContain('nowhere" does not exist');
    expect(messageOf('empty')).toContain('holds no file that ends in .yaml, .yml, .json or .template');
    expect(messageOf('other')).toContain('holds no template; found a map with the key "on"');
    expect(problemsOf(() => readSystem([]))[0]?.code).toBe('no-input');
    chmodSync(join(folder, 'locked.yaml'), 0);
    if (process.getuid?.() !== 0) expect(messageOf('locked.yaml')).toContain('you have no right to read it');
  });

  it('refuses a link that leads nowhere and a device', () => {
    const folder = folderOf({ 'a.txt': '' });
    symlinkSync(join(folder, 'gone'), join(folder, 'link.yaml'));
    expect(problemsOf(() => readSystem([join(folder, 'link.yaml')]))[0]?.code).toBe('no-such-file');
    expect(problemsOf(() => readSystem(['/dev/zero']))[0]?.code).toBe('not-a-file');
  });

  it('refuses 50 MB without reading them', () => {
    expect(problemOf(new Uint8Array(50_000_000))).toBe(
      'file-too-large 1: the file has 50000000 bytes; at most 40000000 are read',
    );
  });

  it('refuses conditions that build on each other endlessly deep', () => {
    const Conditions: Record<string, unknown> = { C0: { 'Fn::Equals': ['a', 'a'] } };
    for (let at = 1; at < 20_000; at += 1) Conditions[`C${at}`] = { 'Fn::Not': [{ Condition: `C${at - 1}` }] };
    const body = { Conditions, Resources: { A: { Type: 'T', Condition: 'C19999' } } };
    expect(problemsOf(() => readTemplates([{ file: 'shop.json', body }]))[0]?.code).toBe('nesting-too-deep');
  });

  it('refuses loops and nested stacks that multiply', () => {
    const items = Array.from({ length: 200 }, (_, at) => `${at}`);
    const nest = (depth: number): object =>
      depth === 0
        ? { 'Q${a}${b}${c}': { Type: 'T' } }
        : { [`Fn::ForEach::L${depth}`]: ['cba'[3 - depth], items, nest(depth - 1)] };
    const loops = problemsOf(() =>
      readTemplates([{ file: 'shop.json', body: { Transform: 'AWS::LanguageExtensions', Resources: nest(3) } }]),
    );
    expect(loops[0]?.code).toBe('loop-too-large');
    const level = (next: number) => ({
      Resources: Object.fromEntries(
        items
          .slice(0, 20)
          .map((at) => [`S${at}`, { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: `l${next}.json` } }]),
      ),
    });
    const files = [0, 1, 2, 3, 4].map((at) => ({ file: `l${at}.json`, body: level(at + 1) }));
    expect(problemsOf(() => readTemplates(files))[0]?.code).toBe('too-many-stacks');
  });
});
