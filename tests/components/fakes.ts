import type { ReaderApi } from '../../components/api.ts';
import type { EntityOnPage, EvidenceView, Health, PageView, PairView, ProfileView, SearchHit } from '../../platform/messages.ts';
import { feedAnswers } from './fake-feeds.ts';

export { fakeDesk, settings } from './fake-desk.ts';

/** A made-up world for the views: no name, number or sentence here is a statement about anybody. */
const strong = { how: 'given', evidence: [{ type: 'strong-alias' }] } as const;

export const acme: EntityOnPage = {
  id: 'Q1',
  name: 'Acme Systems',
  kind: 'company',
  line: 'Examplia. Missiles and air-defence systems',
  lineAsOf: '2026-03-28',
  times: 4,
  certainty: 'sure',
  surfaces: [
    { text: 'Acme Systems', times: 3, certainty: 'sure', why: { alias: 'Acme Systems', ...strong } },
    {
      text: 'Acme',
      times: 1,
      certainty: 'sure',
      why: { alias: 'Acme', how: 'given', evidence: [{ type: 'full-name-on-page', alias: 'Acme Systems' }] },
    },
  ],
  also: [],
  with: { name: 'Оксана Прикладна', sentences: 2 },
};

export const minister: EntityOnPage = {
  id: 'Q2',
  name: 'Oksana Prykladna',
  kind: 'official',
  line: 'Minister of Examples, since 16 July 2026',
  lineAsOf: '2026-03-28',
  times: 2,
  certainty: 'sure',
  surfaces: [
    {
      text: 'Прикладної',
      times: 2,
      certainty: 'sure',
      why: { alias: 'Прикладна', lang: 'uk', how: 'declined', evidence: [{ type: 'office', title: 'міністерка', role: 'minister' }] },
    },
  ],
  also: [],
  with: { name: 'Acme Systems', sentences: 1 },
};

export const alliance: EntityOnPage = {
  id: 'Q3',
  name: 'Alliance of Examples',
  kind: 'organisation',
  line: 'International. Association of makers of examples',
  lineAsOf: '2026-03-28',
  times: 1,
  certainty: 'sure',
  surfaces: [{ text: 'AOE', times: 1, certainty: 'sure', why: { alias: 'AOE', ...strong } }],
  also: [],
};

export const forum: EntityOnPage = {
  id: 'Q4',
  name: 'Second International Forum of Examples and Other Illustrative Material',
  kind: 'event',
  line: 'Held on 2 October 2024 in Exampleville',
  lineAsOf: '2026-03-28',
  times: 1204,
  certainty: 'sure',
  surfaces: [{ text: 'Forum', times: 1204, certainty: 'sure', why: { alias: 'Forum', ...strong } }],
  also: [],
};

export const maybe: EntityOnPage = {
  id: 'Q5',
  name: 'Colt Examples',
  kind: 'company',
  line: 'Examplia. Small arms',
  lineAsOf: '2026-03-28',
  times: 1,
  certainty: 'uncertain',
  surfaces: [{ text: 'Colt', times: 1, certainty: 'uncertain', why: { alias: 'Colt', how: 'given', evidence: [] } }],
  also: [],
};

export const either: EntityOnPage = {
  ...maybe,
  id: 'Q6',
  name: 'Leonardo Works',
  surfaces: [{ text: 'Leonardo', times: 2, certainty: 'uncertain', why: { alias: 'Leonardo', how: 'given', evidence: [] } }],
  times: 2,
  also: [{ id: 'Q7', name: 'Leonardo Shipyard' }],
};

export const pageView: PageView = {
  tabId: 7,
  url: 'https://www.example.org/news/1',
  host: 'www.example.org',
  title: 'A report',
  site: { state: 'reading' },
  entities: [acme, minister, alliance, forum, maybe, either],
  pairs: [{ a: 'Q1', b: 'Q2', sentences: 2, paragraphs: 2, articles: 1 }],
  kept: 'kept',
  labels: { Q1: 'Acme Systems', Q2: 'Oksana Prykladna' },
};

