// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { ReaderApi } from '../../components/api.ts';
import { Options } from '../../components/options/Options.tsx';
import { fakeApi, fakeDesk } from './fakes.ts';

afterEach(cleanup);

const sites = {
  sites: async () => ({ builtIn: ['*://*.a.test/*'], refused: [], granted: ['*://b.test/*'], everyPage: false, never: [] }),
  askFor: async () => true,
  giveUp: async () => true,
};

async function open(answers: Partial<ReaderApi> = {}, feed = '') {
  const list = { id: 'list:1', name: 'Українські дрони', colour: 'red', changed: '2026-11-01T08:00:00Z' } as const;
  const { api } = fakeApi({ lists: async () => [list], ...answers });
  render(<Options api={api} desk={{ ...fakeDesk().desk, ...sites }} add="" feed={feed} />);
  await screen.findByText('No troubles.');
  await screen.findByText('Erase …');
}

const field = () => screen.getByRole('searchbox', { name: 'Search the options' }) as HTMLInputElement;
const type = (typed: string) => fireEvent.input(field(), { target: { value: typed } });
const all = () => [...document.querySelectorAll<HTMLElement>('.options-section')];
const shown = () => all().flatMap((one) => (one.hidden ? [] : [one.id]));
const says = (words: string) =>
  waitFor(() => expect(document.querySelector('.find')?.textContent.replace(/[\u2068\u2069]/gu, '')).toBe(words));

describe('search in the options', () => {
  test.each([
    ['backup', ['files']],
    ['  BACKUP  ', ['files']],
    ['дрони', ['lists']],
    ['ДРОН українськ', ['lists']],
    ['retention article', []],
    ['pointer rest', ['marks']],
    ['fingerprint', ['feeds']],
  ])('%j: %o', async (typed, sections) => {
    await open();
    await screen.findByText('Українські дрони');
    type(typed);
    await says(sections.length === 0 ? `Nothing here speaks of “${typed.trim()}”.` : '1 section');
    expect(shown()).toEqual(sections);
    // No link leads to what is hidden.
    const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a[href^="#"]')].filter((one) => !one.hidden);
    expect(links.map((one) => one.hash.slice(1))).toEqual(sections);
  });

  test.each([
    ['Esc', () => fireEvent.keyDown(field(), { key: 'Escape' })],
    ['an empty field', () => type('')],
    ['blanks', () => type('   ')],
  ])('%s shows all again', async (_, clear) => {
    await open();
    type('backup');
    await says('1 section');
    clear();
    await waitFor(() => expect(shown()).toHaveLength(all().length));
    await says('');
  });

  test('a section that comes later is looked at too, and one that says something else by then', async () => {
    let answer: (rows: Awaited<ReturnType<ReaderApi['own']>>) => void = () => undefined;
    await open({ own: () => new Promise((resolve) => (answer = resolve)) });
    type('zorblat');
    await says('Nothing here speaks of “zorblat”.');
    answer([{ id: 'own:1', name: 'Zorblat', kind: 'company', aliases: [], added: '2026-11-01' }]);
    await says('1 section');
    expect(shown()).toEqual(['my-list']);
  });

  test('what is folded over a word is opened, and folded again afterwards', async () => {
    const on = { id: 'Q9', lists: ['list:1'], changed: '2026-11-01T08:00:00Z' };
    await open({ annotations: async () => [on], briefs: async () => [{ id: 'Q9', name: 'Zorblat Works', kind: 'company' }] });
    const members = () =>
      [...document.querySelectorAll<HTMLDetailsElement>('#lists details')].find((one) => one.textContent.includes('Zorblat'));
    await waitFor(() => expect(members()?.open).toBe(false));
    type('zorblat');
    await waitFor(() => expect(members()?.open).toBe(true));
    type('');
    await waitFor(() => expect(members()?.open).toBe(false));
  });

  test('axe finds nothing, with hits and without', async () => {
    await open();
    const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
    for (const [typed, words] of [
      ['list', 'sections'],
      ['qqq', 'Nothing'],
    ] as const) {
      type(typed);
      await waitFor(() => expect(document.querySelector('.find')?.textContent).toContain(words));
      const { violations } = await axe.run(document.body, { rules });
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
  });
});

test('every section is in the list of subjects, in the order in which they stand', async () => {
  await open();
  await waitFor(() => expect(all()).toHaveLength(12));
  const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a[href^="#"]')].map((one) => one.hash.slice(1));
  expect(links).toEqual(all().map(({ id }) => id));
});

test('every switch says what it does', async () => {
  await open();
  await screen.findByText('Українські дрони');
  const silent = screen.getAllByRole('switch').filter((one) => {
    const note = document.getElementById(one.getAttribute('aria-describedby') ?? '') ?? one.querySelector('.muted');
    return (note?.textContent ?? '').trim() === '';
  });
  expect(silent.map(({ textContent }) => textContent)).toEqual([]);
});

test('a link to a feed fills in the form for one', async () => {
  await open({}, `https://desk.example/feed/#${'b'.repeat(40)}`);
  expect((screen.getByLabelText(/^Address, or/) as HTMLInputElement).value).toBe('https://desk.example/feed/');
  expect((screen.getByLabelText(/^Fingerprint of/) as HTMLInputElement).value).toMatch(/^bbbb bbbb/);
});
