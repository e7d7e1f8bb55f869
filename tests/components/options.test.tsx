// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { aliasesFrom, aliasLine } from '../../components/aliases.ts';
import type { ReaderApi, SiteAccess, SitesDesk } from '../../components/api.ts';
import { scopeOf } from '../../components/options/Erase.tsx';
import { Options } from '../../components/options/Options.tsx';
import { State } from '../../components/options/State.tsx';
import { verdictSentence } from '../../components/options/Verdicts.tsx';
import { Welcome } from '../../components/Welcome.tsx';
import { fakeFiles } from './fake-desk.ts';
import { fakeApi, fakeDesk, health } from './fakes.ts';

/** The options page as a whole, section by section; long, for it has many. */

afterEach(cleanup);

const access: SiteAccess = {
  builtIn: ['*://*.news.example.org/*', '*://*.times.example.com/*'],
  refused: [],
  granted: ['*://blog.example.net/*'],
  everyPage: false,
  never: [{ host: 'mail.example.org', why: 'webmail' }],
};

function sitesDesk(over: Partial<SiteAccess> = {}, grants = true): { sites: SitesDesk; calls: string[] } {
  const calls: string[] = [];
  const note = (what: string) => async (patterns: readonly string[]) => {
    calls.push(`${what} ${patterns.join(' ')}`);
    return grants;
  };
  return { sites: { sites: async () => ({ ...access, ...over }), askFor: note('ask'), giveUp: note('give up') }, calls };
}

function open(answers: Partial<ReaderApi> = {}, over: Partial<SiteAccess> = {}, add = '', grants = true, files = fakeFiles) {
  const { api, asked } = fakeApi(answers);
  const desk = fakeDesk({ pausedHosts: ['example.net', 'other.test'] });
  const { sites, calls } = sitesDesk(over, grants);
  render(<Options api={api} desk={{ ...desk.desk, ...sites, files }} add={add} />);
  return { asked, calls, now: desk.now, opened: desk.asked };
}

const section = (name: string) => screen.findByRole('region', { name });
const asksFor = (asked: readonly { name: string; argument: unknown }[], name: string) =>
  asked.filter((one) => one.name === name).map((one) => one.argument);

describe('what is read', () => {
  test('the list, own sites, pauses, never', async () => {
    const { calls, now } = open();
    const reading = await section('What is read');
    expect(reading.textContent).toContain('a list of 2 news sites');
    expect(reading.textContent).toContain('1 site and all that lies below');
    fireEvent.click(within(reading).getByRole('button', { name: 'Remove blog.example.net' }));
    expect(calls).toEqual(['give up *://blog.example.net/*']);
    fireEvent.click(within(reading).getByRole('button', { name: 'Read example.net again' }));
    await waitFor(() => expect(now().pausedHosts).toEqual(['other.test']));
  });

  test('every page: asked in the very click, noted only if granted', async () => {
    const { calls, now } = open();
    fireEvent.click(await screen.findByRole('switch', { name: /^Read every page/ }));
    expect(calls).toEqual(['ask *://*/*']);
    await waitFor(() => expect(now().everyPage).toBe(true));
    cleanup();
    const refused = open({}, {}, '', false);
    fireEvent.click(await screen.findByRole('switch', { name: /^Read every page/ }));
    await waitFor(() => expect(refused.calls).toHaveLength(1));
    expect(refused.now().everyPage).toBe(false);
  });

  test('sites of the list that the browser refuses are asked for together', async () => {
    const { calls } = open({}, { refused: ['*://*.times.example.com/*'] });
    const reading = await section('What is read');
    expect(reading.textContent).toContain('only 1 of them');
    fireEvent.click(within(reading).getByRole('button', { name: 'Allow all of the list' }));
    expect(calls).toEqual(['ask *://*.times.example.com/*']);
  });
});

describe('marks and card', () => {
  test('kinds, hover and delay', async () => {
    const { now } = open();
    const marks = await section('Marks and card');
    fireEvent.click(within(marks).getByRole('switch', { name: 'Events' }));
    await waitFor(() => expect(now().kinds).toEqual({ company: true, official: true, organisation: true, event: false, programme: true }));
    fireEvent.change(within(marks).getByRole('combobox', { name: /pointer must rest/ }), { target: { value: '700' } });
    await waitFor(() => expect(now().hoverDelay).toBe(700));
    fireEvent.click(within(marks).getByRole('radio', { name: 'only by keyboard' }));
    await waitFor(() => expect(now().hover).toBe('off'));
    await waitFor(() =>
      expect((within(marks).getByRole('combobox', { name: /pointer must rest/ }) as HTMLSelectElement).disabled).toBe(true),
    );
  });
});

