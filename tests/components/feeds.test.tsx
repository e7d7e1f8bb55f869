// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { ReaderApi } from '../../components/api.ts';
import { FeedsPlace } from '../../components/options/FeedsPlace.tsx';
import { feedNews, partOfAll } from '../../components/options/progress.ts';
import { ui } from '../../locales/ui.ts';
import { DOT_COLOURS, FEED_STEPS, type FeedView } from '../../platform/messages.ts';
import { coreFeed, hoursFromNow, newsroom, packagedFeed, team } from './fake-feeds.ts';
import { fakeApi, fakeDesk } from './fakes.ts';

afterEach(cleanup);

function open(feeds: readonly FeedView[] = [coreFeed, newsroom, team], answers: Partial<ReaderApi> = {}) {
  const { api, asked } = fakeApi({ feeds: async () => feeds, ...answers });
  const { desk, feedNews: news } = fakeDesk();
  render(<FeedsPlace api={api} desk={desk} />);
  const asks = (name: string) => asked.filter((one) => one.name === name).map((one) => one.argument);
  return { asks, news };
}

const card = (feed: FeedView) => screen.findByRole('article', { name: feed.title });
const text = (element: Element) => element.textContent.replace(/[\u2068\u2069]/gu, '').replace(/\s+/gu, ' ');
const press = (within_: HTMLElement, name: string | RegExp) => fireEvent.click(within(within_).getByRole('button', { name }));
const fails = (words: string) => async () => {
  throw new Error(words);
};

