import { all } from './dom';
import { speak } from './speech';

/** Shows the findings that the form asks for, and says how many they are. */
export function startFilters(): { readonly refresh: () => void; readonly clear: () => void } {
  const form = document.querySelector<HTMLFormElement>('form.filters');
  if (form === null) return { refresh: () => undefined, clear: () => undefined };
  const rows = all<HTMLElement>('#findings .finding');
  const shown = form.querySelector('output');
  form.hidden = false;
  const refresh = () => {
    const asked = new FormData(form);
    const severities = asked.getAll('severity');
    const words = String(asked.get('text') ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    let number = 0;
    for (const row of rows) {
      const { severity = '', category, rule, function: kind, text = '' } = row.dataset;
      const chosen = (name: string, value: string | undefined) => [value, ''].includes(String(asked.get(name) ?? ''));
      const wanted =
        severities.includes(severity) &&
        chosen('category', category) &&
        chosen('rule', rule) &&
        chosen('function', kind) &&
        words.every((word) => text.includes(word));
      row.hidden = !wanted;
      if (wanted) number++;
    }
    if (shown !== null) shown.textContent = speak('findings.shown', number);
  };
  form.addEventListener('input', refresh);
  form.addEventListener('submit', (event) => event.preventDefault());
  const clear = () => {
    form.reset();
    refresh();
  };
  form.querySelector('.clear')?.addEventListener('click', clear);
  refresh();
  return { refresh, clear };
}
