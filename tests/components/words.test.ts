import { describe, expect, test } from 'vitest';
import { hostOf, liesBelow, mailHref, originOf, patternHost, pauseHost, safeHref } from '../../components/links.ts';
import { relationOf } from '../../components/Profile.tsx';
import { placeOf, tabOf } from '../../components/places.ts';
import { ago, bytes, country, descriptor, language, soon, staleSentence, term, together } from '../../components/words.ts';
import { date, list, moment, stopped } from '../../locales/format.ts';
import { say } from '../../locales/say.ts';

describe('numbers in words', () => {
  test.each([
    [1, 'once'],
    [2, 'twice'],
    [3, '3 times'],
    [1204, `${new Intl.NumberFormat().format(1204)} times`],
  ])('%i is told as %s', (n, words) => expect(say.times(n)).toBe(words));

  test.each([
    [0, '0 sentences'],
    [1, '1 sentence'],
    [2, '2 sentences'],
    [21, '21 sentences'],
  ])('%i of a thing: %s', (n, words) => expect(say.sentences(n)).toBe(words));

  test.each([
    [{ sentences: 2, paragraphs: 3, articles: 4 }, 'in 2 sentences, 3 paragraphs and 4 articles'],
    [{ sentences: 0, paragraphs: 1, articles: 1 }, 'in 1 paragraph and 1 article'],
    [{ sentences: 0, paragraphs: 0, articles: 1 }, 'in 1 article'],
    [{ sentences: 0, paragraphs: 0, articles: 0 }, 'not yet counted'],
  ])('a pair %o: %s', (pair, words) => expect(together(pair)).toBe(words));

  test.each([
    [0, /^0 ?byte/],
    [999, /^999 ?byte/],
    [1_500, /^1[.,]5 ?kB/],
    [3_400_000, /^3[.,]4 ?MB/],
    [12_000_000, /^12 ?MB/],
  ])('%i bytes', (n, words) => expect(bytes(n)).toMatch(words));
});

describe('dates', () => {
  const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  /** Dates stand on one line. */
  const oneLine = (words: string) => words.replaceAll(' ', '\u00a0');
  test.each([
    ['2026', '2026'],
    [
      '2026-07',
      oneLine(new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date('2026-07-01'))),
    ],
    ['2026-07-16', oneLine(day.format(new Date('2026-07-16')))],
    ['some day', 'some day'],
    ['2026-99-99', '2026-99-99'],
    ['', ''],
  ])('%s is told as %s', (iso, words) => expect(date(iso)).toBe(words));

  test('no month and no day is invented', () => {
    expect(date('2026')).not.toMatch(/jan|1/i);
    expect(date('2026-07')).not.toMatch(/\b1\b/);
  });

  test.each([
    ['2020', undefined, 'since 2020'],
    ['2020', '2021', '2020 to 2021'],
    [undefined, '2021', 'until 2021'],
    [undefined, undefined, ''],
  ])('%s to %s: %s', (since, until, words) => expect(term(since, until)).toBe(words));
});

describe('how long ago, how soon', () => {
  const now = new Date(2026, 9, 8, 12).getTime();
  const iso = (...parts: [number, number, number, number, number?]) => new Date(...parts).toISOString();
  test.each([
    [iso(2026, 9, 8, 12), 'just now'],
    [iso(2026, 9, 8, 11, 59), '1 minute ago'],
    [iso(2026, 9, 8, 9), '3 hours ago'],
    [iso(2026, 9, 7, 9), '1 day ago'],
    [iso(2026, 8, 8, 12), '30 days ago'],
    ['2026-06-01', `on ${date('2026-06-01')}`],
    // A clock was wrong.
    ['2031-06-01', `on ${date('2031-06-01')}`],
    ['some day', 'some day'],
  ])('%s was %s', (at, words) => expect(ago(at, now).replaceAll('\u00a0', ' ')).toBe(words.replaceAll('\u00a0', ' ')));

  test.each([
    [iso(2026, 9, 8, 11), /^in a moment$/],
    [iso(2026, 9, 8, 18), /^today.*\d/],
    [iso(2026, 9, 9, 6), /^tomorrow.*\d/],
    [iso(2026, 9, 12, 6), /2026.*\d/],
    ['some day', /^some day$/],
  ])('%s is to come %s', (at, words) => expect(soon(at, now)).toMatch(words));

  test('exactly', () => {
    expect(moment(iso(2026, 9, 8, 12))).toMatch(/2026/);
    expect(moment('some day')).toBe('some day');
  });

  test.each([
    [{}, 'May be out of date: not confirmed yet.'],
    [{ confirmed: '2026' }, 'May be out of date: last confirmed 2026.'],
  ])('stale %o', (stale, words) => expect(staleSentence(stale)).toBe(words));
});

