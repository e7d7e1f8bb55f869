import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FEED_CODES } from '../../core/feed.ts';
import { background as backgroundDe } from '../../locales/de/background.ts';
import { words as de } from '../../locales/de/words.ts';
import { background } from '../../locales/en/background.ts';
import { background as backgroundFr } from '../../locales/fr/background.ts';
import { words as fr } from '../../locales/fr/words.ts';
import { LANGUAGES } from '../../locales/language.ts';
import { background as backgroundPl } from '../../locales/pl/background.ts';
import { words as pl } from '../../locales/pl/words.ts';
import { en as words } from '../../locales/ui.ts';
import { background as backgroundUk } from '../../locales/uk/background.ts';
import { words as uk } from '../../locales/uk/words.ts';

/**
 * The compiler sees to it that no language lacks an entry. What it cannot see: that an entry is empty, that it was left in English, that it
 * forgets what it was given, or that it does not write as the language does.
 */

const { feedCodes: _none, ...rest } = words;
const en = { ...rest, background };
const OTHERS = {
  uk: { ...uk, background: backgroundUk },
  de: { ...de, background: backgroundDe },
  pl: { ...pl, background: backgroundPl },
  fr: { ...fr, background: backgroundFr },
} as const;
const languages = Object.keys(OTHERS) as (keyof typeof OTHERS)[];

/** What is the same in several languages and right all the same: names, codes, words that both languages have. */
const ALIKE = /^(ISIN|LEI|NATO|Muster|.{0,3}|[\W\d]*|options\.title.*)$/su;
const SAME_WORD: Readonly<Record<keyof typeof OTHERS, readonly string[]>> = {
  uk: [],
  de: [
    'looks.strengths.normal',
    'profile.labels.website',
    'options.feeds',
    'options.name',
    'feeds.feed',
    'welcome.sample.programme',
    'glance.noCountry.INT',
    'background.line.noCountry.INT',
    'glance.within.in',
    'explorer.name',
    'explorer.network.name',
    'annotations.fields.name',
    'annotations.fields.website',
  ],
  pl: ['reader.never.bank'],
  fr: [
    'annotations.note',
    'glance.articles',
    'glance.within.articles',
    'glance.kinds.organisation',
    'glance.kinds.programme',
    'glance.kindHeadings.organisation',
    'glance.kindHeadings.programme',
    'glance.noCountry.INT',
    'reader.never.messages',
    'profile.labels.date',
    'profile.relations',
    'profile.sources',
    'feeds.colours.violet',
    'looks.colours.rose',
    'looks.colours.violet',
    'feeds.version',
    'feeds.licence',
    'feeds.fields.relations',
    'feeds.fields.sources',
    'explorer.articles',
    'explorer.column.articles',
    'explorer.column.information',
    'explorer.network.articles',
    'explorer.network.relation',
    'options.sectionsFound',
    'files.counted.article',
    'files.types.article',
    'background.line.noCountry.INT',
  ],
};

/** Every entry by its path; functions are called with what tells afterwards whether they used it. */
function said(catalogue: object, call: (make: (...of: never[]) => unknown, path: string) => string, at = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]: [string, unknown]): (readonly [string, string])[] => {
      const path = at === '' ? key : `${at}.${key}`;
      if (typeof value === 'string') return [[path, value]];
      if (typeof value === 'function') return [[path, call(value as never, path)]];
      return [...said(value as object, call, path)];
    }),
  );
}

const flat = (value: unknown): string => (Array.isArray(value) ? value.join('') : String(value));
const parts = new Proxy({}, { get: (_, name) => `<${String(name)}>` });
/** With texts: the n-th is "<n>". */
const withTexts = (make: (...of: never[]) => unknown, path: string) =>
  flat(path === 'welcome.sample.text' ? make(parts as never) : make(...(['<0>', '<1>', '<2>', '<3>', '<4>'] as never[])));
/** With numbers that no entry treats on its own. */
const withNumbers = (make: (...of: never[]) => unknown, path: string) =>
  /onDay$/.test(path) ? '' : flat(path === 'welcome.sample.text' ? '' : make(...([25, 36, 47, 58, 69] as never[])));

const markers = (text: string) => [...new Set(text.match(/<\w+>/gu))].sort();
const numbers = (text: string) => [...new Set(text.match(/\b(25|36|47|58|69)\b/gu))].sort();

