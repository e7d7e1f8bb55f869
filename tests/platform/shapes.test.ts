import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { fromPage, fromReader } from '../../platform/answers.ts';
import { PAGE_SHAPES, pageOutline, READER_SHAPES } from '../../platform/message-shapes.ts';
import { createPacer } from '../../platform/pacer.ts';

const SHAPES = { ...PAGE_SHAPES, ...READER_SHAPES };
const shaped = (name: keyof typeof SHAPES, value: unknown) => SHAPES[name](value, name);

const PAGE = { doc: 'd', url: 'https://a.example/', title: 'T', whole: true, blocks: [{ id: 1, text: 'Saab' }], gone: [] };
const OWN = { name: 'Acme', kind: 'company', aliases: [] };
const holes: unknown[] = [];
holes.length = 3;

const OUTLINE = { html: '<p>x', type: 'text/html', blocks: [{ id: 1, name: 'p', text: 'x' }] };
const outlined = (value: unknown) => pageOutline(value, 'outline');

test('what a page answers is put into shape as well', () => {
  expect(outlined({ ...OUTLINE, more: 1, html: 'x'.repeat(10_000_001) })).toEqual({ ...OUTLINE, html: 'x'.repeat(10_000_000) });
  expect(() => outlined(undefined)).toThrow('outline: expected an object, got undefined');
  expect(() => outlined({ ...OUTLINE, html: 7 })).toThrow('outline: html: expected a text, got the number 7');
  expect(() => outlined({ ...OUTLINE, blocks: [{ id: 1, name: 'p' }] })).toThrow(
    'outline: blocks: 0: text: expected a text, got undefined',
  );
});

test('every message has its shape', () => {
  expect(Object.keys(PAGE_SHAPES).sort()).toEqual(Object.keys(fromPage).sort());
  expect(Object.keys(READER_SHAPES).sort()).toEqual(Object.keys(fromReader).sort());
});

describe('refused, in words that say where and what', () => {
  const rows: readonly (readonly [keyof typeof SHAPES, unknown, string])[] = [
    ['read', undefined, 'read: expected an object, got undefined'],
    ['read', 'text', 'read: expected an object, got a text of 4 characters'],
    ['read', { ...PAGE, blocks: 7 }, 'read: blocks: expected a list, got the number 7'],
    ['read', { ...PAGE, blocks: holes }, 'read: blocks: 0: expected an object, got undefined'],
    [
      'read',
      { ...PAGE, blocks: [{ id: 'x', text: '' }] },
      'read: blocks: 0: id: expected a whole number, 0 or more, got a text of 1 characters',
    ],
    [
      'read',
      { ...PAGE, blocks: [{ id: 1, text: 'x'.repeat(200_001) }] },
      'read: blocks: 0: text: expected a text of 0 to 200000 characters, got a text of 200001 characters',
    ],
    ['read', { ...PAGE, gone: [-1] }, 'read: gone: 0: expected a whole number, 0 or more, got the number -1'],
    ['read', { ...PAGE, gone: new Array(700_000) }, 'read: gone: expected a list of at most 625000, got a list of 700000'],
    ['read', { ...PAGE, doc: 'd'.repeat(101) }, 'read: doc: expected a text of 1 to 100 characters, got a text of 101 characters'],
    ['read', { ...PAGE, whole: 'yes' }, 'read: whole: expected true or false, got a text of 3 characters'],
    ['read', { ...PAGE, lang: null }, 'read: lang: expected a text, got null'],
    ['card', { doc: 'd', block: 1, offset: 1.5 }, 'card: offset: expected a whole number, 0 or more, got the number 1.5'],
    ['loadCard', {}, 'loadCard: expected nothing, got an object'],
    ['openProfile', JSON.parse('{"__proto__": {"id": "Q1"}}'), 'openProfile: id: expected a text, got undefined'],
    ['openProfile', Object.create({ id: 'Q1' }), 'openProfile: id: expected a text, got undefined'],
    ['page', undefined, 'page: expected an object, got undefined'],
    ['page', { tabId: '1' }, 'page: tabId: expected a whole number, 0 or more, got a text of 1 characters'],
    ['namedWith', { id: 'Q1', limit: NaN }, 'namedWith: limit: expected a number from 1 to 1000, got the number NaN'],
    ['goTo', { tabId: 1, id: 'Q1', step: 2 }, "goTo: step: expected '1' or '-1', got the number 2"],
    ['judge', { entity: 'Q1', says: 'yes', scope: 'page' }, "judge: says: expected 'not-this' or 'is-this', got a text of 3 characters"],
    ['judge', { entity: 'Q1', says: 'not-this', scope: 'page', surface: [] }, 'judge: surface: expected a text, got a list of 0'],
    [
      'addOwn',
      { ...OWN, kind: 'person' },
      "addOwn: kind: expected 'company' or 'official' or 'organisation' or 'event' or 'programme', got a text of 6 characters",
    ],
    ['erase', { scope: 'all' }, "erase: expected an object with 'what', got an object"],
    ['erase', { what: 'constructor' }, "erase: what: expected 'page' or 'site' or 'span' or 'all', got a text of 11 characters"],
    ['erase', { what: 'site', host: '' }, 'erase: host: expected a text of 1 to 300 characters, got a text of 0 characters'],
  ];
  test.each(rows)('%s %j', (name, value, words) => {
    expect(() => shaped(name, value)).toThrow(words);
  });

  test('a message is measured as a whole', () => {
    const blocks = Array.from({ length: 26 }, (_, id) => ({ id, text: 'x'.repeat(200_000) }));
    expect(() => shaped('read', { ...PAGE, blocks })).toThrow('read: expected at most 5000000 characters in all, got 5200208');
  });
});

