import { beforeEach, describe, expect, test } from 'vitest';
import { articlesWithWords } from '../../core/word-index.ts';
import type { Database } from '../../platform/db.ts';
import { freshBackground } from './background.ts';
import { ledgerOf } from './ledger-of.ts';

/** What the explorer is answered: chunks that are never old, names, articles with their sentences. */

let muster: Awaited<ReturnType<typeof freshBackground>>;
let db: Database;
let articles: typeof import('../../platform/articles.ts') & typeof import('../../platform/erasing.ts');

beforeEach(async () => {
  muster = await freshBackground();
  db = (await muster.knowledge.database()) as Database;
  articles = { ...(await import('../../platform/articles.ts')), ...(await import('../../platform/erasing.ts')) };
});

const NOW = new Date('2026-02-01T12:00:00Z');
const url = (n: number) => `https://news.example/${n}`;

async function keep(n: number, text = `Rheinmetall met Saab, said paper ${n}.`): Promise<void> {
  const spans = [
    { start: text.indexOf('Rheinmetall'), end: text.indexOf('Rheinmetall') + 11, id: 'Q1' },
    { start: text.indexOf('Saab'), end: text.indexOf('Saab') + 4, id: 'Q3' },
  ];
  await articles.keepArticle(
    db,
    {
      canonical: url(n),
      url: url(n),
      title: `Title ${n}`,
      publisher: n % 2 === 0 ? 'Even Times' : 'Odd News',
      published: '2026-01-15',
      doc: `d${n}`,
      counted: {
        entities: [
          { entity: 'Q1', times: 2 },
          { entity: 'Q3', times: 1 },
        ],
        pairs: [{ a: 'Q1', b: 'Q3', sentences: 1, paragraphs: 1 }],
        evidence: [
          { paragraph: 0, text, spans },
          { paragraph: 1, text: 'Rheinmetall again.', spans: [{ start: 0, end: 11, id: 'Q1' }] },
        ],
      },
    },
    NOW,
  );
}

describe('chunks', () => {
  test('only the chunk of an article that changed is made anew', async () => {
    for (let n = 1; n <= 300; n++) await keep(n);
    const first = await ledgerOf(db);
    expect(first.stamps.map(({ chunk }) => chunk)).toEqual([0, 1]);
    expect(first.ledger.ids.length).toBe(300);
    await keep(300, 'Rheinmetall met Saab again.');
    const then = await ledgerOf(db);
    expect(then.stamps[0]).toEqual(first.stamps[0]);
    expect(then.stamps[1]?.stamp).not.toBe(first.stamps[1]?.stamp);
  });

  test('asked for twice they are the same, and are not made twice', async () => {
    await keep(1);
    const [one, other] = [await ledgerOf(db), await ledgerOf(db)];
    expect(one.stamps).toEqual(other.stamps);
  });

  test('of another format they are made anew', async () => {
    await keep(1);
    const before = await ledgerOf(db);
    await db.ledger.toCollection().modify({ format: 0 });
    const after = await ledgerOf(db);
    expect(after.stamps[0]?.stamp).not.toBe(before.stamps[0]?.stamp);
    expect(after.ledger.ids).toEqual(before.ledger.ids);
  });

  test('what was erased is in no chunk, in words neither', async () => {
    await keep(1, 'Rheinmetall met Saab, confidentially.');
    await keep(2);
    expect((await ledgerOf(db)).words.map((words) => articlesWithWords(words, 'confident').size)).toEqual([1]);
    await articles.eraseArticles(db, { what: 'page', url: url(1) });
    expect(await db.ledger.count()).toBe(0);
    const { ledger, words } = await ledgerOf(db);
    expect(ledger.ids.length).toBe(1);
    expect(words.map((one) => articlesWithWords(one, 'confident').size)).toEqual([0]);
    await articles.eraseArticles(db, { what: 'all' });
    expect((await ledgerOf(db)).stamps).toEqual([]);
    expect(await db.ledger.count()).toBe(0);
  });

  test('a chunk that is gone is none', async () => {
    expect(await muster.answers.fromReader.ledgerChunk({ chunk: 7 }, { incognito: false, ours: true })).toBeUndefined();
  });
});

