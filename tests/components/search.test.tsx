// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { Search } from '../../components/Search.tsx';
import type { SearchHit } from '../../platform/messages.ts';
import { hits } from './fakes.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Typing({
  search,
  onOpen,
  start = '',
}: {
  search: (text: string) => Promise<readonly SearchHit[]>;
  onOpen: (id: string) => void;
  start?: string;
}) {
  const [text, setText] = useState(start);
  return <Search text={text} search={search} onText={setText} onOpen={onOpen} />;
}

const field = () => screen.getByRole('combobox') as HTMLInputElement;
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });

test('the field has the focus, and says what may be typed', () => {
  render(<Typing search={async () => hits} onOpen={() => undefined} />);
  expect(document.activeElement).toBe(field());
  expect(document.body.textContent).toContain('Search companies, officials');
});

test('asks once for what was typed quickly, and not for nothing', async () => {
  const search = vi.fn(async () => hits);
  render(<Typing search={search} onOpen={() => undefined} />);
  for (const text of ['а', 'ак', 'акм', 'акме']) type(text);
  await screen.findAllByRole('option');
  expect(search.mock.calls).toEqual([['акме']]);
  expect(document.body.textContent).toContain('also “\u2068Акме Системс\u2069”');
  type('');
  await waitFor(() => expect(screen.queryAllByRole('option')).toEqual([]));
  expect(search).toHaveBeenCalledTimes(1);
});

test('arrows choose in a circle, Enter opens', async () => {
  const onOpen = vi.fn();
  render(<Typing search={async () => hits} onOpen={onOpen} start="a" />);
  await screen.findAllByRole('option');
  const chosen = () => screen.getAllByRole('option').findIndex((option) => option.getAttribute('aria-selected') === 'true');
  expect(chosen()).toBe(0);
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  await waitFor(() => expect(chosen()).toBe(1));
  expect(field().getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id);
  fireEvent.keyDown(field(), { key: 'ArrowUp' });
  fireEvent.keyDown(field(), { key: 'ArrowUp' });
  await waitFor(() => expect(chosen()).toBe(2));
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(onOpen).toHaveBeenCalledWith('Q3');
});

test('a slow answer to old words does not replace that to the new ones', async () => {
  const answers = new Map<string, (hits: readonly SearchHit[]) => void>();
  const search = (text: string) => new Promise<readonly SearchHit[]>((resolve) => answers.set(text, resolve));
  render(<Typing search={search} onOpen={() => undefined} />);
  type('old');
  await waitFor(() => expect(answers.has('old')).toBe(true));
  type('new');
  await waitFor(() => expect(answers.has('new')).toBe(true));
  answers.get('new')?.(hits.slice(1, 2));
  await screen.findByRole('option', { name: /Oksana/ });
  answers.get('old')?.(hits.slice(0, 1));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(screen.getAllByRole('option')).toHaveLength(1);
  expect(screen.getByRole('option').textContent).toContain('Oksana');
});

test('nothing found and failure are told', async () => {
  render(
    <Typing search={async (text) => (text === 'bad' ? Promise.reject(new Error('asleep')) : [])} onOpen={() => undefined} start="zzz" />,
  );
  await waitFor(() => expect(document.body.textContent).toContain('No profile for “\u2068zzz\u2069”'));
  expect(screen.getByRole('link', { name: 'Add it to my list' }).getAttribute('href')).toBe('/options.html?add=zzz');
  type('bad');
  await waitFor(() => expect(document.body.textContent).toContain('Could not search: asleep'));
});

test('Enter before the answer opens the first hit of what was typed, not of what was found before', async () => {
  const onOpen = vi.fn();
  render(<Typing search={async (text) => (text === 'acme' ? hits : hits.slice(1))} onOpen={onOpen} start="acme" />);
  await screen.findAllByRole('option');
  type('oksana');
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(onOpen).not.toHaveBeenCalled();
  await waitFor(() => expect(onOpen).toHaveBeenCalledWith('Q2'));
  expect(onOpen).toHaveBeenCalledTimes(1);
});
