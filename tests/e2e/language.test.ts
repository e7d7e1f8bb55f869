import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LanguageChoice } from '../../locales/language.ts';
import { en } from '../../locales/ui.ts';
import { words as uk } from '../../locales/uk/words.ts';
import { openOwnPage, until } from '../../scripts/browsers.ts';
import { popupInTab } from './popup.ts';
import { BROWSER, fixture, type Tab, useWorld } from './world.ts';

/** Every text of a catalogue that needs no values. */
function texts(catalogue: object): readonly string[] {
  return Object.values(catalogue).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? texts(value) : [],
  );
}

const UKRAINIAN = new Set(texts(uk));
/** What only English says; short words may stand in names. */
const ENGLISH = texts(en).filter((text) => text.trim().length > 3 && !UKRAINIAN.has(text));

/** All that is seen or heard on one of our pages: texts, labels, titles, hints. */
function said(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    // What is said to be of another language is not ours: names, titles of offices.
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode())
      if (node.parentElement?.closest('[lang]')?.getAttribute('lang') !== 'en') found.push(node.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
    return found.map((text) => text.trim()).filter((text) => text !== '');
  });
}

/** Pieces of text that are, or hold, an entry of the English catalogue. */
function englishIn(pieces: readonly string[]): readonly string[] {
  return pieces.filter((piece) =>
    ENGLISH.some((text) => piece === text.trim() || (text.trim().includes(' ') && piece.includes(text.trim()))),
  );
}

describe(`the interface in Ukrainian, in ${BROWSER}`, () => {
  const world = useWorld();
  let tab: Tab;
  const choose = (language: LanguageChoice) =>
    world.own.evaluate(async (chosen) => {
      type Storage = { local: { get(key: string): Promise<{ settings?: object }>; set(values: object): Promise<void> } };
      const { storage } = (globalThis as unknown as { browser: { storage: Storage } }).browser;
      await storage.local.set({ settings: { ...(await storage.local.get('settings')).settings, language: chosen } });
    }, language);

  beforeAll(async () => {
    await choose('uk');
    tab = await world.open('http://unn.ua/en/news/language', fixture('articles/dfnc2-sample/source.html'));
    await tab.settled();
  });
  afterAll(() => choose('auto'));

  const expectUkrainian = async (page: Page, ...wanted: readonly RegExp[]) => {
    let pieces: readonly string[] = [];
    const missing = () => wanted.filter((words) => !words.test(pieces.join('\n')));
    await until('Ukrainian words', async () => {
      pieces = await said(page);
      return missing().length === 0;
    }).catch(() => {
      throw new Error(`not said: ${missing().join(', ')}; said: ${pieces.join(' | ').slice(0, 1_000)}`);
    });
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('uk');
    expect(englishIn(pieces)).toEqual([]);
  };

  test('popup: the page, a profile, the search', async () => {
    const popup = await popupInTab(world, tab);
    await expectUkrainian(popup.page, /На цій сторінці \d+ назв/, /Компанії/, /разом із:/, /Збережено в журналі/);
    await popup.click('BAE Systems');
    await expectUkrainian(popup.page, /Джерела/, /Згадано у 1 статті/, /Велика Британія|Сполучене Королівство/);
    await popup.click('Пошук');
    await expectUkrainian(popup.page, /Шукайте компанії/, /Назва або ім’я, будь-яким письмом/);
    await popup.page.close();
  });

  test('card', async () => {
    await tab.page.bringToFront();
    await tab.hover('KNDS');
    const card = await until('the card', () => tab.card());
    expect(card).toMatch(/Компанія/);
    expect(card).toMatch(/відома назва|форма назви|інше написання/);
    expect(card).toContain('Відкрити профіль');
    expect(englishIn([card, ...card.split('\n')])).toEqual([]);
  });

  test.each([
    ['options.html', [/^Muster: налаштування$/m, /Що читається/, /1 стаття, \d+ згад/, /новинних сайтів|новинні сайти|новинний сайт/]],
    ['welcome.html', [/^Знайомство з Muster$/m, /Ніщо не залишає цього комп’ютера/, /Вести журнал статей/]],
    ['sidepanel.html', [/Налаштування/, /Пошук/]],
  ] as const)('%s', async (path, wanted) => {
    const page = await openOwnPage(world.running, path);
    await expectUkrainian(page, ...wanted);
    await page.close();
  });

  test('another choice holds at once in a page that is open', async () => {
    const page = await openOwnPage(world.running, 'options.html');
    await expectUkrainian(page, /Що зберігається/);
    await choose('de');
    await until('German', async () => (await said(page)).includes('Was gespeichert wird'));
    expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual(['de', 'Muster: Einstellungen']);
    await choose('uk');
    await expectUkrainian(page, /Що зберігається/);
    await page.close();
  });
});
