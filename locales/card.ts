import { glance } from './en/glance.ts';
import { setLocale } from './format.ts';
import type { InterfaceLanguage, Spoken } from './language.ts';
import { saying } from './say.ts';

const ALL: Readonly<Partial<Record<InterfaceLanguage, typeof glance>>> = { en: glance };

/** From now on the card is drawn in this language. All of them are there: in a page nothing can be loaded later. */
export function speakCard({ language, locale }: Spoken): void {
  saying(ALL[language] ?? glance);
  setLocale(locale);
}
