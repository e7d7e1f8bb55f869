import { glance as de } from './de/glance.ts';
import { type Glance, glance } from './en/glance.ts';
import { setLocale } from './format.ts';
import { glance as fr } from './fr/glance.ts';
import type { InterfaceLanguage, Spoken } from './language.ts';
import { glance as pl } from './pl/glance.ts';
import { saying } from './say.ts';
import { glance as uk } from './uk/glance.ts';

const ALL: Readonly<Record<InterfaceLanguage, Glance>> = { en: glance, uk, de, pl, fr };

/** From now on the card is drawn in this language. All of them are there: in a page nothing can be loaded later. */
export function speakCard({ language, locale }: Spoken): void {
  saying(ALL[language]);
  setLocale(locale);
}
