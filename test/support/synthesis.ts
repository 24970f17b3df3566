import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { NoSpof, type NoSpofProps } from '../../lib/cdk-validation';
import type { Host } from '../../lib/cdk-validation/host';

// The validation that the CDK runs by itself is not what is looked at here, and costs seconds.
process.env.CDK_VALIDATION = 'false';

/** Stands in for the process: no terminal, no variables, a clock that stands still, and 2026-11-22. */
export function aHost(changes: Partial<Host> = {}): Host {
  return { now: () => 0, env: {}, stderr: { write: () => {} }, today: () => '2026-11-22', ...changes };
}

/** One violation as the CDK's report has it, in short. */
export interface Reported {
  readonly rule: string;
  readonly severity: string;
  readonly at: readonly string[];
  readonly says: string;
  readonly fix?: string;
  readonly reason?: string;
}

export interface Synthesis {
  /** What the synthesis fails with. */
  readonly error?: string;
  readonly violations: readonly Reported[];
  readonly acknowledged: readonly Reported[];
  /** What was printed on standard error. */
  readonly printed: string;
}

/** Synthesizes an app that has the plugin. `build` makes its stacks. */
export function synthesize(
  build: (app: App) => void,
  props: NoSpofProps = {},
  host: Host = aHost(),
  context: Readonly<Record<string, unknown>> = {},
): Synthesis {
  const outdir = mkdtempSync(join(tmpdir(), 'nospof-'));
  const app = new App({ outdir, context, analyticsReporting: false });
  Validations.of(app).addPlugins(new NoSpof(props, host));
  build(app);
  const console = jest.spyOn(globalThis.console, 'error').mockImplementation(() => {});
  let error: string | undefined;
  try {
    app.synth();
  } catch (thrown) {
    error = (thrown as Error).message;
  }
  const printed = console.mock.calls.map(([text]) => String(text)).join('\n');
  console.mockRestore();
  const [report = {}] = reportsIn(outdir);
  return {
    ...(error !== undefined && { error }),
    violations: (report.violations ?? []).map(shortly),
    acknowledged: (report.suppressedViolations ?? []).map(shortly),
    printed,
  };
}

interface PluginReport {
  readonly violations?: readonly Violation[];
  readonly suppressedViolations?: readonly Violation[];
}

interface Violation {
  readonly ruleName: string;
  readonly severity: string;
  readonly description: string;
  readonly suggestedFix?: string;
  readonly reason?: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

function reportsIn(outdir: string): readonly PluginReport[] {
  return JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')).pluginReports;
}

function shortly({ ruleName, severity, description, suggestedFix, reason, violatingConstructs }: Violation): Reported {
  return {
    rule: ruleName,
    severity,
    at: violatingConstructs.map(({ constructPath }) => constructPath),
    says: description,
    ...(suggestedFix !== undefined && { fix: suggestedFix }),
    ...(reason !== undefined && { reason }),
  };
}
