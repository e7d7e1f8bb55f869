import type { BadCode } from '../../platform/exchange/bad.ts';
import { jsonLines } from '../../platform/exchange/json-lines.ts';
import type { Snapshot } from '../../platform/exchange/snapshot.ts';
import { type Broken, json, type Loose, latin1, utf16 } from './broken.ts';
import { bytesOf } from './snapshots.ts';

const SEEN = '2026-11-01T10:00:00.000Z';
const article = (n: number): Loose => ({
  type: 'article',
  canonical: `https://news.example/${n}`,
  url: `https://news.example/${n}?page=1`,
  title: `Article ${n}`,
  publisher: 'News',
  date: '2026-11-01',
  firstSeen: SEEN,
  lastSeen: SEEN,
  opened: 1,
  doc: 'd',
  pairs: [{ a: 'Q1', b: 'Q2', sentences: 1, paragraphs: 1 }],
  sightings: [
    { entity: 'Q1', times: 1, seen: SEEN },
    { entity: 'Q2', times: 2, seen: SEEN },
    { entity: 'Q3', times: 1, seen: SEEN, alone: true },
  ],
  sentences: [{ n: 0, paragraph: 0, text: 'Saab met Thales.', spans: [{ start: 0, end: 4, id: 'Q1' }] }],
});
const OWN: Loose = { type: 'own', id: 'own:1', name: 'Acme', kind: 'company', aliases: ['ACM'], added: SEEN };
const VERDICT: Loose = { type: 'verdict', verdict: { entity: 'Q1', says: 'not-this', scope: 'everywhere' }, given: SEEN };
const ANNOTATION: Loose = {
  type: 'annotation',
  id: 'Q1',
  note: 'A *note*.',
  lists: ['list:1'],
  overlay: { line: 'Missiles' },
  changed: SEEN,
};
const LIST: Loose = { type: 'list', id: 'list:1', name: 'Watched', colour: 'red', notify: true, changed: SEEN };
const SETTINGS: Loose = { type: 'settings', settings: { recording: false } };
const FEED: Loose = { type: 'feed', id: 'ab'.repeat(20), url: 'https://feed.example/', colour: 'blue', on: true, order: 0 };
const HEADER: Loose = { muster: 'log', format: 1, made: SEEN, counts: { article: 0, own: 0, verdict: 0 } };

const deep = (n: number) => `${'['.repeat(n)}${']'.repeat(n)}`;

/** Places in a record and what is wrong there: each is one file. */
type Wrong = readonly (readonly [path: string, values: readonly unknown[], code: BadCode])[];

