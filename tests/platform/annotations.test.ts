import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../platform/db.ts';
import type { Overlay } from '../../platform/log-rows.ts';
import { record } from '../core/pack-of.ts';
import { freshBackground, PACK, packaged, packText, pageWith, readAndLook, reader, sender, told, wake } from './background.ts';

/** What the reader writes: kept apart from what is published, through every update, and never overwritten by another window. */

let muster: Awaited<ReturnType<typeof freshBackground>>;
beforeEach(async () => {
  muster = await freshBackground();
});

const ask = () => muster.answers.fromReader;
const db = async () => (await muster.knowledge.database()) as Database;
const profile = async (id: string) => ask().profile({ id }, reader);
const correct = (id: string, now: Overlay, was: Overlay = {}) => ask().correct({ id, was, now }, reader);
const namesIn = async (text: string) => {
  const { view } = await readAndLook(muster, `https://www.news.example/${Math.random()}`, [text]);
  return (await view()).entities.map(({ id, name }) => `${id} ${name}`);
};

describe('a correction', () => {
  test('stands in the place of what the publisher says, with its source, and the publisher’s beside it', async () => {
    const now = { name: 'Rheinmetall AG', country: 'at', line: 'makes lorries', website: 'https://rheinmetall.example/' };
    expect(await correct('Q1', now)).toMatchObject({ state: 'kept', now: { overlay: { ...now, country: 'AT' } } });
    const view = await profile('Q1');
    expect(view?.profile).toMatchObject({ name: 'Rheinmetall AG', country: 'AT' });
    expect(view?.profile.facts.filter(({ source }) => source === 'own').map(({ key, value }) => [key, value])).toEqual([
      ['does', 'makes lorries'],
      ['website', 'https://rheinmetall.example/'],
    ]);
    expect(view?.profile.facts.find(({ source }) => source === 'own')?.asOf).toBe(new Date().toISOString().slice(0, 10));
    expect(view?.line).toBe('Austria · makes lorries');
    expect(view?.published).toEqual({ name: 'Rheinmetall', country: 'DE', line: 'Germany · vehicles and ammunition' });
    expect(view?.sources.own).toBeDefined();
    expect(view?.origin).toBe('packaged');
  });

  test.each<[string, string, Overlay, string[]]>([
    ['a further name is marked at once', 'The Düsseldorf firm came.', { aliases: ['Düsseldorf firm'] }, ['Q1 Rheinmetall']],
    ['in any language', 'Прибула «Рейнметаль».', { aliases: [{ text: 'Рейнметаль', lang: 'uk' }] }, ['Q1 Rheinmetall']],
    ['a new name is shown and marked', 'RhM AG came.', { name: 'RhM AG' }, ['Q1 RhM AG']],
    ['and the old one is marked still', 'Rheinmetall came.', { name: 'RhM AG' }, ['Q1 RhM AG']],
    ['forms that the pack made are marked still', 'Прибув Рейнметалл.', { name: 'RhM AG' }, ['Q1 RhM AG']],
  ])('%s', async (_what, text, overlay, names) => {
    await correct('Q1', overlay);
    expect(await namesIn(text)).toEqual(names);
  });

  test('what a person is, in the reader’s words, goes before every office', async () => {
    await correct('Q2', { line: 'Commander in chief' });
    expect((await profile('Q2'))?.line).toBe('Commander in chief');
    expect((await profile('Q2'))?.profile.offices).toHaveLength(1);
  });

  test('stays when the pack changes, over the newest of what was not corrected', async () => {
    await correct('Q1', { name: 'RhM AG', aliases: ['the Düsseldorfers'] });
    const changed = record('Q1', 'company', ['Rheinmetall'], { country: 'CH', facts: [] });
    packaged.pack = packText({ ...PACK, header: { ...PACK.header, version: 9 }, records: [changed, ...PACK.records.slice(1)] });
    muster = await wake();
    await muster.knowledge.checkPackaged(await db());
    muster = await wake();
    expect((await profile('Q1'))?.profile).toMatchObject({ name: 'RhM AG', country: 'CH' });
    expect(await namesIn('So said the Düsseldorfers.')).toEqual(['Q1 RhM AG']);
  });

  test('stays when the pack drops the entity, and holds again when it comes back', async () => {
    await correct('Q1', { name: 'RhM AG' });
    const install = async (version: number, records: typeof PACK.records) => {
      packaged.pack = packText({ ...PACK, header: { ...PACK.header, version }, records });
      muster = await wake();
      await muster.knowledge.checkPackaged(await db());
      muster = await wake();
    };
    await install(9, PACK.records.slice(1));
    expect(await profile('Q1')).toBeUndefined();
    expect(await ask().annotations(undefined as never, reader)).toMatchObject([{ id: 'Q1', overlay: { name: 'RhM AG' } }]);
    await install(10, PACK.records);
    expect((await profile('Q1'))?.profile.name).toBe('RhM AG');
  });

  test('is taken back by an empty one, and nothing of it is left', async () => {
    await correct('Q1', { name: 'RhM AG', aliases: ['RhM'] });
    expect(await correct('Q1', {}, { name: 'RhM AG', aliases: ['RhM'] })).toEqual({ state: 'kept', now: undefined });
    expect((await profile('Q1'))?.profile.name).toBe('Rheinmetall');
    expect(await (await db()).annotations.count()).toBe(0);
    expect(await namesIn('RhM came.')).toEqual([]);
  });

  test('is found by search', async () => {
    await correct('Q1', { name: 'Düsseldorfer Gruppe' });
    expect((await ask().search({ text: 'dusseldorfer', limit: 5 }, reader)).map(({ id }) => id)).toEqual(['Q1']);
  });

  test.each<[Overlay, RegExp]>([
    [{ name: '—' }, /at least one letter/],
    [{ website: 'javascript:alert(1)' }, /no web address/],
    [{ country: 'Ukraine' }, /no code of a country/],
    [{ line: 'x'.repeat(501) }, /at most 500/],
  ])('%j is refused in words, and nothing is kept', async (overlay, words) => {
    await expect(correct('Q1', overlay)).rejects.toThrow(words);
    expect(await (await db()).annotations.count()).toBe(0);
  });
});

