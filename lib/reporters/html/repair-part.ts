import type { Finding, Repair, RepairEdit, RepairValue } from '../../diagnostics';
import { html, type Markup, NOTHING } from './markup';
import { entry, t } from './static-parts';

/** The edit that makes a finding go away, with what it does to what runs and what it costs; nothing where none is known. */
export function repairPart({ repair }: Finding): Markup {
  if (repair === undefined) return NOTHING;
  const edits = html`<ul class="edits">${repair.edits.map((edit) => html`<li>${words(edit)}</li>`)}</ul>
<p class="because">${t(`effect.${repair.effect}`)}; ${t('edit.tried')}</p>`;
  return html`${entry('edit', edits)}${entry('cost', cost(repair))}`;
}

function words(edit: RepairEdit): Markup {
  const { resource, property, action, values } = edit;
  const written = values.map(valueWords);
  const ways = [
    ['CDK', edit.cdk],
    ['Terraform', edit.terraform],
  ] as const;
  return html`<code>${resource.id}</code> <code>${property.join('.')}</code>: ${t(`edit.${action}`)} ${written.map((value, index) => html`${index === 0 ? '' : ', '}<code>${value}</code>`)}${ways.map(
    ([name, way]) =>
      way === undefined
        ? NOTHING
        : html`<br><span class="way-of">${name}</span> <code>${way.replace('{}', written.join(', '))}</code>`,
  )}`;
}

function valueWords(value: RepairValue): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  return value.attribute === undefined ? value.ref : `${value.ref}.${value.attribute}`;
}

function cost({ cost: known }: Repair): Markup | undefined {
  if (known === undefined) return undefined;
  const { usdPerMonth, because, region, source, checked, unconfirmed } = known;
  const amount =
    usdPerMonth === undefined
      ? NOTHING
      : usdPerMonth === 0
        ? html`${t('cost.none')}; `
        : html`${t('cost.month', `$${usdPerMonth.toFixed(2)}`)}; `;
  const where = [region, source, checked].filter((part) => part !== undefined && part !== '').join(', ');
  return html`${amount}<span lang="en">${because}</span> <span class="because">(${where}${unconfirmed === true ? html`; ${t('cost.unconfirmed')}` : NOTHING})</span>`;
}
