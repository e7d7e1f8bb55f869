import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { namesOf } from '../../core/gazetteer.ts';
import { readPage } from '../../scripts/read-page.ts';
import { readPackagedGazetteer, recognise } from '../../scripts/recognise.ts';
import { expectAnswer } from './measure.ts';
import { BLANK, middle, openPage, type Pair, type Served } from './page-browsers.ts';

/** What others cost the same page, in ms of one task: finding and wrapping, and the layout that this forces. */
export interface PeerOnPage {
  readonly file: string;
  readonly markJs: number;
  readonly expressions: number;
}

/** Names that the peers get. Ours are all of the pack, with all their forms; with so many, or even with a thousand, neither would end within minutes. */
export const PEER_NAMES = 200;
const ROUNDS = 1;

/** The names that stand on this page as they stand there, then those of the pack until there are enough. */
export function peerNames(path: string): readonly string[] {
  const gazetteer = readPackagedGazetteer();
  const { text, lang } = readPage(path);
  const here = recognise(gazetteer, text, { lang }).map(({ surface }) => surface.replace(/\s+/g, ' '));
  const all = [...namesOf(gazetteer)].map(({ name }) => name);
  return [...new Set([...here, ...all])].slice(0, PEER_NAMES);
}

export async function peersOnPage({ withoutUs }: Pair, { file, url }: Served, names: readonly string[]): Promise<PeerOnPage> {
  const times = { markJs: [] as number[], expressions: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const who of ['markJs', 'expressions'] as const) {
      await open(withoutUs, url);
      const { found, took } = await withoutUs.evaluate(who === 'markJs' ? markWithMarkJs : markWithExpressions, [...names]);
      expectAnswer(`${who} on ${file}`, found, 1);
      times[who].push(took);
    }
  }
  return { file, markJs: middle(times.markJs), expressions: middle(times.expressions) };
}

async function open(page: Page, url: string): Promise<void> {
  await page.bringToFront();
  await openPage(page, BLANK);
  await openPage(page, url);
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js') });
}

interface WithMark {
  readonly Mark: new (element: Element) => { mark(names: readonly string[], options: object): void };
}

/** Runs in the page. */
function markWithMarkJs(names: string[]): { found: number; took: number } {
  let found = 0;
  void document.body.offsetHeight;
  const start = performance.now();
  const marker = new (window as unknown as WithMark).Mark(document.body);
  // It calls itself for each name and runs out of stack at about a thousand, so it gets them in portions.
  for (let at = 0; at < names.length; at += 200)
    marker.mark(names.slice(at, at + 200), { accuracy: 'partially', separateWordSearch: false, diacritics: false, each: () => found++ });
  void document.body.offsetHeight;
  return { found, took: performance.now() - start };
}

/** Runs in the page. The method of the nearest tool of today, typed anew: an expression a name, each over all text nodes, hits are wrapped. */
function markWithExpressions(names: string[]): { found: number; took: number } {
  let found = 0;
  void document.body.offsetHeight;
  const start = performance.now();
  for (const name of names) {
    const expression = new RegExp(`\\b${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const hits: { node: Text; at: number }[] = [];
    for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
      if (/^(?:script|style|noscript|textarea|mark)$/i.test(node.parentElement?.tagName ?? '')) continue;
      const at = expression.exec(node.data)?.index;
      if (at !== undefined) hits.push({ node, at });
    }
    for (const { node, at } of hits) {
      const named = node.splitText(at);
      named.splitText(name.length);
      const mark = document.createElement('mark');
      named.replaceWith(mark);
      mark.append(named);
      found += 1;
    }
  }
  void document.body.offsetHeight;
  return { found, took: performance.now() - start };
}
