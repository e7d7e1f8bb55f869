import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { askMuster } from '../../scripts/watch.ts';
import { popupInTab } from './popup.ts';
import { putToSleep, SLEEPS_LATER, SLEEPS_SOON } from './sleep.ts';
import { article, BROWSER, builtExtension, FILLER, useWorld, type World } from './world.ts';

const STORY = article(`<p>At the fair MBDA met KNDS.</p>${FILLER}`);

/** Runs a change on every row of one table, behind the extension's back. */
function damage(world: World, table: string, how: 'delete' | 'garble'): Promise<number> {
  return world.own.evaluate(
    async (store, what) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('muster');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = db.transaction(store, 'readwrite');
      let rows = 0;
      transaction.objectStore(store).openCursor().onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) return;
        rows++;
        if (what === 'delete') cursor.delete();
        else cursor.update({ ...cursor.value, bytes: new Uint8Array(5), records: [{ profile: 7 }] });
        cursor.continue();
      };
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
      db.close();
      return rows;
    },
    table,
    how,
  );
}

describe(`a damaged database in ${BROWSER}`, () => {
  const world = useWorld({ preferences: SLEEPS_SOON });

  test.each([
    ['compiled', 'garble'],
    ['compiled', 'delete'],
    ['blocks', 'garble'],
    ['blocks', 'delete'],
  ] as const)('%s, %s: after the next start of the background names are marked as before', async (table, how) => {
    const before = await world.open(`http://unn.ua/damage/${table}-${how}/before`, STORY);
    await before.paints(['MBDA', 'KNDS']);
    await before.settled();
    expect(await damage(world, table, how)).toBeGreaterThan(0);
    await putToSleep(world);
    const after = await world.open(`http://unn.ua/damage/${table}-${how}/after`, STORY);
    await after.paints(['MBDA', 'KNDS']);
    const view = await after.settled();
    expect(view.kept).toBe('kept');
    expect(view.entities.map((entity) => entity.name).sort()).toEqual(['KNDS', 'MBDA']);
    expect(after.errors).toEqual([]);
  });
});

describe(`a damaged package in ${BROWSER}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-damaged-'));
  cpSync(builtExtension(), folder, { recursive: true });
  const pack = join(folder, 'packs', 'core.jsonl');
  const lines = readFileSync(pack, 'utf8').split('\n');
  writeFileSync(pack, `${lines.slice(0, 20).join('\n')}\n{"profile":{"id":"Q1"`);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const world = useWorld({ extension: folder });

  test('the page sees no error, and the reader is told', async () => {
    const tab = await world.open('http://unn.ua/damage/package', STORY);
    await tab.settled(30_000);
    expect(tab.errors).toEqual([]);
    expect((await askMuster(world.own, 'health')).troubles.map(({ words }) => words).join(' ')).not.toBe('');
    const popup = await popupInTab(world, tab);
    await popup.says(/profiles/i);
  });
});

describe(`a database that never answers, in ${BROWSER}`, () => {
  const world = useWorld({ preferences: SLEEPS_LATER });

  test('names are marked from the package, and the reader is told that nothing is kept', async () => {
    const before = await world.open('http://unn.ua/damage/locked/before', STORY);
    await before.paints(['MBDA', 'KNDS']);
    await putToSleep(world);
    await lockDatabase(world);
    const tab = await world.open('http://unn.ua/damage/locked/after', STORY);
    await until('the marks', async () => (await tab.painted()).length === 2, 30_000);
    expect((await tab.settled(30_000)).kept).toBe('storage-refused');
    const popup = await popupInTab(world, tab);
    await popup.says('nothing is kept');
    expect(tab.errors).toEqual([]);
  }, 120_000);
});

/** Begins a change of the database's version and never ends it: whoever opens the database waits for ever. */
function lockDatabase(world: World): Promise<void> {
  return world.own.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('muster', 100_000);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => {
          const transaction = opening.transaction;
          const store = opening.result.objectStoreNames[0];
          const goOn = () => {
            if (transaction && store) transaction.objectStore(store).count().onsuccess = () => goOn();
          };
          goOn();
          resolve();
        };
      }),
  );
}
