import type { Assessment } from '../../../diagnostics';
import { displayName } from '../../picture/labels';
import type { DomainView, FunctionView } from '../domain-view';
import { el } from './dom';
import { speak } from './speech';

/** What the panel needs of the page around it. */
export interface PanelHost {
  readonly assessment: Assessment;
  /** Address of a finding by its position in the report. */
  readonly anchorOfFinding: (index: number) => string;
  /** Shows the way of resources in the picture; nothing to end it. */
  readonly trace: (keys: readonly string[]) => void;
}

type Verdict = FunctionView['verdict'];
const VERDICTS = ['lost', 'unproven', 'survives'] as const;

/** Fills the room by the picture with what a failure domain takes away, what takes over, and what is left. */
export function fillPanel(body: HTMLElement, view: DomainView, host: PanelHost): void {
  const of = (verdict: Verdict) => view.functions.filter((entry) => entry.verdict === verdict);
  const survivors = of('survives').filter((entry) => entry.verdict === 'survives' && entry.witness !== undefined);
  const others = of('survives').filter((entry) => !survivors.includes(entry));
  const columns = [
    [
      ...(of('lost').length === 0 ? [el('p', { class: 'calm' }, speak(calmWord(view)))] : []),
      ...section(
        'takes',
        of('lost').map((entry) => functionItem(entry, host)),
      ),
      ...section(
        'open',
        of('unproven').map((entry) => functionItem(entry, host)),
      ),
    ],
    [
      ...section(
        'over',
        survivors.map((entry) => functionItem(entry, host)),
      ),
      ...section(
        survivors.length === 0 ? 'survives' : 'also',
        others.map((entry) => functionItem(entry, host)),
      ),
    ],
    [
      ...section('capacity', capacityItems(view, host)),
      ...section('stops', namesOf(view.stops, host)),
      ...section('needs', hops(view.needs, 'to', host)),
      ...section('needed', hops(view.neededBy, 'from', host)),
    ],
  ];
  body.replaceChildren(
    ...columns.filter((column) => column.length > 0).map((column) => el('div', { class: 'column' }, ...column)),
  );
}

function calmWord(view: DomainView): Parameters<typeof speak>[0] {
  if (view.functions.some(({ verdict }) => verdict === 'unproven')) return 'none-known';
  return view.judged ? 'nothing-lost' : 'not-alone';
}

/** How many functions are lost, open and safe, in one line. */
export function tallies(view: DomainView): HTMLElement[] {
  return VERDICTS.map((verdict) => {
    const number = view.functions.filter((entry) => entry.verdict === verdict).length;
    return el(
      'span',
      { class: `tally-of ${verdict}${number === 0 ? ' zero' : ''}` },
      el('span', { class: 'sign', 'aria-hidden': 'true' }),
      speak(`n.${verdict}`, number),
    );
  });
}

/** What a component is and where it stands; nothing for a zone, whose name says it. */
export function aboutDomain({ resource }: DomainView): HTMLElement[] {
  if (resource === undefined) return [];
  const { ref, noun, zones, units } = resource;
  const facts = [noun, ...(units === undefined ? [] : [speak('units', units)]), ...zones].join(' · ');
  return [
    el('span', { class: 'noun' }, facts),
    el('code', { class: 'place' }, `${ref.file}${ref.line === undefined ? '' : `:${ref.line}`}`),
  ];
}

/** One line for readers who hear the page. */
export function announcement(view: DomainView): string {
  const number = (verdict: Verdict) => view.functions.filter((entry) => entry.verdict === verdict).length;
  return `${view.label}: ${VERDICTS.map((verdict) => speak(`n.${verdict}`, number(verdict))).join(', ')}`;
}

/** Items shown at once; a system of hundreds of functions would bury the rest. */
const MOST = 6;

function section(key: Parameters<typeof speak>[0], items: readonly HTMLElement[]): HTMLElement[] {
  if (items.length === 0) return [];
  const list = el('ul', {}, ...items.slice(0, items.length > MOST + 2 ? MOST : items.length));
  const parts: HTMLElement[] = [el('h4', {}, speak(key), ' ', el('span', { class: 'tally' }, String(items.length))), list];
  if (items.length > MOST + 2) {
    const more = el('button', { type: 'button', class: 'quiet more' }, speak('show.all', items.length));
    more.addEventListener('click', () => {
      const next = items[MOST];
      list.append(...items.slice(MOST));
      more.remove();
      next?.setAttribute('tabindex', '-1');
      next?.focus();
    });
    parts.push(more);
  }
  return [el('section', { class: `about-${key}` }, ...parts)];
}

/** A resource by its name, with its stack where another resource has the same name. */
function nameOf(key: string, { assessment }: PanelHost, fallback = key): HTMLElement {
  const { resources } = assessment.topology;
  const ref = resources.find((resource) => resource.key === key)?.ref;
  if (ref === undefined) return el('code', { title: key }, displayName(fallback));
  const namesakes = resources.filter((resource) => resource.ref.id === ref.id).length;
  const stack = namesakes > 1 && ref.stack !== undefined ? ` (${ref.stack})` : '';
  return el('code', { title: ref.id }, `${displayName(ref.id)}${stack}`);
}

function functionItem(entry: FunctionView, host: PanelHost): HTMLElement {
  const head = el(
    'p',
    { class: 'function' },
    el('span', { class: `sign ${entry.verdict}`, role: 'img', 'aria-label': speak(entry.verdict) }),
    el('span', { class: 'kind' }, speak(`function.${entry.kind}`)),
    ' ',
    nameOf(entry.entry, host, entry.name),
  );
  const item = el('li', { class: `verdict ${entry.verdict}` }, head);
  if (entry.verdict === 'lost') item.append(...lostParts(entry, host));
  else if (entry.verdict === 'unproven') item.append(...openParts(entry));
  else item.append(...witness(entry));
  traceOnPoint(item, pathOf(entry), host);
  return item;
}

