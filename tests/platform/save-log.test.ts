import Papa from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../core/fingerprint.ts';
import type { Database } from '../../platform/db.ts';
import { readJsonLines } from '../../platform/exchange/json-lines.ts';
import type { LogFormat } from '../../platform/messages.ts';
import { type LogSource, logFile } from '../../platform/save-log.ts';
import { freshBackground } from './background.ts';

/** From the stored log, through the messages, to the file that the reader saves. */

let db: Database;
let source: LogSource;

const NOW = new Date('2026-02-01T12:00:00Z');
const PRINT = fingerprintOf([Array.from({ length: 120 }, (_, n) => `w${(n * 7919) % 1009}`).join(' ')]);

beforeEach(async () => {
  const muster = await freshBackground();
  db = (await muster.knowledge.database()) as Database;
  const sender = { incognito: false, ours: true };
  const { logRows, logFacts, logOwn, addOwn, judge, keepList, putOnList, writeNote } = muster.answers.fromReader;
  source = {
    logRows: async (of) => logRows(of, sender),
    logFacts: async (of) => logFacts(of, sender),
    logOwn: async () => logOwn(undefined, sender),
  };
  const { keepArticle } = await import('../../platform/articles.ts');
  // 2 is a copy of 1.
  for (const [n, print] of [
    [1, PRINT],
    [2, PRINT],
    [3, undefined],
  ] as const) {
    await keepArticle(
      db,
      {
        canonical: `https://news.example/${n}`,
        url: `https://news.example/${n}`,
        title: `=Title ${n}`,
        publisher: 'News',
        published: `2026-01-0${n}`,
        doc: `d${n}`,
        ...(print === undefined ? {} : { print }),
        counted: {
          entities: [
            { entity: 'Q1', times: 1 },
            { entity: 'Q2', times: 2 },
          ],
          pairs: [{ a: 'Q1', b: 'Q2', sentences: n, paragraphs: n }],
          evidence: [{ paragraph: 0, text: 'Rheinmetall met Зеленський.', spans: [{ start: 0, end: 11, id: 'Q1' }] }],
        },
      },
      NOW,
    );
  }
  await addOwn({ name: 'Acme Rockets', kind: 'company', aliases: ['AcR'] }, sender);
  await judge({ entity: 'Q4', says: 'not-this', scope: 'everywhere' }, sender);
  const { id: list } = await keepList({ name: 'Watched', colour: 'red', notify: true }, sender);
  await writeNote({ id: 'Q1', was: '', now: '**Makes** shells.' }, sender);
  await putOnList({ id: 'Q1', list, on: true }, sender);
});

const counted = async () => (await db.articles.toArray()).filter(({ copy }) => copy === undefined).map(({ id }) => id as number);
const textOf = async (format: LogFormat, ids?: readonly number[], filter?: string) => {
  const parts: number[] = [];
  const asked = { ids: ids ?? (await counted()), format, ...(filter === undefined ? {} : { filter }) };
  const { name, blob } = await logFile(source, asked, (part) => parts.push(part), NOW);
  expect(parts.every((part, at) => part >= (parts[at - 1] ?? 0) && part <= 1)).toBe(true);
  return { name, text: await blob.text() };
};
const rowsOf = (text: string) =>
  Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;

