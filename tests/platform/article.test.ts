import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/db.ts';
import type { ArticleRow } from '../../platform/log-rows.ts';
import { freshBackground } from './background.ts';

let db: Database;
let articles: typeof import('../../platform/articles.ts');

beforeEach(async () => {
  const muster = await freshBackground();
  db = (await muster.knowledge.database()) as Database;
  articles = await import('../../platform/articles.ts');
});

describe('one article', () => {
  const article = (more: Partial<Parameters<typeof articles.keepArticle>[1]> = {}) => ({
    canonical: 'https://a.example/1',
    url: 'https://a.example/1',
    title: 'T',
    publisher: 'P',
    doc: 'd1',
    counted: { entities: [{ entity: 'Q1', times: 1 }], pairs: [], evidence: [] },
    ...more,
  });
  const only = async (): Promise<ArticleRow> => (await db.articles.toArray())[0] as ArticleRow;

  test('reading on is no second opening; opening again is', async () => {
    await articles.keepArticle(db, article(), new Date('2026-01-01T00:00:00Z'));
    await articles.keepArticle(db, article(), new Date('2026-01-01T00:01:00Z'));
    expect((await only()).opened).toBe(1);
    await articles.keepArticle(db, article({ doc: 'd2' }), new Date('2026-01-05T00:00:00Z'));
    expect(await only()).toMatchObject({
      opened: 2,
      firstSeen: '2026-01-01T00:00:00.000Z',
      lastSeen: '2026-01-05T00:00:00.000Z',
      date: '2026-01-01',
    });
    expect(await db.articles.count()).toBe(1);
  });

  test('keeps 400 sentences at most, those with two names first', async () => {
    const evidence = Array.from({ length: 500 }, (_, paragraph) => ({
      paragraph,
      text: 'Q1 and Q2.',
      spans:
        paragraph === 499
          ? [
              { start: 0, end: 2, id: 'Q1' },
              { start: 7, end: 9, id: 'Q2' },
            ]
          : [{ start: 0, end: 2, id: 'Q1' }],
    }));
    await articles.keepArticle(db, article({ counted: { entities: [{ entity: 'Q1', times: 500 }], pairs: [], evidence } }), new Date());
    expect(await db.sentences.count()).toBe(400);
    expect((await db.sentences.toArray()).at(-1)?.paragraph).toBe(499);
  });

  test.each([
    ['names at the start', `Saab ${'x'.repeat(900)}`, [[0, 4]]],
    ['names in the middle', `${'x'.repeat(500)} Saab ${'y'.repeat(500)}`, [[501, 505]]],
    ['names at the end', `${'x'.repeat(900)} Saab`, [[901, 905]]],
    ['surrogates at every place', `${'😀'.repeat(300)} Saab ${'😀'.repeat(301)}`, [[601, 605]]],
  ])('a long sentence is cut around its names: %s', (_, text, places) => {
    const spans = places.map(([start, end]) => ({ start: start as number, end: end as number, id: 'Q3' }));
    const short = articles.shortened({ paragraph: 0, text, spans });
    expect(short.text.length).toBeLessThanOrEqual(600);
    expect(short.spans.map(({ start, end }) => short.text.slice(start, end))).toEqual(['Saab']);
    expect(short.text.isWellFormed()).toBe(true);
  });

  test('a list of names pairs the most often named only', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `Q${1000 + i}`);
    const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => ({ a, b, sentences: 0, paragraphs: 0 })));
    const kept = articles.pairsToKeep({ entities: ids.map((entity, i) => ({ entity, times: i })), pairs, evidence: [] });
    expect(kept).toHaveLength((150 * 149) / 2);
    expect(kept.some(({ a }) => a === 'Q1000')).toBe(false);
  });
});
