import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildGazetteer, findCandidates, gazetteerToBytes } from '../../core/gazetteer.ts';
import { link } from '../../core/link.ts';
import { type Pack, parsePack } from '../../core/pack.ts';
import { openBrowser, type PageMaker, type TestPage } from './browser.ts';

/**
 * Wherever in a page a name stands and however the page has cut it up: what is marked is the name, to the letter. Twelve thousand documents that
 * nobody wrote (offsets-recipe.ts), held to the laws of offsets-entry.ts in a real page. MUSTER_SEED=n runs those of another seed.
 */

declare const muster: typeof import('./offsets-entry.ts');

const SEED = Number(process.env.MUSTER_SEED ?? 20_261_129);
const BATCHES = 12;
const DOCUMENTS = 500;

let maker: PageMaker;
let page: TestPage;

beforeAll(async () => {
  const pack = parsePack(readFileSync(new URL('../../public/packs/core.jsonl', import.meta.url), 'utf8'));
  const gazetteer = buildGazetteer([pack]);
  const names = namesOf(pack).filter((name) => {
    const text = `${name} `;
    const [first] = link(gazetteer, [{ id: 0, text, candidates: findCandidates(gazetteer, text) }], { verdicts: [] });
    return first?.start === 0 && first.end === name.length;
  });
  expect(names.length).toBeGreaterThan(900);
  const bytes = gazetteerToBytes(gazetteer);
  maker = await openBrowser('offsets-entry.ts');
  page = await maker.page('<!doctype html><meta charset=utf-8><body></body>');
  await page.evaluate((base64, all) => muster.prepare(base64, all), Buffer.from(bytes).toString('base64'), names);
}, 120_000);
afterAll(() => maker.close());

/** One strong form of every second record, taken in turn from all that it has: all scripts and ways of writing come up. */
function namesOf({ records }: Pack): readonly string[] {
  return records.flatMap(({ forms }, i) => {
    const strong = forms.filter(({ role, case: letters }) => role === 'strong' && letters !== 'exact').flatMap(({ texts }) => texts);
    const one = strong[i % strong.length];
    return i % 2 === 0 && one !== undefined && one.length > 1 && one.length < 50 ? [one] : [];
  });
}

describe.each(['read', 'edited'] as const)('documents that are %s', (which) => {
  test.each(Array.from({ length: BATCHES }, (_, i) => SEED + i))('seed %i', async (seed) => {
    const { failure, planted, found } = await page.evaluate((...all) => muster.check(...all), which, seed, DOCUMENTS);
    expect(failure).toBeUndefined();
    if (which === 'read') expect(found).toBeGreaterThan(0.9 * planted);
  });
});
