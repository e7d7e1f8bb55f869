// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { Files } from '../../components/options/Files.tsx';
import { tookInWords } from '../../components/options/took-in.ts';
import type { FilesDesk } from '../../components/options/use-file.ts';
import { en } from '../../locales/ui.ts';
import { BAD_CODES } from '../../platform/exchange/bad.ts';
import { FILE_FORMATS } from '../../platform/exchange/recognise.ts';
import type { TookIn } from '../../platform/files-desk.ts';
import { fakeFiles } from './fake-desk.ts';
import { fakeApi } from './fakes.ts';

/** One section from the file that is chosen to what came of it: long, for each way through it is told in one place. */

afterEach(cleanup);

const AT = '2026-11-01T08:00:00Z';
const lines = (...records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n');
const header = (own: number) => ({ muster: 'log', format: 1, made: AT, counts: { article: 0, own, verdict: 0 } });
const acme = { type: 'own', id: 'own:1', name: 'Acme Rockets', kind: 'company', aliases: ['AcR'], added: AT };

function open(over: Partial<FilesDesk> = {}) {
  const { api, asked } = fakeApi();
  const calls: string[] = [];
  const seen: { taken?: Parameters<FilesDesk['take']>[0] } = {};
  const desk: FilesDesk = {
    ...fakeFiles,
    take: async (file, tell): Promise<TookIn> => {
      calls.push('take');
      seen.taken = file;
      tell(0.5);
      if (file.what === 'log') return { added: { own: 1, article: 2 }, replaced: { list: 1 }, known: { verdict: 3 } };
      const own = file.candidates.map(({ own: given }, n) => ({ ...given, id: `own:${n}`, added: AT }));
      return { added: { own: own.length }, replaced: {}, known: { own: 1 }, own };
    },
    takeBack: async (added) => {
      calls.push(`take back ${added.map(({ id }) => id).join(' ')}`);
    },
    applySettings: async () => {
      calls.push('settings');
    },
    ...over,
  };
  let refreshed = 0;
  render(<Files api={api} desk={desk} onTaken={() => refreshed++} />);
  const told = () => asked.filter(({ name }) => name === 'tookIn').length;
  return { calls, seen, told, refreshed: () => refreshed };
}

const files = () => screen.getByRole('region', { name: 'In and out' });
const text = () =>
  files()
    .textContent.replace(/[\u2068\u2069]/gu, '')
    .replace(/\s+/gu, ' ');
const says = (words: string | RegExp) =>
  waitFor(() => (typeof words === 'string' ? expect(text()).toContain(words) : expect(text()).toMatch(words)));
const choose = (content: string | Uint8Array<ArrayBuffer>) =>
  fireEvent.change(files().querySelector('input[type=file]') as Element, { target: { files: [new File([content], 'a file')] } });
const take = () => files().querySelector('[data-act="take"]') as HTMLButtonElement;
const rows = () => [...files().querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));
const select = (label: string) => within(files()).getByLabelText(label) as HTMLSelectElement;
const set = (label: string, value: string) => fireEvent.change(select(label), { target: { value } });
const status = () =>
  within(files())
    .getAllByRole('status')
    .at(-1)
    ?.textContent.replace(/[\u2068\u2069]/gu, '');

