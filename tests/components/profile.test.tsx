// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Emphasised, Evidence } from '../../components/Evidence.tsx';
import { ProfileSheet } from '../../components/Profile.tsx';
import { chiefSpellings, spellings, writtenOut } from '../../components/ProfileNames.tsx';
import type { ProfileView } from '../../platform/messages.ts';
import { evidence, officialView, profileView } from './fakes.ts';

afterEach(cleanup);

function sheet(view: ProfileView) {
  const on = { onOpen: vi.fn(), onPair: vi.fn(), onNamedWith: vi.fn() };
  render(<ProfileSheet view={view} {...on} />);
  return on;
}

describe('a profile', () => {
  test('each statement leads to its source by number', () => {
    sheet(profileView);
    const sources = within(screen.getByRole('region', { name: 'Sources' }));
    expect(sources.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^Wikidata\. Wikimedia, .*, CC0$/),
      expect.stringMatching(/^Annual report 2025/),
      expect.stringMatching(/^The forum opens/),
    ]);
    const reference = screen.getByRole('link', { name: 'Source 2: Annual report 2025' });
    expect(reference.getAttribute('href')).toBe('#source-2');
    expect(document.getElementById('source-2')?.textContent).toContain('Annual report');
  });

  test('relations are sentences, kept apart from counts', () => {
    const { onOpen, onPair } = sheet(profileView);
    const relations = screen.getByRole('region', { name: 'Relations' });
    expect(relations.textContent).toContain('Acme Systems is part of Alliance of Examples, since 2020');
    expect(relations.textContent).toContain('Stated by a source');
    const named = screen.getByRole('region', { name: 'Named with' });
    expect(named.textContent).toContain('it states nothing about them');
    expect(named.textContent).toContain('in 12 sentences, 20 paragraphs and 31 articles');
    expect(named.textContent).toContain('Named in 34 articles, from ');
    fireEvent.click(within(relations).getByRole('button', { name: 'Alliance of Examples' }));
    expect(onOpen).toHaveBeenCalledWith('Q3');
    fireEvent.click(within(named).getByRole('button', { name: /^Oksana/ }));
    expect(onPair).toHaveBeenCalledWith({ id: 'Q1', name: 'Acme Systems' }, { id: 'Q2', name: 'Oksana Prykladna' });
  });

  test('what the line under the name has told is not told again; its source stands there', () => {
    const facts = [
      { key: 'does', value: 'makes examples', source: 'report' },
      { key: 'founded', value: '1999-11-30', asOf: '2026-03-28', source: 'wikidata' },
      { key: 'date', value: '2024-10-02', asOf: '2024-10-02', source: 'wikidata' },
    ] as const;
    sheet({ ...profileView, line: 'makes examples', profile: { ...profileView.profile, facts } });
    expect(document.querySelector('.lede')?.textContent).toMatch(/^Makes examples, as of 2026 1$/);
    const told = screen.getByRole('region', { name: 'Facts' }).textContent;
    expect(told).not.toContain('examples');
    expect(told).not.toMatch(/\d{4}-\d{2}/);
    expect(told.match(/as of/g)).toHaveLength(1);
  });

  const dated = (source: string, asOf?: string) =>
    ({ key: 'place', value: source, source, ...(asOf === undefined ? {} : { asOf }) }) as const;

  test('each statement has its date: its own, else that of its source, else that of the profile', () => {
    const facts = [dated('wikidata', '2025-05-05'), dated('report'), dated('unknown')];
    sheet({ ...profileView, profile: { ...profileView.profile, facts } });
    const told = screen.getByRole('region', { name: 'Facts' }).textContent.replaceAll('\u00a0', ' ');
    expect(told).toMatch(/wikidata, as of .*2025 1.*report, as of 2026 2.*unknown, as of .*2026 3/);
    const relations = screen.getByRole('region', { name: 'Relations' }).textContent;
    expect(relations).toContain('since 2020, as of 2026');
    // It was on that day, and the source is of that day.
    expect(relations.match(/as of/g)).toHaveLength(1);
    expect(document.body.textContent).toMatch(/Company\. Profile as of .*2026\./);
  });

  test.each([
    ['2026-10-08', /^Company\. All as of .*2026\.$/],
    ['2026', /^Company\. Profile as of .*2026\. All that it states is as of 2026\.$/],
  ])('all of %s: said once, at the top', (day, words) => {
    sheet({ ...profileView, profile: { ...profileView.profile, facts: [dated('wikidata', day), dated('report', day)], relations: [] } });
    expect(document.querySelector('article > p.muted')?.textContent).toMatch(words);
    expect(screen.getByRole('region', { name: 'Facts' }).textContent).not.toContain('as of');
  });

  test('where it comes from, who else knows it, and that it may be out of date', () => {
    const feed = { id: 'b', title: 'Newsroom', colour: 'violet' } as const;
    const alsoIn = [
      { id: 'c', title: 'Team', colour: 'amber' },
      { id: 'd', title: '<b>Third</b>', colour: 'green' },
    ] as const;
    sheet({ ...profileView, origin: 'feed', feed, alsoIn, stale: {} });
    const lines = [...document.querySelectorAll('article > p')].map((line) => line.textContent);
    expect(lines).toContain('From Newsroom');
    expect(lines).toContain('Also in: Team, <b>Third</b>');
    expect(lines).toContain('May be out of date: not confirmed yet.');
    expect(document.querySelector<HTMLElement>('.dot')?.style.background).toBe('var(--feed-violet)');
  });

  test('offices: present first, with dates', () => {
    sheet(officialView);
    const offices = within(screen.getByRole('region', { name: 'Offices' })).getAllByRole('listitem');
    expect(offices[0]?.textContent).toMatch(/^Minister of Examples \(acting\), since /);
    expect(offices[1]?.textContent).toMatch(/^Deputy Minister of Examples, January\s2020 to /);
  });

  test('outside links: web addresses only, without an opener', () => {
    const facts = [
      { key: 'website', value: 'https://www.example.com/', source: 'wikidata' },
      { key: 'website', value: 'javascript:alert(1)', source: 'wikidata' },
    ] as const;
    sheet({ ...profileView, profile: { ...profileView.profile, facts } });
    const link = screen.getByRole('link', { name: 'example.com' });
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link.getAttribute('target')).toBe('_blank');
    expect([...document.querySelectorAll('a')].filter((a) => (a.getAttribute('href') ?? '').startsWith('java'))).toEqual([]);
    expect(document.body.textContent).toContain('javascript:alert(1)');
  });

  test('markup in data stays text', () => {
    const name = '<img src=x onerror=alert(1)>';
    sheet({ ...profileView, line: name, profile: { ...profileView.profile, name } });
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(name);
  });

  test('a source or label that is missing is shown by its key', () => {
    sheet({ ...profileView, sources: {}, labels: {} });
    expect(screen.getByRole('region', { name: 'Sources' }).textContent).toContain('wikidata');
    expect(screen.getByRole('region', { name: 'Relations' }).textContent).toContain('Q3');
  });
});

