import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../platform/db.ts';
import { freshBackground, grant, pageWith, reader, sender, wake } from './background.ts';

let muster: Awaited<ReturnType<typeof freshBackground>>;
beforeEach(async () => {
  muster = await freshBackground();
});

const NEWS = 'https://www.news.example/a';
const TWO = ['Rheinmetall met Zelenskyy.', 'Later Saab came.'];

async function readAndLook(url: string, paragraphs: readonly string[], more: Parameters<typeof pageWith>[2] = {}) {
  const opened = pageWith(url, paragraphs, more);
  const marks = await muster.answers.fromPage.read(opened.text, sender(opened.page));
  await muster.pages.look(opened.page.tabId);
  const view = () => muster.answers.fromReader.page({ tabId: opened.page.tabId }, reader);
  return { ...opened, marks, view };
}

const health = () => muster.answers.fromReader.health(undefined as never, reader);
const db = async () => (await muster.knowledge.database()) as Database;
const pairsOf = async () =>
  (await (await db()).pairs.toArray()).map(
    ({ a, b, sentences, paragraphs, articles }) => `${a} ${b} ${sentences} ${paragraphs} ${articles}`,
  );

describe('an article is kept', () => {
  test('with its pairs, once, however often it is opened', async () => {
    for (const query of ['', '?utm_source=mail', '#comments'])
      await readAndLook(NEWS + query, TWO, { canonical: NEWS, published: '2026-07-16T10:00:00Z' });
    expect(await pairsOf()).toEqual(['Q1 Q2 1 1 1', 'Q1 Q3 0 0 1', 'Q2 Q3 0 0 1']);
    expect(await (await db()).articles.toArray()).toMatchObject([{ canonical: NEWS, opened: 3, date: '2026-07-16', host: 'news.example' }]);
    expect((await health()).kept).toMatchObject({ articles: 1, sightings: 3, pairs: 3 });
  });

  test('and shown as evidence, newest first, with the sentence', async () => {
    await readAndLook(NEWS, TWO, { published: '2026-07-16', publisher: 'The News' });
    await readAndLook('https://www.news.example/b', ['Zelenskyy came. Rheinmetall too.'], { published: '2026-08-01' });
    const seen = await muster.answers.fromReader.evidence({ a: 'Q2', b: 'Q1', limit: 9 }, reader);
    expect(seen.map(({ url, level, publisher, sentences }) => [url, level, publisher, sentences.map(({ text }) => text)])).toEqual([
      ['https://www.news.example/b', 'paragraph', 'news.example', ['Zelenskyy came.', 'Rheinmetall too.']],
      [NEWS, 'sentence', 'The News', ['Rheinmetall met Zelenskyy.']],
    ]);
    const profile = await muster.answers.fromReader.profile({ id: 'Q1' }, reader);
    expect(profile?.seen).toEqual({ articles: 2, first: '2026-07-16', last: '2026-08-01' });
    expect(profile?.namedWith.map(({ id, sentences, paragraphs, articles, last }) => [id, sentences, paragraphs, articles, last])).toEqual([
      ['Q2', 1, 2, 2, '2026-08-01'],
      ['Q3', 0, 0, 1, '2026-07-16'],
    ]);
  });

  test('by its body only: what stands beside it is marked and not counted', async () => {
    const { view } = await readAndLook(NEWS, TWO, { body: [1] });
    expect((await view()).entities.map(({ id }) => id)).toEqual(['Q1', 'Q2', 'Q3']);
    expect(await pairsOf()).toEqual(['Q1 Q2 1 1 1']);
  });

  test('not if the page is none', async () => {
    const { view } = await readAndLook(NEWS, TWO, { body: undefined });
    expect((await view()).kept).toBe('no-article');
    expect((await health()).kept.articles).toBe(0);
  });

  test('not over the article of another site', async () => {
    grant('*://*/*');
    await readAndLook(NEWS, TWO);
    await readAndLook('https://evil.example/x', ['Saab and NATO.'], { canonical: NEWS });
    expect((await (await db()).articles.toArray()).map((row) => row.canonical)).toEqual([NEWS, 'https://evil.example/x']);
  });

  test('not while recording is off; the popup still counts', async () => {
    await muster.settings.changeSettings({ recording: false });
    const { view } = await readAndLook(NEWS, TWO);
    expect(await view()).toMatchObject({ kept: 'recording-off', pairs: [{ a: 'Q1', b: 'Q2', sentences: 1 }, {}, {}] });
    expect((await health()).kept).toMatchObject({ articles: 0, sightings: 0, pairs: 0 });
  });

  test('as it is after the page has changed', async () => {
    const { page, text, view } = await readAndLook(NEWS, TWO);
    await muster.answers.fromPage.read({ ...text, whole: false, blocks: [{ id: 2, text: 'NATO came.' }], gone: [] }, sender(page));
    await muster.pages.look(page.tabId);
    expect(await pairsOf()).toEqual(['Q1 Q2 1 1 1', 'Q1 Q4 0 0 1', 'Q2 Q4 0 0 1']);
    expect((await view()).kept).toBe('kept');
  });
});

