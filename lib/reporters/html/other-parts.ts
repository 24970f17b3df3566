import type { Assessment } from '../../diagnostics';
import { becauseOf, type Cause, causesOf, tellsOf } from '../unproven-causes';
import { anchorOf } from './anchors';
import { domainLabels } from './domain-view';
import { html, type Markup, NOTHING } from './markup';
import { about, names, place, t } from './static-parts';

/** Open questions, one per cause, with what to tell nospof. */
export function unprovenPart({ unproven }: Assessment): Markup {
  const causes = causesOf(unproven);
  return html`<section id="unproven" aria-labelledby="unproven-title">
<h2 id="unproven-title">${t('unproven')} <span class="tally">${causes.length}</span></h2>
${causes.length === 0 ? html`<p class="calm">${t('unproven.none')}</p>` : html`<p class="about">${t('unproven.about')}</p><ol class="causes">${causes.map(cause)}</ol>`}
</section>`;
}

function cause(entries: Cause): Markup {
  const [first] = entries;
  const kinds = [...new Set(entries.map((entry) => entry.function))];
  return html`<li class="cause"><p class="because">${becauseOf(entries)}</p>
<dl>${kinds.map(
    (kind) =>
      html`<div class="entry"><dt>${t('open-for')}</dt><dd>${t(`function.${kind}`)}: ${names([...new Set(entries.filter((entry) => entry.function === kind).map(({ of }) => of))])}</dd></div>`,
  )}
<div class="entry"><dt>${t('with-domain')}</dt><dd>${[...new Set(entries.map(({ failureDomain }) => failureDomain))].join(', ')}</dd></div>
<div class="entry"><dt>${t('tell')}</dt><dd>${tellsOf(entries).map((tell, index) => html`${index === 0 ? NOTHING : html`<br>`}<code class="tell">${tell}</code>`)}</dd></div>
${first.resource === undefined ? NOTHING : html`<div class="entry"><dt>${t('resource')}</dt><dd>${about(first.resource)}</dd></div>`}
</dl></li>`;
}

/** All failure domains in numbers, for paper and for readers who do not click. */
export function domainsPart(assessment: Assessment): Markup {
  const { topology } = assessment;
  const byLabel = new Map(topology.domains.map((domain) => [domain.label, domain]));
  const judged = domainLabels(assessment).flatMap((label) => byLabel.get(label) ?? []);
  if (judged.length === 0) return NOTHING;
  return html`<section id="domains" aria-labelledby="domains-title">
<h2 id="domains-title">${t('domains')} <span class="tally">${judged.length}</span></h2>
<p class="about">${t('domains.about')}</p>
<div class="wide" tabindex="0" role="group" aria-labelledby="domains-title"><table class="domains"><thead><tr><th scope="col">${t('choose')}</th><th scope="col">${t('lost')}</th><th scope="col">${t('unproven')}</th><th scope="col">${t('stops')}</th><th scope="col">${t('least-left')}</th></tr></thead>
<tbody>${judged.map(({ label, lost, unproven, stops, capacityLeft }) => {
    const left = Object.values(capacityLeft);
    const least = left.length === 0 ? '–' : `${Math.round(Math.min(...left) * 100)}%`;
    return html`<tr class="${lost.length > 0 ? 'lost' : ''}"><th scope="row"><a href="#${anchorOf('domain', label)}">${label}</a></th><td>${lost.length === 0 ? '–' : names(lost)}</td><td>${unproven.length === 0 ? '–' : names(unproven)}</td><td>${stops.length}</td><td>${least}</td></tr>`;
  })}</tbody></table></div>
</section>`;
}

/** What was wrong with the input, and types that nobody taught nospof. */
export function notesPart({ problems, unknownTypes }: Assessment): Markup {
  const types = Object.entries(unknownTypes).map(([type, number]) => (number === 1 ? type : `${type} (${number})`));
  if (problems.length === 0 && types.length === 0) return NOTHING;
  return html`<section id="notes" aria-labelledby="notes-title">
<h2 id="notes-title">${t('notes')}</h2>
<ul class="notes">${problems.map(({ message, hint, at }) => html`<li>${message} ${at === undefined ? NOTHING : place(at)}<br><span class="because">${hint}</span></li>`)}
${types.length === 0 ? NOTHING : html`<li>${t('notes.types')}: ${names(types)}</li>`}</ul>
</section>`;
}
