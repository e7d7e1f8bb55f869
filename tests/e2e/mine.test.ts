import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { openOwnPage, until } from '../../scripts/browsers.ts';
import { askMuster } from '../../scripts/watch.ts';
import { click, fill, says } from './our-page.ts';
import { popupInTab } from './popup.ts';
import { putToSleep, SLEEPS_LATER } from './sleep.ts';
import { article, BROWSER, FILLER, useWorld } from './world.ts';

/** What the reader writes of a name: kept apart from what is published, marked at once, never overwritten by another window. */

const BODY = article(`<p>At the fair MBDA met KNDS. The Franco-German gunmakers left early.</p>${FILLER}`);

/** Chromium asks in a window that no driver can answer. */
describe.runIf(BROWSER === 'firefox')('whoever is on a watched list', () => {
  const world = useWorld({ preferences: { 'extensions.webextOptionalPermissionPrompts': false } });

  test('is told of by the system, once the browser allowed it', async () => {
    const list = await askMuster(world.own, 'keepList', { name: 'Watched', colour: 'red' });
    const id = (await askMuster(world.own, 'search', { text: 'MBDA', limit: 1 }))[0]?.id ?? '';
    await askMuster(world.own, 'putOnList', { id, list: list.id, on: true });
    const options = await openOwnPage(world.running, 'options.html#lists');
    await says(options, 'Tell me when one of them is named');
    // Straight from a real click: only then may the browser be asked.
    await (await options.$('#lists .cards [role=switch]'))?.click();
    await until('the list to be watched', async () => (await askMuster(world.own, 'lists'))[0]?.notify === true);
    // Without a window Firefox shows none and closes it at once: that it was asked to is what can be seen.
    await world.own.evaluate(() => {
      type Events = {
        onClosed: { addListener(heard: (id: string) => void): void };
        onShown: { addListener(heard: (id: string) => void): void };
      };
      const heard: string[] = [];
      const { notifications } = (globalThis as unknown as { browser: { notifications: Events } }).browser;
      notifications.onShown.addListener((one) => heard.push(one));
      notifications.onClosed.addListener((one) => heard.push(one));
      Object.assign(globalThis, { heard });
    });
    const tab = await world.open('http://unn.ua/watched', BODY);
    await until('it to be kept', async () => (await tab.view()).kept === 'kept');
    await until('the notification', () =>
      world.own.evaluate((one) => (globalThis as { heard?: string[] }).heard?.includes(`watched:${one}`), id),
    );
  });
});

describe(`what the reader writes, in ${BROWSER}`, () => {
  const world = useWorld({ preferences: SLEEPS_LATER });
  const idOf = async (text: string) => (await askMuster(world.own, 'search', { text, limit: 1 }))[0]?.id ?? '';

  test('a further name is marked at once on the page that is open, and a new one shown', async () => {
    const tab = await world.open('http://unn.ua/mine', BODY);
    await tab.paints(['MBDA', 'KNDS']);
    const popup = await popupInTab(world, tab);
    await popup.click('KNDS');
    await popup.click('Correct the profile');
    await fill(popup.page, '.my-corrections input', 'KNDS Group');
    await fill(popup.page, '.my-corrections textarea', 'Franco-German gunmakers (en)');
    await popup.click('Save');
    await popup.says('The publisher says');
    await tab.page.bringToFront();
    await tab.paints(['MBDA', 'KNDS', 'Franco-German gunmakers']);
    expect((await tab.view()).entities.map(({ name }) => name).sort()).toEqual(['KNDS Group', 'MBDA']);
    await popup.page.bringToFront();
    await popup.click('Correct the profile');
    await popup.click('Take back all');
    await popup.says('Your corrections were taken back.');
    await tab.page.bringToFront();
    await tab.paints(['MBDA', 'KNDS']);
    await popup.page.bringToFront();
    await popup.click('Undo');
    await popup.says('The publisher says');
  });

  test('a note and a list stay when the background has slept', async () => {
    const tab = await world.open('http://unn.ua/mine-note', BODY);
    const popup = await popupInTab(world, tab);
    await popup.click('MBDA');
    await popup.click('Write a note');
    await fill(popup.page, '.mine textarea', 'asked **twice**\n\n<img src=x onerror="document.title=1">');
    await popup.click('Save');
    await until('the note to be drawn', () =>
      popup.page.evaluate(() => document.querySelector('.markdown strong')?.textContent === 'twice'),
    );
    expect(await popup.page.evaluate(() => document.querySelectorAll('.markdown img').length)).toBe(0);
    await popup.click('Put on a list');
    await fill(popup.page, '.my-lists input[type=text]', 'To watch');
    await popup.click('Make it');
    await popup.says('To watch');
    expect((await tab.view()).entities.find(({ name }) => name === 'MBDA')?.lists?.map(({ name }) => name)).toEqual(['To watch']);
    await putToSleep(world);
    const fresh = await popupInTab(world, tab);
    await fresh.says('To watch');
    await fresh.click('MBDA');
    await fresh.says('asked twice');
  });

  test('what was erased comes back while the page is open, to the last number', async () => {
    const tab = await world.open('http://unn.ua/mine-erased', BODY);
    await until('it to be kept', async () => (await tab.view()).kept === 'kept');
    const kept = async () => {
      const { oldest: _, bytes: _bytes, ...counts } = (await askMuster(world.own, 'health')).kept;
      return { ...counts, pairs: await askMuster(world.own, 'namedWith', { id: await idOf('MBDA'), limit: 100 }) };
    };
    await tab.page.close();
    const before = await kept();
    expect(before.articles).toBeGreaterThan(0);
    const options = await openOwnPage(world.running, 'options.html');
    await says(options, 'Erase from the log');
    await options.evaluate(() => document.querySelector<HTMLElement>('input[name=erase][value=all]')?.click());
    await click(options, 'Erase …');
    await click(options, 'Erase');
    await until('it to be gone', async () => (await kept()).articles === 0);
    await click(options, 'Undo');
    await until('it to be back', async () => (await kept()).articles === before.articles);
    expect(await kept()).toEqual(before);
  });

  test('of two windows that write one note the later is told, and nothing is lost', async () => {
    const id = await idOf('Rheinmetall');
    const open = async () => {
      const page = await openOwnPage(world.running, `sidepanel.html?id=${id}`);
      await until('the profile', () => page.evaluate(() => document.querySelector('.mine button') !== null));
      await page.evaluate(() => document.querySelector<HTMLElement>('.mine button')?.click());
      await page.waitForSelector('.mine textarea');
      return page;
    };
    const [one, two] = [await open(), await open()];
    const save = (page: Page) => page.evaluate(() => document.querySelector<HTMLElement>('[data-act=save-note]')?.click());
    await fill(one, '.mine textarea', 'from the first window');
    await save(one);
    await until('it to be kept', async () => (await askMuster(world.own, 'profile', { id }))?.mine?.note === 'from the first window');
    await two.bringToFront();
    await fill(two, '.mine textarea', 'from the second window');
    await save(two);
    await until('the second to be told', () =>
      two.evaluate(() => document.querySelector('.mine [role=alert]')?.textContent?.includes('from the first window') === true),
    );
    expect((await askMuster(world.own, 'profile', { id }))?.mine?.note).toBe('from the first window');
    expect(await two.evaluate(() => document.querySelector<HTMLTextAreaElement>('.mine textarea')?.value)).toBe('from the second window');
  });
});