describe.each(languages)('the catalogue in %s', (language) => {
  const texts = said(OTHERS[language], withTexts);
  const counts = said(OTHERS[language], withNumbers);
  const english = said(en, withTexts);

  test('has exactly the entries of the English one, and a sentence for each way in which a feed can fail', () => {
    const own = [...texts.keys()].filter((path) => !path.startsWith('feedCodes.'));
    expect(own.sort()).toEqual([...english.keys()].sort());
    const well = ['updated', 'current', 'held', 'waiting'];
    expect(Object.keys(OTHERS[language].feedCodes).sort()).toEqual(FEED_CODES.filter((code) => !well.includes(code)).sort());
  });

  test('uses all that it is given', () => {
    for (const [path, text] of english) {
      const own = texts.get(path) ?? '';
      // What counts is tried with numbers.
      if (!`${own}${text}`.includes('NaN')) expect([path, markers(own)]).toEqual([path, markers(text)]);
    }
    for (const [path, text] of said(en, withNumbers)) expect([path, numbers(counts.get(path) ?? '')]).toEqual([path, numbers(text)]);
  });

  test('has no empty entry, and none that was left in English', () => {
    const left: string[] = [];
    for (const [path, text] of texts) {
      expect([path, text.trim()]).not.toEqual([path, '']);
      const bare = (of: string) => of.replace(/<\w+>|NaN|[\u2068\u2069]/gu, '').trim();
      if (english.get(path) === text && !ALIKE.test(bare(text)) && !SAME_WORD[language].includes(path)) left.push(`${path}: ${text}`);
    }
    expect(left).toEqual([]);
    // What is no longer the same goes from the list.
    expect(SAME_WORD[language].filter((path) => english.get(path) !== texts.get(path))).toEqual([]);
  });
});

describe('each language is written as it is', () => {
  const all = (language: keyof typeof OTHERS) =>
    [withTexts, withNumbers].flatMap((call) => [...said(OTHERS[language], call)].map(([path, text]) => `${path}: ${text}`));
  const wrong: readonly (readonly [keyof typeof OTHERS, string, RegExp])[] = [
    ['uk', 'quotation marks are «…», the apostrophe is ’', /: .*["“”„'‘]/u],
    ['uk', 'no letter of another alphabet in a word', /[\p{Script=Cyrillic}][A-Za-z]|[A-Za-z][\p{Script=Cyrillic}]|[ыэёъ]/iu],
    ['de', 'quotation marks are „…“', /: .*["”«»]|“[^„]*“/u],
    ['de', 'no ASCII apostrophe', /: .*'/u],
    ['pl', 'quotation marks are „…”', /: .*["“«»']/u],
    ['fr', 'quotation marks are « … », the apostrophe is ’', /: .*["“”„']/u],
    [
      'fr',
      'a no-break space before ; : ! ? » and after «',
      /^[^:]*: .*(?:[^\u00a0][;!?»]|[^\u00a0/\w]:(?!\/\/)|(?<!https)(?<=\p{L}):(?=\s|$)|«[^\u00a0])/u,
    ],
    ['uk', 'no two spaces', /[^:] {2}/u],
    ['de', 'no two spaces', /[^:] {2}/u],
    ['pl', 'no two spaces', /[^:] {2}/u],
    ['fr', 'no two spaces', /[^:] {2}/u],
    ['de', 'no dash as glue', / [—–] /u],
    ['pl', 'no dash as glue', / [—–] /u],
    ['fr', 'no dash as glue', / [—–] /u],
  ];
  test.each(wrong)('%s: %s', (language, _, pattern) => {
    expect(all(language).filter((line) => pattern.test(line))).toEqual([]);
  });

  test('English has no dash as glue', () => {
    expect([...said(en, withTexts)].filter(([, text]) => / [—–] /u.test(text))).toEqual([]);
  });
});

describe('what the browser itself says of us', () => {
  const messages = (language: string) =>
    JSON.parse(readFileSync(new URL(`../../public/_locales/${language}/messages.json`, import.meta.url), 'utf8')) as Record<
      string,
      { message: string }
    >;
  const keys = Object.keys(messages('en')).sort();

  test.each([...LANGUAGES])('%s', (language) => {
    const own = messages(language);
    expect(Object.keys(own).sort()).toEqual(keys);
    for (const [key, { message }] of Object.entries(own)) {
      expect(message.trim()).not.toBe('');
      if (language !== 'en' && key !== 'name') expect(message).not.toBe(messages('en')[key]?.message);
    }
    // The limit of the Chrome Web Store.
    expect(own.description?.message.length).toBeLessThanOrEqual(132);
  });

  test('the manifest names no message that is not there', () => {
    const config = readFileSync(new URL('../../wxt.config.ts', import.meta.url), 'utf8');
    const named = [...config.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
    expect([...new Set(named)].sort()).toEqual(keys);
  });
});
