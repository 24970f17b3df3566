import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { type Assessment, assess, PLAIN_CONTEXT, RULES, reporterFor } from '../lib';
import { MultiAzService } from '../stacks/multi-az-service';
import { SingleZoneBaseline } from '../stacks/single-zone-baseline';

/** Synthesizes the two reference stacks, judges them, and says what is lost when each zone fails: a tour in one process. */
async function start(): Promise<number> {
  // Templates are judged below; what the CDK checks by default is left to `cdk synth`, where it belongs.
  process.env.CDK_VALIDATION = 'false';
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
  const app = new App({ context, outdir: 'cdk.out' });
  const stacks = [new MultiAzService(app, 'multi-az-service'), new SingleZoneBaseline(app, 'single-zone-baseline')] as const;
  const assembly = app.synth();
  const judged: Assessment[] = [];
  for (const { stackName, templateFile } of stacks) {
    const file = `cdk.out/${templateFile}`;
    const assessment = await assess([file], { survive: 'zone', parameters: {}, worlds: 'default' });
    judged.push(assessment);
    const lines = readFileSync(`${assembly.directory}/${templateFile}`, 'utf8').split('\n');
    const context = { ...PLAIN_CONTEXT, rules: RULES, lineOf: (_: string, line: number) => lines[line - 1] };
    process.stdout.write(`${stackName}\n\n${zones(assessment).join('\n')}\n\n${reporterFor('text')(assessment, context)}\n`);
  }
  const [reference, baseline] = judged;
  const asExpected = reference !== undefined && baseline !== undefined && isClean(reference) && !isClean(baseline);
  process.stdout.write(
    asExpected
      ? 'as expected: the reference stack survives every zone, the baseline does not\n'
      : 'not as expected: the reference stack must survive every zone, and the baseline must not\n',
  );
  return asExpected ? 0 : 1;
}

/** One block per zone: what is lost with it, and over which way the rest goes on. */
function zones({ findings, witnesses, unproven }: Assessment): readonly string[] {
  const zoneOf = (domain: string) => (domain.startsWith('zone ') ? [domain] : []);
  const domains = [...new Set([...witnesses, ...findings].flatMap(({ failureDomain }) => zoneOf(failureDomain)))].sort();
  const lostWithZone = findings.filter(({ scope }) => scope === 'zone');
  const functions = new Set([
    ...witnesses.map((witness) => `${witness.function} of ${witness.of}`),
    ...lostWithZone.flatMap((finding) => finding.loses.map((of) => `${finding.function} of ${of}`)),
  ]);
  return domains.flatMap((domain) => {
    const here = <T extends { failureDomain: string; function: string; of: string }>(list: readonly T[], name: string) =>
      list.find((item) => item.failureDomain === domain && `${item.function} of ${item.of}` === name);
    return [
      `when ${domain} fails:`,
      ...[...functions].sort().map((name) => {
        const witness = here(witnesses, name);
        if (witness !== undefined) return `  survives  ${name}: ${witness.path.join(' -> ')}`;
        return `  ${here(unproven, name) === undefined ? 'lost    ' : 'unproven'}  ${name}`;
      }),
    ];
  });
}

function isClean({ findings, unproven }: Assessment): boolean {
  return findings.length === 0 && unproven.length === 0;
}

start().then((code) => {
  process.exitCode = code;
});