const TEXTS = [undefined, null, 7, true, [], {}];
const NUMBERS = [undefined, null, '1', -1, 1.5, 1e300, {}];
const ARTICLE_WRONG: Wrong = [
  [
    'canonical',
    [...TEXTS, '', 'no address', 'javascript:alert(1)', 'ftp://a.example/', `https://a.example/${'x'.repeat(9_000)}`],
    'wrong-shape',
  ],
  ['url', [null, 5, 'data:text/html,x'], 'wrong-shape'],
  ['title', [...TEXTS, 'x'.repeat(10_001)], 'wrong-shape'],
  ['publisher', TEXTS, 'wrong-shape'],
  ['date', [...TEXTS, '2026', '2026-13-01', '01.11.2026', '2026-11-01T00:00'], 'wrong-shape'],
  ['firstSeen', [null, 'yesterday', '2026-11-01', 1_700_000_000], 'wrong-shape'],
  ['lastSeen', [undefined, '2026-99-01T00:00:00Z'], 'wrong-shape'],
  ['opened', NUMBERS, 'wrong-shape'],
  ['partial', [false, null, 'yes'], 'wrong-shape'],
  ['print', [[], [1, 2, 3], 'x', null, new Array(50).fill(-1)], 'wrong-shape'],
  ['copyOf', [null, 7, 'there'], 'wrong-shape'],
  ['copyOf', ['https://news.example/2'], 'contradiction'],
  ['pairs', [undefined, null, {}, 'Q1', [null], [[]], [{ a: 'Q1' }], [{ a: 'Q1', b: 'Q2', sentences: -1, paragraphs: 0 }]], 'wrong-shape'],
  [
    'pairs',
    [
      [{ a: 'Q2', b: 'Q1', sentences: 0, paragraphs: 0 }],
      [{ a: 'Q1', b: 'Q1', sentences: 0, paragraphs: 0 }],
      [{ a: 'Q1', b: 'Q9', sentences: 0, paragraphs: 0 }],
      [{ a: 'Q1', b: 'Q3', sentences: 0, paragraphs: 0 }],
      new Array(2).fill({ a: 'Q1', b: 'Q2', sentences: 0, paragraphs: 0 }),
    ],
    'contradiction',
  ],
  [
    'sightings',
    [undefined, null, 'all', [1], [{ entity: '', times: 1, seen: SEEN }], [{ entity: 'Q1', times: '1', seen: SEEN }]],
    'wrong-shape',
  ],
  ['sightings', [[], [{ entity: 'Q1', times: 0, seen: SEEN }], new Array(2).fill({ entity: 'Q1', times: 1, seen: SEEN })], 'contradiction'],
  [
    'sentences',
    [undefined, 'none', [{}], [{ n: 0, paragraph: 0, text: 5, spans: [] }], [{ n: 0, paragraph: 0, text: 'x' }]],
    'wrong-shape',
  ],
  [
    'sentences',
    [
      [{ n: 0, paragraph: 0, text: 'Saab', spans: [{ start: 0, end: 5, id: 'Q1' }] }],
      [{ n: 0, paragraph: 0, text: 'Saab', spans: [{ start: 3, end: 3, id: 'Q1' }] }],
      [{ n: 0, paragraph: 0, text: 'Saab', spans: [{ start: 4, end: 1, id: 'Q1' }] }],
      new Array(2).fill({ n: 0, paragraph: 0, text: 'Saab', spans: [] }),
    ],
    'contradiction',
  ],
];
const OWN_WRONG: Wrong = [
  ['id', [undefined, null, 7, 'Q1', 'muster:acme', 'own:', `own:${'x'.repeat(200)}`], 'wrong-shape'],
  ['name', [undefined, null, 7, []], 'wrong-shape'],
  ['name', ['', '  ', '---', '\u200b'], 'name-without-letter'],
  ['name', ['x'.repeat(201)], 'name-too-long'],
  ['kind', ['firm', '', 'constructor', '__proto__'], 'unknown-kind'],
  ['kind', [undefined, 7], 'wrong-shape'],
  ['aliases', [undefined, 'ACM', [1], [null]], 'wrong-shape'],
  ['aliases', [Array.from({ length: 51 }, (_, n) => `Alias ${n}`)], 'too-many-aliases'],
  ['aliases', [['x'.repeat(201)]], 'name-too-long'],
  ['note', [7, null, []], 'wrong-shape'],
  ['added', [undefined, 'today', 5], 'wrong-shape'],
];
const VERDICT_WRONG: Wrong = [
  ['given', [undefined, 'now'], 'wrong-shape'],
  [
    'verdict',
    [undefined, null, [], 'not-this', { entity: 'Q1', says: 'maybe', scope: 'everywhere' }, { entity: '', says: 'is-this', scope: 'site' }],
    'wrong-shape',
  ],
  [
    'verdict',
    [
      { entity: 'Q1', says: 'is-this', scope: 'site' },
      { entity: 'Q1', says: 'is-this', scope: 'page', where: 'nowhere' },
    ],
    'contradiction',
  ],
];

const ANNOTATION_WRONG: Wrong = [
  ['id', [undefined, null, 7, '', 'x'.repeat(101)], 'wrong-shape'],
  ['note', [null, 7, [], 'x'.repeat(100_001)], 'wrong-shape'],
  ['lists', [null, 'list:1', [7], [''], [null], Array.from({ length: 1_001 }, (_, n) => `list:${n}`)], 'wrong-shape'],
  ['overlay', [null, 7, [], 'Missiles', { name: 7 }, { name: '---' }, { line: 'x'.repeat(501) }], 'wrong-shape'],
  ['overlay', [{ website: 'javascript:alert(1)' }, { country: 'Utopia' }, { country: 'U1' }, { aliases: 'A' }], 'wrong-shape'],
  ['overlay', [{ aliases: [{ text: 'A' }] }, { aliases: [{ lang: 'en' }] }, { aliases: [null] }], 'wrong-shape'],
  ['changed', [undefined, null, 'now', 7, '2026-11-01'], 'wrong-shape'],
];
const LIST_WRONG: Wrong = [
  ['id', [undefined, null, 7, '', 'own:1', 'Q1'], 'wrong-shape'],
  ['name', [undefined, null, 7, {}], 'wrong-shape'],
  ['name', ['', ' \n', '\u200b'], 'no-name'],
  ['name', ['x'.repeat(101)], 'name-too-long'],
  ['colour', [undefined, null, 'mauve', '#ff0000', 'constructor', 7], 'wrong-shape'],
  ['notify', [false, null, 'yes', 1], 'wrong-shape'],
  ['changed', [undefined, 'now'], 'wrong-shape'],
];
const SETTINGS_WRONG: Wrong = [['settings', [undefined, null, 7, 'all', [], { host: 'x'.repeat(1_000_001) }], 'wrong-shape']];
const FEED_WRONG: Wrong = [
  ['id', [undefined, null, 7, 'core', '', 'AB'.repeat(20), 'a'.repeat(39)], 'wrong-shape'],
  [
    'url',
    [undefined, 7, 'https://feed.example', 'http://feed.example/', 'javascript:x/', `https://a.example/${'x'.repeat(500)}/`],
    'wrong-shape',
  ],
  ['title', [null, 7, 'x'.repeat(1_001)], 'wrong-shape'],
  ['colour', [undefined, 'mauve'], 'wrong-shape'],
  ['on', [undefined, null, 'yes', 1], 'wrong-shape'],
  ['order', [undefined, -1, 1.5, '0'], 'wrong-shape'],
];

