import { readFileSync } from 'node:fs';
import type { Assessment, Repair } from '../diagnostics';
import { findingId } from '../diagnostics';
import { type FixPlan, fixPlanOf } from '../repairs';
import { type ReportContext, safeText } from '../reporters';

/** The edits that repair findings, one after the other; the patches in between can be piped into `patch -p0`. */
export function renderFixPlan({ findings }: Assessment, context: ReportContext): string {
  const open = findings.filter(({ acknowledged }) => !acknowledged);
  const plans = open.flatMap((finding) => fixPlanOf(finding, textOf) ?? []);
  const head = `fix plan: ${plans.length} of ${open.length} open finding${open.length === 1 ? '' : 's'} can be repaired by one edit, which was tried`;
  const costs = plans.some(({ repair }) => repair.cost?.usdPerMonth)
    ? [`costs are estimates: list prices of ${region(plans)}, on demand, without traffic, storage, discounts and taxes`]
    : [];
  return `${[[head, ...costs].join('\n'), ...plans.map((plan) => blockOf(plan, context))].join('\n\n')}\n`;
}

function blockOf({ finding, repair, patch, lines }: FixPlan, context: ReportContext): string {
  const indented = lines.map((line) => `  ${safeText(line)}`);
  const head = `${findingId(finding)}   ${repair.effect}; ${costWords(repair)}`;
  return [safeText(head), ...indented, ...(patch === '' ? [] : [patchLines(patch, context)])].join('\n');
}

/** A patch is for a program too: its lines stay whole, and only what a terminal would obey is taken out. */
function patchLines(patch: string, { colour }: ReportContext): string {
  const paint = (line: string): string => {
    if (!colour || /^(?:---|\+\+\+) /.test(line)) return line;
    return line.startsWith('+') ? `\u001b[32m${line}\u001b[39m` : line.startsWith('-') ? `\u001b[31m${line}\u001b[39m` : line;
  };
  return patch
    .trimEnd()
    .split('\n')
    .map((line) => paint(line.replace(/[\p{Cc}]/gu, (mark) => (mark === '\t' ? mark : ''))))
    .join('\n');
}

function costWords({ cost }: Repair): string {
  if (cost === undefined) return 'no cost known';
  const { usdPerMonth, because, checked, source, unconfirmed } = cost;
  if (usdPerMonth === 0) return `nothing more to pay (${because})`;
  const where = [source, checked].filter((part) => part !== undefined).join(', ');
  const doubt = unconfirmed ? '; price not confirmed at its source' : '';
  if (usdPerMonth === undefined) return `cost: ${because}${where === '' ? '' : ` (${where})`}`;
  return `about $${usdPerMonth.toFixed(2)} more a month (${because}; ${where}${doubt})`;
}

function region(plans: readonly FixPlan[]): string {
  return plans.find(({ repair }) => repair.cost?.usdPerMonth)?.repair.cost?.region ?? '';
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
