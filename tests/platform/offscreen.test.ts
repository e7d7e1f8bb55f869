import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readArticle } from '../../platform/article/read-article.ts';
import type { ArticleInfo, PageOutline } from '../../platform/messages.ts';
import { IDLE, serveOffscreen } from '../../platform/offscreen.ts';
import { readOutline } from '../../platform/read-outline.ts';
import { NEWS, SENDERS } from './senders.ts';

/** The document that Chromium's background reads articles in: who may ask it, when it is opened, and when it goes. */

vi.mock('../../platform/article/read-article.ts');

const OUTLINE: PageOutline = { html: '<p>x', type: 'text/html', blocks: [] };
const INFO: ArticleInfo = { canonical: NEWS, title: 'A title' };
const BACKGROUND = { url: 'chrome-extension://test-extension-id/background.js' };
const QUESTION = { muster: 'article', argument: { outline: OUTLINE, address: NEWS } };

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  vi.mocked(readArticle).mockReset().mockResolvedValue(INFO);
});
afterEach(() => {
  vi.useRealTimers();
});

function arrive(message: unknown, from: object): Promise<unknown> {
  const { trigger } = fakeBrowser.runtime.onMessage as unknown as { trigger: (...all: unknown[]) => Promise<unknown[]> };
  return new Promise((resolve, reject) => {
    trigger(message, { id: fakeBrowser.runtime.id, ...from }, resolve).then(
      (results) => results.includes(true) || resolve(undefined),
      reject,
    );
  });
}

describe('its door', () => {
  test('is open to the background', async () => {
    serveOffscreen(vi.fn());
    expect(await arrive(QUESTION, BACKGROUND)).toEqual({ value: INFO });
    expect(readArticle).toHaveBeenCalledWith(OUTLINE, NEWS);
  });

  test.each([
    ...SENDERS,
    { who: 'a content script that has the background’s address', from: { ...BACKGROUND, tab: { id: 1 }, frameId: 0 } },
    { who: 'another extension with the background’s address', from: { ...BACKGROUND, id: 'other' } },
    { who: 'an address that begins like the background’s', from: { url: `${BACKGROUND.url}?x` } },
  ])('is closed to $who', async ({ from }) => {
    serveOffscreen(vi.fn());
    expect(await arrive(QUESTION, from)).toEqual({ error: 'article: not allowed from here' });
    expect(readArticle).not.toHaveBeenCalled();
  });

  test.each(['read', 'card', 'erase', 'outline', 'toString'])('leaves %s to others', async (name) => {
    serveOffscreen(vi.fn());
    expect(await arrive({ muster: name }, BACKGROUND)).toBeUndefined();
  });
});

describe('it goes', () => {
  test('a minute after its last work, and not in the middle of it', async () => {
    const close = vi.fn();
    serveOffscreen(close);
    vi.advanceTimersByTime(IDLE - 1);
    let done = (_: ArticleInfo): void => undefined;
    vi.mocked(readArticle).mockReturnValue(new Promise((resolve) => (done = resolve)));
    const reply = arrive(QUESTION, BACKGROUND);
    await vi.advanceTimersByTimeAsync(IDLE * 3);
    expect(close).not.toHaveBeenCalled();
    done(INFO);
    await reply;
    await vi.advanceTimersByTimeAsync(IDLE - 1);
    expect(close).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(close).toHaveBeenCalledOnce();
  });

  test('after work that failed as well', async () => {
    const close = vi.fn();
    serveOffscreen(close);
    vi.mocked(readArticle).mockRejectedValue(new Error('no'));
    expect(await arrive(QUESTION, BACKGROUND)).toEqual({ error: 'no' });
    vi.advanceTimersByTime(IDLE);
    expect(close).toHaveBeenCalledOnce();
  });
});

describe('the background', () => {
  /** How many documents there are, as the browser would say. */
  let open: number;
  const createDocument = vi.fn();
  const sendMessage = vi.fn();
  beforeEach(() => {
    open = 0;
    createDocument.mockReset().mockImplementation(async () => {
      if (open > 0) throw new Error('Only a single offscreen document may be created.');
      await new Promise((resolve) => setTimeout(resolve, 50));
      open += 1;
    });
    sendMessage.mockReset().mockResolvedValue({ value: INFO });
    Object.assign(fakeBrowser, { offscreen: { createDocument } });
    Object.assign(fakeBrowser.runtime, { sendMessage, getContexts: async () => Array.from({ length: open }, () => ({})) });
  });
  const read = async () => {
    const reading = readOutline(OUTLINE, NEWS);
    reading.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(100);
    return reading;
  };

  test('opens it once, for however many pages', async () => {
    expect(await Promise.all([read(), read(), read()])).toEqual([INFO, INFO, INFO]);
    expect(await read()).toBe(INFO);
    expect(createDocument).toHaveBeenCalledOnce();
    expect(sendMessage).toHaveBeenCalledWith(QUESTION);
  });

  test('opens it again when it has gone', async () => {
    await read();
    open = 0;
    await read();
    expect(createDocument).toHaveBeenCalledTimes(2);
  });

  test('takes the one that an earlier life of it has opened meanwhile', async () => {
    createDocument.mockImplementation(async () => {
      open = 1;
      throw new Error('Only a single offscreen document may be created.');
    });
    expect(await read()).toBe(INFO);
  });

  test.each([
    ['it cannot be opened', () => createDocument.mockRejectedValue(new Error('no room')), 'no room'],
    ['nobody answers', () => sendMessage.mockResolvedValue(undefined), 'did not answer'],
    ['it has gone', () => sendMessage.mockRejectedValue(new Error('Receiving end does not exist.')), 'Receiving end'],
    ['the reading failed', () => sendMessage.mockResolvedValue({ error: 'no such tree' }), 'no such tree'],
  ])('says so if %s, and can try again', async (_what, fail, says) => {
    fail();
    await expect(read()).rejects.toThrow(says);
    sendMessage.mockResolvedValue({ value: INFO });
    open = 1;
    expect(await read()).toBe(INFO);
  });
});
