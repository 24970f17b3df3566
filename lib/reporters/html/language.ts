import { phrase } from '../picture/words';
import { type Dictionary, EN, type WordKey } from './words';
import { KO } from './words-ko';

/** Languages of the page, by their own names. */
export const LANGUAGES = { en: 'English', ko: '한국어' } as const;
export type Language = keyof typeof LANGUAGES;

const WORDS: Readonly<Record<Language, Dictionary>> = { en: EN, ko: KO };

/** A word of ours in a language, with its number. */
export function say(language: Language, key: WordKey, n?: string | number): string {
  return phrase(WORDS[language], key, n);
}

/** Whether a text is the key of a word; elements of the page carry keys as attributes. */
export function isWordKey(text: string): text is WordKey {
  return Object.hasOwn(EN, text);
}

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code);
}
