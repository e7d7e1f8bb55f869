import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshBackground, pageWith, sender } from './background.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('whether a page may be read is not asked of the browser at each question, for which marks would wait, but after a change', async () => {
  const muster = await freshBackground();
  const { page, text } = pageWith('https://www.news.example/a', ['Rheinmetall.']);
  const read = () => muster.answers.fromPage.read(text, sender(page));
  const spies = [
    vi.spyOn(fakeBrowser.storage.local, 'get'),
    vi.spyOn(fakeBrowser.storage.session, 'get'),
    vi.spyOn(fakeBrowser.permissions, 'getAll'),
  ];
  const asked = () => spies.map((spy) => spy.mock.calls.length);
  expect(await read()).toMatchObject({ state: 'marks' });
  const first = asked();
  expect(Math.min(...first)).toBeGreaterThan(0);
  expect(await read()).toMatchObject({ state: 'marks' });
  expect(asked()).toEqual(first);
  // As another window does it: all that the background hears of it is the browser's word.
  await fakeBrowser.storage.local.set({ settings: { pausedHosts: ['news.example'] } });
  expect(await read()).toEqual({ state: 'off' });
});

test('what the browser failed to say is asked again at the next question', async () => {
  const muster = await freshBackground();
  const { page, text } = pageWith('https://www.news.example/a', ['Rheinmetall.']);
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('busy'));
  await expect(muster.answers.fromPage.read(text, sender(page))).rejects.toThrow('busy');
  expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ state: 'marks' });
});
