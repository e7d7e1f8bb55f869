import fc from 'fast-check';
import { fingerprintOf, nearOf } from '../../core/fingerprint.ts';
import { KINDS, RELATION_TYPES, ROLES } from '../../core/profile.ts';
import type { Snapshot, SnapshotEntity, SnapshotRelation } from '../../platform/exchange/snapshot.ts';
import type { ArticlePair, ArticleRow, PairRow, SentenceRow, SightingRow, VerdictRow } from '../../platform/log-rows.ts';
import { tidyVerdict, verdictKey } from '../../platform/verdict-form.ts';
import { annotation, changedOwn, listRow } from './own-rows.ts';
import { anyText, day, GONE, IDS, maybe, moment, partialDate } from './texts.ts';

/** Snapshots as the log could hold them, with the nastiest texts that a page or a reader could bring. */

const entity = (id: string): fc.Arbitrary<SnapshotEntity> =>
  fc.record(
    {
      id: fc.constant(id),
      kind: fc.constantFrom(...KINDS),
      name: anyText.map((text) => `N${text}`),
      country: fc.constantFrom('UA', 'GB', 'EU', 'NATO', 'UN', 'INT'),
      aliases: fc.array(anyText, { maxLength: 3 }),
      website: fc.constant('https://acme.example/'),
      lei: fc.constant('529900T8BM49AURSDO55'),
      isin: fc.constant('US0378331005'),
      wikidata: fc.constant(id.startsWith('Q') ? id : undefined),
      source: fc.constantFrom('packaged', 'feed', 'own'),
    },
    { requiredKeys: ['id', 'kind', 'name', 'aliases', 'source'] },
  );

const relation: fc.Arbitrary<SnapshotRelation> = fc.record(
  {
    from: fc.constantFrom(...IDS),
    to: fc.constantFrom(...IDS, GONE),
    type: fc.constantFrom(...RELATION_TYPES, 'office' as const),
    role: fc.constantFrom(...ROLES),
    office: anyText,
    since: partialDate,
    until: partialDate,
    on: partialDate,
    source: fc.record({ title: anyText, url: fc.constant('https://source.example/?a=1&b=2') }, { requiredKeys: ['title'] }),
  },
  { requiredKeys: ['from', 'to', 'type', 'source'] },
);

const PRINT = fingerprintOf([Array.from({ length: 80 }, (_, n) => `word${n}`).join(' ')]) ?? [];

interface Drawn {
  readonly row: ArticleRow;
  readonly sightings: readonly SightingRow[];
  readonly sentences: readonly SentenceRow[];
}

const sentence = fc.record({
  paragraph: fc.nat(9),
  before: anyText,
  name: anyText.map((text) => `S${text}`),
  after: anyText,
  id: fc.constantFrom(...IDS),
});
const named = fc.record({ entity: fc.constantFrom(...IDS, GONE), times: fc.integer({ min: 1, max: 9 }), alone: fc.boolean() });

const article = (id: number): fc.Arbitrary<Drawn> =>
  fc
    .record({
      fixed: fc.record(
        {
          url: fc.constant(`https://news.example/${id}?from=x`),
          title: anyText,
          publisher: anyText,
          date: day,
          firstSeen: moment,
          lastSeen: moment,
          opened: fc.nat(9),
          doc: fc.constantFrom('', 'd1'),
          published: fc.oneof(partialDate, moment, anyText),
          lang: fc.constantFrom('en', 'uk'),
          author: anyText,
          partial: fc.constant(true as const),
          print: fc.constant(PRINT),
        },
        { requiredKeys: ['url', 'title', 'publisher', 'date', 'firstSeen', 'lastSeen', 'opened', 'doc'] },
      ),
      names: fc.uniqueArray(named, { selector: (one) => one.entity, maxLength: 4 }),
      sentences: fc.array(sentence, { maxLength: 3 }),
      counts: fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }),
      path: anyText.map((text) => encodeURIComponent(text.toWellFormed())),
    })
    .map(({ fixed, names, sentences, counts, path }) => {
      const paired = names.flatMap((one) => (one.alone ? [] : [one.entity])).sort();
      const pairs = paired.flatMap((a, i) =>
        paired.slice(i + 1).map((b, j): ArticlePair => ({ a, b, sentences: counts[i + j] ?? 0, paragraphs: counts[11 - i - j] ?? 0 })),
      );
      const near = fixed.print === undefined ? {} : { near: nearOf(fixed.print) };
      const row: ArticleRow = { id, canonical: `https://news.example/${id}/${path}`, host: 'news.example', pairs, ...fixed, ...near };
      return {
        row,
        sightings: names.map(({ entity: of, times, alone }) => ({
          article: id,
          entity: of,
          times,
          date: fixed.date,
          seen: fixed.lastSeen,
          ...(alone ? { alone } : {}),
        })),
        sentences: sentences.map(({ paragraph, before, name, after, id: of }, n) => ({
          article: id,
          n,
          paragraph,
          text: `${before}${name}${after}`,
          spans: [{ start: before.length, end: before.length + name.length, id: of }],
        })),
      };
    });