/** A good record before and behind; the wrong one in the middle. */
function aroundLog(what: string, middle: string, codes: readonly BadCode[]): Broken {
  const text = [HEADER, article(1)].map(json).join('\n');
  return { what, bytes: bytesOf(`${text}\n${middle}\n${json(OWN)}\n`), codes, good: ['https://news.example/1', 'own:1'] };
}

function wrongs(name: string, record: Loose, all: Wrong): readonly Broken[] {
  return all.flatMap(([path, values, code]) =>
    values.map((value) =>
      aroundLog(`${name} with ${path} ${(json(value) ?? 'left out').slice(0, 60)}`, json({ ...record, [path]: value }), [code]),
    ),
  );
}

const ALL: Snapshot = {
  made: SEEN,
  entities: [],
  articles: [],
  sightings: [],
  sentences: [],
  pairs: [],
  relations: [],
  own: [],
  verdicts: [],
  annotations: [],
  lists: [],
};
const bothOf = (before: string) => ({
  good: ['https://news.example/1', 'own:1'],
  bytes: bytesOf(`${before}${json(article(1))}\n${json(OWN)}\n`),
});

export const BROKEN_LOGS: readonly Broken[] = [
  ...wrongs('an article', article(2), ARTICLE_WRONG),
  ...wrongs('an own entity', { ...OWN, id: 'own:2' }, OWN_WRONG),
  ...wrongs('a verdict', VERDICT, VERDICT_WRONG),
  ...wrongs('an annotation', ANNOTATION, ANNOTATION_WRONG),
  ...wrongs('a list', LIST, LIST_WRONG),
  ...wrongs('settings', SETTINGS, SETTINGS_WRONG),
  ...wrongs('a feed', FEED, FEED_WRONG),
  ...[{}, { note: ' \n' }, { overlay: { name: ' ' }, lists: [] }].map((said) =>
    aroundLog(`an annotation that says ${json(said)}`, json({ type: 'annotation', id: 'Q1', changed: SEEN, ...said }), ['contradiction']),
  ),
  aroundLog('settings ten thousand deep', `{"type":"settings","settings":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_001)}`, ['wrong-shape']),
  ...[ANNOTATION, LIST, SETTINGS, FEED].map((record) =>
    aroundLog(`${record.type} again`, `${json(record)}\n${json(record)}`, ['duplicate']),
  ),
  ...[0.01, 0.1, 0.3, 0.5, 0.8, 0.99].map((part) =>
    aroundLog(`a line cut at ${part}`, json(article(2)).slice(0, Math.ceil(json(article(2)).length * part)), ['not-json']),
  ),
  aroundLog('a line of nothing but brackets, a thousand deep', deep(1_000), ['not-object']),
  aroundLog('brackets a million deep', '['.repeat(1_000_000), ['not-json']),
  aroundLog(
    'objects ten thousand deep in a field that nobody knows',
    `{"type":"own","bomb":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_001)}`,
    ['wrong-shape'],
  ),
  aroundLog('a list', '[1,2]', ['not-object']),
  aroundLog('a number', '1e999', ['not-object']),
  aroundLog('null', 'null', ['not-object']),
  aroundLog('a type that nobody knows', json({ type: 'pair', a: 'Q1', b: 'Q2' }), ['unknown-type']),
  aroundLog('the type of every object', json({ type: 'constructor' }), ['unknown-type']),
  aroundLog('no type', '{}', ['unknown-type']),
  aroundLog('a type by way of the prototype', '{"__proto__":{"type":"article"}}', ['unknown-type']),
  aroundLog('fields by way of the prototype', `{"type":"article","__proto__":${json(article(2))}}`, ['wrong-shape']),
  aroundLog('a giant number', json(article(2)).replace('"opened":1', '"opened":1e400'), ['wrong-shape']),
  aroundLog('a line of nine million characters', json({ ...article(2), title: 'x'.repeat(9_000_000) }), ['too-long']),
  aroundLog('the same article again', json(article(1)), ['duplicate']),
  aroundLog('the same verdict twice', `${json(VERDICT)}`.concat('\n', json({ ...VERDICT, given: '2026-01-01T00:00:00Z' })), ['duplicate']),
  { ...aroundLog('a CSV in the middle', 'Name,Kind\nAcme,company', ['not-json', 'not-json']) },
  { what: 'nothing', bytes: new Uint8Array(), codes: ['empty'], good: [] },
  { what: 'nothing but a mark', bytes: bytesOf('\uFEFF'), codes: ['empty'], good: [] },
  { what: 'blank lines', bytes: bytesOf('\r\n \n\t\n'), codes: ['empty'], good: [] },
  { what: 'a workbook', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 10, 3]), codes: ['not-text'], good: [] },
  { what: 'gzip', bytes: new Uint8Array([0x1f, 0x8b, 8, 0, 10, 200]), codes: ['not-text'], good: [] },
  { what: 'a PDF', bytes: bytesOf('%PDF-1.7\n1 0 obj'), codes: ['not-text'], good: [] },
  { what: 'no header', ...bothOf(''), codes: ['not-ours'] },
  { what: 'a header that was cut', ...bothOf('{"muster":"log","form\n'), codes: ['not-ours'] },
  { what: 'a header of something else', ...bothOf('{"muster":"pack","format":1}\n'), codes: ['not-ours'] },
  { what: 'a header without a format', ...bothOf('{"muster":"log"}\n'), codes: ['not-ours'] },
  { what: 'a header without counts', ...bothOf(`${json({ ...HEADER, counts: undefined })}\n`), codes: ['wrong-shape'] },
  { what: 'a later format', bytes: bytesOf(`${json({ ...HEADER, format: 2 })}\n${json(article(1))}\n`), codes: ['newer-format'], good: [] },
  {
    what: 'fewer records than promised',
    ...bothOf(`${json({ ...HEADER, counts: { article: 2, own: 1, verdict: 9 } })}\n`),
    codes: ['missing-records'],
  },
  {
    what: 'fewer records than promised, of the later types',
    ...bothOf(`${json({ ...HEADER, counts: { article: 1, own: 1, verdict: 0, annotation: 1, feed: 1 } })}\n`),
    codes: ['missing-records'],
  },
  {
    what: 'a count that is none, of the later types',
    ...bothOf(`${json({ ...HEADER, counts: { article: 1, own: 1, verdict: 0, list: -1 } })}\n`),
    codes: ['wrong-shape'],
  },
  { what: 'a line in Latin-1', ...mixed(latin1(`${json({ ...OWN, id: 'own:3', name: 'Krauß' })}\n`)), codes: ['wrong-encoding'] },
  {
    what: 'half a character',
    ...mixed(bytesOf(`${json({ ...OWN, id: 'own:3', name: 'Krauß' })}\n`).filter((byte) => byte !== 0x9f)),
    codes: ['wrong-encoding'],
  },
  { what: 'a zero byte', ...mixed(new Uint8Array([0, 0, 10])), codes: ['wrong-encoding'] },
  {
    what: 'UTF-16 without its mark',
    bytes: utf16(`${json(HEADER)}\n${json(OWN)}`, false, false),
    codes: ['wrong-encoding', 'wrong-encoding'],
    good: [],
  },
  { what: 'UTF-16 with its mark, which is right', bytes: utf16(`${json(HEADER)}\r\n${json(OWN)}\r\n`), codes: [], good: ['own:1'] },
  { what: 'UTF-16 the other way round', bytes: utf16(`${json(HEADER)}\n${json(OWN)}\n`, true), codes: [], good: ['own:1'] },
  { what: 'a mark and CRLF', bytes: bytesOf(`\uFEFF${json(HEADER)}\r\n\r\n${json(OWN)}\r\n`), codes: [], good: ['own:1'] },
  { what: 'U+FFFD that was meant', bytes: bytesOf(`${json(HEADER)}\n${json({ ...OWN, name: 'A\uFFFDB' })}\n`), codes: [], good: ['own:1'] },
  { what: 'a log with nothing in it', bytes: bytesOf([...jsonLines(ALL)].join('')), codes: [], good: [] },
];

function mixed(middle: Uint8Array): Pick<Broken, 'bytes' | 'good'> {
  const before = bytesOf(`${[HEADER, article(1)].map(json).join('\n')}\n`);
  return { bytes: new Uint8Array(Buffer.concat([before, middle, bytesOf(`${json(OWN)}\n`)])), good: ['https://news.example/1', 'own:1'] };
}
