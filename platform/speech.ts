import { browser } from 'wxt/browser';
import { speakBehind } from '../locales/behind.ts';
import { type Spoken, spokenFor } from '../locales/language.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings.ts';

/** What is spoken, by the reader's setting and the browser's own language. */
export function spokenIn({ language }: Pick<Settings, 'language'>): Spoken {
  return spokenFor(language, browser.i18n.getUILanguage());
}

let spoken: Promise<Spoken> | undefined;

/** In the background: what is spoken now. Await it before anything is worded. Never rejects: without settings it is the browser's language. */
export function speech(): Promise<Spoken> {
  spoken ??= readSettings()
    .catch(() => {
      // The next one asks again.
      spoken = undefined;
      return DEFAULT_SETTINGS;
    })
    .then((settings) => {
      const now = spokenIn(settings);
      speakBehind(now);
      return now;
    });
  return spoken;
}

/** To be called when the setting has changed. */
export function dropSpeech(): void {
  spoken = undefined;
}
