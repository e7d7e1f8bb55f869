import { trouble } from '../locales/told.ts';
import type { Database } from './db.ts';
import { knowledge } from './knowledge.ts';
import type { Health } from './messages.ts';
import { isWell, messageOf, report, troubles } from './report.ts';
import { database } from './storage.ts';

/** How things stand: what is known, what is kept, and what is wrong. */
export async function healthNow(): Promise<Health> {
  const [known, db] = await Promise.all([knowledge(), database()]);
  const profiles = known?.about ?? { count: 0, asOf: '', version: 0, from: 'package' as const };
  const kept = db === undefined ? NOTHING : await keptIn(db);
  // Last: what has just gone wrong is told at once.
  return { profiles, kept, troubles: troubles() };
}

const NOTHING: Health['kept'] = { articles: 0, sightings: 0, pairs: 0 };

async function keptIn(db: Database): Promise<Health['kept']> {
  try {
    const [articles, copies, sightings, pairs, oldest, bytes] = await Promise.all([
      db.articles.count(),
      db.articles.where('copy.of').above(0).count(),
      db.sightings.count(),
      db.pairs.count(),
      db.articles.orderBy('lastSeen').first(),
      usedBytes(),
    ]);
    isWell('log');
    const since = oldest === undefined ? {} : { oldest: oldest.firstSeen };
    return { articles: articles - copies, sightings, pairs, ...since, ...(bytes === undefined ? {} : { bytes }) };
  } catch (error) {
    report('log', trouble('log-unread', messageOf(error)));
    return NOTHING;
  }
}

async function usedBytes(): Promise<number | undefined> {
  // Some browsers know no estimate in private mode.
  return (await navigator.storage?.estimate().catch(() => undefined))?.usage;
}
