import type { EntityId } from '../core/profile.ts';
import { type Level, strengthOf } from '../core/weights.ts';
import { cslJson } from './exchange/csl-json.ts';
import { csv } from './exchange/csv.ts';
import { followTheMoney } from './exchange/follow-the-money.ts';
import { gexf } from './exchange/gexf.ts';
import { graphml } from './exchange/graphml.ts';
import { jsonLines } from './exchange/json-lines.ts';
import type { Snapshot, SnapshotEntity, SnapshotRelation } from './exchange/snapshot.ts';
import { webAnnotations } from './exchange/web-annotation.ts';
import type { ArticleRow, PairRow, SentenceRow, SightingRow } from './log-rows.ts';
import type { FromReader, LogFacts, LogFormat, LogRows } from './messages.ts';

/** The log as a file that the reader saves: put together in the page that was asked, so that the background need not hold it. */

type Writer = (snapshot: Snapshot) => Generator<string>;

const FILES: Readonly<Record<LogFormat, readonly [write: Writer, name: string, type: string]>> = {
  'csv-entities': [(snapshot) => csv(snapshot, 'entities'), 'names.csv', 'text/csv'],
  'csv-pairs': [(snapshot) => csv(snapshot, 'pairs'), 'pairs.csv', 'text/csv'],
  'csv-sightings': [(snapshot) => csv(snapshot, 'sightings'), 'sightings.csv', 'text/csv'],
  'json-lines': [jsonLines, 'log.jsonl', 'application/jsonl'],
  gexf: [gexf, 'network.gexf', 'application/gexf+xml'],
  graphml: [graphml, 'network.graphml', 'application/graphml+xml'],
  'follow-the-money': [followTheMoney, 'followthemoney.jsonl', 'application/jsonl'],
  'web-annotation': [webAnnotations, 'annotations.jsonld', 'application/ld+json'],
  'csl-json': [cslJson, 'articles.csl.json', 'application/vnd.citationstyles.csl+json'],
};

/** What the background is asked, piece by piece. */
export interface LogSource {
  logRows(of: { readonly ids: readonly number[] }): Promise<LogRows>;
  logFacts(of: { readonly ids: readonly EntityId[] }): Promise<LogFacts>;
  logOwn(): Promise<ReturnType<FromReader['logOwn']>>;
}

/** What is asked for: articles by id, in a format, and who of them is to be in it. `filter` says in words what is not everything. */
export interface LogAsk {
  readonly ids: readonly number[];
  readonly format: LogFormat;
  readonly filter?: string;
  /** Left out: everybody. */
  readonly keeps?: (id: EntityId) => boolean;
  /** Least strength of a pair at a level. */
  readonly least?: { readonly level: Level; readonly strength: number };
}

export interface LogFile {
  readonly name: string;
  readonly blob: Blob;
}

const ARTICLES_AT_ONCE = 100;
const ENTITIES_AT_ONCE = 500;

/** The file. `tell`: how much is done, from 0 to 1. */
export async function logFile(source: LogSource, asked: LogAsk, tell: (part: number) => void, now = new Date()): Promise<LogFile> {
  const [write, name, type] = FILES[asked.format];
  const whole = await snapshotOf(source, asked, tell, now);
  const snapshot = WHOLE_ARTICLES.has(asked.format) ? whole : narrowed(whole, asked);
  const pieces: BlobPart[] = [];
  for (const piece of write(snapshot)) {
    pieces.push(piece);
    // The page goes on drawing while a long file is written.
    if (pieces.length % 16 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return { name: `muster-${now.toISOString().slice(0, 10)}-${name}`, blob: new Blob(pieces, { type }) };
}

/** An article without some of its names would not be that article any more: these formats have each as it is, or not at all. */
const WHOLE_ARTICLES: ReadonlySet<LogFormat> = new Set(['json-lines', 'csl-json']);

/** Only who is asked for, and whom they were named with often enough. */
function narrowed(snapshot: Snapshot, { keeps = () => true, least }: LogAsk): Snapshot {
  const isStrong = (pair: PairRow) => least === undefined || strengthOf(pair, least.level) >= least.strength;
  return {
    ...snapshot,
    entities: snapshot.entities.filter(({ id }) => keeps(id)),
    sightings: snapshot.sightings.filter(({ entity }) => keeps(entity)),
    sentences: snapshot.sentences
      .map((row) => ({ ...row, spans: row.spans.filter(({ id }) => keeps(id)) }))
      .filter(({ spans }) => spans.length > 0),
    pairs: snapshot.pairs.filter((pair) => keeps(pair.a) && keeps(pair.b) && isStrong(pair)),
    relations: snapshot.relations.filter(({ from, to }) => keeps(from) && keeps(to)),
    own: snapshot.own.filter(({ id }) => keeps(id)),
  };
}

async function snapshotOf(source: LogSource, { ids, filter }: LogAsk, tell: (part: number) => void, now: Date): Promise<Snapshot> {
  const [articles, sightings, sentences]: [ArticleRow[], SightingRow[], SentenceRow[]] = [[], [], []];
  for (let at = 0; at < ids.length; at += ARTICLES_AT_ONCE) {
    const rows = await source.logRows({ ids: ids.slice(at, at + ARTICLES_AT_ONCE) });
    for (const row of rows.articles) articles.push(row);
    for (const row of rows.sightings) sightings.push(row);
    for (const row of rows.sentences) sentences.push(row);
    tell((0.7 * (at + 1)) / ids.length);
  }
  const written = await source.logOwn();
  const named = [...new Set([...sightings.map(({ entity }) => entity), ...written.own.map(({ id }) => id)])].sort();
  const [entities, relations]: [SnapshotEntity[], SnapshotRelation[]] = [[], []];
  for (let at = 0; at < named.length; at += ENTITIES_AT_ONCE) {
    const facts = await source.logFacts({ ids: named.slice(at, at + ENTITIES_AT_ONCE) });
    for (const one of facts.entities) entities.push(one);
    for (const one of facts.relations) relations.push(one);
    tell(0.7 + (0.3 * (at + 1)) / named.length);
  }
  const base = { made: now.toISOString(), ...(filter === undefined ? {} : { filter }) };
  // Of somebody who is named nowhere in these articles there would be no more than an id.
  const among = new Set(named);
  return {
    ...base,
    entities,
    relations: relations.filter(({ to }) => among.has(to)),
    articles,
    sightings,
    sentences,
    pairs: pairsOf(articles),
    ...written,
  };
}

/** The totals of these articles alone; those in the table are of all. */
function pairsOf(articles: readonly ArticleRow[]): readonly PairRow[] {
  const totals = new Map<string, PairRow>();
  for (const { pairs, date } of articles) {
    for (const { a, b, sentences, paragraphs } of pairs) {
      const old = totals.get(`${a} ${b}`);
      totals.set(`${a} ${b}`, {
        a,
        b,
        sentences: sentences + (old?.sentences ?? 0),
        paragraphs: paragraphs + (old?.paragraphs ?? 0),
        articles: 1 + (old?.articles ?? 0),
        first: old !== undefined && old.first < date ? old.first : date,
        last: old !== undefined && old.last > date ? old.last : date,
      });
    }
  }
  return [...totals.values()].sort((x, y) => (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1));
}
