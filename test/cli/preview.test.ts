import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { processHost } from '../../lib/cli';
import { runCommandLine } from '../support/command-line';
import { folderOf } from '../support/read';

/** A project in a folder of its own, with the packages of this repository. */
function projectOf(files: Readonly<Record<string, string>>): string {
  const folder = folderOf({ 'Pulumi.yaml': 'name: shop\nruntime: nodejs\n', ...files });
  symlinkSync(resolve(__dirname, '../../node_modules'), join(folder, 'node_modules'));
  return folder;
}

const preview = (folder: string, ...words: string[]) =>
  runCommandLine(['preview', folder, ...words], { engine: processHost().engine });

/** The report as data. */
async function report(folder: string, ...words: string[]) {
  const { code, stdout, stderr } = await preview(folder, '--format', 'json', ...words);
  return { code, stderr, ...(stdout.startsWith('{') ? JSON.parse(stdout) : {}) };
}

const imports = "const aws = require('@pulumi/aws');\nconst pulumi = require('@pulumi/pulumi');\n";

describe('nospof preview', () => {
  it('judges a JavaScript program, and keeps what the program prints out of the report', async () => {
    const folder = projectOf({
      'index.js': `${imports}console.log('hello');\nnew aws.ec2.Instance('web', { ami: 'ami-1', subnetId: 'subnet-1' });\n`,
    });
    const { code, findings, stderr } = await report(folder);
    expect(code).toBe(1);
    expect(stderr).toContain('hello');
    expect(findings).toMatchObject([{ rule: 'single-instance', resource: { id: 'web', line: 4, column: 1 } }]);
    expect(findings[0].resource.file).toMatch(/index\.js$/);
  });

  it('hands out symbols for what data sources and providers would say, and knows them again inside other texts', async () => {
    const folder = projectOf({
      'index.ts': `import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
export = async () => {
  const { names } = await aws.getAvailabilityZones();
  const image = aws.ec2.getAmiOutput({ owners: ['amazon'] });
  const vpc = new aws.ec2.Vpc('vpc', { cidrBlock: '10.0.0.0/16' });
  const subnets = names.slice(0, 2).map((availabilityZone, at) =>
    new aws.ec2.Subnet(\`s\${at}\`, { vpcId: vpc.id, cidrBlock: \`10.0.\${at}.0/24\`, availabilityZone }));
  const db = new aws.rds.Instance('db', { instanceClass: 'db.t4g.micro', engine: 'postgres', allocatedStorage: 20 });
  const template = new aws.ec2.LaunchTemplate('lt', {
    imageId: image.id,
    userData: pulumi.interpolate\`DB=postgres://\${db.address}:5432\`.apply((text) => Buffer.from(text).toString('base64')),
  });
  new aws.autoscaling.Group('web', {
    minSize: 2,
    maxSize: 4,
    vpcZoneIdentifiers: subnets.map(({ id }) => id),
    launchTemplate: { id: template.id },
  });
  return { image: image.id };
};
`,
    });
    const { findings, summary } = await report(folder);
    const found = findings.map(({ rule, resource, evidence }: { rule: string; resource: { id: string }; evidence: object[] }) => [
      rule,
      resource.id,
      evidence.length,
    ]);
    expect(found).toContainEqual(['database-without-standby', 'db', 1]);
    expect(found.map(([rule]: [string]) => rule)).not.toContain('group-in-one-zone');
    expect(summary.resources).toBe(6);
  });

  it('prints the stack trace of a program that throws, and ends with 2', async () => {
    const folder = projectOf({
      'index.ts': "import { fail } from './fail';\n\nfail('no stock');\n",
      'fail.ts': '\nexport function fail(why: string): never {\n  throw new TypeError(why);\n}\n',
    });
    const { code, stderr, stdout } = await preview(folder);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('TypeError: no stock');
    expect(stderr).toMatch(/at fail .*fail\.ts:3:9/);
    expect(stderr).toContain('error: the program threw TypeError: no stock  [program-failed]');
    expect(stderr).toMatch(/--> .*fail\.ts:3:9/);
  });

  it('says which setting is missing, and takes it from the stack or from --config', async () => {
    const program = `${imports}new aws.sqs.Queue(new pulumi.Config().require('queue'), { name: new pulumi.Config('aws').require('region') });\n`;
    const folder = projectOf({ 'index.js': program });
    const { code, stderr } = await preview(folder);
    expect(code).toBe(2);
    expect(stderr).toContain('the program needs the setting "shop:queue"');
    expect(stderr).toContain('--config queue=VALUE');
    const given = await report(folder, '--config', 'queue=mail', '--config', 'aws:region=eu-west-1');
    expect(given).toMatchObject({ code: 0, summary: { resources: 1 } });
    const stacked = projectOf({
      'index.js': program,
      'Pulumi.prod.yaml': 'config:\n  aws:region: eu-west-1\n  shop:queue:\n    secure: v1:abc\n',
    });
    expect(await report(stacked)).toMatchObject({ code: 0, summary: { resources: 1 } });
  });

  it('stops a program that does not end', async () => {
    const folder = projectOf({ 'index.js': 'for (;;) {}\n' });
    const { code, stderr } = await preview(folder, '--timeout', '2');
    expect(code).toBe(2);
    expect(stderr).toContain('the program did not end within 2 s and was stopped  [program-hangs]');
  });

  it('reads policies that programs write as text, or have made of statements', async () => {
    const program = (policy: string) => `${imports}
const role = new aws.iam.Role('role', { assumeRolePolicy: '{}' });
const search = new aws.opensearch.Domain('search', { clusterConfig: { instanceCount: 1 } });
new aws.iam.RolePolicy('may', { role: role.name, policy: ${policy} });
const code = new aws.lambda.Function('code', { role: role.arn, handler: 'index.handler', runtime: 'nodejs22.x' });
new aws.lambda.FunctionUrl('url', { functionName: code.name, authorizationType: 'NONE' });
`;
    const made = "aws.iam.getPolicyDocumentOutput({ statements: [{ actions: ['es:ESHttpGet'], resources: [search.arn] }] }).json";
    const text =
      "pulumi.jsonStringify({ Statement: { Effect: 'Allow', Action: 'es:ESHttp*', Resource: pulumi.concat(search.arn, '/*') } })";
    for (const policy of [made, text]) {
      const { findings } = await report(projectOf({ 'index.js': program(policy) }));
      expect(findings).toMatchObject([{ rule: 'database-without-standby', resource: { id: 'search' } }]);
      expect(findings[0].loses).not.toContain('search');
    }
  });

  it('calls what it cannot look into unproven', async () => {
    const program = `${imports}new pulumi.ComponentResource('awsx:ec2:Vpc', 'vpc', {}, {}, true);\nconst net = new pulumi.StackReference('shop/net/prod');\nnew aws.ec2.Instance('web', { subnetId: net.getOutput('subnet') });\n`;
    const { unknownTypes, findings } = await report(projectOf({ 'index.js': program }));
    expect(unknownTypes).toEqual({ 'awsx:ec2:Vpc': 1 });
    expect(findings).toMatchObject([{ rule: 'single-instance' }]);
  });

  it.each([
    [{ 'Pulumi.yaml': 'name: shop\nruntime: python\n' }, 'other-runtime', 'pulumi preview --json'],
    [{ 'Pulumi.yaml': 'name: shop\nruntime: nodejs\n' }, 'no-program', 'expected index.ts or index.js'],
    [{ 'index.js': '', 'Pulumi.a.yaml': '', 'Pulumi.b.yaml': '' }, 'which-stack', 'several stacks: a, b'],
  ])('refuses %j', async (files, code, words) => {
    const { code: exit, stderr } = await preview(projectOf(files));
    expect(exit).toBe(2);
    expect(stderr).toContain(`[${code}]`);
    expect(stderr).toContain(words);
  });

  it('refuses a folder without a project, and options that are no numbers', async () => {
    expect((await preview(folderOf({ 'index.js': '' }))).stderr).toContain('holds no Pulumi.yaml');
    expect((await preview('.', '--timeout', 'soon')).stderr).toContain('--timeout is "soon"');
    expect((await preview('.', '--config', '=x')).stderr).toContain('--config is "=x"');
  });
});
