import { all, memory } from './dom';

/** The switch for light and dark, which the system decides until somebody chooses. */
export function startLooks(): void {
  const show = (theme: string) => {
    document.documentElement.dataset.theme = theme;
    for (const button of all<HTMLElement>('[data-theme-choice]')) {
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === theme));
    }
  };
  for (const button of all<HTMLElement>('[data-theme-choice]')) {
    button.addEventListener('click', () => {
      const theme = button.dataset.themeChoice ?? 'auto';
      memory.set('theme', theme);
      show(theme);
    });
  }
  const remembered = memory.get('theme');
  if (remembered === 'light' || remembered === 'dark') show(remembered);
}

/** On paper everything is open and nothing is chosen; afterwards it is as it was. */
export function startPrinting(): void {
  const picture = document.querySelector('svg.picture.chooses');
  let opened: HTMLDetailsElement[] = [];
  let chosen = false;
  addEventListener('beforeprint', () => {
    opened = all<HTMLDetailsElement>('details:not([open])');
    for (const details of opened) details.open = true;
    chosen = picture?.classList.contains('chosen') === true;
    picture?.classList.remove('chosen');
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    picture?.classList.toggle('chosen', chosen);
  });
  document.getElementById('print')?.addEventListener('click', () => print());
}
