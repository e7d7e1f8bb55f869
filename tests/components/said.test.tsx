// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Count } from '../../components/Count.tsx';
import { reachedSentence } from '../../components/reach-words.ts';
import type { EntityOnPage, PageView } from '../../platform/messages.ts';
import { acme, either, forum, maybe, minister, pageView } from './fakes.ts';

/** What those hear who do not see: little, once, and when it has come to rest. */

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('how many names are on the page', () => {
  const of = (entities: readonly EntityOnPage[], site: PageView['site'] = { state: 'reading' }): PageView => ({
    ...pageView,
    entities,
    site,
  });
  const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

  /** Draws the views one after the other, so many ms apart, and answers each other text that the region had. */
  async function heard(views: readonly PageView[], apart: number): Promise<readonly string[]> {
    const first = views[0] ?? pageView;
    const { container, rerender } = render(<Count view={first} />);
    const region = container.querySelector('[role=status]');
    const said = [region?.textContent ?? ''];
    const listen = () => {
      const now = region?.textContent ?? '';
      if (now !== said.at(-1)) said.push(now);
    };
    for (const view of views) {
      rerender(<Count view={view} />);
      for (let passed = 0; passed < apart; passed += 100) {
        await wait(100);
        listen();
      }
    }
    await wait(2_000);
    listen();
    return said.filter((words) => words !== '');
  }

  test.each<[string, readonly PageView[], number, readonly string[]]>([
    ['once it stands still', [of([acme])], 100, ['1 name on this page.']],
    ['not at each step on the way', [of([acme]), of([acme, minister]), of([acme, minister, forum])], 300, ['3 names on this page.']],
    ['again when it is another', [of([acme]), of([acme, minister])], 2_000, ['1 name on this page.', '2 names on this page.']],
    ['not again when it is the same', [of([acme]), of([minister]), of([acme])], 2_000, ['1 name on this page.']],
    ['what is uncertain apart', [of([acme, maybe, either])], 100, ['1 name on this page, 2 uncertain.']],
    ['none that is certain', [of([maybe])], 100, ['No certain name on this page, 1 uncertain.']],
    ['nothing, where nothing is named', [of([])], 100, []],
    ['nothing, where nothing is read', [of([acme], { state: 'paused' })], 100, []],
  ])('%s', async (_, views, apart, wanted) => {
    expect(await heard(views, apart)).toEqual(wanted);
  });
});

describe('where the reader got to', () => {
  const at = { index: 2, of: 12, turned: undefined, framed: false } as const;
  test.each([
    ['a name', acme, at, 'Acme Systems, company, 3 of 12'],
    ['an official', minister, at, 'Oksana Prykladna, official, 3 of 12'],
    ['an uncertain one', maybe, at, 'Colt Examples, company, uncertain, 3 of 12'],
    ['round again', acme, { ...at, index: 0, turned: 1 } as const, 'From the start again: Acme Systems, company, 1 of 12'],
    ['round again the other way', acme, { ...at, index: 11, turned: -1 } as const, 'From the end again: Acme Systems, company, 12 of 12'],
    ['one of several frames', acme, { ...at, framed: true }, 'Acme Systems, company, 3 of 12 in this frame'],
    ['nobody', undefined, at, 'No name is marked on this page.'],
  ])('%s', (_, view, place, wanted) => {
    expect(reachedSentence(view, place).replace(/[\u2068\u2069]/g, '')).toBe(wanted);
  });
});
