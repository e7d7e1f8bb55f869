import { browser } from 'wxt/browser';
import { trouble } from '../locales/told.ts';
import type { Database, FeedRow } from './db.ts';
import { isWell, report } from './report.ts';

/**
 * The list of feeds once more, outside the database: browsers lose databases (a full disk, a crash in the middle of a write), and with it
 * would go which versions were seen and which feeds the reader had.
 */
const KEPT = 'feeds-kept';

type Kept = Pick<FeedRow, 'id' | 'url' | 'builtIn' | 'on' | 'colour' | 'order' | 'added' | 'root' | 'seen' | 'title'>;

export async function keepFeeds(db: Database): Promise<void> {
  const rows = await db.feeds.toArray();
  const kept = rows.map(({ id, url, builtIn, on, colour, order, added, root, seen, title }) => ({
    ...{ id, url, builtIn, on, colour, order, added, seen },
    ...(root === undefined ? {} : { root }),
    ...(title === undefined ? {} : { title }),
  }));
  await browser.storage.local.set({ [KEPT]: kept satisfies readonly Kept[] });
}

/**
 * Puts the list back into a database that has none. What was seen holds again, so that nothing older is believed. Feeds that the reader added
 * come back switched off, for the reader to say: pages' scripts can reach where they were kept, and must not be able to put one in.
 */
export async function restoreFeeds(db: Database): Promise<void> {
  if ((await db.feeds.count()) > 0) return;
  const stored = (await browser.storage.local.get(KEPT)) as Record<string, unknown>;
  const rows = Array.isArray(stored[KEPT]) ? (stored[KEPT] as unknown[]).filter(isKept) : [];
  if (rows.length === 0) return isWell('feeds-lost');
  const empty = { mirrors: [], removed: [], signedBy: [], failures: 0 };
  const lost = "The browser has lost Muster's database, and with it the profiles that were fetched.";
  const restored = rows.map((row): FeedRow => {
    const words = row.builtIn ? lost : `${lost} Switch the feed on again if you want it.`;
    return { ...row, ...empty, on: row.builtIn && row.on, code: 'storage', words };
  });
  await db.feeds.bulkPut(restored);
  const added = rows.filter(({ builtIn }) => !builtIn);
  report(
    'feeds-lost',
    added.length === 0 ? trouble('feeds-lost') : trouble('feeds-lost-off', added.map(({ title, url }) => title ?? url).join(', ')),
  );
}

function isKept(value: unknown): value is Kept {
  const row = value as Partial<Kept> | null;
  return (
    typeof row === 'object' &&
    row !== null &&
    [row.id, row.url, row.colour, row.added].every((one) => typeof one === 'string') &&
    [row.builtIn, row.on].every((one) => typeof one === 'boolean') &&
    typeof row.order === 'number' &&
    Array.isArray(row.seen)
  );
}
