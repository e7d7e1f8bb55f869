import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { until } from '../../scripts/browsers.ts';

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

/** The file that a page saves under such a name, once it is written; it is taken away. */
export const savedFile = (folder: string, named: RegExp): Promise<Buffer> =>
  until(`the file ${named}`, () => {
    const all = readdirSync(folder);
    const name = all.find((one) => named.test(one));
    // Firefox puts an empty file there first, and fills another.
    if (name === undefined || all.some((one) => /\.(part|crdownload)$/.test(one))) return undefined;
    const bytes = readFileSync(join(folder, name));
    if (bytes.length === 0) return undefined;
    rmSync(join(folder, name));
    return bytes;
  });

/** The backup as a text: what is in the file, which must be what the page handed to the browser. */
export const savedBackup = async (page: Page, folder: string): Promise<string> => {
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
  const saved = (await savedFile(folder, /^muster-\d{4}-\d\d-\d\d-backup\.jsonl$/)).toString('utf8');
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
