import type { Page } from 'puppeteer-core';
import { openOwnPage, until } from '../../scripts/browsers.ts';
import { openPopup } from '../../scripts/watch.ts';
import type { Tab, World } from './world.ts';

/** The popup as a reader uses it: by the words on its buttons. */
export interface Popup {
  readonly page: Page;
  /** All that it says now. */
  readonly text: () => Promise<string>;
  /** Waits until it says this. */
  readonly says: (words: string | RegExp) => Promise<string>;
  /** Clicks the button with these words (or this accessible name), as a whole or, with a pattern, in part. */
  readonly click: (words: string | RegExp) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Names in the list that is shown: of the page, of the search, of the pairs. */
  readonly names: () => Promise<readonly string[]>;
}

/** The real popup over the page in Chromium; in Firefox the same document in a window. */
export async function realPopup(world: World, tab: Tab): Promise<Popup> {
  return drive(await openPopup(world.running, tab.page, tab.id));
}

/** The same document in a tab of its own, which does not close when another window is clicked. */
export async function popupInTab(world: World, tab: Tab): Promise<Popup> {
  return drive(await openOwnPage(world.running, `popup.html?tab=${tab.id}`));
}

function drive(page: Page): Popup {
  const text = () => page.evaluate(() => document.body.textContent);
  const find = (words: string | RegExp) => (typeof words === 'string' ? { exact: words } : { pattern: words.source });
  return {
    page,
    text,
    says: async (words) => {
      let last = '';
      await until('words', async () => {
        last = await text();
        return typeof words === 'string' ? last.includes(words) : words.test(last);
      }).catch(() => {
        throw new Error(`the popup does not say ${words}; it says: ${last.replace(/\s+/g, ' ').slice(0, 600)}`);
      });
      return last;
    },
    click: async (words) => {
      let last = '';
      const handle = await until(`a button ${words} at rest`, async () => {
        const found = (await page.evaluateHandle(findButton, find(words))).asElement();
        const before = last;
        last = JSON.stringify(await found?.boundingBox());
        // What is still being filled in moves buttons away under the click.
        return found !== null && last === before && found;
      });
      await (handle as unknown as { click(): Promise<void> }).click();
    },
    type: async (typed) => {
      const field = await page.waitForSelector('input[role=combobox]');
      await field?.click({ count: 3 });
      await page.keyboard.press('Backspace');
      await field?.type(typed);
    },
    names: () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.rows .name bdi, .rows.hits bdi, .rows .name, .row.hit')].map((e) => e.textContent),
      ),
  };
}

/** Runs in the popup. */
function findButton(wanted: { readonly exact?: string; readonly pattern?: string }): Element | undefined {
  const fits = (words: string) =>
    wanted.exact === undefined ? new RegExp(wanted.pattern ?? '').test(words) : words.trim() === wanted.exact;
  return [...document.querySelectorAll('button, [role=option], [role=switch]')].find(
    (button) => button.checkVisibility() && (fits(button.getAttribute('aria-label') ?? '') || fits(button.textContent)),
  );
}
