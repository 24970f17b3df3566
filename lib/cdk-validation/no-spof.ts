import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport } from 'aws-cdk-lib';
import { type Host, PROCESS } from './host';
import { isSwitchedOff } from './is-switched-off';
import { judgeStacks } from './judge-stacks';
import { checkedBudget } from './options';
import type { NoSpofProps } from './props';
import { version } from './version';

/**
 * Fails `cdk synth` when a component or a zone can take a function away.
 *
 * ```ts
 * Validations.of(app).addPlugins(new NoSpof({ survive: 'zone' }));
 * ```
 *
 * All stacks of one call are one system, nested stacks included; only templates and the manifests beside them are read.
 * A finding is accepted where it stands, or above:
 * `Validations.of(x).acknowledge({ id: 'NoSpof::group-of-one', reason: '…' })`.
 */
export class NoSpof implements IPolicyValidationPlugin {
  readonly name = 'NoSpof';
  private readonly budgetSeconds: number;

  /**
   * @param host - clock and environment; left out, those of the process
   * @throws {Error} a budget that is no time
   */
  constructor(
    private readonly props: NoSpofProps = {},
    private readonly host: Host = PROCESS,
  ) {
    this.budgetSeconds = checkedBudget(props);
  }

  /** Of this package; the CDK writes it into the metadata of the templates. */
  get version(): string {
    return version();
  }

  /**
   * Called by the CDK with the templates it has written.
   *
   * @throws {Error} an option or a nospof.yaml that is wrong, and templates that cannot be read; the CDK fails the
   * synthesis with its message
   */
  validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    if (isSwitchedOff(this.props, context.appConstruct, this.host.env)) return { success: true, violations: [] };
    return judgeStacks(context, this.props, this.budgetSeconds, this.host);
  }
}