async function noViolations(): Promise<void> {
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false }, 'page-has-heading-one': { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

describe('a feed', () => {
  test('fresh: what is in use, when it was asked, who stands for it', async () => {
    open();
    const core = await card(coreFeed);
    expect(text(core)).toMatch(/Profiles as of .*2026 · version 412 · 3.?122 profiles · signed by a1b2c3d4/);
    expect(text(core)).toMatch(/Checked 3 hours ago, nothing newer, next about (today|tomorrow) .*\. Vouched for until .*2026\./);
    expect(text(core)).toContain('2 records are shown no more at the publisher’s word');
    expect(text(core)).toContain('a1b2 c3d4 e5f6 0718 293a 4b5c 6d7e 8f90 0112 2334');
    for (const words of ['https://feed.example.org/core/', 'CC0-1.0']) expect(text(core)).toContain(words);
    expect(core.querySelector('time')?.title).toMatch(/\d{4}/);
    const contact = within(core).getByRole('link', { name: 'corrections@example.org' });
    expect([contact.getAttribute('href'), contact.getAttribute('rel')]).toEqual(['mailto:corrections@example.org', 'noopener noreferrer']);
    expect(within(core).queryByRole('button', { name: /Remove|Move/ })).toBeNull();
    await noViolations();
  });

  test('that came with Muster and has no address: nothing to switch or ask', async () => {
    open([packagedFeed]);
    const core = await card(packagedFeed);
    expect(text(core)).toMatch(/version 3 · 412 profiles · came with Muster.*They are renewed with Muster itself\./);
    expect(within(core).queryByRole('switch')).toBeNull();
    expect(within(core).queryByRole('button')).toBeNull();
    expect(document.body.textContent).not.toContain('the upper one’s profile');
  });

  test('stale, in trouble: in words', async () => {
    const confirmed = '2026-09-03T10:00:00Z';
    open([{ ...coreFeed, stale: { confirmed }, confirmed, code: 'unreachable', trouble: 'The host did not answer; keeping version 412' }]);
    const core = await card(coreFeed);
    expect(text(core)).toContain('The host did not answer; keeping version 412.May be out of date: last confirmed');
    expect(text(core)).toMatch(/Checked 3 hours ago, confirmed (on|\d)/);
    expect(text(core)).not.toContain('nothing newer');
    await noViolations();
  });

  test('held back: why, and the reader’s word', async () => {
    const held = {
      version: 413,
      reasons: [{ words: 'It drops 31 % of its records' }, { words: 'It makes “shell” a name' }],
      since: hoursFromNow(-1),
    };
    const { asks } = open([{ ...coreFeed, held, code: 'held' }]);
    const core = await card(coreFeed);
    expect(text(core)).toMatch(/Version 413 came 1 hour ago and waits for your word:It drops 31 % of its records\.It makes/);
    press(core, 'Use version 413');
    await waitFor(() => expect(asks('consent')).toEqual([{ id: 'core', take: true }]));
    await waitFor(() => expect(within(core).getByRole('button', { name: 'Keep version 412' })).toHaveProperty('disabled', false));
    press(core, 'Keep version 412');
    await waitFor(() => expect(asks('consent').at(-1)).toEqual({ id: 'core', take: false }));
    await noViolations();
  });

  test('waiting for a click', async () => {
    const { asks } = open([{ ...coreFeed, waiting: 3_400_000 }]);
    const core = await card(coreFeed);
    expect(text(core)).toMatch(/A newer version of 3[.,]4.MB waits for your click/);
    press(core, /^Fetch/);
    await waitFor(() => expect(asks('checkFeeds')).toEqual([{ id: 'core' }]));
  });

  test('being updated: the step in words, how far, and asked for again when it is over', async () => {
    const { asks, news } = open();
    const core = await card(coreFeed);
    news('core', { step: 'fetch', part: 0.5 });
    const bar = (await within(core).findByRole('progressbar', { name: 'Update of Profiles of Muster' })) as HTMLProgressElement;
    expect(bar.value).toBeCloseTo(0.35);
    expect(text(core)).toContain('Fetching …');
    expect(within(core).getByRole('button', { name: /^Check/ })).toHaveProperty('disabled', true);
    expect(within(await card(newsroom)).queryByRole('progressbar')).toBeNull();
    await noViolations();
    const before = asks('feeds').length;
    news('core');
    await waitFor(() => expect(within(core).queryByRole('progressbar')).toBeNull());
    expect(asks('feeds').length).toBe(before + 1);
  });

  test('checked, switched, coloured, moved', async () => {
    const { asks } = open();
    const core = await card(coreFeed);
    const own = await card(newsroom);
    press(core, 'Check Profiles of Muster now');
    fireEvent.click(within(core).getByRole('switch', { name: /^Keep these profiles up to date/ }));
    fireEvent.click(within(own).getByRole('switch', { name: /^Use these profiles/ }));
    fireEvent.click(within(own).getByRole('radio', { name: 'green' }));
    press(own, 'Move Newsroom of Examples up');
    press(own, 'Move Newsroom of Examples down');
    press(await card(team), 'Move Фонд прикладів up');
    expect(asks('checkFeeds')).toEqual([{ id: 'core' }]);
    expect(asks('changeFeed')).toEqual([
      { id: 'core', on: false },
      { id: newsroom.id, on: false },
      { id: newsroom.id, colour: 'green' },
      { id: newsroom.id, move: 1 },
      { id: team.id, move: -1 },
    ]);
    expect(within(core).queryByRole('radio')).toBeNull();
    expect(
      within(own)
        .getAllByRole('radio')
        .map((radio) => (radio as HTMLInputElement).value),
    ).toEqual([...DOT_COLOURS]);
    expect(text(document.body)).toContain('If two feeds know the same one, the upper one’s profile is shown.');
    expect(
      screen
        .getAllByRole('heading', { level: 3 })
        .map((one) => one.textContent)
        .slice(0, 3),
    ).toEqual([coreFeed.title, newsroom.title, team.title]);
  });

  test('a deed that fails is told', async () => {
    open(undefined, { checkFeeds: fails('The line is dead') });
    const core = await card(coreFeed);
    press(core, /^Check/);
    await waitFor(() => expect(text(core)).toContain('The line is dead'));
  });

  test('removed after one question', async () => {
    const { asks } = open();
    const own = await card(newsroom);
    press(own, /^Remove/);
    await within(own).findByText(/Its 41 profiles will mark nothing any more/);
    press(own, 'Keep');
    press(await card(newsroom), /^Remove/);
    expect(asks('removeFeed')).toEqual([]);
    fireEvent.click(await within(own).findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(text(document.body)).toContain('The feed “Newsroom of Examples” is removed.'));
    expect(asks('removeFeed')).toEqual([{ id: newsroom.id }]);
  });

  test('what a publisher sends stays text', async () => {
    const title = '<img src=x onerror=alert(1)>';
    open([{ ...newsroom, title, contact: 'javascript:alert(1)', licence: title, trouble: title }]);
    const own = await screen.findByRole('article', { name: title });
    expect(own.querySelector('img')).toBeNull();
    expect(within(own).queryByRole('link')).toBeNull();
    expect(text(own)).toContain('javascript:alert(1)');
  });
});

describe('when updates come', () => {
  test('one of three', async () => {
    const { asks } = open();
    fireEvent.click(await screen.findByRole('radio', { name: /^by hand/ }));
    await waitFor(() => expect(asks('setUpdateMode')).toEqual([{ mode: 'manual' }]));
  });
});

describe('progress', () => {
  test('has words for every step, in order, and never goes back', () => {
    expect(Object.keys(ui.feeds.steps)).toEqual([...FEED_STEPS]);
    const parts = FEED_STEPS.flatMap((step) => [0, 0.5, 1].map((part) => partOfAll({ step, part })));
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(partOfAll({ step: 'ask' })).toBe(0);
    expect(partOfAll({ step: 'tidy', part: 7 })).toBe(1);
  });

  test('is read from the session’s values', () => {
    const step = { step: 'ask' } as const;
    expect(feedNews({ 'feed:core': step, 'feed:abc': undefined, feeds: 3, 'tab:7': {} })).toEqual([
      ['core', step],
      ['abc', undefined],
      ['', undefined],
    ]);
  });
});
