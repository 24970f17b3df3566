import type { Assessment } from '../../../diagnostics';
import { domainLabels, lostWith, scopeOf } from '../domain-view';
import { el } from './dom';
import { speak } from './speech';

/** A failure domain to choose: its label, and for a component the key that tells it from its namesakes. */
export interface Choice {
  readonly label: string;
  readonly key?: string;
}

interface Group {
  readonly title: Parameters<typeof speak>[0];
  readonly choices: readonly Choice[];
}

/** The list of all failure domains, with buttons for the one before and the one after. */
export function makePicker(assessment: Assessment, choose: (choice: Choice) => void) {
  const groups = groupsOf(assessment);
  const choices = groups.flatMap((group) => group.choices);
  const losing = assessment.topology.domains.filter((domain) => domain.lost.length > 0);
  const lost = new Map(losing.map(({ label }) => [label, lostWith(assessment, label)]));
  const select = el('select', { id: 'choose' });
  const label = el('label', { for: 'choose' });
  const step = (by: number, sign: string) => {
    const button = el('button', { type: 'button', class: 'quiet step' }, sign);
    button.addEventListener('click', () => {
      const next = choices[(Math.max(0, select.selectedIndex) + by + choices.length) % choices.length];
      if (next !== undefined) choose(next);
    });
    return button;
  };
  const previous = step(-1, '‹');
  const next = step(1, '›');
  select.addEventListener('change', () => {
    const chosen = choices[select.selectedIndex];
    if (chosen !== undefined) choose(chosen);
  });
  const element = el('div', { class: 'picker' }, label, el('div', { class: 'picker-row' }, previous, select, next));

  /** Words in the language of the page; the choice stays. */
  function speakAgain(): void {
    const at = select.selectedIndex;
    label.textContent = speak('choose');
    previous.setAttribute('aria-label', speak('previous'));
    next.setAttribute('aria-label', speak('next'));
    select.replaceChildren(
      ...groups.map(({ title, choices: own }) =>
        el('optgroup', { label: speak(title) }, ...own.map((choice) => el('option', {}, wordsOf(choice)))),
      ),
    );
    select.selectedIndex = at;
  }

  function wordsOf({ label: words, key }: Choice): string {
    const number = lost.get(words) ?? 0;
    const namesakes = choices.filter((other) => other.label === words).length;
    const stack = namesakes > 1 ? assessment.topology.resources.find((resource) => resource.key === key)?.ref.stack : undefined;
    return `${words}${stack === undefined ? '' : ` (${stack})`}${number === 0 ? '' : `: ${speak('n.lost', number)}`}`;
  }

  function mark({ label: words, key }: Choice): void {
    const exact = choices.findIndex((choice) => choice.label === words && choice.key === key);
    select.selectedIndex = exact >= 0 ? exact : choices.findIndex((choice) => choice.label === words);
  }

  return { element, choices, mark, speakAgain };
}

function groupsOf(assessment: Assessment): readonly Group[] {
  const labels = domainLabels(assessment);
  const inScope = (...scopes: readonly string[]) =>
    labels.filter((label) => scopes.includes(scopeOf(label) ?? '')).map((label) => ({ label }));
  const listed = new Set(labels);
  const others = assessment.topology.resources
    .map(({ key, ref }) => ({ label: `component ${ref.id}`, key }))
    .filter(({ label }) => !listed.has(label));
  const groups: readonly Group[] = [
    { title: 'choose.wider', choices: inScope('region', 'provider') },
    { title: 'choose.zones', choices: inScope('zone') },
    { title: 'choose.components', choices: inScope('component') },
    { title: 'choose.others', choices: others },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}
