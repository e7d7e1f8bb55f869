import { glance } from './en/glance.ts';
import { setLocale } from './format.ts';
import type { InterfaceLanguage, Spoken } from './language.ts';
import { saying } from './say.ts';
import { glance as uk } from './uk/glance.ts';

const ALL: Readonly<Partial<Record<InterfaceLanguage, typeof glance>>> = { en: glance, uk };

/** From now on the card is drawn in this language. All of them are there: in a page nothing can be loaded later. */
export function speakCard({ language, locale }: Spoken): void {
  saying(ALL[language] ?? glance);
  setLocale(locale);
}