describe('by id', () => {
  const sender = { incognito: false, ours: true };

  test('names, with the country where one is known; an id that nobody knows is its own name', async () => {
    expect(await muster.answers.fromReader.briefs({ ids: ['Q3', 'Q1', 'Q99', 'Q4', 'Q3'] }, sender)).toEqual([
      { id: 'Q3', name: 'Saab', kind: 'company', country: { code: 'SE', name: 'Sweden' } },
      { id: 'Q1', name: 'Rheinmetall', kind: 'company', country: { code: 'DE', name: 'Germany' } },
      { id: 'Q99', name: 'Q99', kind: 'organisation' },
      { id: 'Q4', name: 'NATO', kind: 'organisation', country: { code: 'NATO', name: 'NATO' } },
      { id: 'Q3', name: 'Saab', kind: 'company', country: { code: 'SE', name: 'Sweden' } },
    ]);
  });

  test.each([
    ['all', [], '', ['Rheinmetall met Saab, said paper 1.', 'Rheinmetall again.']],
    ['that name one', ['Q3'], '', ['Rheinmetall met Saab, said paper 1.']],
    ['that hold a word', [], 'again', ['Rheinmetall again.']],
    ['that name one and hold a word', ['Q3'], 'again', []],
    ['of somebody who is not there', ['Q4'], '', []],
  ])('sentences of an article: %s', async (_, of, text, expected) => {
    await keep(1);
    const id = (await db.articles.toCollection().primaryKeys())[0] as number;
    const [view] = await muster.answers.fromReader.articles({ ids: [id, 999], of, text }, sender);
    expect(view?.sentences.map((sentence) => sentence.text)).toEqual(expected);
    expect(view).toMatchObject({
      url: url(1),
      title: 'Title 1',
      publisher: 'Odd News',
      date: '2026-01-15',
      named: [
        { id: 'Q1', times: 2 },
        { id: 'Q3', times: 1 },
      ],
    });
  });

  test('what is asserted among some: relations and offices with their time and source; what is stated of others is left out', async () => {
    const { relationsAmong } = await import('../../platform/snapshots.ts');
    const { record, office } = await import('../core/pack-of.ts');
    const profiles = {
      Q1: record('Q1', 'company', ['A'], {
        relations: [
          { type: 'owns', to: 'Q3', since: '2020', source: 's' },
          { type: 'owns', to: 'Q7', source: 's' },
          { type: 'member-of', to: 'Q4', source: '__proto__' },
        ],
      }),
      Q2: record('Q2', 'official', ['B'], {
        offices: [{ ...office('executive', 'Head of A'), organisation: 'Q1', since: '2013', until: '2021-05', acting: true, source: 's' }],
      }),
    };
    const find = async (id: string) => {
      if (id === 'Q3') throw new Error('unreadable');
      const found = profiles[id as keyof typeof profiles];
      return found === undefined
        ? undefined
        : { record: found, channel: 'core', sources: { s: { title: 'A report', url: 'https://r.example/' } } };
    };
    const known = { find } as unknown as Parameters<typeof relationsAmong>[0];
    const source = { title: 'A report', url: 'https://r.example/' };
    expect(await relationsAmong(known, ['Q2', 'Q1', 'Q3', 'Q4', 'Q1'])).toEqual([
      { type: 'owns', from: 'Q1', to: 'Q3', since: '2020', source },
      { type: 'member-of', from: 'Q1', to: 'Q4', source: { title: '__proto__' } },
      { type: 'office', from: 'Q2', to: 'Q1', role: 'executive', office: 'Head of A (acting)', since: '2013', until: '2021-05', source },
    ]);
    expect(await relationsAmong(undefined, ['Q1', 'Q3'])).toEqual([]);
  });
});
