import { beforeEach, describe, expect, test } from 'vitest';
import { record } from '../core/pack-of.ts';
import { reader } from './background.ts';
import { HOST, maker, Publisher } from './feed-host.ts';
import { add, again, answers, db, freshFeeds, host, marked, publisherAt } from './feeds-world.ts';

/** Feeds that the reader adds. */

beforeEach(freshFeeds);

describe('a feed that the reader adds', () => {
  test('is fetched, marked, tagged; switched off, on, and removed without a trace', async () => {
    const { fingerprint } = await publisherAt(HOST, 'newsroom', [maker(1), maker(2)]);
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab']);
    const [core, added] = await add(HOST, fingerprint);
    expect(core).toMatchObject({ id: 'core', builtIn: true });
    expect(added).toMatchObject({
      id: fingerprint,
      title: 'The feed newsroom',
      on: true,
      code: 'updated',
      pack: { version: 1, count: 2, from: 'feed' },
    });
    expect(added?.signedBy[0]).toMatch(/^[0-9a-f]{8}$/);
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab', 'Maker 1 Works']);
    expect(await answers().profile({ id: 'Q100001' }, reader)).toMatchObject({
      origin: 'feed',
      feed: { title: 'The feed newsroom' },
      alsoIn: [],
    });
    await answers().changeFeed({ id: fingerprint, on: false }, reader);
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab']);
    await answers().changeFeed({ id: fingerprint, on: true, colour: 'violet' }, reader);
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab', 'Maker 1 Works']);
    expect(await answers().profile({ id: 'Q100001' }, reader)).toMatchObject({ feed: { colour: 'violet' } });
    expect(await answers().removeFeed({ id: fingerprint }, reader)).toHaveLength(1);
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab']);
    const open = await db();
    expect(await open.feeds.toArray()).toEqual([]);
    expect((await open.packs.toArray()).map(({ channel }) => channel)).toEqual(['core']);
    expect(new Set((await open.blocks.toArray()).map(({ set }) => set)).size).toBe(1);
  });

  test('stays over a new life of the background', async () => {
    const { fingerprint } = await publisherAt(HOST, 'newsroom', [maker(1)]);
    await add(HOST, fingerprint);
    await again();
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab', 'Maker 1 Works']);
  });

  const refused: readonly (readonly [string, string, (print: string) => string, RegExp])[] = [
    ['a plain address', 'http://feed.example/', (print) => print, /begins with https/],
    ['a script for an address', 'javascript:alert(1)//', (print) => print, /begins with https/],
    ['an address with a name and a password', 'https://me:secret@feed.example/', (print) => print, /begins with https/],
    ['half a fingerprint', HOST, (print) => print.slice(0, 20), /40 digits/],
    ['another fingerprint', HOST, (print) => [...print].reverse().join(''), /No keys with this fingerprint/],
    ['a host that is not there', 'https://nowhere.example/', (print) => print, /could not be reached/],
    ['a folder without a feed', `${HOST}other/`, (print) => print, /no such file/],
  ];
  test.each(refused)('%s: refused in words, and nothing stays', async (_, address, change, words) => {
    const { fingerprint } = await publisherAt(HOST, 'newsroom', [maker(1)]);
    await expect(add(address, change(fingerprint))).rejects.toThrow(words);
    expect(await (await db()).feeds.count()).toBe(0);
    expect(await marked('Saab and Maker 1 Works.')).toEqual(['Saab']);
  });

  test('twice, and more than eight, are refused', async () => {
    const urls = Array.from({ length: 9 }, (_, i) => `https://feed${i}.example/`);
    const prints: string[] = [];
    for (const [i, url] of urls.entries()) prints.push((await publisherAt(url, `feed-${i}`, [maker(i)])).fingerprint);
    for (const [i, url] of urls.slice(0, 8).entries()) await add(url, prints[i] as string);
    await expect(add(urls[0] as string, prints[0] as string)).rejects.toThrow(/in your list already/);
    await expect(add(urls[8] as string, prints[8] as string)).rejects.toThrow(/At most 8/);
  });

  test('not from a private window', async () => {
    const { fingerprint } = await publisherAt(HOST, 'newsroom', [maker(1)]);
    await expect(answers().addFeed({ address: HOST, fingerprint }, { ...reader, tabId: 7, incognito: true })).rejects.toThrow(
      /private window/,
    );
  });

  test('a link, groups of four and capitals are understood', async () => {
    const { fingerprint } = await publisherAt(HOST, 'newsroom', [maker(1)]);
    const groups = fingerprint
      .toUpperCase()
      .replace(/(....)/g, '$1 ')
      .trim();
    expect(await add(`${HOST}manifest.json#${fingerprint}`, groups)).toHaveLength(2);
  });
});

describe('who has the word', () => {
  const renamed = (name: string, forms: string[]) => record('Q3', 'company', forms, { name });

  test('what came with Muster before what was added, and the upper before the lower', async () => {
    const one = await publisherAt('https://one.example/', 'one', [renamed('Saab of One', ['Saab', 'One Works']), maker(5, 'Five of One')]);
    const two = await publisherAt('https://two.example/', 'two', [renamed('Saab of Two', ['Saab']), maker(5, 'Five of Two')]);
    await add('https://one.example/', one.fingerprint);
    await add('https://two.example/', two.fingerprint);
    expect(await answers().profile({ id: 'Q3' }, reader)).toMatchObject({
      profile: { name: 'Saab' },
      origin: 'packaged',
      alsoIn: [{ title: 'The feed one' }, { title: 'The feed two' }],
    });
    expect(await answers().profile({ id: 'Q100005' }, reader)).toMatchObject({
      profile: { name: 'Five of One' },
      alsoIn: [{ title: 'The feed two' }],
    });
    expect(await marked('One Works, Five of One, Five of Two.')).toEqual(['Five of One']);
    await answers().changeFeed({ id: two.fingerprint, move: -1 }, reader);
    expect((await answers().feeds(undefined as never, reader)).map(({ title }) => title)).toEqual([
      'Muster',
      'The feed two',
      'The feed one',
    ]);
    expect(await answers().profile({ id: 'Q100005' }, reader)).toMatchObject({ profile: { name: 'Five of Two' } });
    expect(await marked('Five of One, Five of Two.')).toEqual(['Five of Two']);
  });

  test('an added feed brings names, and no words that bear on the names of others', async () => {
    const publisher = await new Publisher('newsroom').init();
    await publisher.addVersion([maker(1)], 1, {
      decoys: ['Saab', 'Saab plant'],
      givenNames: ['Saab'],
      fieldWords: ['plain'],
      titles: { minister: ['visitor'] },
    });
    await publisher.publish();
    host(HOST, publisher);
    await add(HOST, publisher.fingerprint);
    expect(await marked('Visitors saw the Saab plant.')).toEqual(['Saab']);
  });

  test('sources of two feeds with one key are kept apart', async () => {
    const publisher = await new Publisher('newsroom').init();
    await publisher.addVersion([maker(1)], 1, { sources: { test: { title: 'Another source' } } });
    await publisher.publish();
    host(HOST, publisher);
    await add(HOST, publisher.fingerprint);
    expect(await answers().profile({ id: 'Q100001' }, reader)).toMatchObject({ sources: { test: { title: 'Another source' } } });
    expect(await answers().profile({ id: 'Q3' }, reader)).toMatchObject({ sources: { test: { title: 'Test' } } });
  });
});