describe('a note', () => {
  const write = (was: string, now: string) => ask().writeNote({ id: 'Q1', was, now }, reader);

  test('is written, changed and taken away', async () => {
    expect(await write('', 'met *Saab*')).toMatchObject({ state: 'kept', now: { note: 'met *Saab*' } });
    expect(await write('met *Saab*', 'met **Saab**')).toMatchObject({ state: 'kept' });
    expect((await profile('Q1'))?.mine?.note).toBe('met **Saab**');
    expect(await write('met **Saab**', '  ')).toEqual({ state: 'kept', now: undefined });
    expect(await (await db()).annotations.count()).toBe(0);
  });

  test('of two windows the one that writes later is told, and nothing is lost', async () => {
    await write('', 'one');
    expect(await write('', 'another')).toMatchObject({ state: 'changed-meanwhile', now: { note: 'one' } });
    expect((await profile('Q1'))?.mine?.note).toBe('one');
  });

  test('a hundred windows at once: every one that is told “kept” was based on what was there', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => write('', `note ${i}`)));
    expect(answers.filter(({ state }) => state === 'kept')).toHaveLength(1);
  });

  test('takes nothing of lists and corrections with it', async () => {
    const list = await ask().keepList({ name: 'Watched', colour: 'red' }, reader);
    await ask().putOnList({ id: 'Q1', list: list.id, on: true }, reader);
    await correct('Q1', { name: 'RhM AG' });
    await write('', 'x');
    await write('x', '');
    expect(await ask().annotations(undefined as never, reader)).toMatchObject([
      { id: 'Q1', lists: [list.id], overlay: { name: 'RhM AG' } },
    ]);
  });

  test('from a private window is refused in words', async () => {
    const secret = { ...reader, tabId: 5, incognito: true };
    await expect(ask().writeNote({ id: 'Q1', was: '', now: 'x' }, secret)).rejects.toThrow(/private window keeps nothing/);
    await expect(ask().keepList({ name: 'x', colour: 'red' }, secret)).rejects.toThrow(/private/);
    expect(await ask().lookedAt({ id: 'Q1' }, secret)).toBeUndefined();
    const all = await db();
    expect([await all.annotations.count(), await all.lists.count(), await all.looks.count()]).toEqual([0, 0, 0]);
  });

  test('outlives the erasing of the log; when the reader looked does not', async () => {
    await write('', 'x');
    expect(await ask().lookedAt({ id: 'Q1' }, reader)).toBeUndefined();
    expect(await ask().lookedAt({ id: 'Q1' }, reader)).toMatch(/^\d{4}-/);
    await ask().erase({ what: 'all' }, reader);
    expect((await profile('Q1'))?.mine?.note).toBe('x');
    expect(await (await db()).looks.count()).toBe(0);
  });
});

