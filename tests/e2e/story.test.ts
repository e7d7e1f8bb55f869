import { describe, expect, test } from 'vitest';
import { openOwnPage, until } from '../../scripts/browsers.ts';
import { askMuster, tabOf } from '../../scripts/watch.ts';
import { asTables, chooseFile, click, fill, savedBackup, says, table, takeFile } from './our-page.ts';
import { article, BROWSER, FILLER, useWorld } from './world.ts';

/** The whole story: read, see who is named with whom, look at the sentence, write a note; all of it into a file, away, and back. */

const dated = (day: string) => `<meta property="article:published_time" content="${day}T09:00:00Z">`;
const PAGES: readonly (readonly [url: string, day: string, sentence: string])[] = [
  ['http://unn.ua/en/news/story-1', '2024-10-02', 'BAE Systems met KNDS about howitzers on Tuesday.'],
  ['http://unn.ua/en/news/story-2', '2024-10-09', 'The people of BAE Systems and those of KNDS drank tea for two hours.'],
  ['http://unn.ua/en/news/story-3', '2024-11-20', 'BAE Systems and KNDS signed a paper.'],
];
const NOTE = '**Met three times.**\n\n- howitzers\n- tea';

describe(`the whole story in ${BROWSER}`, () => {
  const world = useWorld();
  const idOf = async (name: string) => (await askMuster(world.own, 'search', { text: name, limit: 1 }))[0]?.id as string;
  const noteOf = async (id: string) => (await askMuster(world.own, 'annotations')).find((row) => row.id === id)?.note;
  /** What the explorer says of the two: their row in the network, and the evidence behind it. */
  const explored = async () => {
    const page = await openOwnPage(world.running, `explorer.html?view=network&e=${await idOf('KNDS')}`);
    await page.bringToFront();
    await says(page, '2 names, 1 counted pair.');
    await asTables(page);
    await until('the pair', async () => (await table(page, 'Counted pairs')).length === 1);
    const pair = (await table(page, 'Counted pairs'))[0] as string;
    await click(page, /^Evidence: (BAE Systems and KNDS|KNDS and BAE Systems)$/);
    await says(page, 'Named together in 3 articles, newest first.');
    const quotes = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('.evidence-panel blockquote a')].map((a) => ({
          text: a.closest('blockquote')?.textContent ?? '',
          href: a.href,
        })),
      );
    await until('the sentences', async () => (await quotes()).length === PAGES.length);
    return { page, pair, quotes: await quotes() };
  };
  const writeNote = async (id: string) => {
    const panel = await openOwnPage(world.running, `sidepanel.html?id=${id}`);
    await panel.bringToFront();
    await until('the profile', () => panel.evaluate(() => document.querySelector('.mine button') !== null));
    await panel.evaluate(() => document.querySelector<HTMLElement>('.mine button')?.click());
    await fill(panel, '.mine textarea', NOTE);
    await panel.evaluate(() => document.querySelector<HTMLElement>('.mine [data-act="save-note"]')?.click());
    await until('the note to be kept', async () => (await noteOf(id)) === NOTE);
    await panel.close();
  };
  test('what was read, seen and written is the same after it was saved, erased and taken in', async () => {
    for (const [url, day, sentence] of PAGES) {
      const tab = await world.open(url, article(`<p>${sentence}</p>${FILLER}`, dated(day)));
      await tab.settled();
      await until('the article in the log', async () => (await tab.view()).kept === 'kept');
      await tab.page.close();
    }
    const before = await explored();
    for (const [, , sentence] of PAGES) expect(before.quotes.map(({ text }) => text).join(' ')).toContain(sentence);
    await opensItsSentence(before);

    const knds = await idOf('KNDS');
    await writeNote(knds);
    expect(await noteOf(knds)).toBe(NOTE);

    const options = await openOwnPage(world.running, 'options.html');
    await options.bringToFront();
    const file = await savedBackup(options, world.saved);
    expect(file.split('\n')[0]).toContain('"muster":"log"');

    expect(await askMuster(world.own, 'erase', { what: 'all' })).toBe(3);
    expect(await askMuster(world.own, 'writeNote', { id: knds, was: NOTE, now: '' })).toMatchObject({ state: 'kept' });
    expect((await askMuster(world.own, 'health')).kept).toMatchObject({ articles: 0, sightings: 0, pairs: 0 });
    expect(await noteOf(knds)).toBeUndefined();

    await chooseFile(options, 'backup.jsonl', file);
    await takeFile(options);
    await until('all of it', async () => (await askMuster(world.own, 'health')).kept.articles === 3);
    await until('word of it', () =>
      options.evaluate(() => [...document.querySelectorAll('#files [role=status]')].some((one) => /\d/.test(one.textContent ?? ''))),
    );

    const after = await explored();
    expect({ pair: after.pair, quotes: after.quotes }).toEqual({ pair: before.pair, quotes: before.quotes });
    expect(await noteOf(knds)).toBe(NOTE);
    await opensItsSentence(after);
    for (const { page } of [before, after, { page: options }]) await page.close();
  }, 180_000);

  /** A quote in the evidence leads to its place in the page. */
  async function opensItsSentence({ page, quotes }: Awaited<ReturnType<typeof explored>>): Promise<void> {
    const [url, , sentence] = PAGES[1] as (typeof PAGES)[number];
    const there = quotes.map(({ href }) => href).find((href) => href.startsWith(url)) as string;
    expect(there).toContain('#:~:text=');
    await page.bringToFront();
    const link = await page.evaluateHandle(
      (href) => [...document.querySelectorAll<HTMLAnchorElement>('.evidence-panel blockquote a')].find((a) => a.href === href),
      there,
    );
    await (link as unknown as { click(): Promise<void> }).click();
    await tabOf(world.own, url);
    // Firefox's driver does not see the page that a link of ours opens.
    const opened =
      BROWSER === 'firefox'
        ? await world.running.browser.newPage()
        : await until('its page', async () => (await world.running.browser.pages()).find((one) => one.url().startsWith(url)));
    if (BROWSER === 'firefox') await opened.goto(there);
    expect(await opened.evaluate(() => document.body.innerText)).toContain(sentence);
    await opened.close();
  }
});
