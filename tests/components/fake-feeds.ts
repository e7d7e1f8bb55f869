import type { ReaderApi } from '../../components/api.ts';
import type { ChangeView, FeedView } from '../../platform/messages.ts';

const HOUR = 3_600_000;
/** Relative to the clock of the machine: views tell "3 hours ago". */
// Read once: two times that are to be the same may not lie a millisecond apart.
const NOW = Date.now();
export const hoursFromNow = (hours: number): string => new Date(NOW + hours * HOUR).toISOString();

export const coreFeed: FeedView = {
  id: 'core',
  builtIn: true,
  url: 'https://feed.example.org/core/',
  title: 'Profiles of Muster',
  fingerprint: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334',
  on: true,
  colour: 'grey',
  pack: { version: 412, asOf: '2026-10-08', count: 3122, from: 'feed' },
  checked: hoursFromNow(-3),
  confirmed: hoursFromNow(-3),
  next: hoursFromNow(21),
  expires: '2026-10-22T06:00:00Z',
  signedBy: ['a1b2c3d4'],
  code: 'current',
  contact: 'mailto:corrections@example.org',
  licence: 'CC0-1.0',
  removed: ['Q71', 'Q72'],
};

/** As it is before an address is known for it. */
export const packagedFeed: FeedView = {
  id: 'core',
  builtIn: true,
  title: 'Profiles of Muster',
  on: true,
  colour: 'grey',
  pack: { version: 3, asOf: '2026-10-08', count: 412, from: 'package' },
  signedBy: [],
  removed: [],
};

export const newsroom: FeedView = {
  ...coreFeed,
  id: 'b'.repeat(40),
  builtIn: false,
  url: 'https://newsroom.example.com/feed/',
  title: 'Newsroom of Examples',
  fingerprint: 'b'.repeat(40),
  colour: 'violet',
  pack: { version: 7, asOf: '2026-09-30', count: 41, from: 'feed' },
  signedBy: ['0badcafe', '12345678'],
  contact: 'https://newsroom.example.com/corrections',
  licence: 'CC BY 4.0',
  removed: [],
};

export const team: FeedView = {
  ...newsroom,
  id: 'c'.repeat(40),
  url: 'https://team.example.net/',
  title: 'Фонд прикладів',
  fingerprint: 'c'.repeat(40),
  colour: 'amber',
  pack: { version: 1, asOf: '2026-08', count: 1, from: 'feed' },
  signedBy: ['cccccccc'],
  contact: 'https://team.example.net/contact',
  removed: ['Q73'],
};

export const changes: readonly ChangeView[] = [
  {
    id: 'Q2',
    what: 'changed',
    kind: 'official',
    name: 'Oksana Prykladna',
    fields: [
      { field: 'offices', before: 'Minister of Examples (2024–)', after: 'Minister of Examples (2024–2026)' },
      { field: 'offices', after: 'Adviser on Examples (2026–)' },
      { field: 'other names', before: 'Prikladna' },
      { field: 'as of', before: '2026-09', after: '2026-10-08' },
    ],
    feed: 'core',
    version: 412,
    at: '2026-10-08T06:02:00Z',
  },
  {
    id: 'Q9',
    what: 'added',
    kind: 'company',
    name: 'شركة الأمثلة',
    fields: [],
    feed: 'core',
    version: 412,
    at: '2026-10-08T06:02:00Z',
  },
  {
    id: 'Q8',
    what: 'removed',
    kind: 'official',
    name: 'Mr Mistaken',
    fields: [],
    feed: newsroom.id,
    version: 7,
    at: '2026-09-30T06:00:00Z',
  },
];

/** What the fake API answers about feeds unless a test says otherwise. */
export const feedAnswers = {
  feeds: async () => [coreFeed],
  addFeed: async () => [coreFeed, newsroom],
  changeFeed: async () => [coreFeed],
  removeFeed: async () => [coreFeed],
  checkFeeds: async () => [coreFeed],
  consent: async () => [coreFeed],
  changes: async () => ({ changes, of: 620 }),
  updateMode: async () => 'auto' as const,
  setUpdateMode: async ({ mode }) => mode,
} satisfies Partial<ReaderApi>;