describe('names', () => {
  test('by language, each once, strong wins over weak', () => {
    const groups = spellings({
      ...profileView.profile,
      aliases: [
        { text: 'Acme', role: 'weak' },
        { text: 'Acme', role: 'strong' },
        { text: 'Акме', lang: 'uk', role: 'weak' },
        { text: 'Acme', lang: 'en', role: 'strong' },
        { text: 'Acme Works', role: 'strong', until: '2019', source: 'wikidata' },
      ],
    });
    expect([...groups]).toEqual([
      [
        '',
        [
          { text: 'Acme Systems', weak: false },
          { text: 'Acme', weak: false },
          { text: 'Acme Works', weak: false, when: 'until 2019' },
        ],
      ],
      ['uk', [{ text: 'Акме', weak: true }]],
    ]);
  });

  test.each([
    ['uk', { given: 'Оксана', patronymic: 'Іванівна', family: 'Прикладна' }, 'Оксана Іванівна Прикладна'],
    ['ja', { given: '花子', family: '例' }, '例花子'],
    ['hu', { given: 'Anna', family: 'Példa' }, 'Példa Anna'],
    ['en', { family: 'Prykladna' }, 'Prykladna'],
  ])('a name in %s', (tag, name, written) => expect(writtenOut(name, tag)).toBe(written));

  test('many are folded away, and no language with them', () => {
    const of = (language: string, strong: number, weak = 0) =>
      [language, [...Array(strong + weak).keys()].map((n) => ({ text: `${language}${n}`, weak: n >= strong }))] as const;
    const texts = (groups: ReturnType<typeof chiefSpellings>['chief']) => groups.map(([, all]) => all.map(({ text }) => text).join(' '));
    const many = chiefSpellings([of('', 6, 1), of('uk', 2, 1), of('pl', 0, 2)]);
    expect(texts(many.chief)).toEqual(['0 1 2 3', 'uk0', 'pl0']);
    expect(texts(many.rest)).toEqual(['4 5 6', 'uk1 uk2', 'pl1']);
    const few = [of('', 5), of('uk', 2, 1)];
    expect(chiefSpellings(few)).toEqual({ chief: few, rest: [] });
  });

  test('are shown with their language, the weak ones marked', () => {
    sheet(profileView);
    const names = screen.getByRole('region', { name: 'Names' });
    expect(names.textContent).toContain('Ukrainian');
    expect(names.textContent).toContain('Acme weak');
    expect(names.querySelector('ul[lang=ja]')?.textContent).toContain('アクメ');
  });
});

