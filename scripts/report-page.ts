import { basename, extname, join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { PageView } from '../platform/messages.ts';
import { type Running, until } from './browsers.ts';
import { askMuster, cardText, countWhileScrolling, openPopup, type Point, pointOnMark, settledPage, tabOf } from './watch.ts';

/** What `npm start -- --headless --json` prints of one page; all of it comes from the running extension. */
export interface PageReport {
  readonly file: string;
  readonly mentions: readonly {
    readonly name: string;
    readonly id: string;
    readonly kind: string;
    readonly surface: string;
    readonly count: number;
    readonly certainty: string;
  }[];
  readonly pairs: readonly {
    readonly a: string;
    readonly aName: string;
    readonly b: string;
    readonly bName: string;
    readonly sentences: number;
    readonly paragraphs: number;
    readonly articles: number;
  }[];
  /** Distinct ranges that were painted while the page was scrolled from top to bottom. */
  readonly marked: number;
  readonly screenshots: readonly string[];
  readonly kept: PageView['kept'];
  readonly found: PageView['entities'];
}

/** Longer than the card takes to fade in, in milliseconds. */
const CARD_FADE = 250;

/** Longer than a browser takes to scroll smoothly, in milliseconds. */
const SMOOTH_SCROLL = 1_200;

interface Asked {
  readonly file: string;
  readonly url: string;
  /** Folder for the screenshots. */
  readonly pictures: string;
}

export async function reportPage(running: Running, own: Page, asked: Asked): Promise<PageReport> {
  const page = await running.browser.newPage();
  try {
    await page.goto(asked.url);
    const tabId = await tabOf(own, asked.url);
    await page.bringToFront();
    const view = await settledPage(page, own, tabId);
    if (view.site.state !== 'reading') process.stderr.write(`${asked.file}: not read (${view.site.state})\n`);
    if (view.kept !== 'kept') process.stderr.write(`${asked.file}: not kept in the log (${view.kept}), so no pairs\n`);
    const marked = await countWhileScrolling(page);
    const screenshots = await takePictures(running, own, page, tabId, view, join(asked.pictures, slugOf(asked, running)));
    const nameOf = (id: string) => view.entities.find((entity) => entity.id === id)?.name ?? view.labels[id] ?? id;
    return {
      file: asked.file,
      mentions: view.entities.flatMap(({ id, name, kind, surfaces }) =>
        surfaces.map((surface) => ({ name, id, kind, surface: surface.text, count: surface.times, certainty: surface.certainty })),
      ),
      pairs: view.pairs.map(({ a, b, ...counts }) => ({ a, aName: nameOf(a), b, bName: nameOf(b), ...counts })),
      marked,
      screenshots,
      kept: view.kept,
      found: view.entities,
    };
  } finally {
    await page.close().catch(() => undefined);
  }
}

/** The number in the address keeps two files of one name apart; the sample, which comes alone, does without. */
function slugOf({ file, url }: Asked, running: Running): string {
  const name = basename(file, extname(file))
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60);
  const number = new URL(url).pathname.split('/')[1];
  return `${running.name}-${number}-${name === 'source' ? basename(join(file, '..')) : name}`;
}

async function takePictures(running: Running, own: Page, page: Page, tabId: number, view: PageView, stem: string): Promise<string[]> {
  const taken: string[] = [];
  const shoot = async (of: Page | ElementHandle, what: string) => {
    const path = `${stem}-${what}.png` as const;
    await of.screenshot({ path });
    taken.push(path);
  };
  const withCard = async () => {
    if (!(await hoverMark(own, page, tabId, view))) return;
    await shoot(page, 'card');
    if (await setDark(page, true)) await shoot(page, 'card-dark');
    await setDark(page, false);
  };
  const withPopup = async () => {
    const popup = await openPopup(running, page, tabId);
    const first = view.entities[0]?.name;
    if (first) await until('the popup to list the page', () => popup.evaluate((name) => document.body.textContent.includes(name), first));
    // Without a display the browser gives the popup a window of another size than a reader's; the body is as large as it will be.
    const body = await popup.waitForSelector('body');
    await shoot(body ?? popup, 'popup');
    if (await setDark(popup, true)) await shoot(body ?? popup, 'popup-dark');
    await popup.close().catch(() => undefined);
  };
  await shoot(page, 'page');
  // What was found is worth telling even if a picture fails.
  for (const pictures of [withCard, withPopup]) {
    await pictures().catch((error: unknown) => {
      process.stderr.write(`${stem}: ${error instanceof Error ? error.message : error}\n`);
      process.exitCode = 1;
    });
  }
  return taken;
}

/** Rests the real mouse on a mark in the window, of whoever is named most, until its card shows. */
async function hoverMark(own: Page, page: Page, tabId: number, view: PageView): Promise<boolean> {
  const surfaces = view.entities
    .toSorted((one, other) => other.times - one.times)
    .flatMap((entity) => entity.surfaces.map((surface) => surface.text));
  let point: Point | undefined;
  const find = async () => {
    for (const text of [...surfaces.slice(0, 12), undefined]) point ??= await pointOnMark(page, text);
  };
  await find();
  // No mark in the first window: the popup's own button scrolls to one.
  for (const { id } of view.entities.slice(0, 5)) {
    if (point || !(await askMuster(own, 'goTo', { tabId, id, step: 1 }))) continue;
    await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), SMOOTH_SCROLL);
    await find();
  }
  if (!point) return false;
  await page.mouse.move(point.x - 3, point.y);
  await page.mouse.move(point.x, point.y);
  await until('the card of a mark to show', () => cardText(own, tabId), 5000);
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), CARD_FADE);
  return true;
}

/** False where the browser cannot be told by the test protocol (Firefox). */
async function setDark(page: Page, dark: boolean): Promise<boolean> {
  return page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]).then(
    () => true,
    () => false,
  );
}

const plural = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

export function printReport(report: PageReport): string {
  const width = Math.max(20, ...report.found.map((entity) => entity.name.length));
  const found = report.found.map(
    ({ name, kind, times, certainty, surfaces }) =>
      `  ${name.padEnd(width)}  ${kind.padEnd(12)}  ${String(times).padStart(3)} ×  ${certainty.padEnd(9)}  ${surfaces.map((surface) => surface.text).join(' · ')}`,
  );
  const strength = (pair: PageReport['pairs'][number]) => pair.sentences * 100 + pair.paragraphs * 10 + pair.articles;
  const pairs = report.pairs
    .toSorted((one, other) => strength(other) - strength(one))
    .map(
      (pair) =>
        `  ${pair.aName} + ${pair.bName}: ${plural(pair.sentences, 'sentence')}, ${plural(pair.paragraphs, 'paragraph')}, ${plural(pair.articles, 'article')}`,
    );
  return [
    `\n${report.file}`,
    `${plural(found.length, 'name')} found, ${plural(report.marked, 'mark')} painted`,
    ...found,
    `${plural(pairs.length, 'pair')} kept`,
    ...pairs,
    'Screenshots:',
    ...report.screenshots.map((path) => `  ${path}`),
    '',
  ].join('\n');
}