export const pairs: readonly PairView[] = [
  { id: 'Q2', name: 'Oksana Prykladna', kind: 'official', sentences: 12, paragraphs: 20, articles: 31, last: '2026-10-01' },
  { id: 'Q3', name: 'Alliance of Examples', kind: 'organisation', sentences: 0, paragraphs: 1, articles: 4, last: '2026-09-12' },
];

export const profileView: ProfileView = {
  profile: {
    id: 'Q1',
    kind: 'company',
    name: 'Acme Systems',
    country: 'NO',
    aliases: [
      { text: 'Acme', role: 'weak', needs: ['missile'] },
      { text: 'Acme Systems plc', role: 'strong' },
      { text: 'Акме Системс', lang: 'uk', role: 'strong' },
      { text: 'アクメ', lang: 'ja', role: 'strong' },
      { text: 'أكمي', lang: 'ar', role: 'strong' },
    ],
    decoys: [],
    offices: [],
    relations: [
      { type: 'part-of', to: 'Q3', source: 'report', since: '2020' },
      { type: 'attended', to: 'Q4', on: '2024-10-02', source: 'news' },
    ],
    facts: [
      { key: 'does', value: 'missiles and air-defence systems', source: 'wikidata' },
      { key: 'headquarters', value: 'Exampleville', source: 'wikidata', asOf: '2026-03' },
      { key: 'website', value: 'https://www.example.com/', source: 'wikidata' },
    ],
    sources: ['wikidata', 'report'],
    asOf: '2026-10-08',
  },
  line: 'Norway. Missiles and air-defence systems',
  sources: {
    wikidata: { title: 'Wikidata', publisher: 'Wikimedia', date: '2026-03-28', url: 'https://www.wikidata.org/wiki/Q1', licence: 'CC0' },
    report: { title: 'Annual report 2025', publisher: 'Acme Systems', date: '2026', url: 'https://www.example.com/report' },
    news: { title: 'The forum opens', publisher: 'Example News', date: '2024-10-02', url: 'https://news.example.org/forum' },
  },
  labels: { Q3: 'Alliance of Examples', Q4: 'Forum of Examples' },
  origin: 'packaged',
  alsoIn: [],
  seen: { articles: 34, first: '2025-11-02', last: '2026-10-01' },
  namedWith: pairs,
};

export const officialView: ProfileView = {
  ...profileView,
  profile: {
    ...profileView.profile,
    id: 'Q2',
    kind: 'official',
    name: 'Oksana Prykladna',
    country: 'UA',
    aliases: [{ text: 'Prykladna', role: 'weak' }],
    names: { uk: { given: 'Оксана', patronymic: 'Іванівна', family: 'Прикладна', gender: 'f' }, ja: { given: '花子', family: '例' } },
    offices: [
      { office: 'Deputy Minister of Examples', role: 'deputy-head', since: '2020-01', until: '2026-07-16', source: 'report' },
      { office: 'Minister of Examples', role: 'minister', organisation: 'Q3', since: '2026-07-16', acting: true, source: 'news' },
    ],
    relations: [],
    facts: [],
  },
  line: 'Minister of Examples (acting)',
};

const text = 'Acme Systems signed the paper in the presence of Oksana Prykladna on Friday.';
export const evidence: readonly EvidenceView[] = [
  {
    url: 'https://news.example.org/1',
    title: 'Paper signed',
    publisher: 'Example News',
    published: '2026-10-01',
    seen: '2026-10-02T08:00:00Z',
    level: 'sentence',
    sentences: [
      {
        text,
        spans: [
          { start: 0, end: 12, id: 'Q1' },
          { start: 49, end: 65, id: 'Q2' },
        ],
      },
    ],
  },
  {
    url: 'javascript:alert(1)',
    title: '',
    publisher: 'example.net',
    seen: '2026-09-12T08:00:00Z',
    level: 'article',
    sentences: [
      { text: 'Acme Systems was there.', spans: [{ start: 0, end: 12, id: 'Q1' }] },
      { text: 'Prykladna was there too.', spans: [{ start: 0, end: 9, id: 'Q2' }] },
    ],
  },
];

