import { describe, expect, test } from 'vitest';
import type { Office, Profile } from '../../core/profile.ts';
import { date } from '../../locales/format.ts';
import { canonicalUrl, hostOf, isPrivateNetwork, isUnder, plainUrl, siteOf } from '../../platform/addresses.ts';
import { dayOf } from '../../platform/articles.ts';
import { toArticleInfo } from '../../platform/ask-article.ts';
import { lineOf } from '../../platform/lines.ts';
import { wantedOrigins } from '../../platform/registration.ts';
import { DEFAULT_SETTINGS, settingsFrom } from '../../platform/settings.ts';
import { readPattern, siteState } from '../../platform/sites.ts';
import { tidyVerdict } from '../../platform/verdict-form.ts';

/** Longer than other files: the small pure functions of platform/, each a table. */

describe('the address under which an article is kept', () => {
  test.each([
    ['nothing stated', undefined, 'https://n.example/a', 'https://n.example/a'],
    ['the same', 'https://n.example/a', 'https://n.example/a?utm_source=x', 'https://n.example/a'],
    ['fragment and tracking go', undefined, 'https://n.example/a?id=3&utm_source=x&fbclid=1&gclid=2#top', 'https://n.example/a?id=3'],
    ['other parameters stay as they are', undefined, 'https://n.example/a?q=a%20b+c', 'https://n.example/a?q=a%20b+c'],
    ['a stated one has no tracking either', 'https://n.example/b?utm_medium=z', 'https://n.example/a', 'https://n.example/b'],
    ['relative', '/b', 'https://n.example/a', 'https://n.example/b'],
    ['the mobile site of the same paper', 'https://www.n.example/a', 'https://m.n.example/a', 'https://www.n.example/a'],
    ['from http to https', 'https://n.example/a', 'http://n.example/a', 'https://n.example/a'],
    ['another site may not be written over', 'https://other.example/a', 'https://n.example/a', 'https://n.example/a'],
    ['nor one with a name that ends alike', 'https://n.example/a', 'https://evil-n.example/a', 'https://evil-n.example/a'],
    ['nor a neighbour under a shared second level', 'https://bbc.co.uk/a', 'https://evil.co.uk/a', 'https://evil.co.uk/a'],
    ['nor a neighbour at a host of many', 'https://good.substack.com/a', 'https://evil.substack.com/a', 'https://evil.substack.com/a'],
    ['nor another address in numbers', 'http://127.0.0.1:81/a', 'http://127.0.0.1:80/b', 'http://127.0.0.1/b'],
    ['the front page is no article', 'https://n.example/', 'https://n.example/a', 'https://n.example/a'],
    ['the front page itself', 'https://n.example/', 'https://n.example/', 'https://n.example/'],
    ['no web address', 'javascript:alert(1)', 'https://n.example/a', 'https://n.example/a'],
    ['broken', 'http://[', 'https://n.example/a', 'https://n.example/a'],
    ['a password is no part of it', undefined, 'https://me:secret@n.example/a', 'https://n.example/a'],
    ['no web page', 'https://n.example/a', 'file:///etc/passwd', undefined],
    ['absurdly long', undefined, `https://n.example/${'a'.repeat(3000)}`, undefined],
  ])('%s', (_, stated, page, expected) => {
    expect(canonicalUrl(stated, page)).toBe(expected);
  });

  test.each([
    ['news.bbc.co.uk', 'bbc.co.uk'],
    ['www.pravda.com.ua', 'pravda.com.ua'],
    ['unn.ua', 'unn.ua'],
    ['www.spiegel.de', 'spiegel.de'],
    ['a.b.c.news.example', 'news.example'],
  ])('the site of %s is %s', (host, site) => {
    expect(siteOf(host)).toBe(site);
  });

  test.each([
    ['https://www.n.example/a', 'n.example'],
    ['http://n.example:8080/', 'n.example'],
    ['about:blank', undefined],
    [undefined, undefined],
  ])('the host of %s is %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });

  test('hosts compare label by label', () => {
    expect([isUnder('a.b', 'b'), isUnder('b', 'b'), isUnder('ab', 'b'), isUnder('b', 'a.b'), isUnder('b', '')]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(plainUrl('not an address')).toBeUndefined();
  });

  test.each([
    ['https://n.example/a#top', 'https://n.example/a'],
    ['https://n.example/app#/news/2', 'https://n.example/app#/news/2'],
    ['https://n.example/app#!news', 'https://n.example/app#!news'],
  ])('%s is the page %s', (url, plain) => {
    expect(plainUrl(url)).toBe(plain);
  });
});

describe('which pages are read', () => {
  const access = {
    never: [
      { host: 'mail.example', why: 'mail' },
      { host: 'bank.example', why: 'bank' },
    ],
    origins: ['*://*.news.example/*', 'https://one.example/*', 'http://127.0.0.1/*'].map(readPattern),
  };
  const open = { pausedEverywhere: false, pausedHosts: [] };
  const wide = { ...access, origins: [readPattern('*://*/*')] };
  test.each([
    ['a built-in site', 'https://www.news.example/a', access, open, 'reading'],
    ['the site itself', 'http://news.example/', access, open, 'reading'],
    ['a name that only ends alike', 'https://fakenews.example/', access, open, 'not-read'],
    ['an origin that was granted', 'https://one.example/a', access, open, 'reading'],
    ['with another scheme', 'http://one.example/a', access, open, 'not-read'],
    ['a site that nobody allowed', 'https://other.example/', access, open, 'not-read'],
    ['every page', 'https://other.example/', wide, open, 'reading'],
    ['mail, even with every page', 'https://mail.example/', wide, open, 'never'],
    ['below a bank', 'https://login.bank.example/x', wide, open, 'never'],
    ['with a point at the end of the host', 'https://bank.example./x', wide, open, 'never'],
    ['not a bank', 'https://notbank.example/', wide, open, 'reading'],
    ['never wins over a pause', 'https://bank.example/', wide, { ...open, pausedEverywhere: true }, 'never'],
    ['paused', 'https://news.example/', access, { ...open, pausedEverywhere: true }, 'paused'],
    ['paused here', 'https://www.news.example/', access, { ...open, pausedHosts: ['news.example'] }, 'paused-here'],
    ['paused elsewhere', 'https://news.example/', access, { ...open, pausedHosts: ['s.example'] }, 'reading'],
    ['a router, with every page', 'http://192.168.1.1/', wide, open, 'never'],
    ['this machine, by its own pattern', 'http://127.0.0.1:8080/a.html', access, open, 'reading'],
    ['an intranet', 'http://wiki/', wide, open, 'never'],
    ['a store', 'https://chromewebstore.google.com/detail/x', wide, open, 'unsupported'],
    ['the settings of the browser', 'chrome://settings', wide, open, 'unsupported'],
    ['a file', 'file:///home/a.html', wide, open, 'unsupported'],
    ['an address that is not told', undefined, wide, open, 'unsupported'],
    ['no never-list', 'https://news.example/', undefined, open, 'unsupported'],
  ])('%s', (_, url, given, pauses, expected) => {
    expect(siteState(url, given, pauses).state).toBe(expected);
  });

  test('just once: only what is not forbidden', () => {
    expect(siteState('https://other.example/', access, open, true).state).toBe('reading');
    expect(siteState('https://bank.example/', access, open, true).state).toBe('never');
    expect(siteState('https://other.example/', access, { ...open, pausedEverywhere: true }, true).state).toBe('paused');
  });

  test.each([
    '10.0.0.1',
    '172.16.0.1',
    '172.31.9.9',
    '169.254.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '[::1]',
    '[fd00::1]',
    '[fe80::1]',
    '[::ffff:7f00:1]',
    'localhost',
    'nas.local',
    'router',
  ])('%s is of the reader’s own network', (host) => {
    expect(isPrivateNetwork(host)).toBe(true);
  });
  test.each(['8.8.8.8', '172.32.0.1', '192.169.0.1', '[2001:db8::1]', 'news.example', 'fd.example'])('%s is not', (host) => {
    expect(isPrivateNetwork(host)).toBe(false);
  });

  test.each([
    ['<all_urls>', 'https://a.example/', true],
    ['*://*/*', 'ftp://a.example/', false],
    ['https://*.a.example/news/*', 'https://b.a.example/news/1', true],
    ['https://*.a.example/news/*', 'https://b.a.example/sport/1', false],
    ['https://a.example/x.y', 'https://a.example/xzy', false],
    ['http://a.example:*/*', 'http://a.example:81/', true],
    ['nonsense', 'http://a.example/', false],
  ])('pattern %s and %s: %s', (pattern, url, fits) => {
    expect(readPattern(pattern).fits(new URL(url))).toBe(fits);
  });

  test('under "every page" single sites need no script of their own', () => {
    const builtIn = ['*://*.news.example/*'];
    expect(wantedOrigins(['*://*.news.example/*', 'https://a.example/*'], builtIn)).toEqual(['https://a.example/*']);
    expect(wantedOrigins(['*://*.news.example/*', 'https://a.example/*', '*://*/*'], builtIn)).toEqual(['*://*/*']);
  });
});

describe('settings', () => {
  test.each([
    ['nothing', undefined, {}],
    ['a number', 7, {}],
    ['a list', [], {}],
    ['one good field', { recording: false }, { recording: false }],
    ['a broken flag beside a good one', { recording: 'no', welcomed: true }, { welcomed: true }],
    ['days below zero', { retentionDays: -1 }, {}],
    ['half a day', { retentionDays: 0.5 }, {}],
    ['kept for ever', { retentionDays: 0 }, { retentionDays: 0 }],
    ['an unknown way to hover', { hover: 'always' }, {}],
    ['the Alt key, as it was once called', { hover: 'alt' }, { hover: 'key' }],
    ['another key', { hover: 'key', modifier: 'shift' }, { hover: 'key', modifier: 'shift' }],
    ['a key that is none', { hover: 'key', modifier: 'x' }, { hover: 'key' }],
    ['looks that are none', { looks: 'pretty', strength: 11 }, {}],
    ['how strong', { strength: 'subtle' }, { strength: 'subtle' }],
    [
      'a line beside a colour that is none, and a kind that is none',
      { looks: { event: { line: 'wavy', colour: 'url(x)' }, robot: { line: 'solid' }, company: 3 } },
      { looks: { ...DEFAULT_SETTINGS.looks, event: { line: 'wavy', colour: 'ochre' } } },
    ],
    ['hosts among other things', { pausedHosts: ['a.example', 3, '', 'a.example', undefined] }, { pausedHosts: ['a.example'] }],
    ['one kind', { kinds: { company: false, robot: true } }, { kinds: { ...DEFAULT_SETTINGS.kinds, company: false } }],
    ['kinds that are none', { kinds: 'all' }, {}],
    ['a delay of an hour', { hoverDelay: 3_600_000 }, {}],
    ['unknown fields', { colour: 'red' }, {}],
  ])('%s', (_, stored, expected) => {
    expect(settingsFrom(stored)).toEqual({ ...DEFAULT_SETTINGS, ...expected });
  });
});

describe('the line', () => {
  const today = '2026-11-23';
  const official = (offices: readonly Partial<Office>[], day?: string) =>
    lineOf(
      {
        kind: 'official',
        country: 'UA',
        offices: offices.map((office) => ({ office: 'Minister', role: 'minister', source: 's', ...office })),
        facts: [],
      } as unknown as Profile,
      today,
      day,
    );
  test.each([
    ['in office', [{ since: '2025-01-01' }], 'Minister'],
    ['from today', [{ since: '2026-11-23' }], 'Minister'],
    ['until today', [{ since: '2025', until: '2026-11-23' }], `formerly Minister, until ${date('2026-11-23')}`],
    ['until a month that is not over', [{ until: '2026-11' }], `formerly Minister, until ${date('2026-11')}`],
    ['until a month to come', [{ until: '2026-12' }], 'Minister'],
    ['from tomorrow', [{ since: '2026-11-24' }], `Minister, from ${date('2026-11-24')}`],
    ['no dates', [{}], 'Minister'],
    ['acting', [{ since: '2026', acting: true }], 'Minister (acting)'],
    [
      'the present one before a former one',
      [
        { office: 'Old', until: '2020' },
        { office: 'New', since: '2020' },
      ],
      'New',
    ],
    [
      'the last of several',
      [
        { office: 'A', until: '2020' },
        { office: 'B', until: '2024-09' },
      ],
      `formerly B, until ${date('2024-09')}`,
    ],
    ['none at all', [], 'Ukraine'],
  ])('of an official: %s', (_, offices, expected) => {
    expect(official(offices)).toBe(expected);
  });

  test.each([
    [
      'then and now',
      '2024-10-02T09:00:00Z',
      [
        { office: 'Old', since: '2023-09-06', until: '2025-07' },
        { office: 'New', since: '2025-07' },
      ],
      `Old on ${date('2024-10-02')} · now New`,
    ],
    [
      'then, and nothing now',
      '2024-10-02',
      [{ office: 'Old', since: '2023-09-06', until: '2025-07' }],
      `Old on ${date('2024-10-02')}, until ${date('2025-07')}`,
    ],
    ['the same then and now', '2024-10-02', [{ office: 'Old', since: '2020' }], 'Old'],
    [
      'then unknown',
      '2024-10-02',
      [
        { office: 'Old', until: '2025-07' },
        { office: 'New', since: '2025-07' },
      ],
      'New',
    ],
    ['before any', '2014-10-02', [{ office: 'New', since: '2025-07' }], 'New'],
  ])('of an official on an older page: %s', (_, day, offices, expected) => {
    expect(official(offices, day)).toBe(expected);
  });

  test('of a company, a body of many countries, an event', () => {
    const facts = [
      { key: 'does', value: 'missiles', source: 's' },
      { key: 'date', value: '2024-10-02', source: 's' },
      { key: 'place', value: 'Kyiv', source: 's' },
    ];
    const profile = (kind: string, country: string, keys: readonly string[]) =>
      ({ kind, country, offices: [], facts: facts.filter((fact) => keys.includes(fact.key)) }) as unknown as Profile;
    expect(lineOf(profile('company', 'NO', ['does']), today)).toBe('Norway · missiles');
    expect(lineOf(profile('organisation', 'EU', []), today)).toBe('European Union');
    expect(lineOf(profile('event', 'UA', ['date', 'place']), today)).toBe(`${date('2024-10-02')} · Kyiv`);
  });
});

describe('what comes from a page', () => {
  test.each([
    ['2026-07-16', '2026-07-16'],
    ['2026-07-16T23:30:00+02:00', '2026-07-16'],
    ['2026-13-45', undefined],
    ['yesterday', undefined],
    [undefined, undefined],
  ])('the day of %s is %s', (published, day) => {
    expect(dayOf(published)).toBe(day);
  });

  test('is cut to size and shape', () => {
    expect(toArticleInfo(null)).toBeUndefined();
    expect(toArticleInfo({ canonical: 3, title: 'x'.repeat(9000), publisher: {}, lang: ' uk ', body: [1, 'two', 3] })).toEqual({
      canonical: '',
      title: 'x'.repeat(500),
      lang: 'uk',
      body: [1, 3],
    });
  });
});

describe('verdicts are kept in one form', () => {
  test.each([
    [
      'a surface is folded',
      { entity: 'Q1', surface: 'SAAB', says: 'not-this', scope: 'everywhere' },
      { entity: 'Q1', surface: 'saab', says: 'not-this', scope: 'everywhere' },
    ],
    [
      'a page has no tracking',
      { entity: 'Q1', says: 'not-this', scope: 'page', where: 'https://n.example/a?utm_source=x#b' },
      { entity: 'Q1', says: 'not-this', scope: 'page', where: 'https://n.example/a' },
    ],
    [
      'a site has no www',
      { entity: 'Q1', says: 'is-this', scope: 'site', where: 'www.n.example' },
      { entity: 'Q1', says: 'is-this', scope: 'site', where: 'n.example' },
    ],
    [
      'everywhere is nowhere',
      { entity: 'Q1', says: 'is-this', scope: 'everywhere', where: 'x' },
      { entity: 'Q1', says: 'is-this', scope: 'everywhere' },
    ],
    ['no place', { entity: 'Q1', says: 'is-this', scope: 'page' }, undefined],
    ['no entity', { entity: '', says: 'is-this', scope: 'everywhere' }, undefined],
    ['no such word', { entity: 'Q1', says: 'maybe', scope: 'everywhere' }, undefined],
  ])('%s', (_, given, expected) => {
    expect(tidyVerdict(given as never)).toEqual(expected);
  });
});
