import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { launchBrowser, openOwnPage, until } from '../../scripts/browsers.ts';
import { askMuster } from '../../scripts/watch.ts';
import { chooseFile, savedBackup, takeFile } from './our-page.ts';
import { article, BROWSER, FILLER, useWorld } from './world.ts';

/** What one browser saves another takes in. Run once, from Chromium, where both are there. */
describe.runIf(BROWSER === 'chromium' && process.env.MUSTER_FIREFOX !== undefined)('from Chromium to Firefox', () => {
  const world = useWorld();

  test('log, note, list, correction, own name, “not this” and settings', async () => {
    const tab = await world.open('http://unn.ua/between', article(`<p>BAE Systems met KNDS. Зброяр was there.</p>${FILLER}`));
    await until('it to be kept', async () => (await tab.view()).kept === 'kept');
    const { own } = world;
    const [knds] = await askMuster(own, 'search', { text: 'KNDS', limit: 1 });
    const id = knds?.id as string;
    await askMuster(own, 'writeNote', { id, was: '', now: '**Met** in Kyiv' });
    await askMuster(own, 'correct', { id, was: {}, now: { name: 'KNDS Group' } });
    const list = await askMuster(own, 'keepList', { name: 'Watched', colour: 'red' });
    await askMuster(own, 'putOnList', { id, list: list.id, on: true });
    await askMuster(own, 'addOwn', { name: 'Armourer', kind: 'company', aliases: [{ text: 'Зброяр', lang: 'uk' }] });
    await askMuster(own, 'judge', { entity: id, surface: 'knds', says: 'not-this', scope: 'site', where: 'example.org' });
    await world.set({ retentionDays: 90, strength: 'strong', everyPage: true });
    const what = async (page: typeof own) => ({
      log: (({ articles, sightings, pairs }) => ({ articles, sightings, pairs }))((await askMuster(page, 'health')).kept),
      mine: (await askMuster(page, 'profile', { id }))?.mine,
      name: (await askMuster(page, 'profile', { id }))?.profile.name,
      lists: await askMuster(page, 'lists'),
      own: await askMuster(page, 'own'),
      verdicts: await askMuster(page, 'verdicts'),
    });
    const options = await openOwnPage(world.running, 'options.html');
    const file = await savedBackup(options, world.saved);

    const extension = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
    const firefox = await launchBrowser('firefox', { extension, headless: true, offline: true });
    try {
      const there = await openOwnPage(firefox, 'options.html');
      await chooseFile(there, 'from-chromium.jsonl', file);
      await takeFile(there);
      await until('the log', async () => (await askMuster(there, 'health')).kept.articles === 1, 30_000);
      const settings = () =>
        there.evaluate(async () => {
          type Local = { storage: { local: { get(key: string): Promise<{ settings?: Record<string, unknown> }> } } };
          return (await (globalThis as unknown as { browser: Local }).browser.storage.local.get('settings')).settings;
        });
      await until('the settings', async () => (await settings())?.retentionDays === 90);
      // What a browser itself has to allow comes with no file.
      expect(await settings()).toMatchObject({ strength: 'strong', everyPage: false });
      expect(await what(there)).toEqual(await what(own));
    } finally {
      await firefox.browser.close();
    }
  }, 120_000);
});