describe('looks', () => {
  test('the preview shows what was chosen, at once; a kind that is off is not marked in it', async () => {
    const { now } = open();
    const marks = await section('Marks and card');
    const drawn = (name: string) => within(marks).getByText(name, { selector: 'bdi' }).getAttribute('style');
    expect(drawn('Example Systems')).toContain('underline solid');
    fireEvent.change(within(marks).getByRole('combobox', { name: 'Companies: line' }), { target: { value: 'wavy' } });
    await waitFor(() => expect(drawn('Example Systems')).toContain('underline wavy'));
    fireEvent.change(within(marks).getByRole('combobox', { name: 'Companies: colour' }), { target: { value: 'rose' } });
    await waitFor(() => expect(drawn('Example Systems')).toContain('#9c1f5c'));
    fireEvent.click(within(marks).getByRole('radio', { name: 'strong' }));
    await waitFor(() => expect(drawn('Example Systems')).toContain('0.119em'));
    fireEvent.change(within(marks).getByRole('combobox', { name: 'Officials: line' }), { target: { value: 'tint' } });
    // The test's own style engine knows no color-mix.
    await waitFor(() => expect(within(marks).getByText('Jane Placeholder').className).toBe('marked tinted'));
    fireEvent.click(within(marks).getByRole('switch', { name: 'Events' }));
    await waitFor(() => expect(within(marks).queryByText('Forum of Examples', { selector: 'bdi' })).toBeNull());
    expect(now()).toMatchObject({ strength: 'strong', looks: { company: { line: 'wavy', colour: 'rose' }, official: { line: 'tint' } } });
  });

  test.each([
    ['Ctrl or ⌘ is held', { hover: 'key', modifier: 'ctrl' }],
    ['when a mark is clicked', { hover: 'click' }],
  ])('the card opens … %s', async (words, wanted) => {
    const { now } = open();
    const marks = await section('Marks and card');
    const choice = within(marks).getByRole('radio', { name: new RegExp(words) });
    fireEvent.click(choice);
    await waitFor(() => expect(now()).toMatchObject(wanted));
    await waitFor(() => expect((choice as HTMLInputElement).checked).toBe(true));
  });
});

describe('keys', () => {
  test('every command with the key that it has now, and the way to change it', async () => {
    const { opened } = open();
    const keys = await section('Keys');
    const lines = await waitFor(() => {
      const found = within(keys).getAllByRole('listitem');
      expect(found.length).toBe(3);
      return found.map((line) => line.textContent);
    });
    expect(lines).toEqual(['Who is on this page: the popupAlt+Shift+M', 'Go to the previous name on the pageno key', 'Something newF9']);
    fireEvent.click(within(keys).getByRole('button', { name: 'Change keys in the browser' }));
    expect(opened).toContain('keys');
  });
});

