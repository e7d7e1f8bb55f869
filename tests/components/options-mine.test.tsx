// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { ReaderApi } from '../../components/api.ts';
import { FeedsPlace } from '../../components/options/FeedsPlace.tsx';
import { Mine } from '../../components/options/Mine.tsx';
import type { Verdict } from '../../core/mention.ts';
import type { AnnotationRow, ListRow, OwnEntity } from '../../platform/log-rows.ts';
import type { FeedView } from '../../platform/messages.ts';
import { coreFeed, newsroom } from './fake-feeds.ts';
import { fakeApi, fakeDesk } from './fakes.ts';

/** What the reader adds and writes, in the options: own names, lists, notes, verdicts over one store and in two windows; long, for all share that store. */

afterEach(cleanup);

const AT = '2026-11-01T08:00:00Z';
const armor: OwnEntity = { id: 'own:1', name: 'Зброяр', kind: 'company', aliases: [{ text: 'Zbroyar', lang: 'en' }], added: AT };
const drones: ListRow = { id: 'list:1', name: 'Drones', colour: 'violet', changed: AT };
const note: AnnotationRow = {
  id: 'Q1',
  note: 'Called them.\nTwice.',
  lists: ['list:1'],
  overlay: { line: 'maker of examples' },
  changed: AT,
};
const verdict: Verdict = { entity: 'Q1', surface: 'acme', says: 'not-this', scope: 'everywhere' };

/** A background whose rows live in memory. */
function world(start: { own?: OwnEntity[]; lists?: ListRow[]; notes?: AnnotationRow[]; verdicts?: Verdict[] } = {}) {
  const rows = { own: start.own ?? [], lists: start.lists ?? [], notes: start.notes ?? [], verdicts: start.verdicts ?? [] };
  const noteOf = (id: string): AnnotationRow => rows.notes.find((row) => row.id === id) ?? { id, changed: AT };
  const putNote = (row: AnnotationRow) => {
    const { id, changed: _, ...said } = row;
    rows.notes = [...rows.notes.filter((one) => one.id !== id), ...(Object.keys(said).length === 0 ? [] : [row])];
  };
  const answers: Partial<ReaderApi> = {
    own: async () => rows.own,
    removeOwn: async ({ id }) => {
      rows.own = rows.own.filter((one) => one.id !== id);
      return true;
    },
    keepOwn: async ({ was, now }) => {
      const stored = rows.own.find(({ id }) => id === now.id);
      if (stored !== undefined && stored.changed !== was?.changed) return 'changed-meanwhile';
      const row = was === undefined ? now : { ...now, changed: `${AT}${rows.own.length}${now.name}` };
      rows.own = [...rows.own.filter(({ id }) => id !== now.id), row];
      return row;
    },
    lists: async () => rows.lists,
    annotations: async () => rows.notes,
    briefs: async ({ ids }) => ids.map((id) => ({ id, name: id === 'Q1' ? 'Acme Systems' : id, kind: 'company' })),
    keepList: async ({ id = 'list:new', ...change }) => {
      const before = rows.lists.find((one) => one.id === id);
      const { name = before?.name ?? '', colour = before?.colour ?? 'grey', notify = before?.notify } = change;
      const row: ListRow = { id, name, colour, ...(notify === true ? { notify } : {}), changed: AT };
      rows.lists = [...rows.lists.filter((one) => one.id !== id), row];
      return row;
    },
    removeList: async ({ id }) => {
      const list = rows.lists.find((one) => one.id === id);
      rows.lists = rows.lists.filter((one) => one.id !== id);
      return list === undefined ? undefined : { list, members: ['Q1'] };
    },
    restoreList: async ({ list }) => {
      rows.lists = [...rows.lists, list];
      return true;
    },
    writeNote: async ({ id, was, now }) => {
      const { note: before = '', ...rest } = noteOf(id);
      if (before !== was) return { state: 'changed-meanwhile', now: noteOf(id) };
      putNote(now === '' ? rest : { ...rest, note: now });
      return { state: 'kept', now: noteOf(id) };
    },
    correct: async ({ id, now }) => {
      const { overlay: _, ...rest } = noteOf(id);
      putNote(Object.keys(now).length === 0 ? rest : { ...rest, overlay: now });
      return { state: 'kept', now: noteOf(id) };
    },
    putOnList: async ({ id, list, on }) => {
      const { lists: _, ...rest } = noteOf(id);
      putNote(on ? { ...rest, lists: [list] } : rest);
      return noteOf(id);
    },
    verdicts: async () => rows.verdicts,
    takeBack: async () => {
      rows.verdicts = [];
      return true;
    },
    judge: async (given) => {
      rows.verdicts = [given];
      return true;
    },
  };
  return { answers, rows };
}

