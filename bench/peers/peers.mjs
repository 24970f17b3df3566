/**
 * How each peer is found and run. `about` lays the rules of a tool to the planted faults, because one resource may have two
 * faults; it was written from what the tools say of the planted template, and a rule that it forgets is printed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What cfn-guard calls the machines of Node. */
const MACHINES = { x64: 'x86_64', arm64: 'aarch64' };

export const PEERS = [
  {
    name: 'nospof',
    version: ({ root }) => versionOf(root),
    run: (file, { root }) =>
      JSON.parse(output(process.execPath, [join(root, 'dist/bin/nospof.js'), 'check', file, '--format', 'json'])).findings.map(
        ({ rule, resource }) => ({ rule, resource: resource.id }),
      ),
    about: {
      'nat-gateway-shared-by-zones': 1,
      'health-check-blocked': 2,
      'group-in-one-zone': 3,
      'group-ignores-balancer-health': 4,
      'mount-target-in-one-zone': 5,
      'endpoint-in-one-zone': 6,
      'database-without-standby': 7,
      'data-without-backup': 8,
      'cache-without-replica': 9,
      'failover-record-without-secondary': 10,
    },
  },
  {
    name: 'cfn-lint',
    version: () => /cfn-lint (\S+)/.exec(output('cfn-lint', ['--version']))?.[1],
    run: (file) =>
      JSON.parse(output('cfn-lint', ['--format', 'json', file]) || '[]').map(({ Rule, Location }) => ({
        rule: Rule.Id,
        resource: Location.Path?.[1],
      })),
    about: {},
  },
  {
    name: 'cloudformation-validate',
    version: ({ root }) => versionOf(join(root, 'node_modules/aws-cdk-lib/node_modules/@aws/cloudformation-validate')),
    run: (file, { root }) => {
      const { CompositeEngine, TemplateFile } = createRequire(join(root, 'node_modules/aws-cdk-lib/package.json'))(
        '@aws/cloudformation-validate',
      );
      const engine = new CompositeEngine();
      // Its notes of severity INFO are about where identifiers come from, one or more for each resource.
      const found = engine.validateTemplate(new TemplateFile(file)).diagnostics.filter(({ severity }) => severity !== 'INFO');
      engine.free();
      return found.map(({ ruleId, entity }) => ({ rule: ruleId, resource: entity?.logicalId }));
    },
    about: {},
  },
  {
    name: 'cdk-nag',
    npm: 'cdk-nag@3.0.2',
    version: ({ packages }) => versionOf(join(packages, 'node_modules/cdk-nag')),
    run: (file, { packages }) => unique(nag(file, packages)),
    about: {
      AutoScalingGroupELBHealthCheckRequired: 4,
      'AwsSolutions-RDS3': 7,
      RDSMultiAZSupport: 7,
      'AwsSolutions-RDS13': 8,
      RDSInstanceBackupEnabled: 8,
      'AwsSolutions-AEC4': 9,
    },
  },
  {
    name: 'cfn-guard, rules of Control Tower',
    npm: '@cdklabs/cdk-validator-cfnguard@0.0.62',
    version: ({ packages }) => versionOf(join(packages, 'node_modules/@cdklabs/cdk-validator-cfnguard')),
    run: (file, { packages }) => {
      const folder = join(packages, 'node_modules/@cdklabs/cdk-validator-cfnguard');
      const guard = join(folder, 'bin', process.platform === 'darwin' ? 'macos' : 'ubuntu', MACHINES[process.arch], 'cfn-guard');
      const rules = join(folder, 'rules/control-tower/cfn-guard');
      const format = ['--output-format', 'json', '--show-summary', 'none', '--structured'];
      const [{ not_compliant }] = JSON.parse(output(guard, ['validate', '--rules', rules, '--data', file, ...format]));
      return unique(not_compliant.flatMap(({ Rule }) => resourcesIn(Rule).map((resource) => ({ rule: Rule.name, resource }))));
    },
    about: {
      autoscaling_group_elb_healthcheck_required_check: 4,
      rds_instance_multi_az_support_check: 7,
      rds_instance_backup_enabled_check: 8,
      elasticache_repl_grp_auto_failover_enabled_check: 9,
    },
  },
  {
    name: 'checkov',
    version: () => /(\d+\.\d+\.\d+)/.exec(output('checkov', ['--version']))?.[1],
    run: (file) => {
      const { results } = JSON.parse(
        output('checkov', ['--file', file, '--framework', 'cloudformation', '--output', 'json', '--quiet']),
      );
      return results.failed_checks.map(({ check_id, resource }) => ({ rule: check_id, resource: resource.split('.').at(-1) }));
    },
    about: { CKV_AWS_157: 7 },
  },
];

/** All packs of cdk-nag over a template that the CDK includes. */
function nag(file, packages) {
  const load = createRequire(join(packages, 'node_modules/cdk-nag/package.json'));
  const { App, CfnResource, Stack } = load('aws-cdk-lib');
  const { CfnInclude } = load('aws-cdk-lib/cloudformation-include');
  const packs = load('./lib/index.js');
  const app = new App();
  const stack = new Stack(app, 'pair');
  new CfnInclude(stack, 'template', { templateFile: file });
  const idOf = new Map(
    stack.node
      .findAll()
      .filter(CfnResource.isCfnResource)
      .map((each) => [each.node.path, each.node.id]),
  );
  return Object.entries(packs)
    .filter(([name]) => name.endsWith('Checks'))
    .flatMap(([, Pack]) => new Pack(app).validateScope(stack).violations)
    .flatMap(({ ruleName, violatingResources, violatingConstructs }) =>
      (violatingConstructs ?? violatingResources).map((each) => ({
        // A rule of a standard stands in several packs, under the name of each, and is one rule here.
        rule: ruleName.replace(/^(HIPAA|NIST|PCI|Serverless)[^-]*-/, ''),
        resource: idOf.get(each.constructPath) ?? each.resourceLogicalId,
      })),
    );
}

/** The resources that a result of cfn-guard points at, wherever in it. */
function resourcesIn(result) {
  if (typeof result === 'string') return /^\/Resources\/([^/]+)/.exec(result)?.slice(1) ?? [];
  return result !== null && typeof result === 'object' ? Object.values(result).flatMap(resourcesIn) : [];
}

function unique(findings) {
  return [...new Map(findings.map((finding) => [`${finding.rule} ${finding.resource}`, finding])).values()];
}

function versionOf(folder) {
  const file = join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

/** Standard output whatever the exit code, because a checker that finds something ends with one; empty when it is not here. */
function output(command, args) {
  return spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout ?? '';
}
