import { background } from './en/background.ts';
import { setLocale } from './format.ts';
import type { InterfaceLanguage, Spoken } from './language.ts';
import { background as uk } from './uk/background.ts';

const ALL: Readonly<Partial<Record<InterfaceLanguage, typeof background>>> = { en: background, uk };

/** The few words of the background, in all languages at once: a service worker may not load anything later. Read them when answering. */
export let behind: typeof background = background;

export function speakBehind({ language, locale }: Spoken): void {
  behind = ALL[language] ?? background;
  setLocale(locale);
}