describe('what the reader says', () => {
  test('"not this" takes the mention from the page and from the log; taken back, it returns', async () => {
    const { page, view } = await readAndLook(NEWS, TWO);
    const verdict = { entity: 'Q3', surface: 'Saab', says: 'not-this', scope: 'page', where: `${NEWS}#x` } as const;
    expect(await muster.answers.fromReader.judge(verdict, reader)).toBe(true);
    expect((await view()).entities.map(({ id }) => id)).toEqual(['Q1', 'Q2']);
    await muster.pages.look(page.tabId);
    expect(await pairsOf()).toEqual(['Q1 Q2 1 1 1']);
    muster = await wake();
    expect(await muster.answers.fromReader.verdicts(undefined as never, reader)).toEqual([
      { entity: 'Q3', surface: 'saab', says: 'not-this', scope: 'page', where: NEWS },
    ]);
    const again = await readAndLook(NEWS, TWO);
    expect((await again.view()).entities.map(({ id }) => id)).toEqual(['Q1', 'Q2']);
    expect(await muster.answers.fromReader.takeBack(verdict, reader)).toBe(true);
    expect((await again.view()).entities.map(({ id }) => id)).toEqual(['Q1', 'Q2', 'Q3']);
  });

  test('an article in which nobody is left leaves the log', async () => {
    const { page } = await readAndLook(NEWS, ['Saab alone.']);
    expect((await health()).kept.articles).toBe(1);
    await muster.answers.fromReader.judge({ entity: 'Q3', says: 'not-this', scope: 'everywhere' }, reader);
    await muster.pages.look(page.tabId);
    expect((await health()).kept).toMatchObject({ articles: 0, sightings: 0 });
  });

  test('of one site says nothing of another', async () => {
    grant('*://*/*');
    await muster.answers.fromReader.judge({ entity: 'Q3', says: 'not-this', scope: 'site', where: 'news.example' }, reader);
    expect((await (await readAndLook(NEWS, ['Saab.'])).view()).entities).toEqual([]);
    expect((await (await readAndLook('https://other.example/', ['Saab.'])).view()).entities).toMatchObject([{ id: 'Q3' }]);
  });

  test('a name of one’s own is marked, found, and gone again', async () => {
    const own = await muster.answers.fromReader.addOwn(
      { name: 'Acme Rockets', kind: 'company', aliases: ['ACMER'], note: 'makes rockets' },
      reader,
    );
    const { view } = await readAndLook(NEWS, ['Acme Rockets and ACMER.']);
    expect((await view()).entities).toMatchObject([{ id: own.id, times: 2, line: 'makes rockets' }]);
    expect(await muster.answers.fromReader.profile({ id: own.id }, reader)).toMatchObject({
      origin: 'own',
      sources: { own: { title: 'Added by you' } },
    });
    expect(await muster.answers.fromReader.search({ text: 'acme', limit: 3 }, reader)).toMatchObject([{ id: own.id }]);
    muster = await wake();
    expect(await muster.answers.fromReader.own(undefined as never, reader)).toMatchObject([{ name: 'Acme Rockets' }]);
    expect(await muster.answers.fromReader.removeOwn({ id: own.id }, reader)).toBe(true);
    expect((await (await readAndLook(NEWS, ['Acme Rockets.'])).view()).entities).toEqual([]);
  });

  test.each([
    ['no name', { name: '  ', kind: 'company', aliases: [] }],
    ['no letters', { name: '—', kind: 'company', aliases: [] }],
    ['no such kind', { name: 'X', kind: 'robot', aliases: [] }],
    ['a novel', { name: 'x'.repeat(500), kind: 'company', aliases: [] }],
  ])('a name of one’s own must be one: %s', async (_, entity) => {
    await expect(async () => muster.answers.fromReader.addOwn(entity as never, reader)).rejects.toThrow();
  });
});

describe('erasing', () => {
  test('a page that is open is not put back by itself, not even after a sleep; opened again it is', async () => {
    const { page, text, view } = await readAndLook(NEWS, TWO);
    await muster.answers.fromReader.judge({ entity: 'Q4', says: 'not-this', scope: 'page', where: NEWS }, reader);
    expect(await muster.answers.fromReader.erase({ what: 'page', url: NEWS }, reader)).toBe(1);
    expect((await view()).kept).toBe('recording-off');
    muster = await wake();
    await muster.answers.fromPage.read({ ...text, blocks: [...text.blocks, { id: 9, text: 'NATO.' }] }, sender(page));
    await muster.pages.look(page.tabId);
    expect((await health()).kept).toMatchObject({ articles: 0, sightings: 0, pairs: 0 });
    // The verdict on that page told of it too.
    expect(await muster.answers.fromReader.verdicts(undefined as never, reader)).toEqual([]);
    await readAndLook(NEWS, TWO);
    expect((await health()).kept.articles).toBe(1);
  });

  test('what was not opened for longer than the reader keeps things goes by itself', async () => {
    await readAndLook(NEWS, TWO);
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(await muster.pages.eraseOverdue(later(364))).toBe(0);
    await muster.settings.changeSettings({ retentionDays: 0 });
    expect(await muster.pages.eraseOverdue(later(5000))).toBe(0);
    await muster.settings.changeSettings({ retentionDays: 30 });
    expect(await muster.pages.eraseOverdue(later(31))).toBe(1);
    expect((await health()).kept).toMatchObject({ articles: 0, pairs: 0 });
  });
});