async function noViolations() {
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false }, 'page-has-heading-one': { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

describe('a backup', () => {
  test('says what is in it and who can read it, shows how far it is, and what it is called', async () => {
    let done: (name: string) => void = () => undefined;
    open({
      backup: (tell) => {
        tell(0.4);
        return new Promise((resolve) => (done = resolve));
      },
    });
    expect(text()).toMatch(/the log, your own names, notes, lists, corrections, settings, and the addresses of your feeds/);
    expect(text()).toContain('whoever has it can read what you read and wrote');
    expect(within(files()).getByRole('link', { name: en.explorer.open }).getAttribute('href')).toBe('/explorer.html');
    const button = files().querySelector('[data-act="backup"]') as HTMLButtonElement;
    fireEvent.click(button);
    const bar = (await within(files()).findByRole('progressbar', { name: 'Backup' })) as HTMLProgressElement;
    await waitFor(() => expect(bar.value).toBeCloseTo(0.4));
    expect(button.disabled).toBe(true);
    done('muster-2026-11-01-backup.jsonl');
    await says('Saved: muster-2026-11-01-backup.jsonl');
    expect(within(files()).queryByRole('progressbar')).toBeNull();
    await noViolations();
  });

  test('that cannot be made is told', async () => {
    open({ backup: () => Promise.reject(new Error('The disk is full')) });
    fireEvent.click(files().querySelector('[data-act="backup"]') as Element);
    await says('Could not be saved: The disk is full.');
  });
});

describe('a table', () => {
  const CSV = 'Company;AKA;Land;Remark\nNordic Rockets;NR|N-Rockets;NO;maker\nБюро;;UA;\n;x;;\n';

  test('is shown by its columns; what the reader points out is shown at once', async () => {
    open();
    choose(CSV);
    await says('In it: 2 own names.');
    expect(select('Read as').value).toBe('csv');
    expect(select('Name').value).toBe('Company');
    expect(rows()).toEqual(['Nordic Rockets | Company | NR · N-Rockets | maker | Norway', 'Бюро | Company |  |  | Ukraine']);
    expect(text()).toMatch(/1 record is left out.*Line 4There is no name\./);
    set('Note', '');
    await waitFor(() => expect(rows()[0]).toBe('Nordic Rockets | Company | NR · N-Rockets |  | Norway'));
    set('Name', 'AKA');
    await waitFor(() => expect(rows()[0]).toMatch(/^NR\|N-Rockets/));
    set('What they are', 'organisation');
    await waitFor(() => expect(rows()[0]).toMatch(/Organisation/));
    expect(select('Name').value).toBe('AKA');
    await noViolations();
  });

  test('of which no column is known to hold names stands there as it is until one is chosen', async () => {
    open();
    choose('Bezeichnung;Sitz\nNordic Rockets;Oslo\nBaltic Drones;Tallinn\n');
    await says('No column is called like one that holds names.');
    expect(rows()).toEqual(['Nordic Rockets | Oslo', 'Baltic Drones | Tallinn']);
    expect(take()).toBeNull();
    set('Name', 'Bezeichnung');
    await waitFor(() => expect(rows()[0]).toBe('Nordic Rockets | Company |  | '));
    expect(take().textContent).toBe('Take in 2 records');
  });

  test('may be a list after all', async () => {
    open();
    choose('Alpha; A\nBeta; B\n');
    await says('No column is called');
    set('Read as', 'names');
    await waitFor(() => expect(rows()).toEqual(['Alpha | Company | A | ', 'Beta | Company | B | ']));
  });
});

describe('a list of names', () => {
  test('the first ten, its kind, and then it is taken in and taken back', async () => {
    const { calls, seen, told, refreshed } = open();
    choose(`${Array.from({ length: 12 }, (_, n) => `Maker ${n}`).join('\n')}\n!!!\n`);
    await says('The first 10 of 12');
    expect(rows()).toHaveLength(10);
    set('What they are', 'programme');
    await waitFor(() => expect(rows()[0]).toBe('Maker 0 | Programme |  | '));
    expect(calls).toEqual([]);
    fireEvent.click(take());
    await waitFor(() => expect(status()).toBe('Added: 12 own names. Here already: 1 own name. 1 record was left out.'));
    expect(seen.taken).toMatchObject({ what: 'names', kind: 'programme' });
    expect([told(), refreshed()]).toEqual([1, 1]);
    // The preview is gone: the same file is not taken in twice by a second click.
    expect(take()).toBeNull();
    const undo = within(files()).getByRole('button', { name: 'Undo' });
    await waitFor(() => expect(document.activeElement).toBe(undo));
    await noViolations();
    fireEvent.click(undo);
    await waitFor(() => expect(status()).toBe('It is back as it was.'));
    expect(calls).toEqual(['take', `take back ${Array.from({ length: 12 }, (_, n) => `own:${n}`).join(' ')}`]);
    expect([told(), refreshed()]).toEqual([2, 2]);
  });

  test('if it fails nothing was changed, and the file is still there', async () => {
    const { told } = open({ take: () => Promise.reject(new Error('The disk is full')) });
    choose('Alpha\nBeta\n');
    await says('In it: 2 own names.');
    fireEvent.click(take());
    await waitFor(() =>
      expect(
        within(files())
          .getAllByRole('alert')
          .map(({ textContent }) => textContent),
      ).toContain('Nothing was changed: The disk is full.'),
    );
    expect(take().disabled).toBe(false);
    expect(told()).toBe(0);
  });

  test('a background that cannot be told changes nothing: it is stored', async () => {
    const { api } = fakeApi({ tookIn: () => Promise.reject(new Error('asleep')) });
    render(
      <Files
        api={api}
        desk={{ ...fakeFiles, take: async () => ({ added: { own: 1 }, replaced: {}, known: {} }) }}
        onTaken={() => undefined}
      />,
    );
    choose('Alpha\n');
    await says('In it: 1 own name.');
    fireEvent.click(take());
    await says('Added: 1 own name.');
  });
});

describe('a backup is taken in', () => {
  const FEED = 'b'.repeat(40);
  /** As the reader of files gives it once it knows settings and feeds. */
  const opened = (over: object = {}): Partial<FilesDesk> => ({
    open: async (bytes, how) => {
      const file = await fakeFiles.open(bytes, how);
      return { ...file, ...over } as typeof file;
    },
  });

  test('what is in it, by type; what is wrong, line by line; what came of it', async () => {
    const { calls } = open();
    choose(lines(header(2), acme, acme, { type: 'own', id: 'own:2' }, { type: 'what' }));
    await says('In it: 1 own name.');
    expect(select('Read as').value).toBe('log');
    expect(rows()[0]).toMatch(/^Own name \| Acme Rockets \| .*2026/);
    expect(text()).toMatch(
      /3 records are left out.*Line 3The same as an earlier one\..*Line 4A field is missing.*Line 5Muster does not know/,
    );
    expect(within(files()).queryByRole('switch')).toBeNull();
    fireEvent.click(take());
    await waitFor(() =>
      expect(status()).toBe(
        'Added: 2 articles and 1 own name. Replaced by what is newer: 1 list. Here already: 3 corrections of marks. 3 records were left out.',
      ),
    );
    expect(calls).toEqual(['take']);
    expect(within(files()).queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  test.each([
    ['with', true, ['take', 'settings']],
    ['without', false, ['take']],
  ])('%s its settings', async (_, on, expected) => {
    const { calls } = open(opened({ settings: { recording: false } }));
    choose(lines(header(1), acme));
    const settings = await within(files()).findByRole('switch', { name: /^The settings too/ });
    expect(settings.getAttribute('aria-checked')).toBe('true');
    if (!on) fireEvent.click(settings);
    await waitFor(() => expect(settings.getAttribute('aria-checked')).toBe(String(on)));
    fireEvent.click(take());
    await says(on ? 'The settings are taken over.' : 'Added: 2 articles');
    expect(calls).toEqual(expected);
  });

  test('its settings alone', async () => {
    const { calls, told } = open(opened({ settings: {} }));
    choose(lines(header(0)));
    await waitFor(() => expect(take()?.textContent).toBe('Take in the settings'));
    fireEvent.click(take());
    await waitFor(() => expect(calls).toEqual(['settings']));
    expect(told()).toBe(0);
  });

  test('settings that cannot be stored are told beside what was taken in', async () => {
    open({ ...opened({ settings: {} }), applySettings: () => Promise.reject(new Error('No room')) });
    choose(lines(header(1), acme));
    await says('The settings too');
    fireEvent.click(take());
    await says(/Added: .* The settings are as they were: No room\./);
  });

  test('its feeds are links to the form, and nothing more', async () => {
    const feed = { colour: 'red', on: true, order: 1 } as const;
    const feeds = [
      { ...feed, id: FEED, url: 'https://desk.example/feed/', title: 'The desk' },
      { ...feed, id: 'core', url: 'https://core.example/' },
    ];
    const { calls } = open(opened({ feeds }));
    choose(lines(header(1), acme));
    const link = await within(files()).findByRole('link', { name: /^Add .*The desk/ });
    expect(link.getAttribute('href')).toBe(`/options.html?feed=${encodeURIComponent(`https://desk.example/feed/#${FEED}`)}`);
    expect(text()).toContain('whom you trust is yours to say');
    expect(text()).not.toContain('core.example');
    fireEvent.click(take());
    await says('Added:');
    expect(calls).toEqual(['take']);
    await noViolations();
  });
});

describe('what cannot be taken in', () => {
  test.each([
    ['', 'There is nothing in the file.'],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'This is no text but a workbook'],
    ['{"muster":"log","format":99,"made":"x"}\n', 'A newer version of Muster wrote this.'],
    [lines(header(3), acme), 'The file was cut off. 1 of 3 came.'],
  ])('%s: in words', async (content, words) => {
    open();
    choose(content);
    await says(words);
  });

  test('more than a hundred are counted', async () => {
    open();
    choose('!\n'.repeat(130));
    await says('There is nothing in it that could be taken in.');
    expect(files().querySelectorAll('.bad li')).toHaveLength(100);
    expect(text()).toContain('130 records are left out');
    expect(text()).toContain('and 30 more');
    expect((files().querySelector('.bad') as HTMLDetailsElement).open).toBe(true);
  });

  test('a file that the browser does not hand over is told', async () => {
    open({ open: () => Promise.reject(new Error('The file is gone')) });
    choose('Alpha');
    await says('The file could not be read: The file is gone.');
  });

  test('a file read slowly does not come after the one that was chosen later', async () => {
    let first: () => void = () => undefined;
    open({
      open: async (bytes, how) => {
        if (bytes.length > 6) await new Promise<void>((resolve) => (first = resolve));
        return fakeFiles.open(bytes, how);
      },
    });
    choose('Slow one\n');
    await waitFor(() => expect(text()).toContain('Reading the file'));
    choose('Quick');
    await waitFor(() => expect(rows()).toEqual(['Quick | Company |  | ']));
    first();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(rows()).toEqual(['Quick | Company |  | ']);
  });

  test('there are words for every code and every format', () => {
    expect(Object.keys(en.files.bad).sort()).toEqual([...BAD_CODES].sort());
    expect(Object.keys(en.files.formats).sort()).toEqual([...FILE_FORMATS].sort());
  });
});

test.each([
  [{ added: {}, replaced: {}, known: { own: 2 } }, 0, 'Nothing was added. Here already: 2 own names.'],
  [{ added: { annotation: 1, list: 2 }, replaced: {}, known: {} }, 0, 'Added: 1 profile with your notes and 2 lists.'],
  [{ added: {}, replaced: { article: 1 }, known: {} }, 2, 'Replaced by what is newer: 1 article. 2 records were left out.'],
])('%o, %i left out: %s', (taken, leftOut, words) => expect(tookInWords(taken, leftOut)).toBe(words));

describe('articles that are older than the reader keeps them', () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const read = (n: number, days: number) => ({
    ...{
      type: 'article',
      canonical: `https://a.example/${n}`,
      url: `https://a.example/${n}`,
      title: 'T',
      publisher: 'P',
      date: '2020-01-01',
    },
    ...{ firstSeen: ago(days), lastSeen: ago(days), opened: 1, doc: 'd', pairs: [], sightings: [], sentences: [] },
  });
  const backup = (settings: object) =>
    lines(
      { muster: 'log', format: 1, made: AT, counts: { article: 2, own: 0, verdict: 0, settings: 1 } },
      { type: 'settings', settings },
      read(1, 10),
      read(2, 400),
    );
  test.each<[string, number, object, boolean]>([
    ['are told of before they are taken in', 365, {}, true],
    ['are not, if articles are kept for ever', 0, {}, false],
    ['or for longer', 500, {}, false],
    ['the time may come with the file', 365, { retentionDays: 0 }, false],
  ])('%s', async (_what, days, settings, told) => {
    open({ retentionDays: async () => days });
    choose(backup(settings));
    await says('In it: 2 articles');
    await waitFor(() => expect(/1 of the articles was last opened longer ago/.test(text())).toBe(told));
  });

  test('the time of the file counts only if its settings are taken', async () => {
    open();
    choose(backup({ retentionDays: 0 }));
    await says('In it: 2 articles');
    fireEvent.click(screen.getByRole('switch', { name: /The settings too/ }));
    await says('1 of the articles was last opened longer ago');
  });
});
