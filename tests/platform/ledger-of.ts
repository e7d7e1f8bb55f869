import { type Day, dateOfDay, joinChunks } from '../../core/ledger.ts';
import { countsOf, tallyOf } from '../../core/tally.ts';
import type { Database } from '../../platform/db.ts';
import type { PairRow } from '../../platform/log-rows.ts';

/** What the explorer would count in the log, as rows of `pairs`; and the ledger that it would hold. */
export async function ledgerOf(db: Database) {
  const { chunkStamps, ledgerChunk, wordChunk } = await import('../../platform/ledgers.ts');
  const stamps = await chunkStamps(db);
  const chunks = (await Promise.all(stamps.map(({ chunk }) => ledgerChunk(db, chunk)))).filter((chunk) => chunk !== undefined);
  const words = (await Promise.all(stamps.map(({ chunk }) => wordChunk(db, chunk)))).filter((chunk) => chunk !== undefined);
  return { ledger: joinChunks(chunks), words, stamps };
}

export async function pairsInLedger(db: Database): Promise<readonly PairRow[]> {
  const { ledger } = await ledgerOf(db);
  const tally = tallyOf(ledger, {});
  const { from, article } = ledger.shares;
  const days = new Map<number, readonly Day[]>(
    [...ledger.pairs.a.keys()].map((pair) => [
      pair,
      [...article.subarray(from[pair], from[pair + 1])].map((at) => ledger.days[at] as Day).sort((x, y) => x - y),
    ]),
  );
  return [...ledger.pairs.a.keys()]
    .map((pair) => ({
      a: ledger.entities[ledger.pairs.a[pair] as number] as string,
      b: ledger.entities[ledger.pairs.b[pair] as number] as string,
      ...countsOf(tally, pair),
      first: dateOfDay(days.get(pair)?.[0] as Day),
      last: dateOfDay(days.get(pair)?.at(-1) as Day),
    }))
    .sort((x, y) => (x.a + x.b < y.a + y.b ? -1 : 1));
}
