import { afterEach, describe, expect, test } from 'vitest';
import { ago, soon, term, together } from '../../components/words.ts';
import { speakCard } from '../../locales/card.ts';
import { date, list, number, plurals, setLocale } from '../../locales/format.ts';
import { say, saying } from '../../locales/say.ts';
import { en, speak, ui } from '../../locales/ui.ts';

afterEach(() => {
  setLocale(undefined);
  saying(en.glance);
});

const seen = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ').replace(/[\u2068\u2069]/gu, '');

test('what rounds to nought has no sign', () => {
  expect([number(-0), number(-0.1), number(1234)]).toEqual(['0', '-0.1', '1,234']);
});

describe('a number and its noun', () => {
  test.each([
    [
      'en',
      'articles',
      [
        [0, '0 articles'],
        [1, '1 article'],
        [2, '2 articles'],
        [21, '21 articles'],
        [1.5, '1.5 articles'],
      ],
    ],
    [
      'uk',
      'articles',
      [
        [0, '0 статей'],
        [1, '1 стаття'],
        [2, '2 статті'],
        [5, '5 статей'],
        [11, '11 статей'],
        [21, '21 стаття'],
        [22, '22 статті'],
        [25, '25 статей'],
        [101, '101 стаття'],
        [111, '111 статей'],
        [1_234, '1 234 статті'],
        [1.5, '1,5 статті'],
      ],
    ],
    [
      'uk',
      'times',
      [
        [1, '1 раз'],
        [2, '2 рази'],
        [5, '5 разів'],
        [11, '11 разів'],
        [22, '22 рази'],
      ],
    ],
    [
      'pl',
      'articles',
      [
        [0, '0 artykułów'],
        [1, '1 artykuł'],
        [2, '2 artykuły'],
        [5, '5 artykułów'],
        [11, '11 artykułów'],
        [12, '12 artykułów'],
        [21, '21 artykułów'],
        [22, '22 artykuły'],
        [25, '25 artykułów'],
        [101, '101 artykułów'],
        [111, '111 artykułów'],
        [112, '112 artykułów'],
        [1.5, '1,5 artykułu'],
      ],
    ],
    [
      'de',
      'sentences',
      [
        [0, '0 Sätze'],
        [1, '1 Satz'],
        [2, '2 Sätze'],
        [101, '101 Sätze'],
        [1_234, '1.234 Sätze'],
        [1.5, '1,5 Sätze'],
      ],
    ],
    [
      'fr',
      'sentences',
      [
        [0, '0 phrase'],
        [1, '1 phrase'],
        [1.5, '1,5 phrase'],
        [2, '2 phrases'],
        [21, '21 phrases'],
        [1_000_000, '1 000 000 de phrases'],
      ],
    ],
  ] as const)('%s: %s', (language, what, rows) => {
    speakCard({ language, locale: language });
    for (const [n, words] of rows) expect(seen(say[what](n))).toBe(words);
  });

  test('a form is chosen by the rules of the language, whatever the region writes its digits like', () => {
    setLocale('de-CH');
    expect(seen(plurals('de')(12_345, { one: '# x', other: '# xe' }))).toBe("12'345 xe");
  });
});

describe('how closely two were named', () => {
  const pair = { sentences: 2, paragraphs: 3, articles: 1 };
  test.each([
    ['en', 'in 2 sentences, 3 paragraphs and 1 article'],
    ['uk', 'у 2 реченнях, 3 абзацах і 1 статті'],
    ['de', 'in 2 Sätzen, 3 Absätzen und 1 Artikel'],
    ['pl', 'w 2 zdaniach, 3 akapitach i 1 artykule'],
    ['fr', 'dans 2 phrases, 3 paragraphes et 1 article'],
  ] as const)('%s: %s', (language, words) => {
    speakCard({ language, locale: language });
    expect(seen(together(pair))).toBe(words);
  });
});

describe('dates', () => {
  const now = new Date(2026, 9, 8, 12).getTime();
  test.each([
    ['en', 'en-GB', 'since 20 May 2019', 'since July 2026', '3 hours ago', 'on 3 Sept 2026', 'tomorrow 06:00'],
    ['uk', 'uk', 'з 20 трав. 2019 р.', 'з липня 2026 р.', '3 години тому', '3 вер. 2026 року', 'завтра о 06:00'],
    ['de', 'de', 'seit 20. Mai 2019', 'seit Juli 2026', 'vor 3 Stunden', 'am 3. Sept. 2026', 'morgen um 06:00'],
    ['de', 'de-AT', 'seit 20. Mai 2019', 'seit Juli 2026', 'vor 3 Stunden', 'am 3. Sep. 2026', 'morgen um 06:00'],
    ['pl', 'pl', 'od 20 maj 2019', 'od lipca 2026', '3 godziny temu', '3 wrz 2026', 'jutro o 06:00'],
    ['fr', 'fr', 'depuis 20 mai 2019', 'depuis juillet 2026', 'il y a 3 heures', 'le 3 sept. 2026', 'demain à 06:00'],
  ] as const)('%s (%s)', (language, locale, day, month, hours, old, soonest) => {
    speakCard({ language, locale });
    expect(seen(term('2019-05-20', undefined))).toBe(day);
    expect(seen(term('2026-07', undefined))).toBe(month);
    expect(seen(ago(new Date(2026, 9, 8, 9).toISOString(), now))).toBe(hours);
    expect(seen(ago('2026-09-03', now))).toBe(old);
    expect(seen(soon(new Date(2026, 9, 9, 6).toISOString(), now))).toBe(soonest);
  });

  test('beside “as of”, a month stands in the nominative', () => {
    setLocale('uk');
    expect(seen(date('2026-07'))).toBe('липень 2026 р.');
  });
});

test('English lists have no comma before the last, whatever the region', () => {
  setLocale('en-US');
  expect(list(['A', 'B', 'C'])).toBe('A, B and C');
});

test('our pages take on a language and give it up', async () => {
  await speak({ language: 'uk', locale: 'uk' });
  expect(ui.reader.search).toBe('Пошук');
  expect(say.kinds.company).toBe('компанія');
  await speak({ language: 'en', locale: 'en-GB' });
  expect(ui.reader.search).toBe('Search');
});
