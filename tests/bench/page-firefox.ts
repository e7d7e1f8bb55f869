import { fileURLToPath } from 'node:url';
import { launchBrowser, openOwnPage, until } from '../../scripts/browsers.ts';
import { askMuster } from '../../scripts/watch.ts';
import { BLANK, middle, openPage, type Pair, pause, type Served } from './page-browsers.ts';
import { type Marked, waitForMarks, watchMarks } from './page-cost.ts';

const built = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));

/** When marks stand on a page in Firefox, in ms after DOM ready; medians of rounds, the background awake. Nothing there tells from outside how long a script of ours took. */
export interface MarksInFirefox extends Marked {
  readonly file: string;
}

/** Pages on which nothing was marked are left out. */
export async function marksInFirefox({ news }: Pair, pages: readonly Served[], rounds: number): Promise<readonly MarksInFirefox[]> {
  const firefox = await launchBrowser('firefox', { extension: built, headless: true, proxyPort: news.port });
  try {
    const own = await openOwnPage(firefox, 'options.html');
    await until('the profiles', async () => (await askMuster(own, 'health')).profiles.from === 'storage' || undefined);
    const page = await firefox.browser.newPage();
    await page.evaluateOnNewDocument(watchMarks);
    const all: MarksInFirefox[] = [];
    for (const { file, url } of pages) {
      const times: Marked[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await openPage(page, BLANK);
        await pause(300);
        await openPage(page, url);
        const marked = await waitForMarks(page).catch(() => undefined);
        if (marked !== undefined) times.push(marked);
      }
      if (times.length > 0) all.push({ file, first: middle(times.map(({ first }) => first)), last: middle(times.map(({ last }) => last)) });
    }
    return all;
  } finally {
    await firefox.browser.close();
  }
}
