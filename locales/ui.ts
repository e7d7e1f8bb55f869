import type { Told } from '../core/told.ts';
import { annotations } from './en/annotations.ts';
import { explorer } from './en/explorer.ts';
import { feedCodes } from './en/feed-codes.ts';
import { feeds } from './en/feeds.ts';
import { files } from './en/files.ts';
import { glance } from './en/glance.ts';
import { looks } from './en/looks.ts';
import { mine } from './en/mine.ts';
import { options } from './en/options.ts';
import { profile } from './en/profile.ts';
import { reader } from './en/reader.ts';
import { troubles } from './en/troubles.ts';
import { welcome } from './en/welcome.ts';
import { setLocale } from './format.ts';
import type { InterfaceLanguage, Spoken } from './language.ts';
import { saying } from './say.ts';
import { worded } from './told.ts';

/** English, whole: what every other language must have. */
export const en = { glance, reader, profile, options, looks, annotations, explorer, feeds, feedCodes, files, mine, welcome, troubles };
export type Words = typeof en;

/** The words of our own pages. Read them when drawing, not before: they may change. */
export let ui: Words = en;

/** A trouble in the reader's language; how an update of a feed ended is one too. */
export function troubleWords(told: Told): string {
  return worded({ ...ui.feedCodes, ...ui.troubles }, told);
}

/** Each in a file of its own that is fetched when it is wanted. */
const OTHERS: Readonly<Record<Exclude<InterfaceLanguage, 'en'>, () => Promise<Words>>> = {
  uk: async () => (await import('./uk/words.ts')).words,
  de: async () => (await import('./de/words.ts')).words,
  pl: async () => (await import('./pl/words.ts')).words,
  fr: async () => (await import('./fr/words.ts')).words,
};

/** From now on the views draw in this language. */
export async function speak({ language, locale }: Spoken): Promise<void> {
  ui = language === 'en' ? en : await OTHERS[language]();
  saying(ui.glance);
  setLocale(locale);
}