describe('a private window', () => {
  test('writes nothing', async () => {
    await (await db()).open();
    await muster.knowledge.knowledge();
    const before = await dump();
    const stored = vi.spyOn(muster.browser.storage.local, 'set');
    const { page, view } = await readAndLook(NEWS, TWO, { incognito: true });
    expect(await view()).toMatchObject({ kept: 'private-window', pairs: [{ a: 'Q1', b: 'Q2' }, {}, {}] });
    const verdict = { entity: 'Q3', says: 'not-this', scope: 'page', where: NEWS } as const;
    expect(await muster.answers.fromReader.judge(verdict, reader)).toBe(true);
    expect((await view()).entities.map(({ id }) => id)).toEqual(['Q1', 'Q2']);
    await muster.pages.look(page.tabId);
    await expect(async () => muster.answers.fromReader.addOwn({ name: 'Acme', kind: 'company', aliases: [] }, reader)).rejects.toThrow(
      /private/i,
    );
    expect(await dump()).toEqual(before);
    expect(stored).not.toHaveBeenCalled();
    const session = JSON.stringify(await muster.browser.storage.session.get());
    expect(session).not.toMatch(/news\.example|Q1/);
  });

  test('what was said there holds there only, and ends with it', async () => {
    const hidden = await readAndLook(NEWS, TWO, { incognito: true });
    await muster.answers.fromReader.judge({ entity: 'Q3', says: 'not-this', scope: 'everywhere' }, reader);
    expect((await (await readAndLook('https://www.news.example/b', TWO)).view()).entities).toHaveLength(3);
    expect((await hidden.view()).entities).toHaveLength(2);
  });

  async function dump(): Promise<unknown> {
    const open = await db();
    const tables = await Promise.all(open.tables.map(async (table) => [table.name, await table.toArray()]));
    return structuredClone(tables);
  }
});

describe('when storage is refused', () => {
  const refuse = (name: string) =>
    vi.spyOn(Dexie.prototype, 'open').mockImplementation((() => Promise.reject(Object.assign(new Error('no'), { name }))) as never);

  test.each([
    ['SecurityError', /refuses Muster a database/],
    ['UnknownError', /cannot be opened.*not been deleted/s],
    ['QuotaExceededError', /full/],
    ['VersionError', /newer version/],
  ])('names are still marked and the reader is told: %s', async (name, words) => {
    const spy = refuse(name);
    const { marks, view } = await readAndLook(NEWS, TWO);
    expect(marks).toMatchObject({ state: 'marks', blocks: [{ id: 1 }, { id: 2 }] });
    expect(await view()).toMatchObject({ kept: 'storage-refused', pairs: [{ a: 'Q1', b: 'Q2' }, {}, {}] });
    const { profiles, troubles } = await health();
    expect(profiles).toMatchObject({ from: 'package', count: 4 });
    expect(troubles.map((told) => told.words).join(' ')).toMatch(words);
    expect(await muster.answers.fromReader.search({ text: 'saab', limit: 3 }, reader)).toMatchObject([{ id: 'Q3' }]);
    expect(await muster.answers.fromReader.profile({ id: 'Q1' }, reader)).toMatchObject({ seen: { articles: 0 }, namedWith: [] });
    await expect(async () => muster.answers.fromReader.erase({ what: 'all' }, reader)).rejects.toThrow(/nothing was erased/);
    spy.mockRestore();
  });

  test('a full disk keeps nothing half, and says so', async () => {
    const open = await db();
    const full = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    open.pairs.hook('creating', full);
    const { view, page, text } = await readAndLook(NEWS, TWO);
    expect((await view()).kept).toBe('storage-refused');
    expect(await health()).toMatchObject({
      kept: { articles: 0, sightings: 0, pairs: 0 },
      troubles: [{ words: expect.stringMatching(/Storage is full/) }],
    });
    open.pairs.hook('creating').unsubscribe(full);
    await muster.answers.fromPage.read({ ...text, blocks: [{ id: 1, text: 'Rheinmetall met Saab.' }] }, sender(page));
    await muster.pages.look(page.tabId);
    expect(await health()).toMatchObject({ kept: { articles: 1, pairs: 1 }, troubles: [] });
  });
});