function open(start: Parameters<typeof world>[0] = {}, over: Partial<ReaderApi> = {}, agrees = true) {
  const { answers, rows } = world(start);
  const { api, asked } = fakeApi({ ...answers, ...over });
  const desk = fakeDesk({}, agrees);
  render(<Mine api={api} desk={desk.desk} add="" />);
  const asks = (name: string) => asked.filter((one) => one.name === name).map((one) => one.argument);
  return { rows, asks, desk, api };
}

const section = (name: string) => screen.findByRole('region', { name });
const text = (element: Element) => element.textContent.replace(/[\u2068\u2069]/gu, '').replace(/\s+/gu, ' ');
const press = (within_: HTMLElement, name: string | RegExp) => fireEvent.click(within(within_).getByRole('button', { name }));
const says = (element: HTMLElement, words: string | RegExp) =>
  waitFor(() => (typeof words === 'string' ? expect(text(element)).toContain(words) : expect(text(element)).toMatch(words)));
const type = (element: HTMLElement, label: string, value: string) =>
  fireEvent.input(within(element).getByLabelText(label), { target: { value } });

describe('what is removed comes back', () => {
  test('an own name, with its id; the way back has the focus', async () => {
    const { rows, asks } = open({ own: [armor] });
    const mine = await section('My list');
    const remove = within(mine).getByRole('button', { name: 'Remove Зброяр' });
    remove.focus();
    fireEvent.click(remove);
    await says(mine, 'Зброяр is removed.');
    const undo = within(mine).getByRole('button', { name: 'Undo' });
    await waitFor(() => expect(document.activeElement).toBe(undo));
    expect(rows.own).toEqual([]);
    fireEvent.click(undo);
    await says(mine, 'It is back as it was.');
    expect(asks('keepOwn')).toEqual([{ now: armor }]);
    expect(within(mine).queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(document.activeElement?.textContent).toContain('It is back');
    expect(text(mine)).toContain('Zbroyar (en)');
  });

  test('a list, with its members', async () => {
    const { rows } = open({ lists: [drones], notes: [note] });
    const lists = await section('Lists');
    press(lists, 'Remove Drones');
    await says(lists, 'The list “Drones” is removed.');
    expect(rows.lists).toEqual([]);
    press(lists, 'Undo');
    await waitFor(() => expect(rows.lists).toEqual([drones]));
  });

  test('a note, its lists and its correction', async () => {
    const { rows, asks } = open({ lists: [drones], notes: [note] });
    const notes = await section('Notes and corrections');
    await says(notes, 'Acme Systems · profile corrected');
    press(notes, 'Remove Acme Systems');
    await says(notes, 'What you wrote of Acme Systems is removed.');
    expect(rows.notes).toEqual([]);
    press(notes, 'Undo');
    await waitFor(() => expect(rows.notes).toEqual([note]));
    expect(asks('writeNote')).toEqual([
      { id: 'Q1', was: note.note, now: '' },
      { id: 'Q1', was: '', now: note.note },
    ]);
  });

  test('a note that another window has changed stays, and nothing else goes', async () => {
    const { rows } = open({ notes: [note] }, { annotations: async () => [{ ...note, note: 'As it was' }] });
    const notes = await section('Notes and corrections');
    press(notes, /^Remove/);
    await says(notes, 'Could not be removed: Another window has changed this meanwhile');
    expect(rows.notes).toEqual([note]);
  });

  test('a “not this”', async () => {
    const { rows } = open({ verdicts: [verdict] });
    const list = await section('“Not this”');
    press(list, /^Take back/);
    await says(list, 'Taken back: “acme” is not Acme Systems, anywhere.');
    expect(rows.verdicts).toEqual([]);
    press(list, 'Undo');
    await waitFor(() => expect(rows.verdicts).toEqual([verdict]));
  });

  test('what cannot be undone is told, and may be tried again', async () => {
    open({ verdicts: [verdict] }, { judge: () => Promise.reject(new Error('The disk is full')) });
    const list = await section('“Not this”');
    press(list, /^Take back/);
    fireEvent.click(await within(list).findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(text(within(list).getByRole('alert'))).toBe('Could not be undone: The disk is full.'));
    expect(within(list).getByRole('button', { name: 'Undo' })).toHaveProperty('disabled', false);
  });

  test.each([
    ['a feed whose address and fingerprint are known', newsroom, true],
    ['but no other', (({ fingerprint: _, ...rest }: FeedView) => rest)(newsroom), false],
  ])('%s', async (_, feed, comes) => {
    const { api, asked } = fakeApi({ feeds: async () => [coreFeed, { ...feed, on: false }] });
    const desk = fakeDesk();
    render(<FeedsPlace api={api} desk={desk.desk} />);
    const feeds = await section('Feeds');
    press(feeds, 'Remove Newsroom of Examples …');
    fireEvent.click(await within(feeds).findByRole('button', { name: 'Remove' }));
    await says(feeds, 'The feed “Newsroom of Examples” is removed.');
    const undo = within(feeds).queryByRole('button', { name: 'Undo' });
    expect(undo !== null).toBe(comes);
    if (undo === null) return;
    fireEvent.click(undo);
    await says(feeds, 'It is back as it was.');
    expect(desk.asked).toContain(`reach ${newsroom.url}`);
    const asks = (name: string) => asked.filter((one) => one.name === name).map((one) => one.argument);
    expect(asks('addFeed')).toEqual([{ address: newsroom.url, fingerprint: newsroom.fingerprint }]);
    expect(asks('changeFeed')).toEqual([{ id: newsroom.id, on: false, colour: 'violet' }]);
  });
});

describe('an own name is changed in place', () => {
  test('with all its fields, languages too; the focus comes back', async () => {
    const { asks } = open({ own: [armor] });
    const mine = await section('My list');
    press(mine, 'Change Зброяр');
    const form = await screen.findByRole('form', { name: 'Change Зброяр' });
    await waitFor(() => expect(document.activeElement).toBe(within(form).getByLabelText('Name')));
    expect((within(form).getByLabelText('Other names, one a line') as HTMLTextAreaElement).value).toBe('Zbroyar (en)');
    type(form, 'Other names, one a line', 'Zbroyar (en)\nZbroiar, Ltd.');
    press(form, 'Save');
    await says(mine, 'Зброяр is changed.');
    expect(asks('keepOwn')).toEqual([{ was: armor, now: { ...armor, aliases: [...armor.aliases, 'Zbroiar, Ltd.'] } }]);
    await waitFor(() => expect(document.activeElement).toBe(within(mine).getByRole('button', { name: 'Change Зброяр' })));
  });

  test('what another window wrote meanwhile is shown, what was typed stays, and the next save counts', async () => {
    const { rows, desk } = open({ own: [armor] });
    const mine = await section('My list');
    press(mine, 'Change Зброяр');
    const form = await screen.findByRole('form', { name: 'Change Зброяр' });
    type(form, 'Note', 'typed here');
    const theirs = { ...armor, note: 'written there', changed: '2026-11-02T08:00:00Z' };
    rows.own = [theirs];
    desk.touch();
    press(form, 'Save');
    await says(form, 'Another window has changed it meanwhile.');
    await says(form, 'written there');
    expect(rows.own).toEqual([theirs]);
    expect((within(form).getByLabelText('Note') as HTMLInputElement).value).toBe('typed here');
    press(form, 'Save');
    await says(mine, 'Зброяр is changed.');
    expect(rows.own).toMatchObject([{ note: 'typed here' }]);
  });

  test('it stays open if another window removes it', async () => {
    const { rows, desk } = open({ own: [armor] });
    press(await section('My list'), 'Change Зброяр');
    const form = await screen.findByRole('form', { name: 'Change Зброяр' });
    type(form, 'Note', 'typed here');
    rows.own = [];
    desk.touch();
    await new Promise((resolve) => setTimeout(resolve, 20));
    press(form, 'Save');
    await waitFor(() => expect(rows.own).toMatchObject([{ id: 'own:1', note: 'typed here' }]));
  });

  test('a refusal is told and nothing is lost', async () => {
    open({ own: [armor] }, { keepOwn: () => Promise.reject(new Error('No room')) });
    press(await section('My list'), 'Change Зброяр');
    const form = await screen.findByRole('form', { name: 'Change Зброяр' });
    press(form, 'Save');
    await says(form, 'Could not be changed: No room.');
  });
});

describe('lists', () => {
  test('one is made, with its colour', async () => {
    const { asks } = open();
    const lists = await section('Lists');
    const form = within(lists).getByRole('form', { name: 'Make a list' });
    type(form, 'Name of the list', ' Ammunition ');
    fireEvent.click(within(form).getByRole('radio', { name: 'amber' }));
    await waitFor(() => expect(within(form).getByRole('button', { name: 'Make' })).toHaveProperty('disabled', false));
    press(form, 'Make');
    await says(lists, 'The list “Ammunition” is made.');
    expect(asks('keepList')).toEqual([{ name: 'Ammunition', colour: 'amber', notify: false }]);
    await waitFor(() => expect((within(form).getByLabelText('Name of the list') as HTMLInputElement).value).toBe(''));
  });

  test('renamed, coloured; its members by name', async () => {
    const { asks } = open({ lists: [{ ...drones, notify: true }], notes: [note, { id: 'Q99', lists: ['list:1'], changed: AT }] });
    const list = await screen.findByRole('article', { name: 'Drones' });
    await says(list, '2 names');
    await waitFor(() =>
      expect(
        within(list)
          .getAllByRole('link', { hidden: true })
          .map((link) => [link.textContent, link.getAttribute('href')]),
      ).toEqual([
        ['Acme Systems', '/explorer.html?view=entity&e=Q1'],
        ['Q99', '/explorer.html?view=entity&e=Q99'],
      ]),
    );
    fireEvent.click(within(list).getByRole('radio', { name: 'red' }));
    type(list, 'Name of the list', 'Unmanned');
    const save = within(list).getByRole('button', { name: 'Save', hidden: true });
    await waitFor(() => expect(save).toHaveProperty('disabled', false));
    fireEvent.click(save);
    await screen.findByRole('article', { name: 'Unmanned' });
    expect(asks('keepList')).toEqual([
      { id: 'list:1', colour: 'red' },
      { id: 'list:1', name: 'Unmanned' },
    ]);
  });

  test.each([
    ['allowed: it is on', true],
    ['not allowed: it stays off, and that is said', false],
  ])('notices, %s', async (_, agrees) => {
    const { asks, desk } = open({ lists: [drones] }, {}, agrees);
    const list = await screen.findByRole('article', { name: 'Drones' });
    fireEvent.click(within(list).getByRole('switch'));
    // In the click itself: the browser asks nobody later.
    expect(desk.asked).toEqual(['notify']);
    if (agrees) await waitFor(() => expect(asks('keepList')).toEqual([{ id: 'list:1', notify: true }]));
    else await says(await section('Lists'), 'The browser was not allowed to show notices: this stays off.');
    expect(within(list).getByRole('switch').getAttribute('aria-checked')).toBe(String(agrees));
  });

  test('switched off, nobody is asked', async () => {
    const { asks, desk } = open({ lists: [{ ...drones, notify: true }] });
    const list = await screen.findByRole('article', { name: 'Drones' });
    fireEvent.click(within(list).getByRole('switch'));
    await waitFor(() => expect(asks('keepList')).toEqual([{ id: 'list:1', notify: false }]));
    expect(desk.asked).toEqual([]);
  });
});

test('notes: name, first line, lists in words, whether it corrects; one link each', async () => {
  open({ lists: [drones], notes: [note, { id: 'Q99', note: '\n Later.', changed: AT }] });
  const notes = await section('Notes and corrections');
  await says(notes, 'Acme Systems · profile correctedCalled them.Drones');
  expect(text(notes)).not.toContain('Twice');
  expect(text(notes)).toMatch(/Q99 Later\./);
});

test('two windows over one background: what one writes the other shows', async () => {
  const { answers, rows } = world({ own: [armor], lists: [drones], notes: [note], verdicts: [verdict] });
  const { api } = fakeApi(answers);
  const { desk, touch } = fakeDesk();
  const [one, other] = [document.createElement('div'), document.createElement('div')];
  document.body.append(one, other);
  render(<Mine api={api} desk={desk} add="" />, { container: one });
  render(<Mine api={api} desk={desk} add="" />, { container: other });
  for (const window of [one, other]) await says(window, /Зброяр.*Drones.*Acme Systems.*acme/);
  press(one, 'Remove Зброяр');
  await waitFor(() => expect(rows.own).toEqual([]));
  press(one, 'Remove Drones');
  await waitFor(() => expect(rows.lists).toEqual([]));
  press(one, 'Remove Acme Systems');
  press(one, /^Take back/);
  await waitFor(() => expect([rows.notes, rows.verdicts]).toEqual([[], []]));
  touch();
  await says(other, /Nothing added yet.*No list yet.*You have not written anything.*You have not corrected/);
  one.remove();
  other.remove();
});