describe('what is kept', () => {
  test('how much, recording, retention', async () => {
    const { now } = open();
    const kept = await section('What is kept');
    expect(kept.textContent).toMatch(
      /^What is kept128 articles with 940 sightings and 2,?210 pairs, the oldest from .*2026, 3[.,]4.MB in all/,
    );
    fireEvent.click(within(kept).getByRole('switch', { name: /^Keep a log/ }));
    fireEvent.click(within(kept).getByRole('radio', { name: 'after 30 days' }));
    await waitFor(() => expect(now()).toMatchObject({ recording: false, retentionDays: 30 }));
  });

  test('erasing all asks once more, tells how many will go and went', async () => {
    const { asked } = open();
    const kept = await section('What is kept');
    fireEvent.click(within(kept).getByRole('radio', { name: /^everything/ }));
    fireEvent.click(await within(kept).findByRole('button', { name: 'Erase …' }));
    await waitFor(() =>
      expect(kept.textContent).toContain(
        'Erase all 128 articles? It is gone for good once this page is closed; until then you can undo it.',
      ),
    );
    fireEvent.click(within(kept).getByRole('button', { name: 'Keep' }));
    await waitFor(() => expect(kept.textContent).not.toContain('gone for good'));
    expect(asksFor(asked, 'erase')).toEqual([]);
    fireEvent.click(within(kept).getByRole('button', { name: 'Erase …' }));
    fireEvent.click(await within(kept).findByRole('button', { name: 'Erase' }));
    await waitFor(() => expect(kept.textContent).toContain('3 articles erased.'));
    expect(asksFor(asked, 'erase')).toEqual([{ what: 'all' }]);
    expect(asksFor(asked, 'health').length).toBeGreaterThan(1);
  });

  test('what is erased stays in this page’s memory, and comes back', async () => {
    const calls: unknown[] = [];
    const records = [{ type: 'verdict' }] as never;
    const files = {
      ...fakeFiles,
      erasable: async (scope: unknown) => {
        calls.push(['erasable', scope]);
        return records;
      },
      putBack: async (given: unknown) => calls.push(['put back', given]),
    };
    const { asked } = open({}, {}, '', true, files);
    const kept = await section('What is kept');
    fireEvent.click(within(kept).getByRole('radio', { name: /^everything/ }));
    fireEvent.click(await within(kept).findByRole('button', { name: 'Erase …' }));
    fireEvent.click(await within(kept).findByRole('button', { name: 'Erase' }));
    await waitFor(() =>
      expect(kept.textContent).toContain(
        '3 articles erased. As long as this page is open you can undo this. Nothing of it is stored meanwhile.',
      ),
    );
    expect(calls).toEqual([['erasable', { what: 'all' }]]);
    fireEvent.click(within(kept).getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(kept.textContent).toContain('It is back as it was.'));
    expect(calls.at(-1)).toEqual(['put back', records]);
    expect(asksFor(asked, 'tookIn')).toHaveLength(1);
  });

  test('what cannot be read can be erased all the same, but for good, and that is asked', async () => {
    const files = { ...fakeFiles, erasable: () => Promise.reject(new Error('a broken row')) };
    const { asked } = open({}, {}, '', true, files);
    const kept = await section('What is kept');
    fireEvent.click(within(kept).getByRole('radio', { name: /^everything/ }));
    fireEvent.click(await within(kept).findByRole('button', { name: 'Erase …' }));
    fireEvent.click(await within(kept).findByRole('button', { name: 'Erase' }));
    await waitFor(() => expect(kept.textContent).toContain('What would go could not be read (\u2068a broken row\u2069)'));
    expect(asksFor(asked, 'erase')).toEqual([]);
    fireEvent.click(within(kept).getByRole('button', { name: 'Erase' }));
    await waitFor(() => expect(kept.textContent).toContain('3 articles erased.'));
    expect(within(kept).queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  test('another choice takes the question back', async () => {
    open();
    const kept = await section('What is kept');
    fireEvent.click(within(kept).getByRole('radio', { name: /^everything/ }));
    fireEvent.click(await within(kept).findByRole('button', { name: 'Erase …' }));
    await within(kept).findByRole('button', { name: 'Erase' });
    fireEvent.click(within(kept).getByRole('radio', { name: 'one site' }));
    await waitFor(() => expect(within(kept).queryByRole('button', { name: 'Erase' })).toBeNull());
  });

  const fields = { url: '', host: '', from: '', to: '' };
  test.each([
    ['page', { url: ' https://example.org/a ' }, { what: 'page', url: 'https://example.org/a' }],
    ['page', { url: 'example.org' }, undefined],
    ['page', { url: 'javascript:1' }, undefined],
    ['site', { host: 'https://News.example.org/x' }, { what: 'site', host: 'news.example.org' }],
    ['site', { host: ' example.org' }, { what: 'site', host: 'example.org' }],
    ['site', { host: '' }, undefined],
    ['site', { host: 'not a host' }, undefined],
    ['span', { from: '2026-01-01', to: '2026-01-31' }, { what: 'span', from: '2026-01-01', to: '2026-01-31' }],
    ['span', { from: '2026-02-01', to: '2026-01-31' }, undefined],
    ['span', { from: '2026-02-01' }, undefined],
    ['all', {}, { what: 'all' }],
  ] as const)('%s of %o is %o', (what, typed, scope) => expect(scopeOf(what, { ...fields, ...typed })).toEqual(scope));
});

describe('my list', () => {
  test('begins with the name from the menu, and adds', async () => {
    const { asked } = open({}, {}, 'Приклад');
    const mine = await section('My list');
    expect((within(mine).getByLabelText('Name') as HTMLInputElement).value).toBe('Приклад');
    fireEvent.change(within(mine).getByLabelText('Kind'), { target: { value: 'official' } });
    fireEvent.input(within(mine).getByLabelText('Other names, one a line'), { target: { value: 'Pryklad (pl)\nPryklad\nПриклад' } });
    fireEvent.input(within(mine).getByLabelText('Note'), { target: { value: ' seen ' } });
    fireEvent.click(within(mine).getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(mine.textContent).toContain('\u2068Приклад\u2069 is on your list.'));
    expect(asksFor(asked, 'addOwn')).toEqual([
      { name: 'Приклад', kind: 'official', aliases: [{ text: 'Pryklad', lang: 'pl' }], note: 'seen' },
    ]);
  });

  test('removes; a failure is told', async () => {
    const { asked } = open({
      own: async () => [{ id: 'own:1', name: 'Mine', kind: 'company', aliases: [], added: '2026-01-01' }],
      addOwn: async () => {
        throw new Error('the name is too short');
      },
    });
    const mine = await section('My list');
    fireEvent.click(within(mine).getByRole('button', { name: 'Remove Mine' }));
    await waitFor(() => expect(asksFor(asked, 'removeOwn')).toEqual([{ id: 'own:1' }]));
    fireEvent.input(within(mine).getByLabelText('Name'), { target: { value: 'X' } });
    await waitFor(() => expect((within(mine).getByRole('button', { name: 'Add' }) as HTMLButtonElement).disabled).toBe(false));
    fireEvent.click(within(mine).getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(mine.textContent).toContain('Could not be added: the name is too short'));
  });

  test.each([
    ['', []],
    ['a; b, Inc.\nc', ['a; b, Inc.', 'c']],
    ['N\n a \na', ['a']],
    ['Зброяр (uk)\nЗброяр', [{ text: 'Зброяр', lang: 'uk' }]],
    ['N (uk)\n(uk)', ['(uk)']],
    ['Ministry (MoD)\nAcme (qqq)', ['Ministry (MoD)', 'Acme (qqq)']],
  ])('other names %j', (text, aliases) => {
    expect(aliasesFrom(text, 'N')).toEqual(aliases);
    expect(aliasesFrom(aliases.map(aliasLine).join('\n'), 'N')).toEqual(aliases);
  });
});

describe('corrections, troubles', () => {
  test('each correction by name, and taken back', async () => {
    const verdict = { entity: 'Q1', surface: 'acme', says: 'not-this', scope: 'everywhere' } as const;
    const { asked } = open({ verdicts: async () => [verdict, { entity: 'Q99', says: 'not-this', scope: 'site', where: 'example.org' }] });
    const list = await section('“Not this”');
    expect(list.textContent).toContain('is not \u2068Acme Systems\u2069, anywhere');
    expect(list.textContent).toContain('Nothing is marked as \u2068Q99\u2069, on example.org');
    fireEvent.click(within(list).getAllByRole('button')[0] as Element);
    await waitFor(() => expect(asksFor(asked, 'takeBack')).toEqual([verdict]));
  });

  test('a yes reads as a yes', () =>
    expect(verdictSentence({ entity: 'Q1', surface: 'a', says: 'is-this', scope: 'page', where: 'https://x.test/' }, 'A')).toMatch(
      / is \u2068A\u2069, on x\.test$/,
    ));

  test('storage and troubles', async () => {
    open({ health: async () => ({ ...health, troubles: [{ words: 'The pack is corrupt.' }] }) });
    const state = await section('Storage and troubles');
    expect(state.textContent).toMatch(/3[.,]4.MB stored by Muster/);
    expect(state.textContent).toContain('The pack is corrupt.');
  });

  test('the browser is asked to keep what is stored, with the reason, and its answer is told', async () => {
    open();
    const state = await section('Storage and troubles');
    await waitFor(() => expect(state.textContent).toContain('When the disk is full, the browser may clear your log'));
    fireEvent.click(screen.getByRole('button', { name: 'Ask it to keep them' }));
    await waitFor(() => expect(state.textContent).toContain('The browser keeps it until you remove it'));
  });

  test('a browser that does not agree is said to', async () => {
    render(<State health={health} desk={fakeDesk({}, false).desk} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Ask it to keep them' }));
    await screen.findByText(/did not agree/);
  });
});

describe('welcome', () => {
  test('says what is read, kept and sent, and has the switches', async () => {
    const desk = fakeDesk({ welcomed: false });
    const { sites, calls } = sitesDesk();
    render(<Welcome desk={{ ...desk.desk, ...sites }} />);
    const recording = await screen.findByRole('switch', { name: /^Keep a log/ });
    await waitFor(() => expect(document.body.textContent).toContain('2 news sites'));
    for (const words of ['Private windows are never kept', 'IndexedDB', 'Nothing leaves this machine'])
      expect(document.body.textContent).toContain(words);
    fireEvent.click(recording);
    await waitFor(() => expect(desk.now().recording).toBe(false));
    fireEvent.click(screen.getByRole('switch', { name: /^Read every page/ }));
    expect(calls).toEqual(['ask *://*/*']);
    fireEvent.click(screen.getByRole('button', { name: 'All options' }));
    await waitFor(() => expect(desk.asked).toEqual(['options']));
    expect(desk.now().welcomed).toBe(true);
  });
});
