import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** One group over two zones behind a load balancer, or of one instance. */
const shop = (least: number) => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Internet: { Type: AWS::EC2::InternetGateway }
  Attached: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Internet } }
  SubnetA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ""] } }
  SubnetB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [1, !GetAZs ""] } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Out: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Internet } }
  TableA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref SubnetA } }
  TableB: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref SubnetB } }
  Balancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Scheme: internet-facing, Subnets: [!Ref SubnetA, !Ref SubnetB] } }
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: { VpcId: !Ref Vpc, Protocol: HTTP, Port: 80, HealthCheckPath: /health, Matcher: { HttpCode: "200" } }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: { LoadBalancerArn: !Ref Balancer, Port: 80, Protocol: HTTP, DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Targets }] }
  Launch: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { ImageId: ami-0123456789abcdef0, InstanceType: m7g.large } } }
  WebGroup:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MinSize: "${least}"
      MaxSize: "4"
      VPCZoneIdentifier: [!Ref SubnetA, !Ref SubnetB]
      LaunchTemplate: { LaunchTemplateId: !Ref Launch, Version: !GetAtt Launch.LatestVersionNumber }
      TargetGroupARNs: [!Ref Targets]
      HealthCheckType: ELB
      HealthCheckGracePeriod: 120
`;

const root = join(__dirname, '../..');
let folder: string;
let tarball: string;

function nospof(...args: string[]) {
  const run = spawnSync(join(folder, 'node_modules/.bin/nospof'), args, { cwd: folder, encoding: 'utf8' });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nospof-packed-'));
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { cwd: root, encoding: 'utf8' }),
  );
  tarball = join(folder, filename);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(folder, 'fragile.yaml'), shop(1));
  writeFileSync(join(folder, 'sound.yaml'), shop(2));
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`], {
    cwd: folder,
    stdio: 'pipe',
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed package, installed alone', () => {
  it('brings no cloud SDK and nothing but its own dependencies', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(installed.sort()).toEqual(['nospof', ...Object.keys(dependencies)].sort());
  });

  const filesOf = (path: string) =>
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(path, join(entry.parentPath, entry.name)));
  const packed = () => join(folder, 'node_modules/nospof');

  it('holds what runs, its types and its maps, and nothing else', () => {
    const files = filesOf(packed());
    const others = files.filter((file) => !/^dist\/(bin|lib)\/.*\.(js|d\.ts|js\.map)$/.test(file));
    expect(others.sort()).toEqual(['LICENSE', 'README.ko.md', 'README.md', 'docs/nospof.schema.json', 'package.json']);
    expect(files.filter((file) => /(^|\/)(test|stacks|scripts|bench)\/|\.test\./.test(file))).toEqual([]);
    expect(files.filter((file) => file.startsWith('dist/bin/'))).toEqual(['dist/bin/nospof.js']);
    for (const file of files.filter((name) => name.endsWith('.js') && name.startsWith('dist/lib'))) {
      expect(files).toContain(`${file}.map`);
      expect(files).toContain(file.replace(/js$/, 'd.ts'));
    }
  });

  it('has maps that lead to the sources without having the files', () => {
    for (const file of filesOf(packed()).filter((name) => name.endsWith('.map'))) {
      const { sources, sourcesContent } = JSON.parse(readFileSync(join(packed(), file), 'utf8'));
      expect({ file, sources: sources.length }).toEqual({ file, sources: 1 });
      expect({ file, content: typeof sourcesContent?.[0] }).toEqual({ file, content: 'string' });
    }
  });

  it('is small', () => {
    expect(statSync(tarball).size).toBeLessThan(2_000_000);
  });

  it('is used from a program as docs/library.md says, with its types', () => {
    const page = readFileSync(join(root, 'docs/library.md'), 'utf8');
    const program = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    writeFileSync(join(folder, 'program.ts'), program);
    writeFileSync(join(folder, 'shop.yaml'), shop(1));
    const options = ['--strict', '--module', 'node16', '--target', 'es2022', '--types', 'node'];
    const compiled = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), ...options, '--typeRoots', join(root, 'node_modules/@types'), 'program.ts'],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(compiled.stdout).toBe('');
    const run = spawnSync(process.execPath, ['program.js'], { cwd: folder, encoding: 'utf8' });
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toMatch(/^group-of-one: WebGroup: .*\ntrue\n$/s);
  });

  it('exits with 0 for a system that survives its zones', () => {
    const { code, stdout, stderr } = nospof('check', 'sound.yaml');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^no findings in 14 resources/m);
  });

  it('names the group of one, and exits with 1 when warnings count', () => {
    expect(nospof('check', 'fragile.yaml').stdout).toContain('WebGroup');
    const { code, stdout } = nospof('check', 'fragile.yaml', '--format', 'json', '--fail-on', 'warning');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).findings.map((finding: { resource: { id: string } }) => finding.resource.id)).toContain('WebGroup');
  });

  it('exits with 2 for a file that is not there', () => {
    const { code, stdout, stderr } = nospof('check', 'absent.yaml');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('absent.yaml');
  });

  it('explains every rule it may report', () => {
    const ids = nospof('explain')
      .stdout.trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0] ?? '');
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids.slice(0, 3)) expect(nospof('explain', id).stdout).toContain('how it is decided');
  });

  it('does not mind a reader that stops early', () => {
    const run = spawnSync(
      'bash',
      ['-c', 'set -o pipefail; node_modules/.bin/nospof check fragile.yaml --format json | head -n 1'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    expect(run).toMatchObject({ status: 0, stdout: '{\n', stderr: '' });
  });

  const full = existsSync('/dev/full') ? it : it.skip;
  full('says so when standard output cannot be written', () => {
    const run = spawnSync('bash', ['-c', 'node_modules/.bin/nospof check sound.yaml > /dev/full'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^error: cannot write to standard output: ENOSPC[^\n]*\n$/);
  });

  it.each(['nospof', 'nospof/reporters', 'nospof/package.json'])('can require %s', (entry) => {
    const run = spawnSync(process.execPath, ['-p', `typeof require(${JSON.stringify(entry)})`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(run).toMatchObject({ status: 0, stdout: 'object\n' });
  });
});
