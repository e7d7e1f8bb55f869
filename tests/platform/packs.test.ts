import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../platform/db.ts';
import { packOf, record } from '../core/pack-of.ts';
import { freshBackground, packaged, packText, pageWith, reader, sender, wake } from './background.ts';

let muster: Awaited<ReturnType<typeof freshBackground>>;
beforeEach(async () => {
  muster = await freshBackground();
});

const db = async () => (await muster.knowledge.database()) as Database;
const many = (count: number, version: number) =>
  packOf(
    Array.from({ length: count }, (_, i) => record(`Q${100_000 + i}`, 'company', [`Maker ${i} Works`])),
    { channel: 'core', version },
  );

describe('packs in storage', () => {
  test('lie in blocks of a hundred, and each record is found', async () => {
    packaged.pack = packText(many(523, 1));
    const known = await muster.knowledge.knowledge();
    expect(await (await db()).blocks.count()).toBe(6);
    for (const i of [0, 99, 100, 101, 499, 522]) expect((await known?.record(`Q${100_000 + i}`))?.profile.name).toBe(`Maker ${i} Works`);
    for (const id of ['Q1', 'Q100523', 'Q99999999', 'muster:none', 'own:none']) expect(await known?.record(id)).toBeUndefined();
    expect((await known?.records())?.length).toBe(523);
  });

  test('a new version takes the place of the old, and leaves nothing of it', async () => {
    packaged.pack = packText(many(250, 1));
    await muster.knowledge.knowledge();
    packaged.pack = packText(many(120, 2));
    muster = await wake();
    await muster.answers.takePackaged();
    expect((await muster.knowledge.knowledge())?.about).toMatchObject({ version: 2, count: 120, from: 'storage' });
    expect(await (await db()).blocks.count()).toBe(2);
    const { page, text } = pageWith('https://www.news.example/a', ['Maker 3 Works, Maker 200 Works.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ blocks: [{ marks: [{ start: 0, end: 13 }] }] });
  });

  // The package is looked into when the extension is installed, and the feed is asked soon after: each takes turns with itself only.
  test.each([0, 1, 2, 3, 5, 8])(
    'a package that is installed while an update switches and sweeps neither undoes it nor loses a block (%i)',
    async (turns) => {
      packaged.pack = packText(many(250, 1));
      await muster.knowledge.knowledge();
      const { storedPacks, sweepBlocks, blockOf, readPack } = await import('../../platform/packs.ts');
      const open = await db();
      const [before] = await storedPacks(open);
      const update = async () => {
        await open.blocks.bulkPut([blockOf('core@9:ninth', 0, packText(many(50, 9)).split('\n').slice(1, -1))]);
        for (let i = 0; i < turns; i++) await open.packs.count();
        if (before === undefined) return;
        await open.packs.put({ ...before, set: 'core@9:ninth', sha256: 'ninth', header: many(50, 9).header, from: 'feed' });
        await sweepBlocks(open);
      };
      packaged.pack = packText(many(350, 2));
      await Promise.all([muster.answers.takePackaged(), update()]);
      const [after] = await storedPacks(open);
      expect(after?.header.version).toBe(9);
      expect(after === undefined ? undefined : (await readPack(open, after)).records.length).toBe(50);
      await sweepBlocks(open);
      expect(await open.blocks.count()).toBe(1);
    },
  );

  test('an update that switches and sweeps while the names are being loaded does not pass for damage', async () => {
    packaged.pack = packText(many(250, 1));
    await muster.knowledge.knowledge();
    muster = await wake();
    const { storedPacks, sweepBlocks, blockOf } = await import('../../platform/packs.ts');
    const open = await db();
    await open.compiled.clear();
    const [before] = await storedPacks(open);
    const rows = open.feeds.toArray.bind(open.feeds);
    // Asked between the rows of the packs and their blocks.
    vi.spyOn(open.feeds, 'toArray').mockImplementationOnce((async () => {
      await open.blocks.bulkPut([blockOf('core@9:ninth', 0, packText(many(50, 9)).split('\n').slice(1, -1))]);
      if (before !== undefined)
        await open.packs.put({ ...before, set: 'core@9:ninth', sha256: 'ninth', header: many(50, 9).header, from: 'feed' });
      await sweepBlocks(open);
      return rows();
    }) as never);
    expect((await muster.knowledge.knowledge())?.about).toMatchObject({ version: 9, count: 50, from: 'storage' });
    expect((await storedPacks(open)).map(({ header }) => header.version)).toEqual([9]);
  });

  test('an older package does not undo a newer pack', async () => {
    packaged.pack = packText(many(120, 3));
    await muster.knowledge.knowledge();
    packaged.pack = packText(many(250, 2));
    muster = await wake();
    await muster.answers.takePackaged();
    expect((await muster.knowledge.knowledge())?.about).toMatchObject({ version: 3, count: 120 });
  });

  test.each(['blocks', 'packs'] as const)('without room for %s the old version stays whole and in use', async (table) => {
    packaged.pack = packText(many(250, 1));
    await muster.knowledge.knowledge();
    packaged.pack = packText(many(350, 2));
    const full = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    const open = await db();
    open[table].hook('creating', full);
    open[table].hook('updating', full);
    await muster.answers.takePackaged();
    expect((await muster.answers.fromReader.health(undefined as never, reader)).troubles.map(({ words }) => words).join(' ')).toMatch(
      /full/,
    );
    muster = await wake();
    expect((await muster.knowledge.knowledge())?.about).toMatchObject({ version: 1, count: 250 });
    expect(await (await db()).blocks.count()).toBe(3);
  });

  test.each([
    ['cut off', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, 100), 0],
    ['of another format', (bytes: Uint8Array<ArrayBuffer>) => bytes, 1],
  ])('compiled names that are %s are built anew', async (_, harm, addFormat) => {
    await muster.knowledge.knowledge();
    const row = await (await db()).compiled.get('gazetteer');
    expect(row).toBeDefined();
    if (row !== undefined) await (await db()).compiled.put({ ...row, bytes: harm(row.bytes), format: row.format + addFormat });
    muster = await wake();
    const { page, text } = pageWith('https://www.news.example/a', ['Saab.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ blocks: [{ id: 1 }] });
    expect(await (await db()).compiled.get('gazetteer')).toEqual(row);
  });

  test('stored blocks that are lost are taken from the package again', async () => {
    await muster.knowledge.knowledge();
    await (await db()).blocks.clear();
    await (await db()).compiled.clear();
    muster = await wake();
    const { page, text } = pageWith('https://www.news.example/a', ['Saab.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ blocks: [{ id: 1 }] });
    expect((await muster.knowledge.knowledge())?.about.from).toBe('storage');
    expect(await (await db()).blocks.count()).toBe(1);
  });
});

describe('search', () => {
  test.each([
    ['Rheinmetall', 'Q1'],
    ['rheinmetall', 'Q1'],
    ['Rehinmetall', 'Q1'],
    ['rheinm', 'Q1'],
    ['Зеленський', 'Q2'],
    ['зеленськ', 'Q2'],
    ['Зеленського', 'Q2'],
    ['зеленського', 'Q2'],
    ['rhien', 'Q1'],
    ['зеленсский', 'Q2'],
    ['Володимир', 'Q2'],
    ['zelensky', 'Q2'],
    ['volodymyr zel', 'Q2'],
    ['Siab', 'Q3'],
    ['Saba', 'Q3'],
    ['nato', 'Q4'],
  ])('%s finds %s', async (text, id) => {
    const hits = await muster.answers.fromReader.search({ text, limit: 10 }, reader);
    expect(hits[0]?.id).toBe(id);
  });

  test.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['signs', '?!'],
    ['a word that nobody has', 'qqqqqqqq'],
    ['five thousand letters', 'x'.repeat(5000)],
  ])('%s finds nobody', async (_, text) => {
    expect(await muster.answers.fromReader.search({ text, limit: 10 }, reader)).toEqual([]);
  });

  test('is ready soon after the popup was opened', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { page, text } = pageWith('https://www.news.example/a', ['Saab.']);
    await muster.answers.fromPage.read(text, sender(page));
    const known = await muster.knowledge.knowledge();
    const records = vi.spyOn(known as NonNullable<typeof known>, 'records');
    await muster.answers.fromReader.page({ tabId: page.tabId }, reader);
    expect(records).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(records).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
    expect(await muster.answers.fromReader.search({ text: 'saab', limit: 1 }, reader)).toMatchObject([{ id: 'Q3' }]);
    expect(records).toHaveBeenCalledTimes(1);
  });

  test('says by which name it was found', async () => {
    expect(await muster.answers.fromReader.search({ text: 'зеленський', limit: 1 }, reader)).toMatchObject([
      { id: 'Q2', name: 'Volodymyr Zelenskyy', kind: 'official', line: 'President of Ukraine', matched: 'Зеленський' },
    ]);
    expect((await muster.answers.fromReader.search({ text: 'rheinmetall', limit: 1 }, reader))[0]?.matched).toBeUndefined();
  });
});
