// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { aliasesFrom, aliasLines } from '../../components/aliases.ts';
import type { ReaderApi } from '../../components/api.ts';
import { ChangesOf } from '../../components/explorer/ChangesOf.tsx';
import { Markdown } from '../../components/mine/Markdown.tsx';
import { Mine } from '../../components/mine/Mine.tsx';
import { ProfileSheet } from '../../components/Profile.tsx';
import type { AnnotationRow } from '../../platform/log-rows.ts';
import type { ProfileView } from '../../platform/messages.ts';
import { fakeApi, profileView } from './fakes.ts';

/** What the reader writes on a profile: drawn safely, written in place, never lost. */

afterEach(cleanup);

async function drawn(text: string): Promise<HTMLElement> {
  const { container } = render(<Markdown text={text} />);
  const note = container.querySelector<HTMLElement>('.markdown') as HTMLElement;
  // The library comes late; until then the text stands as it was typed.
  await waitFor(() => expect(note.querySelector(':scope > .verbatim')).toBeNull());
  return note;
}

describe('a note in Markdown', () => {
  test.each<[string, string, string]>([
    ['emphasis', 'a *b* **c** ~~d~~', '<p>a <em>b</em> <strong>c</strong> <del>d</del></p>'],
    ['headings stand below those of the page', '# One\n\n### Three', '<h3>One</h3><h5>Three</h5>'],
    ['lists', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['numbered', '3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['tasks', '- [x] a\n- [ ] b', '<ul><li>☑ a</li><li>☐ b</li></ul>'],
    ['a line break is one', 'a\nb', '<p>a<br>b</p>'],
    ['quotations', '> a', '<blockquote><p>a</p></blockquote>'],
    ['code', '`<b>`', '<p><code>&lt;b&gt;</code></p>'],
    ['Ukrainian', '**Міноборони** підписало', '<p><strong>Міноборони</strong> підписало</p>'],
    [
      'a table',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    [
      'a link',
      '[words](https://a.example/)',
      '<p><a href="https://a.example/" target="_blank" rel="noopener noreferrer" dir="auto">words</a></p>',
    ],
    ['a link that is none of the web is text', '[words](javascript:alert(1))', '<p><span dir="auto">words</span></p>'],
    [
      'a picture is a link to it: nothing is loaded',
      '![plan](https://a.example/p.png)',
      '<p><a href="https://a.example/p.png" target="_blank" rel="noopener noreferrer" dir="auto">plan</a></p>',
    ],
    ['what looks like HTML is text', 'a <b>c</b>', '<p>a &lt;b&gt;c&lt;/b&gt;</p>'],
    ['a script is text', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ])('%s', async (_what, text, html) => {
    expect((await drawn(text)).innerHTML.replaceAll('\n', '')).toBe(html);
  });

  const pieces = fc.constantFrom(
    ...[
      '<img src=x onerror=alert(1)>',
      '<svg/onload=alert(1)>',
      '[a](javascript:alert(1))',
      '![a](data:text/html,x)',
      '<a href="//x">',
      '> ',
      '- ',
      '`',
      '```\n',
      '**',
    ],
    ...[
      '[a]: javascript:alert(1)\n',
      '<javascript:alert(1)>',
      '&lt;',
      '|a|\n|-|\n',
      '\n\n',
      'https://x.example',
      '# ',
      '<!-- ',
      ']]>',
      '<style>*{}</style>',
      '\\',
      '[a][a]',
    ],
  );
  test('whatever is typed, only elements of ours come of it, and links lead to the web', async () => {
    const allowed = /^(DIV|P|H[3-6]|BLOCKQUOTE|UL|OL|LI|PRE|CODE|HR|TABLE|THEAD|TBODY|TR|TH|TD|STRONG|EM|DEL|BR|A|SPAN)$/;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 12 }), async (parts) => {
        const note = await drawn(parts.join(''));
        for (const element of note.querySelectorAll('*')) {
          expect(element.tagName).toMatch(allowed);
          const names = element
            .getAttributeNames()
            .filter((name) => !['href', 'target', 'rel', 'dir', 'start', 'scope', 'class'].includes(name));
          expect(names).toEqual([]);
          const href = element.getAttribute('href');
          if (href !== null) expect(href).toMatch(/^https?:\/\//);
        }
        cleanup();
      }),
      { numRuns: 300 },
    );
  });

  test('ten thousand levels of quotation are shown as they were typed, or drawn, but shown', async () => {
    const { container } = render(<Markdown text={`${'>'.repeat(10_000)} deep`} />);
    await waitFor(() => expect(container.textContent).toContain('deep'));
  });
});

describe('other names with their language', () => {
  test.each<[string, readonly unknown[]]>([
    ['Зброяр (uk)\nArmourer', [{ text: 'Зброяр', lang: 'uk' }, 'Armourer']],
    ['Acme, Inc.; Acme Ltd', ['Acme, Inc.; Acme Ltd']],
    ['Acme (Holding)', ['Acme (Holding)']],
    ['Acme\nAcme (de)', ['Acme']],
    [' \n', []],
    ['Name', []],
  ])('%j', (text, aliases) => {
    expect(aliasesFrom(text, 'Name')).toEqual(aliases);
  });
  test('come back as they were typed', () => {
    const text = 'Зброяр (uk)\nArmourer';
    expect(aliasLines(aliasesFrom(text, ''))).toBe(text);
  });
});

/** A reader with one row, as storage keeps it; `others` writes behind the window's back. */
function world(row?: AnnotationRow, more: Partial<ReaderApi> = {}) {
  let stored = row;
  const { api, asked } = fakeApi({
    lists: async () => [{ id: 'list:1', name: 'Primes', colour: 'blue', changed: '' }],
    writeNote: async ({ id, was, now }) => {
      if ((stored?.note ?? '') !== was) return { state: 'changed-meanwhile', now: stored };
      stored = now === '' ? undefined : { id, note: now, changed: '' };
      return { state: 'kept', now: stored };
    },
    correct: async ({ id, was, now }) => {
      if (JSON.stringify(stored?.overlay ?? {}) !== JSON.stringify(was)) return { state: 'changed-meanwhile', now: stored };
      stored = { id, overlay: now, changed: '' };
      return { state: 'kept', now: stored };
    },
    ...more,
  });
  const view = (): ProfileView => ({ ...profileView, ...(stored === undefined ? {} : { mine: stored }) });
  const page = render(
    <Mine api={api} view={view()} changed={() => page.rerender(<Mine api={api} view={view()} changed={() => undefined} />)} />,
  );
  return { asked, stored: () => stored, others: (next: AnnotationRow | undefined) => (stored = next) };
}

const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string | RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('on a profile', () => {
  test('a note is written, changed, taken away and brought back', async () => {
    const { stored } = world();
    click('Write a note');
    type('Note', 'met **Saab**');
    click('Save');
    await waitFor(() => expect(document.querySelector('.markdown strong')?.textContent).toBe('Saab'));
    click('Edit the note');
    expect((screen.getByLabelText('Note') as HTMLTextAreaElement).value).toBe('met **Saab**');
    type('Note', '');
    click('Save');
    expect((await screen.findByText(/The note was removed/)).getAttribute('role')).toBe('status');
    expect(stored()).toBeUndefined();
    click('Undo');
    await waitFor(() => expect(stored()?.note).toBe('met **Saab**'));
  });

  test.each<[string, string]>([
    ['Keep mine', 'mine'],
    ['Take what is there', 'theirs'],
  ])('another window wrote meanwhile: %s', async (choice, kept) => {
    const { stored, others } = world();
    click('Write a note');
    others({ id: 'Q1', note: 'theirs', changed: '' });
    type('Note', 'mine');
    click('Save');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Another window has written here meanwhile');
    await waitFor(() => expect(alert.textContent).toContain('theirs'));
    expect(stored()?.note).toBe('theirs');
    click(choice);
    if (kept === 'theirs') click('Save');
    await waitFor(() => expect(screen.queryByLabelText('Note')).toBeNull());
    expect(stored()?.note).toBe(kept);
  });

  test('a note that cannot be kept stays in its field, and the reader is told why', async () => {
    world(undefined, {
      writeNote: async () => {
        throw new Error('no room');
      },
    });
    click('Write a note');
    type('Note', 'long thoughts');
    click('Save');
    expect((await screen.findByRole('alert')).textContent).toBe('Not saved: no room.');
    expect((screen.getByLabelText('Note') as HTMLTextAreaElement).value).toBe('long thoughts');
  });

  test('corrections: what the publisher says is shown in the empty fields, what is empty corrects nothing', async () => {
    const { asked } = world();
    click('Correct the profile');
    const form = screen.getByRole('form', { name: 'Correct the profile' });
    expect((within(form).getByLabelText('Name') as HTMLInputElement).placeholder).toBe('Acme Systems');
    type('Name', 'Acme AG');
    type(/Further names/, 'Акме (uk)');
    click('Save');
    await waitFor(() =>
      expect(asked.find(({ name }) => name === 'correct')?.argument).toEqual({
        id: 'Q1',
        was: {},
        now: { name: 'Acme AG', aliases: [{ text: 'Акме', lang: 'uk' }] },
      }),
    );
  });

  test.each<[string, string]>([
    ['Keep mine', 'Mine'],
    ['Take what is there', 'Theirs'],
  ])('corrections of another window meanwhile: %s', async (choice, kept) => {
    const { stored, others } = world();
    click('Correct the profile');
    others({ id: 'Q1', overlay: { name: 'Theirs' }, changed: '' });
    type('Name', 'Mine');
    click('Save');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Theirs');
    click(choice);
    if (kept === 'Theirs') click('Save');
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(stored()?.overlay).toEqual({ name: kept });
  });

  test('what was corrected stands with what the publisher says', () => {
    const view: ProfileView = {
      ...profileView,
      mine: { id: 'Q1', overlay: { name: 'Acme AG', country: 'CH', aliases: ['A'] }, changed: '' },
      published: { name: 'Acme Systems' },
    };
    render(<Mine api={fakeApi().api} view={view} changed={() => undefined} />);
    const told = [...document.querySelectorAll('.corrections > div')].map((line) => line.textContent);
    expect(told[0]).toMatch(/^NameAcme AGThe publisher says: .*Acme Systems/);
    expect(told[1]).toMatch(/CHThe publisher says: .*nothing/);
    expect(told[2]).toBe('Also calledA');
  });

  test('an own name has no publisher to correct', () => {
    render(<Mine api={fakeApi().api} view={{ ...profileView, origin: 'own' }} changed={() => undefined} />);
    expect(screen.queryByRole('button', { name: 'Correct the profile' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Edit in the options' }).getAttribute('href')).toBe('/options.html#my-list');
  });

  test('lists: a box for each, and a new one is made with the name on it', async () => {
    const { asked } = world();
    click('Put on a list');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Primes' }));
    type('A new list', 'Watched');
    click('Make it');
    await waitFor(() =>
      expect(asked.filter(({ name }) => name === 'putOnList').map(({ argument }) => argument)).toEqual([
        { id: 'Q1', list: 'list:1', on: true },
        { id: 'Q1', list: 'list:1', on: true },
      ]),
    );
    expect(asked.find(({ name }) => name === 'keepList')?.argument).toMatchObject({ name: 'Watched' });
  });

  test('what the reader corrected has the reader for its source', () => {
    const facts = [{ key: 'website', value: 'https://acme.example/', source: 'own' }] as const;
    const view = { ...profileView, profile: { ...profileView.profile, facts }, sources: { ...profileView.sources, own: { title: 'x' } } };
    render(<ProfileSheet view={view} onOpen={() => undefined} onPair={() => undefined} />);
    expect(screen.getByRole('region', { name: 'Sources' }).textContent).toContain('Added by you');
  });
});

describe('what updates changed', () => {
  const change = (at: string) => ({ feed: 'core', version: 2, id: 'Q1', at, name: 'Acme Systems', kind: 'added' as const, fields: [] });
  const asking = (looked: string | undefined) =>
    fakeApi({
      changes: async () => ({ of: 2, changes: [change('2026-11-05T08:00:00Z'), change('2026-10-01T08:00:00Z')] as never }),
      lookedAt: async () => looked,
    }).api;
  test.each<[string, string | undefined, readonly string[]]>([
    ['at the first look all together', undefined, ['What changed']],
    ['since the last look, and before it', '2026-11-01T08:00:00Z', ['Changed since you last looked', 'Changed before that']],
    ['nothing since', '2026-11-06T08:00:00Z', ['Changed before that']],
  ])('%s', async (_what, looked, headings) => {
    render(<ChangesOf api={asking(looked)} id="Q1" />);
    const found = await screen.findAllByRole('heading', { level: 2 });
    expect(found.map(({ textContent }) => textContent?.replace(/,.*$/, ''))).toEqual(headings);
    expect(screen.queryByText(/No update has changed this profile/) !== null).toBe(headings.length === 1 && looked !== undefined);
  });
});
