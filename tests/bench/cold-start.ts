import { existsSync, readFileSync } from 'node:fs';
import { buildGazetteer, type Gazetteer, gazetteerToBytes } from '../../core/gazetteer.ts';
import { parsePack } from '../../core/pack.ts';
import { openBrowser } from '../content/browser.ts';
import { packOf, record } from '../core/pack-of.ts';
import { expectAnswer, type Figure, figure, seconds } from './measure.ts';
import { makeNames, makeText } from './text.ts';

/** From a background that was asleep to its first answer: the database opened, the compiled names read from it, an article marked. Chromium. */

const ROUNDS = 9;
/** The bar of the project, in ms. */
const BAR = 60;

interface Trial {
  store(encoded: string): Promise<number>;
  coldStart(paragraphs: readonly string[]): Promise<{ ms: number; mentions: number }>;
}

/** Median over fresh pages, each of which does it for the first time. */
async function coldStartOf(gazetteer: Gazetteer, paragraphs: readonly string[], least: number): Promise<number> {
  const maker = await openBrowser(new URL('cold-start-entry.ts', import.meta.url));
  const inPage = <T>(page: Awaited<ReturnType<typeof maker.page>>, name: keyof Trial, argument: unknown): Promise<T> =>
    page.evaluate(
      (what, given) => (globalThis as unknown as { muster: Record<string, (one: unknown) => unknown> }).muster[what]?.(given) as never,
      name,
      argument,
    );
  try {
    const bytes = gazetteerToBytes(gazetteer);
    expectAnswer('bytes stored', await inPage(await maker.page('<p>'), 'store', Buffer.from(bytes).toString('base64')), bytes.length);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await maker.page('<p>');
      const { ms, mentions } = await inPage<{ ms: number; mentions: number }>(page, 'coldStart', paragraphs);
      expectAnswer('mentions at a cold start', mentions, least);
      times.push(ms);
      await page.close();
    }
    return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number;
  } finally {
    await maker.close();
  }
}

export async function coldStartFigures(say: (line: string) => void): Promise<readonly Figure[]> {
  say('cold start …');
  const names = makeNames(60_000);
  // One entity has some forty forms, as in the pack that ships.
  const pack = packOf(Array.from({ length: names.length / 40 }, (_, n) => record(`Q${n}`, 'company', names.slice(n * 40, (n + 1) * 40))));
  const gazetteer = buildGazetteer([pack]);
  const paragraphs = Array.from({ length: 40 }, (_, n) => makeText(names, 500, 10 + n).text);
  const anew = seconds(() => void buildGazetteer([pack]), 3) * 1000;
  const generated = await coldStartOf(gazetteer, paragraphs, 10);
  const figures = [
    figure('cold start', 60_000, 'ms', generated, 'the bar', BAR),
    figure('cold start', 60_000, 'ms', generated, 'building anew', anew),
  ];
  const file = new URL('../../public/packs/core.jsonl', import.meta.url);
  if (!existsSync(file)) throw new Error('public/packs/core.jsonl is missing: run npm run data');
  const shipped = buildGazetteer([parsePack(readFileSync(file, 'utf8'))]);
  const real = await coldStartOf(shipped, ['Rheinmetall and Saab met Volodymyr Zelenskyy.', ...paragraphs], 2);
  return [...figures, figure('cold start, the pack that ships', shipped.size.forms, 'ms', real, 'the bar', BAR)];
}
