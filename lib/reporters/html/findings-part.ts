import { type Assessment, type Finding, findingId } from '../../diagnostics';
import type { RuleWords } from '../report-context';
import { anchorOf, findingAnchors } from './anchors';
import { scopeOf } from './domain-view';
import { html, type Markup, NOTHING } from './markup';
import { repairPart } from './repair-part';
import { about, entry, names, place, t } from './static-parts';

interface Numbered {
  readonly finding: Finding;
  readonly anchor: string;
  /** Position in the report. */
  readonly index: number;
}

/** Open findings with their filters, then those that someone accepted. */
export function findingsPart({ findings }: Assessment, rules: readonly RuleWords[]): Markup {
  const anchors = findingAnchors(findings);
  const all = findings.map((finding, index): Numbered => ({ finding, index, anchor: anchors[index] ?? '' }));
  const open = all.filter(({ finding }) => finding.acknowledged === undefined);
  const accepted = all.filter(({ finding }) => finding.acknowledged !== undefined);
  return html`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">${t('findings')} <span class="tally">${open.length}</span></h2>
${open.length === 0 ? html`<p class="calm">${t('findings.none')}</p>` : html`${filters(open)}${head()}<ol class="findings">${inOrder(open).map((one) => row(one, rules))}</ol>`}
</section>
${accepted.length === 0 ? NOTHING : acceptedPart(accepted, rules)}`;
}

function acceptedPart(accepted: readonly Numbered[], rules: readonly RuleWords[]): Markup {
  return html`<section id="acknowledged" aria-labelledby="acknowledged-title">
<h2 id="acknowledged-title">${t('acknowledged')} <span class="tally">${accepted.length}</span></h2>
<p class="about">${t('acknowledged.about')}</p>
<ol class="findings">${accepted.map((one) => row(one, rules))}</ol>
</section>`;
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** The worst first; of equals, the order of the input. */
function inOrder(open: readonly Numbered[]): readonly Numbered[] {
  return SEVERITIES.flatMap((severity) => open.filter(({ finding }) => finding.severity === severity));
}

function filters(open: readonly Numbered[]): Markup {
  const values = (of: (finding: Finding) => string) => [...new Set(open.map(({ finding }) => of(finding)))].sort();
  const severities = SEVERITIES.filter((severity) => open.some(({ finding }) => finding.severity === severity));
  return html`<form class="filters" role="search" aria-labelledby="findings-title" hidden>
<fieldset><legend>${t('severity')}</legend>${severities.map((severity) => {
    const number = open.filter(({ finding }) => finding.severity === severity).length;
    return html`<label class="check"><input type="checkbox" name="severity" value="${severity}" checked> <span class="severity ${severity}">${t(`severity.${severity}`)}</span> ${number}</label>`;
  })}</fieldset>
<label>${t('category')}<select name="category"><option value="" data-t="all">All</option>${values(({ category }) => category).map(
    (category) => html`<option value="${category}" data-t="category.${category}">${category}</option>`,
  )}</select></label>
<label>${t('rule')}<select name="rule"><option value="" data-t="all">All</option>${values(({ rule }) => rule).map(
    (rule) => html`<option>${rule}</option>`,
  )}</select></label>
<label>${t('function')}<select name="function"><option value="" data-t="all">All</option>${values(
    (finding) => finding.function,
  ).map((kind) => html`<option value="${kind}" data-t="function.${kind}">${kind}</option>`)}</select></label>
<label class="grow">${t('search')}<input type="search" name="text" autocomplete="off" spellcheck="false" data-t-placeholder="search.hint" placeholder="resource, rule, message"></label>
<button type="button" class="quiet clear">${t('clear')}</button>
<output aria-live="polite" class="shown"></output>
</form>`;
}

function head(): Markup {
  return html`<div class="finding-head" aria-hidden="true"><span>${t('severity')}</span><span>${t('finding')}</span><span>${t('resource')}</span><span>${t('with-domain')}</span></div>`;
}

function row({ finding, anchor, index }: Numbered, rules: readonly RuleWords[]): Markup {
  const { resource, severity, message } = finding;
  const searched = [
    message,
    finding.rule,
    resource.id,
    resource.nativeType ?? resource.type,
    resource.path ?? '',
    resource.file,
    finding.fix,
    ...finding.loses,
  ];
  return html`<li class="finding ${severity}" id="${anchor}" data-finding="${index}" data-severity="${severity}" data-category="${finding.category}" data-rule="${finding.rule}" data-function="${finding.function}" data-text="${searched.join(' ').toLowerCase()}">
<details><summary><span class="severity ${severity}">${t(`severity.${severity}`)}</span>
<span class="what"><span class="message" lang="en">${message}</span> <code class="rule">${finding.rule}</code></span>
<span class="where"><code>${resource.id}</code> ${place(resource)}</span>
<span class="when">${finding.failureDomain}</span></summary>
<div class="detail"><dl>
${entry(isLoss(finding) ? 'loses' : 'affects', html`${t(`function.${finding.function}`)}${finding.loses.length === 0 ? '' : ': '}${names(finding.loses)}`)}
${entry('path', evidence(finding))}
${entry('afterwards', afterwards(finding))}
${entry('world', world(finding))}
${entry('fix', html`<p class="fix" lang="en">${finding.fix}</p>`)}
${repairPart(finding)}
${entry('why', why(finding, rules))}
${entry('category', t(`category.${finding.category}`))}
${entry('resource', about(resource))}
${acceptance(finding)}
</dl><p class="links">${scopeOf(finding.failureDomain) === undefined ? NOTHING : html`<a href="#${anchorOf('domain', finding.failureDomain)}">${t('show')}</a>`}
<a href="#${anchor}">${t('link')}</a> <code class="id">${findingId(finding)}</code></p></div></details></li>`;
}

function isLoss({ category, effect }: Finding): boolean {
  return effect !== 'degraded' && (category === 'SINGLE_POINT_OF_FAILURE' || category === 'SHARED_FATE');
}

function evidence({ evidence: hops }: Finding): Markup | undefined {
  if (hops.length === 0) return undefined;
  return html`<ol class="hops">${hops.map(
    (hop) =>
      html`<li><code>${hop.from}</code> <span class="arrow" aria-hidden="true">→</span> <code>${hop.to}</code> <span class="because" lang="en">${hop.because}</span> ${place(hop)}</li>`,
  )}</ol>`;
}

function afterwards({ recovery, recoverySeconds }: Finding): Markup {
  return html`${t(`recovery.${recovery}`)}${recoverySeconds === undefined ? NOTHING : html` ${t('seconds', recoverySeconds)}`}`;
}

function world({ world: values }: Finding): Markup | undefined {
  const pairs = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? undefined : names(pairs);
}

function why({ rule, source: own }: Finding, rules: readonly RuleWords[]): Markup | undefined {
  const words = rules.find(({ id }) => id === rule);
  if (words === undefined) return undefined;
  const sources = (own === undefined ? words.sources : [own]).filter((source) => /^https?:\/\//.test(source));
  return html`${words.why}${
    sources.length === 0
      ? NOTHING
      : html` <span class="sources">${sources.map(
          (source) => html` <a href="${source}" rel="noreferrer noopener">${source.replace(/^https?:\/\//, '')}</a>`,
        )}</span>`
  }`;
}

function acceptance({ acknowledged }: Finding): Markup {
  if (acknowledged === undefined) return NOTHING;
  const { reason, until, by } = acknowledged;
  return html`${entry('reason', html`${reason}`)}${entry('until', until === undefined ? undefined : html`${until}`)}${entry('by', by === undefined ? undefined : html`${by}`)}`;
}