describe('what is saved', () => {
  test('pairs are those of the table, if all is saved', async () => {
    const { name, text } = await textOf('csv-pairs');
    expect(name).toBe('muster-2026-02-01-pairs.csv');
    const [pair] = await db.pairs.toArray();
    expect(rowsOf(text)).toEqual([
      {
        a: 'Q1',
        a_name: 'Rheinmetall',
        b: 'Q2',
        b_name: 'Volodymyr Zelenskyy',
        articles: '2',
        sentences: '4',
        paragraphs: '4',
        first: '2026-01-01',
        last: '2026-01-03',
      },
    ]);
    expect(pair).toMatchObject({ articles: 2, sentences: 4, first: '2026-01-01', last: '2026-01-03' });
  });

  test('of some articles, pairs are those of these alone', async () => {
    const { text } = await textOf('csv-pairs', (await counted()).slice(1));
    expect(rowsOf(text)).toMatchObject([{ articles: '1', sentences: '3', first: '2026-01-03', last: '2026-01-03' }]);
  });

  test('a title that a spreadsheet would take for a formula is none', async () => {
    expect(rowsOf((await textOf('csv-sightings')).text).map(({ title }) => title)).toEqual([
      "'=Title 1",
      "'=Title 1",
      "'=Title 3",
      "'=Title 3",
    ]);
  });

  test('names with what is known of them, the own ones too', async () => {
    const rows = rowsOf((await textOf('csv-entities')).text);
    expect(rows.map(({ name, country, origin }) => `${name} ${country} ${origin}`).sort()).toEqual([
      'Acme Rockets  own',
      'Rheinmetall DE packaged',
      'Volodymyr Zelenskyy UA packaged',
    ]);
    expect(rows.find(({ id }) => id === 'Q2')?.aliases).toContain('Зеленський');
  });

  test('all without loss: copies, own names and corrections come back', async () => {
    const { text } = await textOf('json-lines', undefined, 'Counted in 2 of 9 articles.');
    const { good, bad } = readJsonLines(new TextEncoder().encode(text));
    expect(bad).toEqual([]);
    expect(text.split('\n')[0]).toContain('Counted in 2 of 9 articles.');
    expect(text.match(/news\.example\/2/g)?.length).toBeGreaterThan(0);
    expect(JSON.stringify(good)).toContain('Acme Rockets');
    expect(JSON.stringify(good)).toContain('not-this');
    const [list] = await db.lists.toArray();
    expect(good.filter(({ type }) => type === 'list' || type === 'annotation')).toEqual([
      { type: 'list', list },
      { type: 'annotation', annotation: await db.annotations.get('Q1') },
    ]);
    // These are the backup's.
    expect(good.some(({ type }) => type === 'settings' || type === 'feed')).toBe(false);
  });

  test('notes, as text, where a format has a place for them', async () => {
    const rows = rowsOf((await textOf('csv-entities')).text);
    expect(rows.map(({ id, note }) => [id, note]).filter(([, note]) => note !== '')).toEqual([['Q1', '**Makes** shells.']]);
    const things = (await textOf('follow-the-money')).text.split('\n').filter((line) => line.includes('"notes"'));
    expect(things.map((line) => JSON.parse(line).properties.notes)).toEqual([['**Makes** shells.']]);
  });

  test.each([
    ['gexf', /^<\?xml[\s\S]*<gexf [\s\S]*Rheinmetall[\s\S]*<\/gexf>\s*$/],
    ['graphml', /^<\?xml[\s\S]*<graphml [\s\S]*Rheinmetall[\s\S]*<\/graphml>\s*$/],
    ['follow-the-money', /"schema":"Company"[\s\S]*"schema":"Article"|"schema":"Article"[\s\S]*"schema":"Company"/],
    ['web-annotation', /TextQuoteSelector/],
    ['csl-json', /"issued":/],
  ] as const)('%s', async (format, expected) => {
    expect((await textOf(format)).text).toMatch(expected);
  });

  test('of what profiles state, only what is about those who are named', async () => {
    const facts = async (of: { readonly ids: readonly string[] }) => {
      const { entities } = await source.logFacts(of);
      const stated = (to: string) => ({ from: 'Q1', to, type: 'owns' as const, source: { title: 'A report' } });
      return { entities, relations: of.ids.includes('Q1') ? [stated('Q2'), stated('Q777')] : [] };
    };
    const { blob } = await logFile({ ...source, logFacts: facts }, { ids: await counted(), format: 'graphml' }, () => undefined, NOW);
    const text = await blob.text();
    expect(text).toContain('source="Q1" target="Q2" directed="true"');
    expect(text).not.toContain('Q777');
  });

  test.each<[LogFormat, boolean]>([
    ['csv-entities', false],
    ['csv-pairs', false],
    ['csv-sightings', false],
    ['gexf', false],
    ['graphml', false],
    ['follow-the-money', false],
    ['web-annotation', false],
    // An article is whole or not there.
    ['json-lines', true],
  ])('who is filtered out is in no %s', async (format, stays) => {
    const keeps = (id: string) => id !== 'Q2';
    const { blob } = await logFile(source, { ids: await counted(), format, keeps }, () => undefined, NOW);
    const text = await blob.text();
    expect(/Q2\b|Zelenskyy/.test(text)).toBe(stays);
    if (format !== 'csv-pairs') expect(text).toMatch(/Q1|Rheinmetall|Acme/);
  });

  test('pairs that are too seldom are in no table of them', async () => {
    const least = (strength: number) => ({ level: 'sentence', strength }) as const;
    const saved = async (strength: number) =>
      rowsOf(
        await (
          await logFile(source, { ids: await counted(), format: 'csv-pairs', least: least(strength) }, () => undefined, NOW)
        ).blob.text(),
      );
    // One sentence in the first article, three in the third.
    expect([(await saved(4)).length, (await saved(5)).length]).toEqual([1, 0]);
  });

  test('nothing to save is an empty file of its kind, and no error', async () => {
    expect(rowsOf((await textOf('csv-pairs', [])).text)).toEqual([]);
    expect(JSON.parse((await textOf('csl-json', [])).text)).toEqual([]);
  });
});
