// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { App } from '../../components/App.tsx';
import type { ReaderApi } from '../../components/api.ts';
import type { Place } from '../../components/places.ts';
import type { SiteState } from '../../platform/messages.ts';
import type { Settings } from '../../platform/settings.ts';
import { acme, fakeApi, fakeDesk, health, pageView } from './fakes.ts';

afterEach(cleanup);

function open(answers: Partial<ReaderApi> = {}, start: Place = { at: 'page' }, settings: Partial<Settings> = {}) {
  const { api, asked } = fakeApi(answers);
  const desk = fakeDesk(settings);
  render(<App api={api} desk={desk.desk} tabId={7} start={start} />);
  return { asked, now: desk.now, change: desk.change, deskAsked: desk.asked };
}

const text = () => document.body.textContent.replace(/[\u2068\u2069]/gu, '').replace(/\s+/gu, ' ');
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const asksFor = (asked: readonly { name: string; argument: unknown }[], name: string) =>
  asked.filter((one) => one.name === name).map((one) => one.argument);

describe('on this page', () => {
  test('rows read as sentences, grouped by kind', async () => {
    open();
    await button('Acme Systems');
    expect(text()).toContain('Acme Systems · 4 times · with Оксана Прикладна in 2 sentences');
    expect(text()).toContain('Oksana Prykladna · twice · with Acme Systems in 1 sentence');
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(headings).toEqual(['Companies 1', 'Officials 1', 'Organisations 1', 'Events 1', 'Uncertain 2']);
    expect(text()).toContain('4 names on this page, 2 uncertain. Kept in your log.');
  });

  test('as of when, from which feed, and whether it may be out of date', async () => {
    const feed = { id: 'b', title: 'Newsroom', colour: 'blue' } as const;
    open({ page: async () => ({ ...pageView, entities: [{ ...acme, lineAsOf: '2025', feed, stale: { confirmed: '2024' } }] }) });
    await button('Acme Systems');
    expect(text()).toMatch(/Missiles and air-defence systems as of 2025/);
    expect(text()).toContain('From NewsroomMay be out of date: last confirmed 2024.');
  });

  test.each<[SiteState, RegExp]>([
    [{ state: 'not-read', canAsk: true }, /does not read this site/],
    [{ state: 'never', why: 'webmail' }, /never reads this site: webmail\./],
    [{ state: 'paused' }, /Paused everywhere/],
    [{ state: 'paused-here' }, /Paused on this site/],
    [{ state: 'unsupported', why: 'not-web' }, /cannot be read: it is not a web page \(http or https\)\./],
  ])('state %o in words', async (site, words) => {
    open({ page: async () => ({ ...pageView, site, entities: [] }) });
    await waitFor(() => expect(text()).toMatch(words));
    const buttons = screen.queryAllByRole('button', { name: /^Read this page once|^Always read/ });
    expect(buttons).toHaveLength(site.state === 'not-read' ? 2 : 0);
  });

  test('no offer to read always where the browser cannot be asked', async () => {
    open({ page: async () => ({ ...pageView, site: { state: 'not-read', canAsk: false }, entities: [] }) });
    await button('Read this page once');
    expect(screen.queryByRole('button', { name: 'Always read this site' })).toBeNull();
  });

  test.each([
    ['private-window', /private window/],
    ['recording-off', /recording is switched off/],
    ['storage-refused', /gives Muster no storage/],
    ['no-article', /no article/],
    ['waiting', /Will be kept/],
  ] as const)('kept: %s', async (kept, words) => {
    open({ page: async () => ({ ...pageView, kept }) });
    await waitFor(() => expect(text()).toMatch(words));
  });

  test('kept, but only the beginning of it', async () => {
    open({ page: async () => ({ ...pageView, kept: 'kept', partial: true }) });
    await waitFor(() => expect(text()).toMatch(/only the beginning/i));
  });

  test('empty, loading and failure have words', async () => {
    open({ page: async () => ({ ...pageView, entities: [] }) });
    await waitFor(() => expect(text()).toContain('Nobody that Muster knows is named here yet'));
    cleanup();
    open({ page: () => new Promise(() => undefined) });
    expect(text()).toContain('Loading what is on this page');
    cleanup();
    let fails = true;
    open({
      page: async () => {
        if (fails) throw new Error('asleep');
        return pageView;
      },
    });
    await waitFor(() => expect(text()).toContain('Could not load what is on this page.asleep'));
    fails = false;
    fireEvent.click(await button('Try again'));
    await button('Acme Systems');
  });

  test('a change of the page is asked for again, and the old rows stay meanwhile', async () => {
    let times = 4;
    const { change } = open({ page: async () => ({ ...pageView, entities: [{ ...acme, times }] }) });
    await waitFor(() => expect(text()).toContain('4 times'));
    times = 9;
    change();
    expect(text()).toContain('4 times');
    await waitFor(() => expect(text()).toContain('9 times'));
  });

  test('next and previous say which of how many', async () => {
    const { asked } = open();
    fireEvent.click(await button('Next mention of Acme Systems'));
    await waitFor(() => expect(text()).toContain('2 of 4'));
    fireEvent.click(await button('Previous mention of Acme Systems'));
    await waitFor(() =>
      expect(asksFor(asked, 'goTo')).toEqual([
        { tabId: 7, id: 'Q1', step: 1 },
        { tabId: 7, id: 'Q1', step: -1 },
      ]),
    );
  });

  test('arrows move between the names of all groups', async () => {
    open();
    const first = await button('Acme Systems');
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('Oksana Prykladna');
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(first);
  });

  test('trouble is told at the top', async () => {
    open({ health: async () => ({ ...health, troubles: [{ words: 'Storage was refused.' }] }) });
    await waitFor(() => expect(text()).toContain('Storage was refused.'));
    expect(text()).toContain('Profiles as of');
  });

  test('without a tab there is no page', async () => {
    const { api, asked } = fakeApi();
    render(<App api={api} desk={fakeDesk().desk} tabId={undefined} start={{ at: 'page' }} />);
    expect(text()).toContain('No page is open');
    expect(asksFor(asked, 'page')).toEqual([]);
  });
});

