import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { BROWSER } from './world.ts';

/** One of our own pages as a reader uses it: by what it says, and by the words on its buttons. */

export const says = (page: Page, text: string | RegExp) =>
  until(`the page to say ${text}`, async () => {
    const all = await page.evaluate(() => document.body.innerText);
    return typeof text === 'string' ? all.includes(text) : text.test(all);
  });

/** By what it says or is called. */
export const click = async (page: Page, name: string | RegExp) => {
  const pattern = typeof name === 'string' ? `^${name}$` : name.source;
  await until(`${name} to be pressed`, () =>
    page.evaluate((wanted) => {
      const fits = (text: string) => new RegExp(wanted).test(text.replace(/[\u2068\u2069]/g, '').trim());
      const all = [...document.querySelectorAll<HTMLElement>('button, a, summary, label, [role=switch]')];
      const found = all.find((one) => fits(one.getAttribute('aria-label') ?? '') || fits(one.innerText));
      found?.click();
      return found !== undefined;
    }, pattern),
  );
};

/** Where there is no WebGL the tables are there already. */
export const asTables = async (page: Page) => {
  const what = await until('the picture or the tables', () =>
    page.evaluate(() => document.querySelector('.network canvas, .network table')?.localName),
  );
  if (what === 'canvas') await click(page, 'As tables');
};

export const table = (page: Page, caption: string) =>
  page.evaluate((wanted) => {
    const found = [...document.querySelectorAll('table')].find((one) => one.caption?.innerText.includes(wanted) ?? false);
    return [...(found?.tBodies[0]?.rows ?? [])].map((row) => [...row.cells].map((cell) => cell.innerText.trim()).join(' | '));
  }, caption);

/** Where files go that the page saves; only Chromium's driver can say it. */
export const downloads = async (page: Page) => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-saved-'));
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  return folder;
};

/** The backup as a text. Only Chromium's driver can say where a file goes; elsewhere it is read where it was handed to the browser. */
export const savedBackup = async (page: Page): Promise<string> => {
  const folder = BROWSER === 'chromium' ? await downloads(page) : undefined;
  await until('the button', () => page.evaluate(() => document.querySelector('#files [data-act="backup"]') !== null));
  await page.evaluate(() => {
    const handOver = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      (globalThis as { saved?: unknown }).saved = blob;
      return handOver(blob);
    };
    document.querySelector<HTMLElement>('#files [data-act="backup"]')?.click();
  });
  const text = await until('the backup', () => page.evaluate(() => (globalThis as { saved?: Blob }).saved?.text()));
  if (folder === undefined) return text;
  const file = await until('the file', async () => readdirSync(folder).find((name) => /^muster-\d{4}-\d\d-\d\d-backup\.jsonl$/.test(name)));
  const saved = readFileSync(join(folder, file), 'utf8');
  rmSync(folder, { recursive: true });
  expect(saved).toBe(text);
  return saved;
};

/** Types a text into a field, in the place of what is there. */
export const fill = async (page: Page, selector: string, text: string) => {
  await page.waitForSelector(selector);
  await page.evaluate(
    (wanted, value) => {
      const field = document.querySelector<HTMLTextAreaElement>(wanted);
      if (field === null) throw new Error(`no ${wanted}`);
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    selector,
    text,
  );
};

/** Chooses a file in the options; the content is made there, for neither driver need know where files of its own lie. */
export const chooseFile = async (page: Page, name: string, text: string) => {
  await until('the field for files', () => page.evaluate(() => document.querySelector('#files input[type=file]') !== null));
  await page.evaluate(
    (called, content) => {
      const input = document.querySelector<HTMLInputElement>('#files input[type=file]') as HTMLInputElement;
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], called));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
  );
};

/** Waits for the preview of the file that was chosen, and has it taken in; does not wait for that. */
export const takeFile = (page: Page) =>
  until(
    'the file to be shown',
    () =>
      page.evaluate(() => {
        const button = document.querySelector<HTMLButtonElement>('#files [data-act="take"]');
        if (button === null || button.disabled) return false;
        button.click();
        return true;
      }),
    30_000,
  );
