import type { Assessment } from '../../diagnostics';
import { attributes, drawPicture } from '../picture/draw';
import { toPicture } from '../picture/lay-out';
import type { Picture } from '../picture/picture';
import { html, type Markup, NOTHING, raw } from './markup';
import { t } from './static-parts';

/** Which resources every card of the picture stands for: all of them, and those that are no folded plumbing. */
export type Cards = Readonly<Record<string, { readonly keys: readonly string[]; readonly parts: readonly string[] }>>;

const LEAST_SCALE = 0.66;

/** Share of its width from which on a picture leaves more room beside it than below it. */
const TALL = 0.6;

/** The picture, its signs, and the room beside it in which a chosen failure domain is shown. */
export function picturePart({ topology }: Assessment): { readonly markup: Markup; readonly cards: Cards } {
  const picture = toPicture(topology);
  const { cards } = picture;
  const drawn = cards.length > 0;
  const markup = html`<section id="system" aria-labelledby="system-title">
<div class="system-head"><h2 id="system-title">${t('picture')}</h2><p class="about">${t('picture.about')}</p>
<button type="button" class="quiet" id="zoom" aria-pressed="false" hidden>${t('picture.full')}</button></div>
<div id="chooser" class="chooser" hidden></div>
<div class="stage ${picture.height > picture.width * TALL ? 'tall' : 'flat'}"><figure>
${drawn ? html`<div class="canvas">${svg(picture)}</div>${signs(picture)}` : html`<p class="calm">${t('picture.none')}</p>`}
</figure>
<div id="domain" role="region" aria-labelledby="domain-title" hidden></div></div>
<p id="announce" class="unseen" aria-live="polite"></p>
</section>`;
  return {
    markup,
    cards: Object.fromEntries(cards.map(({ node }) => [node.id, { keys: [...node.keys, ...node.parts], parts: node.keys }])),
  };
}

function svg(picture: Picture): Markup {
  const size = {
    viewBox: `0 0 ${Math.ceil(picture.width)} ${Math.ceil(picture.height)}`,
    width: Math.ceil(picture.width),
    height: Math.ceil(picture.height),
  };
  // A picture wider than the page shrinks as long as its words can be read; then it scrolls.
  const style = `min-width:${Math.round(picture.width * LEAST_SCALE)}px`;
  const label = { style, role: 'group', 'aria-label': 'Picture of the system', 'data-t-label': 'picture.label' };
  return raw(
    `<svg class="picture chooses" ${attributes({ ...size, ...label })}>${drawPicture(picture, { interactive: true })}</svg>`,
  );
}

function signs({ scene, edges, cards }: Picture): Markup {
  const kinds = (['needs', 'route', 'weak'] as const).filter((kind) => edges.some(({ edge }) => edge.kind === kind));
  const line = (kind: string) =>
    raw(
      `<svg class="picture sign" width="40" height="12" aria-hidden="true"><g class="edge ${kind}"><path class="way" d="M0 6h33"/><path class="tip" d="M39 6l-7 -3.5v7z"/></g></svg>`,
    );
  const card = (classes: string) =>
    raw(
      `<svg class="picture sign" width="30" height="18" aria-hidden="true"><g class="card ${classes}"><rect class="face" x="2" y="2" width="26" height="14" rx="4"/></g></svg>`,
    );
  const zones = scene.regions.flatMap((region) => region.zones.filter(({ short, label }) => label !== `${region.label}${short}`));
  return html`<figcaption><ul class="signs" aria-label="Signs" data-t-label="legend">
${kinds.map((kind) => html`<li>${line(kind)} ${t(`legend.${kind}`)}</li>`)}
${cards.some(({ node }) => node.alone) ? html`<li class="unchosen-only">${card('alone')} ${t('legend.alone')}</li>` : NOTHING}
<li class="chosen-only">${card('stops')} ${t('legend.stops')}</li>
<li class="chosen-only">${card('partly')} ${t('legend.partly')}</li>
<li class="chosen-only">${card('less')} ${t('legend.less')}</li>
${cards.some(({ strips }) => strips.some(({ units }) => units !== undefined)) ? html`<li>${raw('<svg class="picture sign" width="26" height="12" aria-hidden="true"><rect class="unit" x="1" y="2" width="8" height="8" rx="1.5"/><rect class="unit maybe" x="14" y="2" width="8" height="8" rx="1.5"/></svg>')} ${t('legend.unit')}</li>` : NOTHING}
${scene.hidden > 0 ? html`<li>${t('picture.hidden', scene.hidden)}</li>` : NOTHING}
</ul>${zones.length === 0 ? NOTHING : html`<dl class="zones">${zones.map(({ short, label }) => html`<div><dt>${short}</dt><dd>${label}</dd></div>`)}</dl>`}</figcaption>`;
}