describe('the reader decides', () => {
  test('not this: page, site, spelling; and taking it back', async () => {
    const { asked } = open();
    fireEvent.click(await button('Why Acme Systems is marked, and “not this”'));
    expect(text()).toContain('The full name, “Acme Systems”, stands on this page.');
    fireEvent.click(await button('Not on this page'));
    await waitFor(() => expect(text()).toContain('Noted: not Acme Systems on this page.'));
    fireEvent.click(await button('Take back'));
    await waitFor(() =>
      expect(asksFor(asked, 'takeBack')).toEqual([{ entity: 'Q1', says: 'not-this', scope: 'page', where: pageView.url }]),
    );
    fireEvent.click(await button('Not on this site'));
    await waitFor(() =>
      expect(asksFor(asked, 'judge').at(-1)).toEqual({ entity: 'Q1', says: 'not-this', scope: 'site', where: 'www.example.org' }),
    );
    fireEvent.click((await screen.findAllByRole('button', { name: /is never this/ }))[1] as Element);
    await waitFor(() =>
      expect(asksFor(asked, 'judge').at(-1)).toEqual({ entity: 'Q1', says: 'not-this', scope: 'everywhere', surface: 'acme' }),
    );
    await waitFor(() => expect(text()).toContain('Noted: “Acme” is not Acme Systems anywhere.'));
  });

  test('what was not noted is not said to be', async () => {
    open({ judge: async () => false });
    fireEvent.click(await button('Why Acme Systems is marked, and “not this”'));
    fireEvent.click(await button('Not on this page'));
    await waitFor(() => expect(text()).not.toContain('Noted'));
  });

  test('uncertain: yes and no', async () => {
    const { asked } = open();
    const section = await screen.findByRole('region', { name: 'Uncertain 2' });
    expect(section.textContent).toContain('is it Colt Examples?');
    fireEvent.click(within(section).getByRole('button', { name: 'Yes, it is' }));
    await waitFor(() => expect(asksFor(asked, 'judge')).toEqual([{ entity: 'Q5', says: 'is-this', scope: 'page', where: pageView.url }]));
    fireEvent.click(within(section).getByRole('button', { name: 'No' }));
    await waitFor(() =>
      expect(asksFor(asked, 'judge').at(-1)).toEqual({ entity: 'Q5', says: 'not-this', scope: 'page', where: pageView.url }),
    );
  });

  test('ambiguous: both are named, each can be chosen, or none', async () => {
    const { asked } = open();
    const section = await screen.findByRole('region', { name: 'Uncertain 2' });
    expect(section.textContent).toContain('is it Leonardo Works or Leonardo Shipyard?');
    fireEvent.click(within(section).getAllByRole('button', { name: 'Leonardo Shipyard' }).at(-1) as Element);
    await waitFor(() => expect(asksFor(asked, 'judge')).toMatchObject([{ entity: 'Q7', says: 'is-this' }]));
    fireEvent.click(within(section).getByRole('button', { name: 'None of them' }));
    await waitFor(() =>
      expect(asksFor(asked, 'judge').slice(1)).toMatchObject([
        { entity: 'Q6', says: 'not-this' },
        { entity: 'Q7', says: 'not-this' },
      ]),
    );
  });

  test('reading once; reading always asks the browser in the very click', async () => {
    const { asked, deskAsked } = open({ page: async () => ({ ...pageView, site: { state: 'not-read', canAsk: true }, entities: [] }) });
    fireEvent.click(await button('Read this page once'));
    await waitFor(() => expect(asksFor(asked, 'readOnce')).toEqual([{ tabId: 7 }]));
    fireEvent.click(await button('Always read this site'));
    expect(deskAsked).toEqual(['*://www.example.org/*']);
    await waitFor(() => expect(asksFor(asked, 'readAlways')).toEqual([{ tabId: 7, origin: '*://www.example.org/*' }]));
  });

  test('what fails is told', async () => {
    open({
      page: async () => ({ ...pageView, site: { state: 'not-read', canAsk: true }, entities: [] }),
      readOnce: async () => {
        throw new Error('no access to the tab');
      },
    });
    fireEvent.click(await button('Read this page once'));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('no access to the tab'));
  });

  test('pausing here keeps the pauses elsewhere, and ends every pause that covers this site', async () => {
    const { now } = open({}, { at: 'page' }, { pausedHosts: ['other.test'] });
    const here = await screen.findByRole('switch', { name: 'Pause here' });
    fireEvent.click(here);
    await waitFor(() => expect(now().pausedHosts).toEqual(['example.org', 'other.test']));
    await waitFor(() => expect(here.getAttribute('aria-checked')).toBe('true'));
    fireEvent.click(here);
    await waitFor(() => expect(now().pausedHosts).toEqual(['other.test']));
    fireEvent.click(screen.getByRole('switch', { name: 'Pause everywhere' }));
    await waitFor(() => expect(now().pausedEverywhere).toBe(true));
  });
});

