import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { type BrowserName, launchBrowser, type Running } from '../../scripts/browsers.ts';
import { bundleForPage } from '../../scripts/in-page.ts';
import { countPainted, type Point, pointOnMark } from '../../scripts/watch.ts';
import type { Seen } from './compare.ts';

declare const unharmed: typeof import('./recorder.ts');

/** One visit: what was seen, how many marks there were, and where one was that could be pointed at. */
export interface Visit {
  readonly seen: Seen;
  readonly marks: number;
  readonly mark: Point | undefined;
  readonly card: boolean;
}

export interface Visitor {
  readonly running: Running;
  /** Opens the address and does what a reader does; `mark` is where to point, `patience` how long to wait for one, in ms. */
  visit(url: string, mark?: Point, patience?: number): Promise<Visit>;
}

/** An extension that does nothing, or only what the content scripts do that are given: by path, in the page's own world. */
export function idleExtension(scripts: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-idle-'));
  mkdirSync(folder, { recursive: true });
  const content = Object.entries(scripts).map(([name, source], i) => {
    writeFileSync(join(folder, `${i}.js`), source);
    return { matches: [`http://unn.ua/harm/${name}*`], js: [`${i}.js`], world: 'MAIN', run_at: 'document_end' };
  });
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Idle',
      version: '1',
      ...(content.length > 0 ? { content_scripts: content, host_permissions: ['http://unn.ua/*'] } : {}),
      browser_specific_settings: { gecko: { id: 'idle@muster.test' } },
    }),
  );
  return folder;
}

export async function startVisitor(name: BrowserName, extension: string, proxyPort: number): Promise<Visitor> {
  const [source, running] = await Promise.all([
    bundleForPage(fileURLToPath(new URL('recorder.ts', import.meta.url)), 'unharmed'),
    launchBrowser(name, { extension, headless: true, proxyPort }),
  ]);
  return {
    running,
    visit: async (url, mark, patience = 0) => {
      const page = await running.browser.newPage();
      try {
        // Some pages know a browser again by a cookie for all hosts of a site: each visit is the first.
        const context = page.browserContext();
        await context.deleteCookie(...(await context.cookies()));
        return await within(LONGEST_VISIT + patience, visit(page, source, url, mark, patience));
      } finally {
        await within(5_000, page.close()).catch(() => undefined);
      }
    },
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the page did not answer within ${ms / 1_000} s`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Some saved pages never answer, with or without us (a question that waits for its net, a loop): so long, in ms, a visit may take. */
const LONGEST_VISIT = 90_000;
/** After this long, what Muster does to a page that stands still has been done. */
const SETTLED = 700;

async function visit(page: Page, source: string, url: string, wanted: Point | undefined, patience: number): Promise<Visit> {
  const said: Record<string, number> = {};
  const say = (what: string): void => {
    said[what] = (said[what] ?? 0) + 1;
  };
  page.on('console', (message) => say(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => say(`error: ${error instanceof Error ? error.message : String(error)}`));
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  await page.evaluateOnNewDocument((code) => {
    // biome-ignore lint/security/noGlobalEval: the recorder, before any script of the page
    // biome-ignore lint/complexity/noCommaOperator: makes the evaluation global
    (0, eval)(code);
  }, source);
  await page.goto(url, { waitUntil: 'load', timeout: 15_000 }).catch(() => undefined);
  await page.bringToFront();
  await pause(SETTLED);
  await page.evaluate(() => unharmed.scrollThrough());
  const { marks, mark } = await look(page, wanted, patience);
  const { card, layout } = await point(page, mark);
  await read(page);
  const report = await page.evaluate(() => unharmed.report());
  const console = Object.fromEntries(Object.entries(said).map(([what, times]) => [what, String(times)]));
  return { marks, mark, card, seen: { ...report, layout: { ...report.layout, ...layout }, console } };
}

/** What is marked in the window; looks again for so long, in ms, as nothing is. */
async function look(
  page: Page,
  wanted: Point | undefined,
  patience: number,
): Promise<{ readonly marks: number; readonly mark: Point | undefined }> {
  await page.evaluate(() => unharmed.hold(true));
  const end = Date.now() + patience;
  let marks = await countPainted(page);
  for (; marks === 0 && Date.now() < end; marks = await countPainted(page)) await pause(100);
  // The welcome page may have come before it, and what is hidden takes each move of the pointer seconds late.
  await page.bringToFront();
  const mark = wanted ?? (await pointOnMark(page));
  await page.evaluate(() => unharmed.hold(false));
  return { marks, mark };
}

/** Points here and there, then at the mark until the card is there, then away. */
async function point(
  page: Page,
  mark: Point | undefined,
): Promise<{ readonly card: boolean; readonly layout: Readonly<Record<string, string>> }> {
  for (const at of [100, 400, 700]) await page.mouse.move(at, at, { steps: 3 });
  if (mark === undefined) return { card: false, layout: {} };
  await page.mouse.move(mark.x - 2, mark.y);
  await page.mouse.move(mark.x, mark.y);
  await pause(600);
  await page.evaluate(() => unharmed.hold(true));
  const card = (await page.$('muster-card')) !== null;
  const boxes = await page.evaluate(() => unharmed.boxes());
  await page.evaluate(() => unharmed.hold(false));
  await page.mouse.move(1, 1, { steps: 2 });
  await pause(600);
  return { card, layout: Object.fromEntries(Object.entries(boxes).map(([path, box]) => [`while pointing: ${path}`, box])) };
}

/** Clicks on plain text, presses keys, selects and copies all, prints. */
async function read(page: Page): Promise<void> {
  const { x, y } = await page.evaluate(() => {
    unharmed.hold(true);
    const place = unharmed.plainText();
    unharmed.hold(false);
    return place;
  });
  await page.mouse.click(x, y);
  for (const key of ['j', 'Shift', 'Escape', 'Tab'] as const) await page.keyboard.press(key);
  for (const key of ['a', 'c'] as const) {
    await page.keyboard.down('Control');
    await page.keyboard.press(key);
    await page.keyboard.up('Control');
  }
  await page.evaluate(() => {
    for (const type of ['beforeprint', 'afterprint']) dispatchEvent(new Event(type));
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await pause(100);
}
