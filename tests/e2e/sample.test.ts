import { beforeAll, describe, expect, test } from 'vitest';
import type { EntityOnPage, PageView } from '../../platform/messages.ts';
import { until } from '../../scripts/browsers.ts';
import { countWhileScrolling } from '../../scripts/watch.ts';
import { BROWSER, BROWSERS_OWN, fixture, markup, parsed, type Tab, useWorld } from './world.ts';

/** `expected.json` of a fixture article. */
interface Expected {
  readonly entities: readonly {
    readonly name: string;
    readonly id: string;
    readonly kind: string;
    /** Stands outside the article: marked, but in no pair. */
    readonly outside?: boolean;
    readonly surfaces: Readonly<Record<string, number>>;
  }[];
  readonly none: readonly string[];
  /** The twelve companies and the president: each pair of them must be in the log. */
  readonly thirteen: readonly string[];
}

const URL_OF_SAMPLE = 'http://unn.ua/en/news/muster-sample';

const source = fixture('articles/dfnc2-sample/source.html');
const expected = JSON.parse(fixture('articles/dfnc2-sample/expected.json')) as Expected;

describe(`the sample report in ${BROWSER}`, () => {
  const world = useWorld();
  let tab: Tab;
  let view: PageView;
  beforeAll(async () => {
    tab = await world.open(URL_OF_SAMPLE, source);
    view = await tab.settled();
  });

  test('nobody is missed and nobody is invented: every entity, every surface, every count', () => {
    const rows = (entities: readonly { id: string; surfaces: Readonly<Record<string, number>> }[]) =>
      Object.fromEntries(entities.map(({ id, surfaces }) => [id, surfaces]));
    const surfacesOf = (entity: EntityOnPage) => Object.fromEntries(entity.surfaces.map((surface) => [surface.text, surface.times]));
    expect(rows(view.entities.map((entity) => ({ id: entity.id, surfaces: surfacesOf(entity) })))).toEqual(rows(expected.entities));
  });

  test('each has its name and kind, and all are sure', () => {
    expect(view.entities.map(({ id, name, kind, certainty }) => `${id} ${name} ${kind} ${certainty}`).sort()).toEqual(
      expected.entities.map(({ id, name, kind }) => `${id} ${name} ${kind} sure`).sort(),
    );
  });

  test('as many marks are painted as there are mentions, none of them on a decoy', async () => {
    const mentions = expected.entities.flatMap((entity) => Object.values(entity.surfaces)).reduce((sum, n) => sum + n, 0);
    expect(await countWhileScrolling(tab.page)).toBe(mentions);
    const painted = await tab.painted();
    for (const decoy of expected.none) expect(painted.filter((text) => decoy.includes(text))).toEqual([]);
  });

  test('the twelve companies and the president make 78 pairs at article level; who stands outside the article is in none', () => {
    expect(view.kept).toBe('kept');
    const inside = new Set(expected.thirteen);
    expect(inside.size).toBe(13);
    const among = view.pairs.filter(({ a, b }) => inside.has(a) && inside.has(b));
    expect(among).toHaveLength(78);
    expect(among.every((pair) => pair.articles === 1)).toBe(true);
    const outside = expected.entities.filter((entity) => entity.outside).map((entity) => entity.id);
    expect(view.pairs.filter(({ a, b }) => outside.includes(a) || outside.includes(b))).toEqual([]);
  });

  test('pairs at sentence level are those of the sentences: BAE Systems and KNDS stand together in three', () => {
    const pair = view.pairs.find(({ a, b }) => [a, b].sort().join() === ['Q19966744', 'Q739416'].join());
    expect(pair).toMatchObject({ sentences: 3, paragraphs: 3, articles: 1 });
  });

  test('the card says who it is and why, after a rest of the real mouse; Esc closes it', async () => {
    await tab.hover('KNDS');
    const card = await until('the card', () => tab.card());
    expect(card).toContain('KNDS');
    expect(card).toMatch(/company/i);
    expect(card).toMatch(/“.?KNDS.?” is a known name/);
    await tab.page.keyboard.press('Escape');
    await until('the card to close', async () => (await tab.card()) === undefined);
  });

  test("the page's own markup is byte for byte what the server sent", async () => {
    expect(await markup(tab.page)).toBe(await parsed(tab.page, source));
  });

  test('the page saw no error', () => {
    expect(tab.errors).toEqual([]);
  });

  test('opening it again counts it once', async () => {
    const again = await world.open(`${URL_OF_SAMPLE}#later`);
    expect((await again.settled()).pairs).toEqual(view.pairs);
    await tab.page.reload();
    expect((await tab.settled()).pairs).toEqual(view.pairs);
  });

  test('nothing has left the browser but the request for the page itself', () => {
    const foreign = world.news.requests.filter(
      (request) => !/^GET http:\/\/unn\.ua\/(en\/news\/muster-sample|favicon\.ico)$/.test(request),
    );
    expect(foreign.filter((request) => !BROWSERS_OWN.test(request))).toEqual([]);
  });
});