describe('taken', () => {
  const rows: readonly (readonly [string, keyof typeof SHAPES, unknown, unknown])[] = [
    [
      'text with lone surrogates',
      'read',
      { ...PAGE, blocks: [{ id: 1, text: '\ud800 MBDA \udc00' }] },
      { blocks: [{ id: 1, text: '\ud800 MBDA \udc00' }] },
    ],
    ['a title that never ends, cut', 'read', { ...PAGE, title: 't'.repeat(3_000_000) }, { title: 't'.repeat(2_000) }],
    ['an absurd language, cut', 'read', { ...PAGE, lang: 'x'.repeat(100_000) }, { lang: 'x'.repeat(35) }],
    ['an address that never ends, cut', 'read', { ...PAGE, url: `data:,${'a'.repeat(90_000)}` }, { url: `data:,${'a'.repeat(8_186)}` }],
    [
      'as much as the content script sends in one go',
      'read',
      { ...PAGE, blocks: Array.from({ length: 11 }, (_, id) => ({ id, text: 'x'.repeat(20_000) })) },
      { doc: 'd' },
    ],
    ['a limit without limit', 'search', { text: 'x', limit: 1e9 }, { text: 'x', limit: 1_000 }],
    ['a limit below all', 'namedWith', { id: 'Q1', limit: -Infinity }, { id: 'Q1', limit: 1 }],
    ['a question that never ends, cut', 'search', { text: 'x'.repeat(1_000_000), limit: 1 }, { text: 'x'.repeat(2_000) }],
  ];
  test.each(rows)('%s', (_, name, value, taken) => {
    expect(shaped(name, value)).toMatchObject(taken as object);
  });

  test('and fields that nobody asked for stay outside', () => {
    const given = { ...PAGE, incognito: true, tabId: 7, toString: 1 };
    expect(Object.keys(shaped('read', given) as object)).toEqual(['doc', 'url', 'title', 'whole', 'blocks', 'gone']);
  });
});

describe('who asks too often', () => {
  // Twenty a second, ten at once, and nobody waits longer than two seconds.
  const pace = { perSecond: 20, atOnce: 10, longestWait: 2_000 };
  const rows: readonly (readonly [string, readonly number[], readonly (number | undefined)[]])[] = [
    ['ten at once wait for nothing', Array(10).fill(0), Array(10).fill(0)],
    ['the eleventh waits its turn, the twelfth twice', Array(12).fill(0), [...Array(10).fill(0), 50, 100]],
    ['after a rest there is room again', [...Array(10).fill(0), 1_000, 1_000], Array(12).fill(0)],
    ['who asks every 50 ms never waits', Array.from({ length: 500 }, (_, i) => i * 50), Array(500).fill(0)],
  ];
  test.each(rows)('%s', (_, moments, waits) => {
    const wait = createPacer(pace);
    expect(moments.map((now) => wait('a', now))).toEqual(waits);
  });

  test('the fifty-first is refused, which costs nothing, and another asker is not', () => {
    const wait = createPacer(pace);
    const waits = Array.from({ length: 60 }, () => wait('a', 0));
    expect(waits[49]).toBe(2_000);
    expect(waits.slice(50)).toEqual(Array(10).fill(undefined));
    expect(wait('b', 0)).toBe(0);
    expect(wait('a', 2_500)).toBe(0);
  });

  test('those who are still are forgotten, and those who are not are remembered', () => {
    const wait = createPacer(pace);
    for (let i = 0; i < 50; i++) wait('busy', 10_000);
    for (let i = 0; i < 5_000; i++) wait(`frame ${i}`, 10_000 + i / 5);
    expect(wait('busy', 11_000)).toBe(1_050);
  });
});