describe('a list', () => {
  const make = (name: string, notify?: true) => ask().keepList({ name, colour: 'green', ...(notify ? { notify } : {}) }, reader);
  const put = (id: string, list: string, on = true) => ask().putOnList({ id, list, on }, reader);

  test('is told with the names of a page that are on it', async () => {
    const { id } = await make('Prime contractors');
    await put('Q1', id);
    const { view } = await readAndLook(muster, 'https://www.news.example/a', ['Rheinmetall met Saab.']);
    expect((await view()).entities.map(({ lists }) => lists)).toEqual([[{ id, name: 'Prime contractors', colour: 'green' }], undefined]);
  });

  test('that is removed leaves nobody, and comes back with everybody', async () => {
    const { id } = await make('Prime contractors');
    for (const one of ['Q1', 'Q3']) await put(one, id);
    const removed = await ask().removeList({ id }, reader);
    expect(removed).toMatchObject({ list: { name: 'Prime contractors' }, members: ['Q1', 'Q3'] });
    expect(await (await db()).annotations.count()).toBe(0);
    await put('Q1', id);
    expect(await (await db()).annotations.count()).toBe(0);
    if (removed !== undefined) await ask().restoreList(removed, reader);
    expect((await ask().annotations(undefined as never, reader)).map(({ id: one, lists }) => [one, lists]).sort()).toEqual([
      ['Q1', [id]],
      ['Q3', [id]],
    ]);
  });

  test('is changed by what is changed: two windows that change one thing each lose neither', async () => {
    const { id } = await make('Primes');
    await Promise.all([
      ask().keepList({ id, name: 'Prime contractors' }, reader),
      ask().keepList({ id, colour: 'red' }, reader),
      ask().keepList({ id, notify: true }, reader),
    ]);
    expect(await ask().lists(undefined as never, reader)).toMatchObject([{ id, name: 'Prime contractors', colour: 'red', notify: true }]);
    await ask().keepList({ id, notify: false }, reader);
    expect((await ask().lists(undefined as never, reader))[0]).not.toHaveProperty('notify');
  });

  test('needs a name', async () => {
    await expect(make('  ')).rejects.toThrow(/needs a name/);
  });

  test('fifty windows put fifty names on it at once', async () => {
    const { id } = await make('Many');
    await Promise.all(Array.from({ length: 50 }, (_, i) => put(`Q${i + 1}`, id)));
    expect(await (await db()).annotations.where('lists').equals(id).count()).toBe(50);
  });

  describe('that is watched', () => {
    const shown: { id: string; title: string; message: string }[] = [];
    beforeEach(async () => {
      shown.length = 0;
      const notifications = {
        create: vi.fn(async (id: string, { title, message }: { title: string; message: string }) => shown.push({ id, title, message })),
      };
      Object.assign(muster.browser, { notifications });
      const { id } = await make('Watched', true);
      for (const one of ['Q1', 'Q2']) await put(one, id);
    });

    test('is told of once for an article, with all its names', async () => {
      const text = ['Rheinmetall met Zelenskyy.', 'Saab came.'];
      await readAndLook(muster, 'https://www.news.example/a', text);
      expect(shown).toEqual([
        { id: 'watched:Q1', title: 'Rheinmetall and Volodymyr Zelenskyy are named', message: 'A title\nOn your list Watched' },
      ]);
      await readAndLook(muster, 'https://www.news.example/a', text);
      expect(shown).toHaveLength(1);
    });

    test('a name that the article gets later is told of then', async () => {
      await readAndLook(muster, 'https://www.news.example/a', ['Rheinmetall met Saab.']);
      await readAndLook(muster, 'https://www.news.example/a', ['Rheinmetall met Saab.', 'Zelenskyy came.']);
      expect(shown.map(({ title }) => title)).toEqual(['Rheinmetall is named', 'Volodymyr Zelenskyy is named']);
    });

    test.each<[string, readonly string[], Parameters<typeof pageWith>[2]]>([
      ['one that is named beside the article', ['Saab met NATO.', 'Rheinmetall'], { body: [1] }],
      ['a private window', ['Rheinmetall met Saab.'], { incognito: true }],
      ['nobody of it', ['Saab met NATO.'], {}],
    ])('%s: nothing is told', async (_what, text, more) => {
      await readAndLook(muster, 'https://www.news.example/a', text, more);
      expect(shown).toEqual([]);
    });

    test('without the browser’s permission nothing is told, and the article is kept', async () => {
      Object.assign(muster.browser, { notifications: undefined });
      const { view } = await readAndLook(muster, 'https://www.news.example/a', ['Rheinmetall met Saab.']);
      expect((await view()).kept).toBe('kept');
    });
  });
});

test('other windows hear that something was written', async () => {
  const stamp = async () => (await muster.browser.storage.session.get('touched')).touched;
  const before = await stamp();
  await ask().writeNote({ id: 'Q1', was: '', now: 'x' }, reader);
  expect(await stamp()).not.toBe(before);
});

test('a corrected name is marked anew on pages that are open', async () => {
  const { page, text } = pageWith('https://www.news.example/open', ['RhM AG came.']);
  await muster.answers.fromPage.read(text, sender(page));
  await correct('Q1', { name: 'RhM AG' });
  await vi.waitFor(() => expect(told).toContainEqual(expect.objectContaining({ tabId: page.tabId, name: 'reread' })));
});

test('an own entity is changed in its place; a window that did not see the change is told', async () => {
  const own = await ask().addOwn({ name: 'Acme', kind: 'company', aliases: [{ text: 'Акме', lang: 'uk' }] }, reader);
  const changed = await ask().keepOwn({ was: own, now: { ...own, name: 'Acme Missiles' } }, reader);
  expect(changed).toMatchObject({ id: own.id, name: 'Acme Missiles', added: own.added, changed: expect.any(String) });
  expect(await ask().keepOwn({ was: own, now: { ...own, name: 'Acme Rockets' } }, reader)).toBe('changed-meanwhile');
  expect(await namesIn('Акме, then Acme Missiles.')).toEqual([`${own.id} Acme Missiles`]);
  await ask().removeOwn({ id: own.id }, reader);
  if (changed !== 'changed-meanwhile') expect(await ask().keepOwn({ now: changed }, reader)).toMatchObject({ id: own.id });
  expect(await namesIn('Acme Missiles came.')).toEqual([`${own.id} Acme Missiles`]);
});
