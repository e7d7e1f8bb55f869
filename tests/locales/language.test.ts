import { describe, expect, test } from 'vitest';
import { type LanguageChoice, spokenFor } from '../../locales/language.ts';

describe('which language is spoken', () => {
  test.each<[LanguageChoice, string, string, string]>([
    ['auto', 'en', 'en', 'en-GB'],
    ['auto', 'en-US', 'en', 'en-US'],
    ['auto', 'uk', 'uk', 'uk'],
    ['auto', 'uk-UA', 'uk', 'uk-UA'],
    ['auto', 'de-AT', 'de', 'de-AT'],
    ['auto', 'de_AT', 'de', 'de-AT'],
    ['auto', 'pl', 'pl', 'pl'],
    ['auto', 'fr-CA', 'fr', 'fr-CA'],
    // Not guessed: who reads Russian is not taken to read Ukrainian.
    ['auto', 'ru', 'en', 'en-GB'],
    ['auto', 'ru-UA', 'en', 'en-GB'],
    ['auto', 'zh', 'en', 'en-GB'],
    ['auto', 'den', 'en', 'en-GB'],
    ['auto', '', 'en', 'en-GB'],
    ['auto', 'no tag at all', 'en', 'en-GB'],
    // The reader's word counts; the region only where it is one of the same language.
    ['uk', 'de-AT', 'uk', 'uk'],
    ['de', 'de-AT', 'de', 'de-AT'],
    ['en', 'uk-UA', 'en', 'en-GB'],
  ])('set to %s in a browser in “%s”: %s, dates as in %s', (choice, tag, language, locale) => {
    expect(spokenFor(choice, tag)).toEqual({ language, locale });
  });
});
