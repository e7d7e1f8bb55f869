import { beforeEach, describe, expect, test, vi } from 'vitest';
import { freshBackground, pageWith, panelsOpened } from './background.ts';
import { type Arrive, startListening } from './listener.ts';

let muster: Awaited<ReturnType<typeof freshBackground>>;

let arrive: Arrive;

beforeEach(async () => {
  muster = await freshBackground();
  Object.assign(muster.browser.runtime, { getURL: (path: string) => `chrome-extension://muster${path}` });
  arrive = await startListening(muster);
});

const READER_ASKS = [
  'page',
  'profile',
  'namedWith',
  'evidence',
  'search',
  'goTo',
  'judge',
  'takeBack',
  'verdicts',
  'readOnce',
  'readAlways',
  'addOwn',
  'removeOwn',
  'own',
  'health',
  'erase',
  'feeds',
  'addFeed',
  'changeFeed',
  'removeFeed',
  'checkFeeds',
  'consent',
  'changes',
  'logRows',
  'logFacts',
  'logOwn',
  'ledgerChunks',
  'ledgerChunk',
  'wordChunk',
  'briefs',
  'articles',
  'relations',
  'annotations',
  'writeNote',
  'correct',
  'putOnList',
  'lists',
  'keepList',
  'removeList',
  'restoreList',
  'keepOwn',
  'lookedAt',
  'tookIn',
  'updateMode',
  'setUpdateMode',
];

describe('who may ask what', () => {
  test('the list here is the whole list', () => {
    expect(Object.keys(muster.answers.fromReader).sort()).toEqual([...READER_ASKS].sort());
    expect(Object.keys(muster.answers.fromPage).sort()).toEqual(['card', 'loadCard', 'openProfile', 'read', 'readFrames', 'settings']);
  });

  test.each(READER_ASKS)('%s is refused to a page, and nothing is done', async (name) => {
    const spy = vi.spyOn(muster.answers.fromReader as unknown as Record<string, () => unknown>, name);
    for (const url of ['https://www.news.example/a', 'https://muster/popup.html', 'chrome-extension://mustered/popup.html', undefined]) {
      const answer = await arrive({ muster: name, argument: {} }, { url, tab: { id: 1, incognito: false }, frameId: 0 });
      expect(answer?.error).toMatch(/not allowed/);
    }
    expect(
      await arrive({ muster: name, argument: {} }, { id: 'another-extension', url: 'chrome-extension://muster/popup.html' }),
    ).toMatchObject({
      error: expect.stringMatching(/not allowed/),
    });
    expect(spy).not.toHaveBeenCalled();
  });

  test('our own pages may ask', async () => {
    expect(await arrive({ muster: 'health' }, { url: 'chrome-extension://muster/options.html' })).toMatchObject({
      value: { profiles: { count: 4 } },
    });
  });

  test('a page is told how marks look and when cards open, and nothing else of the settings', async () => {
    await muster.browser.storage.local.set({ settings: { pausedHosts: ['secret.example'], hover: 'click', retentionDays: 7 } });
    const from = { url: 'https://www.news.example/a', tab: { id: 1, incognito: false }, frameId: 0 };
    const answer = await arrive({ muster: 'settings' }, from);
    expect(answer?.value).toMatchObject({ hover: 'click', pausedEverywhere: false });
    expect(Object.keys(answer?.value as object).sort()).toEqual([
      'hover',
      'hoverDelay',
      'kinds',
      'looks',
      'modifier',
      'pausedEverywhere',
      'strength',
    ]);
  });

  test('a page may have itself read', async () => {
    const { page, text } = pageWith('https://www.news.example/a', ['Saab.']);
    const from = { url: page.url, tab: { id: page.tabId, incognito: false }, frameId: 0 };
    expect(await arrive({ muster: 'read', argument: text }, from)).toMatchObject({ value: { state: 'marks', blocks: [{ id: 1 }] } });
    expect(await arrive({ muster: 'openProfile', argument: { id: 'Q3' } }, from)).toEqual({ value: true });
    expect(panelsOpened).toEqual(['chrome-extension://muster/sidepanel.html?id=Q3&tab=1']);
  });

  test.each([[undefined], [null], ['read'], [{}], [{ muster: 'toString' }], [{ muster: '__proto__' }], [{ muster: 7 }]])(
    '%j is nobody’s question',
    async (message) => {
      expect(await arrive(message, { url: 'https://www.news.example/a' })).toBeUndefined();
    },
  );

  test('who has ended leaves the answer to others that listen', async () => {
    const { answer, takeAll } = await import('../../platform/ask.ts');
    const life = new AbortController();
    answer<{ ping: () => string }>({ ping: () => 'before' } as never, takeAll, life.signal);
    expect(await arrive({ muster: 'ping' }, {})).toEqual({ value: 'before' });
    life.abort();
    expect(await arrive({ muster: 'ping' }, {})).toBeUndefined();
    answer<{ ping: () => string }>({ ping: () => 'after' } as never, takeAll);
    expect(await arrive({ muster: 'ping' }, {})).toEqual({ value: 'after' });
  });

  test('an error crosses as its message', async () => {
    const answer = await arrive(
      { muster: 'erase', argument: { what: 'span', from: 'x', to: 'y' } },
      { url: 'chrome-extension://muster/options.html' },
    );
    expect(answer?.error).toMatch(/no span of time/);
  });
});
