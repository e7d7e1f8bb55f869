// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { grouped } from '../../components/options/ChangeGroups.tsx';
import { Changes } from '../../components/options/Changes.tsx';
import type { Argument, ChangeView, FromReader } from '../../platform/messages.ts';
import { changes, coreFeed, newsroom } from './fake-feeds.ts';

afterEach(cleanup);

type Question = Argument<FromReader, 'changes'>;

function open(found: readonly ChangeView[] = changes, of = 620, feeds = [coreFeed, newsroom]) {
  const asked: Question[] = [];
  const ask = async (question: Question) => {
    asked.push(question);
    return { changes: question.text === 'nothing' ? [] : found.slice(0, question.limit), of: question.text === 'nothing' ? 0 : of };
  };
  const { container } = render(<Changes feeds={feeds} ask={ask} />);
  const details = container.querySelector('details') as HTMLDetailsElement;
  const unfold = () => {
    details.open = true;
    fireEvent(details, new Event('toggle'));
  };
  return { asked, details, unfold };
}

const text = (element: Element) => element.textContent.replace(/[\u2068\u2069]/gu, '').replace(/\s+/gu, ' ');

test('asks only when the reader looks', async () => {
  const { asked, unfold } = open();
  expect(asked).toEqual([]);
  unfold();
  await screen.findByText('3 of 620');
  expect(asked).toEqual([{ text: '', limit: 25 }]);
});

test('says what became of each, in words, field by field', async () => {
  const { details, unfold } = open();
  unfold();
  await screen.findByText('3 of 620');
  const headings = screen.getAllByRole('heading', { level: 4 }).map(text);
  expect(headings[0]).toMatch(/^Profiles of Muster · version 412 · .*2026$/);
  expect(headings[1]).toMatch(/^Newsroom of Examples · version 7 · .*2026$/);
  expect(text(details)).toContain('Changed Oksana Prykladna, official');
  expect(text(details)).toContain('offices: Minister of Examples (2024–) → is now Minister of Examples (2024–2026)');
  expect(text(details)).toContain('offices: Adviser on Examples (2026–), new');
  expect(text(details)).toContain('other names: Prikladna, gone');
  expect(text(details)).toContain('Added شركة الأمثلة, company');
  expect(screen.getByRole('link', { name: 'Oksana Prykladna' }).getAttribute('href')).toBe('/sidepanel.html?id=Q2');
  // Of what was removed the name, and nothing else.
  expect(text(details)).toMatch(/Removed Mr Mistaken(?!,)/);
  expect(screen.queryByRole('link', { name: 'Mr Mistaken' })).toBeNull();
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  expect((await axe.run(document.body, { rules: { ...rules, 'page-has-heading-one': { enabled: false } } })).violations).toEqual([]);
});

test('searches once the reader has stopped typing, in one feed if they wish', async () => {
  const { asked, unfold } = open();
  unfold();
  await screen.findByText('3 of 620');
  for (const typed of ['n', 'not', 'nothing']) fireEvent.input(screen.getByRole('searchbox'), { target: { value: typed } });
  await screen.findByText(/No change tells of/);
  expect(asked.map((question) => question.text)).toEqual(['', 'nothing']);
  fireEvent.change(screen.getByRole('combobox', { name: 'Feed' }), { target: { value: newsroom.id } });
  await waitFor(() => expect(asked.at(-1)).toEqual({ text: 'nothing', limit: 25, feed: newsroom.id }));
});

test('shows more', async () => {
  const many = Array.from({ length: 40 }, (_, n): ChangeView => ({ ...(changes[1] as ChangeView), id: `Q${n}` }));
  const { unfold } = open(many, 40, [coreFeed]);
  unfold();
  await screen.findByText('25 of 40');
  expect(screen.queryByRole('combobox')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await screen.findByText('40 of 40');
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('nothing changed yet', async () => {
  const { unfold } = open([], 0);
  unfold();
  await screen.findByText('No update has changed a profile yet.');
});

test('groups by feed, version and day; a feed that is gone by its fingerprint', async () => {
  const [one] = changes as readonly [ChangeView, ...ChangeView[]];
  const of = (feed: string, version: number, at: string): ChangeView => ({ ...one, feed, version, at });
  const groups = grouped([
    of('a', 2, '2026-10-08T12:00:00Z'),
    of('a', 2, '2026-10-08T12:30:00Z'),
    of('a', 1, '2026-10-08T12:00:00Z'),
    of('b', 1, '2026-10-08T12:00:00Z'),
  ]);
  expect(groups.map((group) => [group.feed, group.version, group.changes.length])).toEqual([
    ['a', 2, 2],
    ['a', 1, 1],
    ['b', 1, 1],
  ]);
  open([of('0123456789abcdef', 1, '2026-10-08T12:00:00Z')]).unfold();
  expect(text(await screen.findByRole('heading', { level: 4 }))).toMatch(/^01234567 · version 1/);
});
