import { isWordKey, LANGUAGES, type Language, say } from '../language';
import type { WordKey } from '../words';
import { all, memory } from './dom';

let language: Language = 'en';

/** A word of ours in the language of the page. */
export function speak(key: WordKey, n?: string | number): string {
  return say(language, key, n);
}

/** Says every word of the page in a language, and marks its button. */
export function setLanguage(to: Language): void {
  language = to;
  document.documentElement.lang = to;
  for (const element of all<HTMLElement>('[data-t]')) {
    const key = element.dataset.t ?? '';
    if (isWordKey(key)) element.textContent = say(to, key, element.dataset.n);
  }
  for (const element of all<HTMLElement>('[data-t-label]')) {
    const key = element.dataset.tLabel ?? '';
    if (isWordKey(key)) element.setAttribute('aria-label', say(to, key));
  }
  for (const element of all<HTMLElement>('[data-t-placeholder]')) {
    const key = element.dataset.tPlaceholder ?? '';
    if (isWordKey(key)) element.setAttribute('placeholder', say(to, key));
  }
  for (const button of all<HTMLElement>('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === to));
  }
}

/** The language chosen before, else that of the browser, else English. */
export function firstLanguage(): Language {
  const wanted = memory.get('language') ?? navigator.language.slice(0, 2);
  return (Object.keys(LANGUAGES) as Language[]).find((code) => code === wanted) ?? 'en';
}