export const hits: readonly SearchHit[] = [
  { id: 'Q1', name: 'Acme Systems', kind: 'company', line: 'Norway. Missiles and air-defence systems', matched: 'Акме Системс' },
  { id: 'Q2', name: 'Oksana Prykladna', kind: 'official', line: 'Minister of Examples' },
  { id: 'Q3', name: 'Alliance of Examples', kind: 'organisation', line: 'International' },
];

export const health: Health = {
  profiles: { count: 412, asOf: '2026-10-08', version: 3, from: 'package' },
  troubles: [],
  kept: { articles: 128, sightings: 940, pairs: 2210, oldest: '2026-01-04', bytes: 3_400_000 },
};

export interface Asking {
  readonly name: string;
  readonly argument: unknown;
}

/** An API that answers from above, and keeps what it was asked. */
export function fakeApi(answers: Partial<ReaderApi> = {}): { readonly api: ReaderApi; readonly asked: Asking[] } {
  const asked: Asking[] = [];
  const all: ReaderApi = {
    page: async () => pageView,
    profile: async ({ id }) => (id === 'Q2' ? officialView : id === 'Q1' ? profileView : undefined),
    namedWith: async () => pairs,
    evidence: async () => evidence,
    search: async ({ text: words }) => (words.startsWith('nothing') ? [] : hits),
    goTo: async () => ({ index: 1, of: 4 }),
    judge: async () => true,
    takeBack: async () => true,
    verdicts: async () => [],
    readOnce: async () => ({ state: 'reading' }),
    readAlways: async () => ({ state: 'reading' }),
    addOwn: async (entity) => ({ ...entity, id: 'own:1', added: '2026-11-01' }),
    removeOwn: async () => true,
    own: async () => [],
    health: async () => health,
    logRows: async () => ({ articles: [], sightings: [], sentences: [] }),
    logFacts: async () => ({ entities: [], relations: [] }),
    logOwn: async () => ({ own: [], verdicts: [], annotations: [], lists: [] }),
    ledgerChunks: async () => [],
    ledgerChunk: async () => undefined,
    wordChunk: async () => undefined,
    briefs: async () => [],
    articles: async () => [],
    relations: async () => [],
    erase: async () => 3,
    annotations: async () => [],
    writeNote: async ({ id, now }) => ({ state: 'kept', now: now === '' ? undefined : { id, note: now, changed: '2026-11-01T08:00:00Z' } }),
    correct: async ({ id, now }) => ({ state: 'kept', now: { id, overlay: now, changed: '2026-11-01T08:00:00Z' } }),
    putOnList: async ({ id, list, on }) => (on ? { id, lists: [list], changed: '2026-11-01T08:00:00Z' } : undefined),
    lists: async () => [],
    keepList: async ({ id = 'list:1', name = 'A list', colour = 'grey', notify }) => ({
      ...{ id, name, colour, changed: '2026-11-01T08:00:00Z' },
      ...(notify === true ? { notify } : {}),
    }),
    removeList: async () => undefined,
    restoreList: async () => true,
    keepOwn: async ({ now }) => now,
    lookedAt: async () => undefined,
    tookIn: async () => true,
    ...feedAnswers,
    ...answers,
  };
  const noted = Object.entries(all).map(([name, answer]) => [
    name,
    (argument: unknown) => {
      asked.push({ name, argument });
      return (answer as (argument: unknown) => Promise<unknown>)(argument);
    },
  ]);
  return { api: Object.fromEntries(noted) as ReaderApi, asked };
}
