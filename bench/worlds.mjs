#!/usr/bin/env node
/**
 * How long `--worlds all` takes where conditions are many, as ratios to judging the usual world alone, taken in one run.
 * Run after `npm run build`; nothing here gates anything.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { template } from './template.mjs';

const nospof = fileURLToPath(new URL('../dist/bin/nospof.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'nospof-bench-'));

const word = { Type: 'String', Default: 'yes', AllowedValues: ['yes', 'no'] };
const holds = (name) => ({ 'Fn::Equals': [{ Ref: name }, 'yes'] });
const either = (condition, then, otherwise) => ({ 'Fn::If': [condition, then, otherwise] });

/** Services beside each other, each with a condition for its database and one for its group. */
function services() {
  const shop = JSON.parse(template(400));
  shop.Parameters = {};
  shop.Conditions = {};
  for (const [id, { Type, Properties }] of Object.entries(shop.Resources)) {
    const property = { 'AWS::RDS::DBInstance': 'MultiAZ', 'AWS::AutoScaling::AutoScalingGroup': 'MinSize' }[Type];
    if (property === undefined) continue;
    shop.Parameters[`Spare${id}`] = word;
    shop.Conditions[`Has${id}`] = holds(`Spare${id}`);
    Properties[property] = either(`Has${id}`, Properties[property], property === 'MinSize' ? '1' : false);
  }
  return shop;
}

/** One service whose machines have a condition each: all of them meet in one function. */
function oneFunction(conditions) {
  const shop = JSON.parse(template(20));
  shop.Parameters = {};
  shop.Conditions = {};
  const members = [];
  for (let index = 0; index < conditions; index++) {
    shop.Parameters[`With${index}`] = word;
    shop.Conditions[`Has${index}`] = holds(`With${index}`);
    shop.Resources[`Machine${index}`] = {
      Type: 'AWS::EC2::Instance',
      Condition: `Has${index}`,
      Properties: { ImageId: 'ami-0123456789abcdef0', InstanceType: 'm7g.large', SubnetId: { Ref: `Subnet${index % 3}` } },
    };
    members.push(either(`Has${index}`, { Id: { Ref: `Machine${index}` } }, { Ref: 'AWS::NoValue' }));
  }
  shop.Resources.Machines = {
    Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    Properties: { VpcId: { Ref: 'Vpc' }, Protocol: 'HTTP', Port: 80, HealthCheckPath: '/health', Targets: members },
  };
  shop.Resources.MachinesListener = {
    Type: 'AWS::ElasticLoadBalancingV2::Listener',
    Properties: {
      LoadBalancerArn: { Ref: 'Balancer0' },
      Port: 8080,
      Protocol: 'HTTP',
      DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: 'Machines' } }],
    },
  };
  return shop;
}

/** Parameters that conditions ask for, each condition leading to the next. */
function chained(parameters, conditions) {
  const shop = JSON.parse(template(20));
  shop.Parameters = Object.fromEntries(Array.from({ length: parameters }, (_, index) => [`With${index}`, word]));
  shop.Conditions = { Has0: holds('With0') };
  for (let index = 1; index < conditions; index++)
    shop.Conditions[`Has${index}`] = { 'Fn::Or': [{ 'Fn::Not': [{ Condition: `Has${index - 1}` }] }, holds(`With${index}`)] };
  const settings = Object.entries(shop.Resources).filter(([, { Properties }]) => Properties !== undefined);
  for (let index = 0; index < parameters; index++) {
    const [id, { Type, Properties }] = settings[index % settings.length];
    const tag = { Key: `${id}${index}`, Value: { Ref: `With${index}` } };
    if (index < conditions && Type === 'AWS::RDS::DBInstance') Properties.MultiAZ = either(`Has${index}`, true, false);
    else if (index < conditions && Type === 'AWS::AutoScaling::AutoScalingGroup')
      Properties.MinSize = either(`Has${index}`, '3', '1');
    else if (index < conditions)
      Properties.Tags = [...(Properties.Tags ?? []), either(`Has${index}`, tag, { Ref: 'AWS::NoValue' })];
    else Properties.Tags = [...(Properties.Tags ?? []), tag];
  }
  return shop;
}

function measure(args) {
  const times = [];
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [nospof, 'check', ...args], { encoding: 'utf8' });
    if (status > 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
    if (run > 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

try {
  const systems = {
    'services beside each other': services(),
    'one function': oneFunction(60),
    'conditions that lead to one another': chained(74, 41),
  };
  console.log(
    'system                                resources  conditions   usual     all     judged    same    left   findings',
  );
  for (const [name, system] of Object.entries(systems)) {
    const file = join(folder, 'shop.json');
    writeFileSync(file, JSON.stringify(system));
    const usual = measure([file, '--quiet']);
    const report = join(folder, 'report.json');
    const all = measure([file, '--worlds', 'all', '--format', 'json', '--output', report]);
    const { summary, findings } = JSON.parse(readFileSync(report, 'utf8'));
    const { judged, same, left } = summary.worlds;
    const row = [
      name.padEnd(36),
      String(Object.keys(system.Resources).length).padStart(10),
      String(Object.keys(system.Conditions).length).padStart(11),
      `${usual.toFixed(0)} ms`.padStart(9),
      `${all.toFixed(0)} ms`.padStart(9),
      ...[judged, same, left].map((number) => String(number).padStart(7)),
      String(findings.filter(({ world }) => Object.keys(world).length > 0).length).padStart(8),
    ];
    console.log(row.join(' '));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