describe('evidence', () => {
  test('title, publisher, date, level, sentence with both names', () => {
    render(<Evidence a={{ id: 'Q1', name: 'A' }} b={{ id: 'Q2', name: 'B' }} evidence={evidence} />);
    const [first, second] = screen.getAllByRole('article');
    expect(first?.textContent).toMatch(/Example News, .*2026, named in one sentence/);
    expect([...(first?.querySelectorAll('strong') ?? [])].map((strong) => strong.textContent)).toEqual([
      'Acme Systems',
      'Oksana Prykladna',
    ]);
    expect(second?.querySelector('a')).toBeNull();
    expect(second?.textContent).toContain('read ');
    expect(second?.querySelectorAll('blockquote')).toHaveLength(2);
  });

  test('the author, where else it stands, and that only a beginning was read', () => {
    const one = {
      ...evidence[0],
      author: 'A. Writer',
      partial: true,
      also: [{ url: 'https://b.example/1', publisher: 'Other News' }],
    } as const;
    render(<Evidence a={{ id: 'Q1', name: 'A' }} b={{ id: 'Q2', name: 'B' }} evidence={[one as (typeof evidence)[number]]} />);
    const said = (document.body.textContent ?? '').replace(/[\u2068\u2069]/g, '');
    expect(said).toMatch(/Example News, by A\. Writer, .*named in one sentence, only the beginning could be read/);
    expect(said).toContain('Also at Other News.');
  });

  test('erased evidence is told', () => {
    render(<Evidence a={{ id: 'Q1', name: 'A' }} b={{ id: 'Q2', name: 'B' }} evidence={[]} />);
    expect(document.body.textContent).toContain('No article that you read names both');
  });

  test.each([
    [
      'in order',
      [
        { start: 0, end: 1 },
        { start: 4, end: 5 },
      ],
      ['a', 'c'],
    ],
    [
      'out of order',
      [
        { start: 4, end: 5 },
        { start: 0, end: 1 },
      ],
      ['a', 'c'],
    ],
    [
      'overlapping',
      [
        { start: 0, end: 3 },
        { start: 2, end: 5 },
      ],
      ['a b'],
    ],
    [
      'outside',
      [
        { start: 3, end: 99 },
        { start: -1, end: 2 },
      ],
      [],
    ],
    ['empty', [{ start: 1, end: 1 }], []],
  ])('spans %s', (_, spans, strong) => {
    const { container } = render(<Emphasised text="a b c" spans={spans} />);
    expect(container.textContent).toBe('a b c');
    expect([...container.querySelectorAll('strong')].map((one) => one.textContent)).toEqual(strong);
  });
});
