import { LOG, readDetails } from './articles.ts';
import type { Database, FeedRow } from './db.ts';
import { chosenArticles, chosenVerdicts } from './erasing.ts';
import { headerLine, type LogRecord, logArticles, recordLine } from './exchange/json-lines.ts';
import type { LogArticle, LogFeed } from './exchange/log-shapes.ts';
import type { ArticleRow } from './log-rows.ts';
import type { EraseScope } from './messages.ts';
import type { LogFile } from './save-log.ts';
import type { Settings } from './settings.ts';
import { ownRows } from './snapshots.ts';

/** What goes out whole: everything for a file, and what is about to be erased for the way back. */

/** Articles that are held with all their sentences at a time. */
const BATCH = 200;

/**
 * Everything of the reader's as one file in the format without loss: the log, own names, verdicts, notes, lists, settings, feeds that were added. One
 * reading transaction, so that it is the log of one moment; batch by batch goes to the browser as a blob, which need not keep it in memory.
 */
export async function backupFile(db: Database, settings: Settings, tell: (part: number) => void, now = new Date()): Promise<LogFile> {
  const made = now.toISOString();
  const pieces = await db.transaction('r', [...LOG, 'own', 'verdicts', 'annotations', 'lists', 'feeds'], async () => {
    const records = await unnumbered(db, settings);
    const article = await db.articles.count();
    const written = new Blob([headerLine({ made, counts: { ...countsOf(records), article } }), ...records.map(recordLine)]);
    return [written, ...(await articleBlobs(db, article, tell))];
  });
  tell(1);
  return { name: `muster-${made.slice(0, 10)}-backup.jsonl`, blob: new Blob(pieces, { type: 'application/jsonl' }) };
}

/** All but the articles: few, and small. Lists before what is on them. */
async function unnumbered(db: Database, settings: Settings): Promise<readonly LogRecord[]> {
  const [{ own, verdicts, lists, annotations }, feeds] = await Promise.all([ownRows(db), db.feeds.toArray()]);
  return [
    { type: 'settings', settings: { ...settings } },
    ...feeds.filter(({ builtIn }) => !builtIn).map((row) => ({ type: 'feed', feed: feedOf(row) }) as const),
    ...own.map((one) => ({ type: 'own', own: one }) as const),
    ...verdicts.map((verdict) => ({ type: 'verdict', verdict }) as const),
    ...lists.map((list) => ({ type: 'list', list }) as const),
    ...annotations.map((annotation) => ({ type: 'annotation', annotation }) as const),
  ];
}

function feedOf({ id, url, title, colour, on, order }: FeedRow): LogFeed {
  return { id, url, ...(title === undefined ? {} : { title }), colour, on, order };
}

function countsOf(records: readonly LogRecord[]): { readonly own: number; readonly verdict: number } {
  const count = (type: LogRecord['type']) => records.filter((record) => record.type === type).length;
  const later = { annotation: count('annotation'), list: count('list'), settings: count('settings'), feed: count('feed') };
  return { own: count('own'), verdict: count('verdict'), ...later };
}

async function articleBlobs(db: Database, total: number, tell: (part: number) => void): Promise<readonly Blob[]> {
  const blobs: Blob[] = [];
  for (let last = 0, done = 0; ; ) {
    const rows = await db.articles.where(':id').above(last).limit(BATCH).toArray();
    if (rows.length === 0) return blobs;
    blobs.push(new Blob((await recordsOf(db, rows)).map((article) => recordLine({ type: 'article', article }))));
    last = rows.at(-1)?.id as number;
    done += rows.length;
    tell(done / (total + 1));
  }
}

/** Articles with what hangs on them, and the addresses of those in whose stead they are not counted. */
async function recordsOf(db: Database, rows: readonly ArticleRow[]): Promise<readonly LogArticle[]> {
  const counted = rows.filter(({ copy }) => copy === undefined).map(({ id }) => id as number);
  const originals = await db.articles.bulkGet([...new Set(rows.flatMap(({ copy }) => copy?.of ?? []))]);
  const addresses = new Map(originals.flatMap((row) => (row?.id === undefined ? [] : [[row.id, row.canonical] as const])));
  return [...logArticles(rows, await readDetails(db, counted), addresses)];
}

/**
 * What erasing would take, so that `takeIn` puts it back as it was but for the ids. Of an article that is counted the copies that stay are told: when it is
 * erased one of them is counted in its stead, with a share of its own and perhaps another text, and nothing in the log tells any more that this was
 * a copy. Without them the article would come back as a copy of its heir, and the totals would not be what they were.
 */
export async function erasable(db: Database, scope: EraseScope): Promise<readonly LogRecord[]> {
  return db.transaction('r', [...LOG, 'verdicts'], async () => {
    const verdicts = await chosenVerdicts(db, scope);
    const rows = await chosenArticles(db, scope);
    const going = new Set(rows.map(({ id }) => id as number));
    const copies = await db.articles
      .where('copy.of')
      .anyOf([...going])
      .toArray();
    const staying = Map.groupBy(
      copies.filter(({ id }) => !going.has(id as number)),
      ({ copy }) => copy?.of,
    );
    const articles = await recordsOf(db, rows);
    return [
      ...verdicts.map((verdict) => ({ type: 'verdict', verdict }) as const),
      ...articles.map((article, i): LogRecord => {
        const row = rows[i] as ArticleRow;
        const stoodFor = (staying.get(row.id) ?? []).map(({ canonical }) => canonical);
        return { type: 'article', article: row.copy === undefined ? { ...article, stoodFor } : article };
      }),
    ];
  });
}