/** The totals, from scratch and by another way than the log's. */
export function totalsOf(articles: readonly ArticleRow[]): readonly PairRow[] {
  const totals = new Map<string, PairRow>();
  for (const { pairs, date } of articles) {
    for (const { a, b, sentences, paragraphs } of pairs) {
      const old = totals.get(`${a} ${b}`) ?? { a, b, sentences: 0, paragraphs: 0, articles: 0, first: date, last: date };
      const [first, last] = [[old.first, date].sort()[0] as string, [old.last, date].sort()[1] as string];
      totals.set(`${a} ${b}`, {
        a,
        b,
        sentences: old.sentences + sentences,
        paragraphs: old.paragraphs + paragraphs,
        articles: old.articles + 1,
        first,
        last,
      });
    }
  }
  return [...totals.values()];
}

export const verdict: fc.Arbitrary<VerdictRow> = fc
  .record({
    scope: fc.constantFrom('page', 'site', 'everywhere'),
    entity: fc.constantFrom(...IDS),
    surface: maybe(anyText),
    says: fc.constantFrom('not-this', 'is-this'),
    given: moment,
  })
  .map(({ scope, given, surface, ...rest }) => {
    const where = { page: 'https://news.example/1', site: 'news.example', everywhere: undefined }[scope];
    const base = { ...rest, scope, ...(where === undefined ? {} : { where }) };
    const tidy = tidyVerdict({ ...base, ...(surface === undefined ? {} : { surface }) }) ?? tidyVerdict(base);
    return { tidy, given };
  })
  .map(({ tidy, given }) => ({ key: verdictKey(tidy as NonNullable<typeof tidy>), verdict: tidy as NonNullable<typeof tidy>, given }));

/** The last article may be a copy of the first: its share then lies in the row alone. */
function asLog(drawn: readonly Drawn[], copied: boolean): Pick<Snapshot, 'articles' | 'sightings' | 'sentences' | 'pairs'> {
  const last = drawn.length - 1;
  const isCopy = (i: number) => copied && last > 0 && i === last;
  const articles = drawn.map(({ row, sightings, sentences }, i) =>
    isCopy(i) ? { ...row, pairs: [], copy: { of: drawn[0]?.row.id as number, pairs: row.pairs, sightings, sentences } } : row,
  );
  const counted = drawn.filter((_, i) => !isCopy(i));
  return {
    articles,
    sightings: counted.flatMap((one) => one.sightings),
    sentences: counted.flatMap((one) => one.sentences),
    pairs: totalsOf(articles),
  };
}

export const snapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    made: moment,
    filter: maybe(anyText),
    entities: fc.subarray(IDS).chain((ids) => fc.tuple(...ids.map(entity))),
    drawn: fc.subarray([1, 2, 3]).chain((ids) => fc.tuple(...ids.map(article))),
    copied: fc.boolean(),
    relations: fc.array(relation, { maxLength: 3 }),
    own: fc.uniqueArray(changedOwn, { maxLength: 2, selector: (one) => one.id }),
    verdicts: fc.uniqueArray(verdict, { maxLength: 3, selector: (one) => one.key }),
    annotations: fc.uniqueArray(annotation, { maxLength: 3, selector: (one) => one.id }),
    lists: fc.uniqueArray(listRow, { maxLength: 2, selector: (one) => one.id }),
  })
  .map(({ drawn, copied, filter, ...rest }) => ({ ...rest, ...(filter === undefined ? {} : { filter }), ...asLog(drawn, copied) }));

export const RUNS = { numRuns: 2_000 };

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The file as it comes out if each chunk is encoded by itself, as a stream would. */
export const fileOf = (chunks: Iterable<string>): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat([...chunks].map(bytesOf)));