function lostParts({ proofs }: Extract<FunctionView, { verdict: 'lost' }>, host: PanelHost): HTMLElement[] {
  const parts = proofs.flatMap(({ finding, evidence }): HTMLElement[] => {
    const link = finding === undefined ? [] : [findingLink(finding, host)];
    const hops = evidence.map((hop) =>
      el(
        'li',
        {},
        el('code', { title: hop.from }, displayName(hop.from)),
        arrow(),
        el('code', { title: hop.to }, displayName(hop.to)),
        ' ',
        el('span', { class: 'because', lang: 'en' }, hop.because),
      ),
    );
    return [...(hops.length === 0 ? [] : [el('ol', { class: 'hops' }, ...hops)]), ...link];
  });
  return parts.length === 0 ? [el('p', { class: 'because' }, speak('no-path'))] : parts;
}

function findingLink(index: number, { assessment, anchorOfFinding }: PanelHost): HTMLElement {
  const finding = assessment.findings[index];
  const link = el('a', { href: `#${anchorOfFinding(index)}`, lang: 'en' }, finding?.message ?? '');
  return el('p', { class: `proof ${finding?.severity ?? ''}` }, link);
}

function openParts({ open }: Extract<FunctionView, { verdict: 'unproven' }>): HTMLElement[] {
  if (open.length === 0) return [el('p', { class: 'because' }, speak('may-stand'))];
  return open.flatMap(({ because, tell }) => [
    el('p', { class: 'because', lang: 'en' }, because),
    ...(tell === '' ? [] : [el('p', { class: 'tell' }, `${speak('tell')}: `, el('code', {}, tell))]),
  ]);
}

function witness({ witness: proof }: Extract<FunctionView, { verdict: 'survives' }>): HTMLElement[] {
  const { path = [], recoverySeconds, slowest } = proof ?? {};
  if (path.length === 0) return [];
  const steps = path.flatMap((step, index) => {
    const [, name = step, zone] = /^(.*) in (\S.*)$/.exec(step) ?? [];
    const words = el('code', { title: name }, displayName(name));
    return [...(index === 0 ? [] : [arrow()]), words, ...(zone === undefined ? [] : [el('span', { class: 'in-zone' }, zone)])];
  });
  const time =
    recoverySeconds === undefined
      ? []
      : [
          el(
            'p',
            { class: 'time' },
            speak('back-within', recoverySeconds),
            ...(slowest === undefined
              ? []
              : [el('span', { class: 'because', lang: 'en' }, ` (${slowest.id}: ${slowest.because})`)]),
          ),
        ];
  return [el('p', { class: 'witness' }, ...steps), ...time];
}

function arrow(): HTMLElement {
  return el('span', { class: 'arrow', 'aria-label': '→', role: 'img' }, '→');
}

/** Ids of the resources on the way of a function: those that fail, or those that take over. */
function pathOf(entry: FunctionView): readonly string[] {
  if (entry.verdict === 'lost')
    return [entry.name, ...entry.proofs.flatMap(({ evidence }) => evidence.flatMap(({ from, to }) => [from, to]))];
  return entry.verdict === 'survives' ? (entry.witness?.path ?? []).map((step) => step.replace(/ in .*$/, '')) : [];
}

function traceOnPoint(item: HTMLElement, ids: readonly string[], { trace, assessment }: PanelHost): void {
  const wanted = new Set(ids);
  const keys = assessment.topology.resources.filter(({ ref }) => wanted.has(ref.id)).map(({ key }) => key);
  item.addEventListener('pointerenter', () => trace(keys));
  item.addEventListener('pointerleave', () => trace([]));
  item.addEventListener('focusin', () => trace(keys));
  item.addEventListener('focusout', () => trace([]));
}

function capacityItems({ capacity }: DomainView, host: PanelHost): HTMLElement[] {
  const resources = new Map(host.assessment.topology.resources.map((resource) => [resource.key, resource]));
  return capacity.map(({ key, left }) => {
    const percent = `${Math.round(left * 100)}%`;
    const { units } = resources.get(key) ?? {};
    const level = left === 0 ? 'lost' : left < 1 ? 'less' : 'full';
    const bar = el('span', { class: 'bar-of', 'aria-hidden': 'true' }, el('span', { class: level, style: `width:${percent}` }));
    const count = units === undefined ? '' : ` (${Math.round(left * units)}/${units})`;
    return el(
      'li',
      { class: 'capacity' },
      nameOf(key, host),
      bar,
      el('span', { class: 'share' }, speak('capacity.of', percent), count),
    );
  });
}

function namesOf(keys: readonly string[], host: PanelHost): HTMLElement[] {
  const resources = new Map(host.assessment.topology.resources.map((resource) => [resource.key, resource]));
  return keys.map((key) => {
    const resource = resources.get(key);
    const item = el('li', {}, nameOf(key, host), ' ', el('span', { class: 'noun' }, resource?.noun ?? ''));
    item.addEventListener('pointerenter', () => host.trace([key]));
    item.addEventListener('pointerleave', () => host.trace([]));
    return item;
  });
}

function hops(needs: DomainView['needs'], end: 'from' | 'to', host: PanelHost): HTMLElement[] {
  return needs.map((need) =>
    el('li', {}, nameOf(need[end], host), ' ', el('span', { class: 'because', lang: 'en' }, need.because)),
  );
}
