import { didYouMean, isNamed, parseFindingId } from '../../diagnostics';
import { renderFindingInFull, renderRule } from '../../reporters';
import { checkOptions, type RawCheckOptions } from '../check-options';
import type { DefineCommand } from '../define-command';
import type { Host } from '../host';
import { judge } from '../judge';
import { contextFor } from '../print';
import { systemOptions } from '../system-options';
import { looksOf } from '../terminal';
import { usageError } from '../usage-error';

/** `nospof explain`: the list of rules, one rule's page, or one finding hop by hop. */
export const defineExplain: DefineCommand = (command, host) => {
  systemOptions(command)
    .argument('[RULE|FINDING]', 'a rule id, or rule:resource for a finding; nothing given: the list of rules')
    .argument('[PATH...]', 'where the finding is; nothing given: ./cdk.out')
    .action(async (name: string | undefined, paths: string[], raw: RawCheckOptions) => {
      if (name === undefined) return explainAll(host);
      const finding = parseFindingId(name);
      if (!finding) return explainRule(name, host);
      return explainFinding(finding, paths, raw, host);
    });
};

function explainAll(host: Host): void {
  const rules = [...host.engine().RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
  const widest = Math.max(0, ...rules.map((rule) => rule.id.length));
  host.stdout.write(`${rules.map((rule) => `${rule.id.padEnd(widest)}  ${rule.title}`).join('\n')}\n`);
}

function explainRule(id: string, host: Host): void {
  const { RULES } = host.engine();
  const rule = RULES.find((candidate) => candidate.id === id) ?? unknownRule(id, host);
  host.stdout.write(renderRule(rule, looksOf(host.stdout, host.env)));
}

function unknownRule(id: string, host: Host): never {
  const ids = host.engine().RULES.map((rule) => rule.id);
  return usageError('unknown-rule', `unknown rule "${id}"${didYouMean(id, ids)}`, '"nospof explain" lists the rules');
}

async function explainFinding(
  { rule, resource }: { readonly rule: string; readonly resource: string },
  paths: readonly string[],
  raw: RawCheckOptions,
  host: Host,
): Promise<void> {
  const words = host.engine().RULES.find((candidate) => candidate.id === rule) ?? unknownRule(rule, host);
  const { findings, summary } = await judge(paths, checkOptions(raw), host);
  const ofRule = findings.filter((finding) => finding.rule === rule);
  const found = ofRule.filter((finding) => isNamed(finding.resource, resource));
  if (found.length === 0) {
    const names = ofRule.map((finding) => finding.resource.id);
    usageError(
      'unknown-finding',
      `no finding "${rule}:${resource}" here${didYouMean(resource, names)}`,
      names.length === 0 ? `"${rule}" finds nothing in this system` : `"${rule}" finds ${names.slice(0, 10).join(', ')}`,
    );
  }
  const context = contextFor(host, host.stdout);
  for (const finding of found) host.stdout.write(`${renderFindingInFull(finding, summary.functions, context)}\n`);
  host.stdout.write(renderRule(words, context));
}
