import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../platform/db.ts';
import { freshBackground, PACK, packaged, packText, pageWith, readAndLook as readAs, reader, sender, wake } from './background.ts';

/** What storage holds, and should not: other shapes, losses, no room. */

let muster: Awaited<ReturnType<typeof freshBackground>>;
beforeEach(async () => {
  muster = await freshBackground();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const NEWS = 'https://www.news.example/a';
const TWO = ['Rheinmetall met Zelenskyy.', 'Later Saab came.'];

const readAndLook = (...page: Parameters<typeof readAs> extends [unknown, ...infer P] ? P : never) => readAs(muster, ...page);
const health = () => muster.answers.fromReader.health(undefined as never, reader);
const troubles = async () => (await health()).troubles.map(({ words }) => words).join(' ');
const db = async () => (await muster.knowledge.database()) as Database;
const fullDisk = () => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};
const NOT_SAAB = { entity: 'Q3', surface: 'Saab', says: 'not-this' } as const;

describe('stored profiles of another shape', () => {
  const marksSaab = async () => {
    const { page, text } = pageWith(NEWS, ['Saab.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ blocks: [{ id: 1 }] });
    const view = await muster.answers.fromReader.page({ tabId: page.tabId }, reader);
    expect(view.entities).toMatchObject([{ id: 'Q3', line: 'Sweden' }]);
  };

  test.each(['givenNames', 'fieldWords', 'decoys', 'titles', 'sources', 'count'])('a header without %s', async (field) => {
    await muster.knowledge.knowledge();
    const open = await db();
    const row = await open.packs.get('core');
    const header = Object.fromEntries(Object.entries(row?.header ?? {}).filter(([key]) => key !== field));
    await open.packs.put({ ...(row as NonNullable<typeof row>), header: header as never });
    await open.compiled.clear();
    muster = await wake();
    await marksSaab();
    expect(await health()).toMatchObject({ profiles: { from: 'storage', count: 4 }, troubles: [] });
    expect((await (await db()).packs.get('core'))?.header).toHaveProperty(field);
  });

  test('a row without any header', async () => {
    await muster.knowledge.knowledge();
    await (await db()).packs.put({ channel: 'core', set: 'x', extension: '0.0.1' } as never);
    muster = await wake();
    await marksSaab();
    expect(await troubles()).toBe('');
  });

  test('nor does a broken package then: the reader is told', async () => {
    await muster.knowledge.knowledge();
    await (await db()).packs.put({ channel: 'core', set: 'x', extension: '1.0.0' } as never);
    packaged.pack = 'broken\n';
    muster = await wake();
    const { page, text } = pageWith(NEWS, ['Saab.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toEqual({ state: 'marks', blocks: [] });
    expect(await troubles()).toMatch(/came with the extension are broken/);
  });

  test.each([
    ['without a field', (lines: string) => lines.replaceAll('"sources":', '"suorces":')],
    ['of another shape', () => undefined],
    ['lost', () => ''],
  ])('records %s, while the compiled names are whole', async (_, harm) => {
    await muster.knowledge.knowledge();
    const open = await db();
    for (const block of await open.blocks.toArray()) await open.blocks.put({ ...block, lines: harm(block.lines) as string });
    muster = await wake();
    await marksSaab();
    const stored = async () => {
      await muster.knowledge.knowledge();
      return (await linesOf(await db())).filter((line) => line?.includes('"sources":')).length;
    };
    await expect.poll(stored).toBe(4);
    await marksSaab();
    expect(await troubles()).toBe('');
  });

  test('the same bytes are understood anew by another version of the extension', async () => {
    await muster.knowledge.knowledge();
    const open = await db();
    const [block] = await open.blocks.toArray();
    await open.blocks.put({ ...(block as NonNullable<typeof block>), lines: '' });
    Object.assign(muster.browser.runtime, { getManifest: () => ({ version: '1.0.1', content_scripts: [] }) });
    await muster.answers.takePackaged();
    expect(await linesOf(open)).toHaveLength(4);
  });

  test('a name of one’s own that makes no sense takes nothing from the others, and is told', async () => {
    await muster.answers.fromReader.addOwn({ name: 'Acme Rockets', kind: 'company', aliases: [] }, reader);
    await (await db()).own.put({ id: 'own:x', name: 'Broken' } as never);
    muster = await wake();
    const { marks } = await readAndLook(NEWS, ['Acme Rockets, Saab.']);
    expect(marks).toMatchObject({ blocks: [{ marks: [{ start: 0 }, { start: 14 }] }] });
    expect(await troubles()).toMatch(/1 of the names that you added cannot be read.*not been deleted/);
    expect(await (await db()).own.count()).toBe(2);
    expect((await health()).profiles.from).toBe('storage');
  });

  test('the first start and the first page install the profiles once, and compile them once', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const put = vi.fn();
    (await db()).compiled.hook('creating', put);
    const { page, text } = pageWith(NEWS, ['Saab.']);
    const [, marks] = await Promise.all([muster.answers.takePackaged(), muster.answers.fromPage.read(text, sender(page))]);
    expect(marks).toMatchObject({ blocks: [{ id: 1 }] });
    expect(fetched.mock.calls.filter(([address]) => String(address).endsWith('core.jsonl'))).toHaveLength(1);
    expect(put).toHaveBeenCalledTimes(1);
    expect(await muster.answers.fromPage.read({ ...text, whole: false, blocks: [] }, sender(page))).toEqual({ state: 'marks', blocks: [] });
  });

  test('what could not be loaded is tried again, and pages hear of it', async () => {
    packaged.pack = new Error('busy');
    const found = vi.fn();
    muster.knowledge.onFound(found);
    const { page, text } = pageWith(NEWS, ['Saab.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toEqual({ state: 'marks', blocks: [] });
    packaged.pack = packText(PACK);
    const now = Date.now();
    vi.spyOn(Date, 'now').mockImplementation(() => now + 60_000);
    expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ blocks: [{ id: 1 }] });
    expect(found).toHaveBeenCalledTimes(1);
    expect(await troubles()).toBe('');
  });
});

describe('without room', () => {
  test('a correction still holds, is listed and told; it is stored with the next', async () => {
    const open = await db();
    open.verdicts.hook('creating', fullDisk);
    const { view } = await readAndLook(NEWS, TWO);
    expect(await muster.answers.fromReader.judge({ ...NOT_SAAB, scope: 'everywhere' }, reader)).toBe(true);
    expect((await view()).entities.map(({ id }) => id)).toEqual(['Q1', 'Q2']);
    expect(await muster.answers.fromReader.verdicts(undefined as never, reader)).toHaveLength(1);
    expect(await troubles()).toMatch(/corrections.*could not be stored \(storage is full\)/);
    open.verdicts.hook('creating').unsubscribe(fullDisk);
    await muster.answers.fromReader.judge({ entity: 'Q4', says: 'not-this', scope: 'everywhere' }, reader);
    expect(await open.verdicts.count()).toBe(2);
    expect(await troubles()).toBe('');
  });

  test('nothing is added, and the reader hears why', async () => {
    (await db()).own.hook('creating', fullDisk);
    await expect(async () => muster.answers.fromReader.addOwn({ name: 'Acme', kind: 'company', aliases: [] }, reader)).rejects.toThrow(
      /Storage is full.*Acme.*not added/,
    );
    expect(await troubles()).toMatch(/Storage is full/);
  });

  test('the names are compiled at each start, and the reader hears why it is slow', async () => {
    (await db()).compiled.hook('creating', fullDisk);
    const { marks } = await readAndLook(NEWS, ['Saab.']);
    expect(marks).toMatchObject({ blocks: [{ id: 1 }] });
    expect(await troubles()).toMatch(/compiled names could not be stored \(storage is full\)/);
  });

  test('settings stay as they were, in words', async () => {
    await muster.settings.changeSettings({ hoverDelay: 100 });
    vi.spyOn(muster.browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await expect(muster.settings.changeSettings({ hoverDelay: 200 })).rejects.toThrow(/settings could not be stored.*as they were/);
    await muster.answers.changeAndTell({ pausedEverywhere: true });
    expect(await troubles()).toMatch(/settings could not be stored/);
    expect(await muster.settings.readSettings()).toMatchObject({ hoverDelay: 100, pausedEverywhere: false });
  });

  test('what is too old and cannot be erased is told', async () => {
    await readAndLook(NEWS, TWO);
    (await db()).pairs.hook('deleting', fullDisk);
    expect(await muster.pages.eraseOverdue(new Date(Date.now() + 1e12))).toBe(0);
    expect(await troubles()).toMatch(/older than you want to keep could not be erased/);
    expect((await health()).kept).toMatchObject({ articles: 1, pairs: 3 });
  });
});

async function linesOf(open: Awaited<ReturnType<typeof db>>): Promise<readonly (string | undefined)[]> {
  return (await open.blocks.toArray()).flatMap(({ lines }) => lines?.split('\n'));
}
