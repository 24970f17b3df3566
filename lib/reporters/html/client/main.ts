import type { Assessment } from '../../../diagnostics';
import { anchorOf, findingAnchors } from '../anchors';
import { type DomainView, domainView } from '../domain-view';
import { isLanguage } from '../language';
import type { Cards } from '../picture-part';
import { startCanvas } from './canvas';
import { all, dataOf, el, memory } from './dom';
import { startFilters } from './filters';
import { startLooks, startPrinting } from './looks';
import { aboutDomain, announcement, fillPanel, type PanelHost, tallies } from './panel';
import { type Choice, makePicker } from './picker';
import { firstLanguage, setLanguage, speak } from './speech';

const assessment = dataOf<Assessment>('assessment');
const anchors = findingAnchors(assessment.findings);
let view: DomainView | undefined;

startLooks();
startPrinting();
setLanguage(firstLanguage());
const filters = startFilters();
const canvas = startCanvas(dataOf<Cards>('cards'), ({ domain, keys }) => {
  if (domain !== undefined) choose({ label: domain });
  else chooseResource(keys);
});
const picker = makePicker(assessment, choose);
const panel = startPanel();
const host: PanelHost = { assessment, anchorOfFinding: (index) => anchors[index] ?? '', trace: canvas.trace };

for (const button of all<HTMLElement>('[data-language]')) {
  button.addEventListener('click', () => {
    const code = button.dataset.language ?? '';
    if (!isLanguage(code)) return;
    memory.set('language', code);
    setLanguage(code);
    speakAgain();
  });
}
addEventListener('hashchange', follow);
speakAgain();
if (!follow()) showFirst();
// The browser goes to the address by itself when all is loaded, and takes the focus with it.
else addEventListener('load', () => setTimeout(follow));

function startPanel() {
  const body = document.getElementById('domain') ?? el('div');
  const chooser = document.getElementById('chooser') ?? el('div');
  const title = el('h3', { id: 'domain-title' });
  const result = el('p', { class: 'tallies' });
  const about = el('p', { class: 'about-domain' });
  chooser.replaceChildren(title, picker.element, result, about);
  chooser.hidden = picker.choices.length === 0;
  body.hidden = chooser.hidden;
  return { title, result, about, body };
}

function speakAgain(): void {
  panel.title.textContent = speak('when-fails');
  picker.speakAgain();
  filters.refresh();
  fill();
}

function fill(): void {
  if (view === undefined) return;
  panel.result.replaceChildren(...tallies(view));
  panel.about.replaceChildren(...aboutDomain(view));
  fillPanel(panel.body, view, host);
}

/** Of the resources of a card, the one whose loss takes most away. */
function chooseResource(keys: readonly string[]): void {
  const { resources, domains } = assessment.topology;
  const lost = new Map(domains.map((domain) => [domain.label, domain.lost.length]));
  let best: { choice: Choice; lost: number } | undefined;
  for (const { key, ref } of resources) {
    if (!keys.includes(key)) continue;
    const label = `component ${ref.id}`;
    const number = lost.get(label) ?? -1;
    if (best === undefined || number > best.lost) best = { choice: { label, key }, lost: number };
  }
  if (best !== undefined) choose(best.choice);
}

function choose(choice: Choice): void {
  show(choice);
  const announce = document.getElementById('announce');
  if (announce !== null && view !== undefined) announce.textContent = announcement(view);
  history.replaceState(null, '', `#${anchorOf('domain', choice.label)}`);
}

function show(choice: Choice): void {
  view = domainView(assessment, choice.label, choice.key);
  canvas.show(view);
  picker.mark(choice);
  fill();
}

/** What is worth seeing first: the domain that takes most away. */
function showFirst(): void {
  const { domains } = assessment.topology;
  const [worst] = [...domains].sort((a, b) => b.lost.length - a.lost.length || b.unproven.length - a.unproven.length);
  const label = worst?.label ?? picker.choices[0]?.label;
  if (label !== undefined) show({ label });
}

/** Goes to what the address names: a failure domain or a finding. */
function follow(): boolean {
  const wanted = decode(location.hash.slice(1));
  const choice = picker.choices.find(({ label }) => anchorOf('domain', label) === wanted);
  if (choice !== undefined) {
    show(choice);
    document.getElementById('system')?.scrollIntoView({ block: 'start' });
    return true;
  }
  const index = anchors.indexOf(wanted);
  const row = index < 0 ? null : document.getElementById(wanted);
  if (row === null) return false;
  if (row.hidden) filters.clear();
  const details = row.querySelector('details');
  if (details !== null) details.open = true;
  row.scrollIntoView({ block: 'center' });
  row.querySelector('summary')?.focus({ preventScroll: true });
  const finding = assessment.findings[index];
  if (finding !== undefined) show({ label: finding.failureDomain });
  return true;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