describe('names of things', () => {
  test.each([
    ['UA', 'Ukraine'],
    ['INT', 'international'],
    ['EU', 'European Union'],
    ['NATO', 'NATO'],
    ['??', '??'],
  ])('country %s is %s', (code, words) => expect(country(code)).toBe(words));

  test.each([
    ['uk', 'Ukrainian'],
    ['not a tag', 'not a tag'],
  ])('language %s is %s', (tag, words) => expect(language(tag)).toBe(words));

  test('an event was held, a company is held', () => {
    expect(relationOf('held-by', 'event')('A', 'B').join('')).toBe('A was held by B');
    expect(relationOf('held-by', 'company')('A', 'B').join('')).toBe('A is held by B');
  });

  test('a country is told once', () => {
    const of = { kind: 'company', country: 'NO', asOf: '2026' } as const;
    expect(descriptor(of, 'Missiles')).toBe('Company, Norway. As of 2026.');
    expect(descriptor(of, 'Norway. Missiles')).toBe('Company. As of 2026.');
  });

  test.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
  ])('%o in a row: %s', (parts, words) => expect(list(parts)).toBe(words));

  test.each([
    ['webmail', 'webmail.'],
    ['webmail.', 'webmail.'],
    ['really? ', 'really?'],
  ])('%s ends with one stop', (text, words) => expect(stopped(text)).toBe(words));
});

describe('addresses', () => {
  test.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['http://example.org', 'http://example.org/'],
    ['javascript:alert(1)', undefined],
    [' java\nscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['file:///etc/passwd', undefined],
    ['chrome://settings', undefined],
    ['example.org', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s may be linked as %s', (address, href) => expect(safeHref(address)).toBe(href));

  test.each([
    ['mailto:a.b+c@news.example.org', 'mailto:a.b+c@news.example.org'],
    ['a@example.org', 'mailto:a@example.org'],
    ['mailto:a@example.org?bcc=b@example.org', undefined],
    ['mailto:a@example.org,b@example.org', undefined],
    ['https://example.org/', undefined],
    ['javascript:alert(1)//a@example.org', undefined],
  ])('mail to %s: %s', (contact, href) => expect(mailHref(contact)).toBe(href));

  test('hosts and origins', () => {
    expect(hostOf('https://www.example.org/a')).toBe('example.org');
    expect(originOf('https://news.example.org:8443/a')).toBe('*://news.example.org/*');
    expect(originOf('about:blank')).toBeUndefined();
    expect(patternHost('*://*.example.org/*')).toBe('example.org');
    expect(pauseHost('www.example.org')).toBe('example.org');
    expect(liesBelow('news.example.org', 'example.org')).toBe(true);
    expect(liesBelow('badexample.org', 'example.org')).toBe(false);
  });

  test.each([
    ['', { at: 'page' }],
    ['?tab=3', { at: 'page' }],
    ['?q=', { at: 'search', text: '' }],
    ['?q=%20%D0%90%D0%BA%D0%BC%D0%B5', { at: 'search', text: 'Акме' }],
    ['?id=Q1', { at: 'profile', id: 'Q1' }],
  ])('%s opens %o', (search, place) => expect(placeOf(search)).toEqual(place));

  test('the tab of an address', () => {
    expect(tabOf('?tab=12')).toBe(12);
    expect(tabOf('?tab=x')).toBeUndefined();
    expect(tabOf('')).toBeUndefined();
  });
});
