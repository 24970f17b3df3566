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
    const looks = { ...PLAIN_CONTEXT, rules: RULES, lineOf: (_: string, line: number) => lines[line - 1] };
    process.stdout.write(`${stackName}\n\n${zones(assessment).join('\n')}\n\n${reporterFor('text')(assessment, looks)}\n`);
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
function zones({ topology, witnesses }: Assessment): readonly string[] {
  const { functions, domains } = topology;
  return topology.zones.flatMap(({ label }) => {
    const domain = domains.find((each) => each.scope === 'zone' && each.label === `zone ${label}`);
    return [
      `when zone ${label} fails:`,
      ...functions.map(({ kind, name }) => {
        if (domain?.lost.includes(name)) return `  lost      ${kind} of ${name}`;
        if (domain?.unproven.includes(name)) return `  unproven  ${kind} of ${name}`;
        const way = witnesses.find(
          (each) => each.failureDomain === `zone ${label}` && each.of === name && each.function === kind,
        );
        if (way === undefined) return `  idle      ${kind} of ${name}: who needs it is gone too`;
        return `  survives  ${kind} of ${name}: ${way.path.join(' -> ')}`;
      }),
    ];
  });
}

function isClean({ findings, unproven }: Assessment): boolean {
  return findings.length === 0 && unproven.length === 0;
}

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

start().then((code) => {
  process.exitCode = code;
});