describe('ways through', () => {
  test('name, profile, all pairs, evidence, and back the same way', async () => {
    open();
    fireEvent.click(await button('Acme Systems'));
    await waitFor(() => expect(document.activeElement?.tagName).not.toBe('BODY'));
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Acme Systems');
    fireEvent.click(await button('Show all'));
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Named with Acme Systems'));
    fireEvent.click(await button(/^Oksana Prykladna/));
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Acme Systems and Oksana Prykladna'));
    await waitFor(() => expect(text()).toContain('Named together in 2 articles'));
    fireEvent.click(await button('Back'));
    fireEvent.click(await button('Back'));
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Acme Systems'));
    fireEvent.keyDown(screen.getByRole('main'), { key: 'ArrowLeft', altKey: true });
    await waitFor(() => expect(text()).toContain('4 names on this page'));
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  });

  test('a profile that is gone says so', async () => {
    open({}, { at: 'profile', id: 'Q404' });
    await waitFor(() => expect(text()).toContain('not here any more'));
  });

  test('coming back to a search finds its words and results', async () => {
    open({}, { at: 'search', text: 'acme' });
    fireEvent.click(await screen.findByRole('option', { name: /Acme Systems/ }));
    fireEvent.click(await button('Back'));
    await waitFor(() => expect((screen.getByRole('combobox') as HTMLInputElement).value).toBe('acme'));
    await screen.findByRole('option', { name: /Acme Systems/ });
  });

  test('options open', async () => {
    const { deskAsked } = open();
    fireEvent.click(await button('Options'));
    expect(deskAsked).toEqual(['options']);
  });
});

describe('the side panel', () => {
  test('is one click away from the popup, and offers itself nowhere else', async () => {
    const { api } = fakeApi({});
    const { desk } = fakeDesk({});
    let opened = 0;
    const view = render(<App api={api} desk={{ ...desk, openPanel: () => void opened++ }} tabId={7} start={{ at: 'page' }} />);
    fireEvent.click(await button('Side panel'));
    expect(opened).toBe(1);
    view.rerender(<App api={api} desk={desk} tabId={7} start={{ at: 'page' }} />);
    expect(screen.queryByRole('button', { name: 'Side panel' })).toBeNull();
  });
});
