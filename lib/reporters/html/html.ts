import type { Assessment } from '../../diagnostics';
import { DARK, LIGHT, type Palette } from '../picture/palette';
import { pictureRules } from '../picture/picture-style';
import type { ReportContext } from '../report-context';
import { SCRIPT, STYLE } from './assets';
import { findingsPart } from './findings-part';
import { LANGUAGES } from './language';
import { html, type Markup, NOTHING, raw, scriptData } from './markup';
import { headlineOf, openQuestions } from './numbers';
import { domainsPart, notesPart, unprovenPart } from './other-parts';
import { picturePart } from './picture-part';
import { names, t } from './static-parts';

/**
 * One HTML file that needs nothing else: no request leaves it, and without scripts it still says everything but which
 * resources a clicked one takes with it. Made from the assessment alone, so a saved JSON report will do; with a context,
 * the words of the rules are added.
 */
export function renderPage(assessment: Assessment, context: ReportContext): string {
  const { markup: picture, cards } = picturePart(assessment);
  const title = `nospof: ${assessment.system.inputs.join(', ')}`;
  const page = html`<!doctype html>
<html lang="en" data-theme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${raw(styleSheet())}</style>
</head>
<body>
<a class="skip" href="#findings">${t('skip')}</a>
${top(assessment)}
<main>
<noscript><p class="about">${t('no-script')}</p></noscript>
${picture}
${findingsPart(assessment, context.rules)}
${unprovenPart(assessment)}
${domainsPart(assessment)}
${notesPart(assessment)}
</main>
<footer><p>${t('made-by', context.version)}</p><p class="as-they-are">${t('as-they-are')}</p></footer>
<script type="application/json" id="assessment">${scriptData(assessment)}</script>
<script type="application/json" id="cards">${scriptData(cards)}</script>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`;
  return page.markup;
}

function styleSheet(): string {
  const names = Object.fromEntries(Object.keys(LIGHT).map((name) => [name, `var(--${name})`])) as unknown as Palette;
  const values = (palette: Palette) =>
    Object.entries(palette)
      .map(([name, value]) => `--${name}:${value};`)
      .join('');
  return `:root{color-scheme:light dark;${values(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${values(DARK)}}}
:root[data-theme=light]{color-scheme:light;${values(LIGHT)}}
:root[data-theme=dark]{color-scheme:dark;${values(DARK)}}
@media print{:root,:root[data-theme]{color-scheme:light;${values({ ...LIGHT, ground: '#ffffff' })}}}
${pictureRules(names, '.picture ')}
${STYLE}`;
}

function top(assessment: Assessment): Markup {
  const { system, summary } = assessment;
  const { key, n, verdict } = headlineOf(assessment);
  const [first = '', ...others] = system.inputs;
  const world = Object.entries(system.world).map(([name, value]) => `${name}=${value}`);
  return html`<header>
<div class="bar"><p class="brand">${t('report')}</p>
<div class="controls">
<div class="choice" role="group" aria-label="Language" data-t-label="language">${Object.entries(LANGUAGES).map(
    ([code, name]) =>
      html`<button type="button" data-language="${code}" lang="${code}" aria-pressed="${code === 'en' ? 'true' : 'false'}">${name}</button>`,
  )}</div>
<div class="choice" role="group" aria-label="Colours" data-t-label="theme">${(['auto', 'light', 'dark'] as const).map(
    (theme) =>
      html`<button type="button" data-theme-choice="${theme}" aria-pressed="${theme === 'auto' ? 'true' : 'false'}">${t(`theme.${theme}`)}</button>`,
  )}</div>
<button type="button" class="quiet" id="print">${t('print')}</button>
</div></div>
<h1 class="${verdict}"><span class="sign" aria-hidden="true"></span>${t(key, n)}</h1>
<p class="inputs"><code>${first}</code>${others.length === 0 ? NOTHING : html` <span title="${others.join('\n')}">${t('n.more', others.length)}</span>`}
<span class="level">${t('level')}: <strong>${t(`scope.${system.survive}`)}</strong></span>
${world.length === 0 ? NOTHING : html`<span>${t('world')}: ${names(world)}</span>`}</p>
${numbers(assessment)}
<p class="as-they-are screen">${t('as-they-are')}</p>
</header>`;

  function numbers({ unproven }: Assessment): Markup {
    const open = openQuestions({ summary, unproven });
    const all = Math.max(1, summary.survives + summary.lost + open);
    const share = (value: number) => `${Math.round((value / all) * 1000) / 10}%`;
    const bar = [
      ['survives', summary.survives],
      ['lost', summary.lost],
      ['unproven', open],
    ] as const;
    return html`<div class="numbers"><dl class="counts">
<div><dt>${t('resources')}</dt><dd>${summary.resources}</dd></div>
<div><dt>${t('functions')}</dt><dd>${summary.functions}</dd></div>
<div><dt>${t('domains')}</dt><dd>${summary.failureDomains}</dd></div>
<div><dt>${t('idle')}</dt><dd>${summary.idle}</dd></div>
</dl>
<div class="pairs"><p>${t('pairs')}</p>
<div class="shares" aria-hidden="true">${bar.map(([name, value]) => (value === 0 ? NOTHING : html`<span class="${name}" style="width:${share(value)}"></span>`))}</div>
<ul>${bar.map(([name, value]) => html`<li class="${name}"><span class="sign" aria-hidden="true"></span><strong>${value}</strong> ${t(name)}</li>`)}</ul></div></div>`;
  }
}
