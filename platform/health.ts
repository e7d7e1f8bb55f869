import { database, knowledge } from './knowledge.ts';
import type { Health } from './messages.ts';
import { troubles } from './report.ts';

/** How things stand: what is known, what is kept, and what is wrong. */
export async function healthNow(): Promise<Health> {
  const [known, db] = await Promise.all([knowledge(), database()]);
  const profiles = known?.about ?? { count: 0, asOf: '', version: 0, from: 'package' as const };
  if (db === undefined) return { profiles, troubles: troubles(), kept: { articles: 0, sightings: 0, pairs: 0 } };
  const [articles, sightings, pairs, oldest, bytes] = await Promise.all([
    db.articles.count(),
    db.sightings.count(),
    db.pairs.count(),
    db.articles.orderBy('lastSeen').first(),
    usedBytes(),
  ]);
  return {
    profiles,
    troubles: troubles(),
    kept: {
      articles,
      sightings,
      pairs,
      ...(oldest === undefined ? {} : { oldest: oldest.firstSeen }),
      ...(bytes === undefined ? {} : { bytes }),
    },
  };
}

async function usedBytes(): Promise<number | undefined> {
  // Some browsers know no estimate in private mode.
  return (await navigator.storage?.estimate().catch(() => undefined))?.usage;
}
