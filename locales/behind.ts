import { background as de } from './de/background.ts';
import { type BackgroundWords, background } from './en/background.ts';
import { setLocale } from './format.ts';
import { background as fr } from './fr/background.ts';
import type { InterfaceLanguage, Spoken } from './language.ts';
import { background as pl } from './pl/background.ts';
import { background as uk } from './uk/background.ts';

const ALL: Readonly<Record<InterfaceLanguage, BackgroundWords>> = { en: background, uk, de, pl, fr };

/** The few words of the background, in all languages at once: a service worker may not load anything later. Read them when answering. */
export let behind: BackgroundWords = background;

export function speakBehind({ language, locale }: Spoken): void {
  behind = ALL[language];
  setLocale(locale);
}
