import { buildingGazetteer, GAZETTEER_FORMAT, type Gazetteer, gazetteerFromBytes, gazetteerToBytes } from '../core/gazetteer.ts';
import type { Pack } from '../core/pack.ts';
import { trouble } from '../locales/told.ts';
import type { Database } from './db.ts';
import { type Mine, packOfMine } from './overlays.ts';
import { isQuota, isWell, messageOf, report } from './report.ts';
import { pacer } from './rests.ts';
import { packOn, type Shelf } from './shelves.ts';

/** The gazetteer from its bytes, if format and sources agree; else built and stored. Bytes that do not load are built anew. */
export async function compiled(db: Database, shelves: readonly Shelf[], mine: Mine, unhurried: boolean): Promise<Gazetteer> {
  const sources = JSON.stringify([
    shelves.map(({ row, removed }) => [row.channel, row.sha256, row.extension, [...removed]]),
    mine.own,
    [...mine.overlays],
  ]);
  const stored = await db.compiled.get('gazetteer').catch(() => undefined);
  if (stored?.format === GAZETTEER_FORMAT && stored.sources === sources) {
    try {
      return gazetteerFromBytes(stored.bytes);
    } catch (error) {
      console.warn(`Muster: the compiled names are built anew: ${messageOf(error)}`);
    }
  }
  const packs: Pack[] = [];
  for (const shelf of [...shelves].reverse()) packs.push(await packOn(db, shelf));
  const steps = buildingGazetteer([...packs, packOfMine(mine, packs)]);
  const gazetteer = await (unhurried ? withRests(steps) : withRests(steps, Number.POSITIVE_INFINITY));
  // Only a cache: without room for it the names are compiled at each start.
  await db.compiled.put({ key: 'gazetteer', format: GAZETTEER_FORMAT, sources, bytes: gazetteerToBytes(gazetteer) }).then(
    () => isWell('compiled'),
    (error: unknown) => report('compiled', trouble('compiled-not-stored', isQuota(error) ? '' : messageOf(error))),
  );
  return gazetteer;
}

async function withRests<T>(steps: Generator<void, T>, turn?: number): Promise<T> {
  const pause = pacer(turn);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    // Not awaited where it is no rest: that alone would take a while, so often is it asked.
    const pausing = pause();
    if (pausing !== undefined) await pausing;
  }
}
