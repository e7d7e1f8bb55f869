import { browser } from 'wxt/browser';
import type { EntityId } from '../core/profile.ts';
import { behind } from '../locales/behind.ts';
import { list } from '../locales/format.ts';
import { type ArticleToKeep, keepArticle } from './articles.ts';
import type { Database } from './db.ts';
import { knowledge } from './knowledge.ts';
import type { ListRow } from './log-rows.ts';
import { openExplorer } from './panel.ts';
import { messageOf } from './report.ts';
import { speech } from './speech.ts';

/** The reader is told, by the system's own notification, when an article that goes into the log names somebody of a list that is watched. */

type Watched = ReadonlyMap<EntityId, ListRow>;

/** Keeps an article and tells of those whom it names and did not name when it was kept before. Rejects if it could not be kept; not to be heard is no failure. */
export async function keepAndTell(db: Database, article: ArticleToKeep, now: Date): Promise<void> {
  const watched = await watchedNow(db);
  const before = watched.size === 0 ? new Set<EntityId>() : await namedAt(db, article.canonical);
  await keepArticle(db, article, now);
  const named = article.counted.entities.map(({ entity }) => entity).filter((id) => watched.has(id) && !before.has(id));
  if (named.length > 0)
    await tell(named, watched, article).catch((error: unknown) => console.warn(`Muster: a name could not be told of: ${messageOf(error)}`));
}

/** Who is on a list that is watched; empty for most readers. */
async function watchedNow(db: Database): Promise<Watched> {
  const found = new Map<EntityId, ListRow>();
  for (const row of await db.lists.filter(({ notify }) => notify === true).toArray()) {
    for (const id of await db.annotations.where('lists').equals(row.id).primaryKeys()) found.set(id, found.get(id) ?? row);
  }
  return found;
}

async function namedAt(db: Database, canonical: string): Promise<ReadonlySet<EntityId>> {
  const row = await db.articles.where('canonical').equals(canonical).first();
  if (row?.id === undefined) return new Set();
  const stored = db.sightings.where('[article+entity]').between([row.id, ''], [row.id, '\uffff']);
  return new Set((row.copy?.sightings ?? (await stored.toArray())).map(({ entity }) => entity));
}

const PREFIX = 'watched:';

/** One notification for an article, however many it names. Without the browser's permission there is none, and nothing is wrong. */
async function tell(named: readonly EntityId[], watched: Watched, { title }: ArticleToKeep): Promise<void> {
  if (browser.notifications === undefined) return;
  const [known] = await Promise.all([knowledge(), speech()]);
  const lists = new Set(named.map((id) => watched.get(id)?.name ?? ''));
  const names = named.map((id) => known?.names.get(id)?.name ?? id);
  await browser.notifications.create(`${PREFIX}${named[0]}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png' as never),
    title: behind.watched.isNamed(list(names), names.length),
    message: `${title}\n${behind.watched.onList(list([...lists]), lists.size)}`,
  });
}

/** A click leads to the entity in the explorer. There is nothing to listen to before the reader gave the permission. */
export function listenToNotifications(): void {
  const clicks = browser.notifications?.onClicked;
  if (clicks !== undefined && !clicks.hasListener(clicked)) clicks.addListener(clicked);
}

function clicked(id: string): void {
  if (!id.startsWith(PREFIX)) return;
  void openExplorer(`?e=${encodeURIComponent(id.slice(PREFIX.length))}`);
  void browser.notifications.clear(id);
}
