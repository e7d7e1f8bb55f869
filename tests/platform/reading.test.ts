import { beforeEach, describe, expect, test } from 'vitest';
import { office, record } from '../core/pack-of.ts';
import {
  freshBackground,
  grant,
  PACK,
  packaged,
  packText,
  pages,
  pageWith,
  readAndLook,
  reader,
  sender,
  told,
  wake,
} from './background.ts';

let muster: Awaited<ReturnType<typeof freshBackground>>;
beforeEach(async () => {
  muster = await freshBackground();
});

const NEWS = 'https://www.news.example/a';

describe('read', () => {
  test('answers the marks of each block', async () => {
    const { page, text } = pageWith(NEWS, ['Rheinmetall met Zelenskyy.', 'Nobody here.', 'Saab came.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toEqual({
      state: 'marks',
      blocks: [
        {
          id: 1,
          marks: [
            { start: 0, end: 11, kind: 'company', certainty: 'sure' },
            { start: 16, end: 25, kind: 'official', certainty: 'sure' },
          ],
        },
        { id: 3, marks: [{ start: 0, end: 4, kind: 'company', certainty: 'sure' }] },
      ],
    });
  });

  test('answers only what changed', async () => {
    const { page, text } = pageWith(NEWS, ['Rheinmetall.', 'Saab.']);
    await muster.answers.fromPage.read(text, sender(page));
    const next = { ...text, whole: false, blocks: [{ id: 3, text: 'NATO.' }], gone: [1] };
    expect(await muster.answers.fromPage.read(next, sender(page))).toEqual({
      state: 'marks',
      blocks: [{ id: 3, marks: [{ start: 0, end: 4, kind: 'organisation', certainty: 'sure' }] }],
    });
    const changed = { ...text, whole: false, blocks: [{ id: 2, text: 'No name now.' }], gone: [] };
    expect(await muster.answers.fromPage.read(changed, sender(page))).toEqual({ state: 'marks', blocks: [{ id: 2, marks: [] }] });
  });

  test('asks for all when it knows nothing of the document', async () => {
    const { page, text } = pageWith(NEWS, ['Rheinmetall.']);
    await muster.answers.fromPage.read(text, sender(page));
    muster = await wake();
    expect(await muster.answers.fromPage.read({ ...text, whole: false }, sender(page))).toEqual({ state: 'send-whole' });
  });

  test('messages of one frame are taken in the order in which they came', async () => {
    const { page, text } = pageWith(NEWS, ['Rheinmetall.']);
    const answers = await Promise.all([
      muster.answers.fromPage.read(text, sender(page)),
      muster.answers.fromPage.read({ ...text, whole: false, blocks: [{ id: 2, text: 'Saab.' }] }, sender(page)),
    ]);
    expect(answers.map((answer) => answer.state)).toEqual(['marks', 'marks']);
  });

  test.each([
    ['a site that is never read', 'https://login.bank.example/', ['*://*/*']],
    ['a site that was not allowed', 'https://other.example/', []],
    ['no web page', 'about:blank', ['*://*/*']],
  ])('%s is refused', async (_, url, granted) => {
    grant(...granted);
    const { page, text } = pageWith(url, ['Rheinmetall.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toEqual({ state: 'off' });
    expect((await muster.answers.fromReader.page({ tabId: page.tabId }, reader)).entities).toEqual([]);
  });

  test('what a page says of its address counts for nothing', async () => {
    grant('*://*/*');
    const { page, text } = pageWith('https://bank.example/', ['Rheinmetall.']);
    expect(await muster.answers.fromPage.read({ ...text, url: NEWS }, sender(page))).toEqual({ state: 'off' });
  });

  test('a news frame in a page that is never read is not read', async () => {
    grant('*://*/*');
    const { page, text } = pageWith('https://bank.example/', ['Rheinmetall.']);
    expect(await muster.answers.fromPage.read(text, sender(page, 7, NEWS))).toEqual({ state: 'off' });
    const { page: other } = pageWith(NEWS, []);
    expect(await muster.answers.fromPage.read(text, sender(other, 7, 'about:srcdoc'))).toMatchObject({ state: 'marks' });
  });

  test('pauses hold, everywhere and here', async () => {
    const { page, text } = pageWith(NEWS, ['Rheinmetall.']);
    await muster.settings.changeSettings({ pausedEverywhere: true });
    expect(await muster.answers.fromPage.read(text, sender(page))).toEqual({ state: 'off' });
    await muster.settings.changeSettings({ pausedEverywhere: false, pausedHosts: ['news.example'] });
    expect(await muster.answers.fromPage.read(text, sender(page))).toEqual({ state: 'off' });
    await muster.settings.changeSettings({ pausedHosts: [] });
    expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ state: 'marks' });
  });
});

describe('page', () => {
  test('tells who is on the page, how often and in which words', async () => {
    const { page, text } = pageWith(NEWS, ['Rheinmetall met Zelenskyy.', 'Зеленського бачили. Rheinmetall.']);
    await muster.answers.fromPage.read(text, sender(page));
    await muster.pages.look(page.tabId);
    const view = await muster.answers.fromReader.page({ tabId: page.tabId }, reader);
    expect(view).toMatchObject({ host: 'news.example', url: NEWS, site: { state: 'reading' }, kept: 'kept' });
    expect(view.entities.map(({ id, times, line, surfaces }) => [id, times, line, surfaces.map((s) => `${s.times} ${s.text}`)])).toEqual([
      ['Q1', 2, 'Germany · vehicles and ammunition', ['2 Rheinmetall']],
      ['Q2', 2, 'President of Ukraine', ['1 Zelenskyy', '1 Зеленського']],
    ]);
    expect(view.pairs).toEqual([{ a: 'Q1', b: 'Q2', sentences: 1, paragraphs: 2, articles: 1 }]);
    expect(view.entities[0]?.with).toEqual({ name: 'Volodymyr Zelenskyy', sentences: 1 });
    expect(view.labels).toMatchObject({ Q1: 'Rheinmetall', Q2: 'Volodymyr Zelenskyy' });
  });

  test('a background that slept asks the page to send its text again', async () => {
    const { page, text } = pageWith(NEWS, ['Saab.']);
    await muster.answers.fromPage.read(text, sender(page));
    muster = await wake();
    told.length = 0;
    const asked = muster.answers.fromReader.page({ tabId: page.tabId }, reader);
    await expect.poll(() => told.map(({ name }) => name)).toEqual(['reread']);
    await muster.answers.fromPage.read({ ...text }, sender(page));
    expect((await asked).entities.map(({ id }) => id)).toEqual(['Q3']);
  });

  test('another page in the same tab starts over', async () => {
    const { page, text } = pageWith(NEWS, ['Saab.']);
    await muster.answers.fromPage.read(text, sender(page));
    await muster.answers.fromPage.read({ ...text, doc: 'another', blocks: [{ id: 1, text: 'NATO.' }] }, sender(page));
    const view = await muster.answers.fromReader.page({ tabId: page.tabId }, reader);
    expect(view.entities.map(({ id }) => id)).toEqual(['Q4']);
  });

  test('the names of a page that was left are not shown on the next', async () => {
    const { page, text } = pageWith(NEWS, ['Saab.']);
    await muster.answers.fromPage.read(text, sender(page));
    page.url = 'https://other.example/';
    expect(await muster.answers.fromReader.page({ tabId: page.tabId }, reader)).toMatchObject({
      site: { state: 'not-read', canAsk: true },
      entities: [],
    });
  });

  test('after a pause nothing of the page is known, and no number stands on the button', async () => {
    const { page, text } = pageWith(NEWS, ['Saab and NATO.']);
    await muster.answers.fromPage.read(text, sender(page));
    expect(muster.browser.action.setBadgeText).toHaveBeenLastCalledWith({ tabId: page.tabId, text: '2' });
    await muster.settings.changeSettings({ pausedEverywhere: true });
    await muster.answers.forgetUnread();
    expect(muster.browser.action.setBadgeText).toHaveBeenLastCalledWith({ tabId: page.tabId, text: '' });
    expect(await muster.answers.fromReader.page({ tabId: page.tabId }, reader)).toMatchObject({ site: { state: 'paused' }, entities: [] });
  });

  test('reading just once is over when the reader has left the page', async () => {
    const { page, text } = pageWith('https://other.example/', ['Saab.']);
    page.reads = false;
    const view = () => muster.answers.fromReader.page({ tabId: page.tabId }, reader);
    expect((await view()).site).toMatchObject({ state: 'not-read' });
    expect(await muster.answers.fromReader.readOnce({ tabId: page.tabId }, reader)).toEqual({ state: 'reading' });
    page.reads = true;
    expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ state: 'marks', blocks: [{ id: 1 }] });
    expect((await view()).entities).toHaveLength(1);
    muster = await wake();
    expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ state: 'marks' });
    await muster.answers.fromPage.read({ ...text, gone: [] }, sender(page));
    page.url = 'https://third.example/';
    page.reads = false;
    muster = await wake();
    expect((await view()).site).toEqual({ state: 'not-read', canAsk: true });
  });

  test('a frame is part of its page, and of the way through its mentions', async () => {
    const { page, text } = pageWith(NEWS, ['Saab.', 'Saab again.']);
    await muster.answers.fromPage.read(text, sender(page));
    await muster.answers.fromPage.read({ ...text, doc: 'frame', blocks: [{ id: 1, text: 'A frame of Saab.' }] }, sender(page, 5));
    const view = await muster.answers.fromReader.page({ tabId: page.tabId }, reader);
    expect(view.entities).toMatchObject([{ id: 'Q3', times: 3 }]);
    const go = (step: 1 | -1) => muster.answers.fromReader.goTo({ tabId: page.tabId, id: 'Q3', step }, reader);
    const places = [await go(1), await go(1), await go(1), await go(1), await go(-1)].map((place) => place?.index);
    expect(places).toEqual([0, 1, 2, 0, 2]);
    expect(told.filter(({ name }) => name === 'show').at(-1)?.argument).toMatchObject({ doc: 'frame', block: 1, start: 11, end: 15 });
  });
});

describe('card', () => {
  const at = (doc: string, block: number, offset: number) => ({ doc, block, offset });

  test('says who it is and why', async () => {
    const { page, text } = pageWith(NEWS, ['Rheinmetall met Zelenskyy.']);
    await muster.answers.fromPage.read(text, sender(page));
    await muster.pages.look(page.tabId);
    const card = await muster.answers.fromPage.card(at(text.doc, 1, 18), sender(page));
    expect(card).toMatchObject({
      id: 'Q2',
      line: 'President of Ukraine',
      country: 'UA',
      surface: 'Zelenskyy',
      certainty: 'sure',
      why: { alias: 'Zelenskyy' },
    });
    expect(card?.pairs).toMatchObject([{ id: 'Q1', sentences: 1, articles: 1 }]);
    expect(await muster.answers.fromPage.card(at(text.doc, 1, 13), sender(page))).toBeUndefined();
    expect(await muster.answers.fromPage.card(at('another', 1, 18), sender(page))).toBeUndefined();
  });

  test('tells nothing of the log in a private window', async () => {
    const { page, text } = pageWith(NEWS, ['Rheinmetall met Zelenskyy.']);
    await muster.answers.fromPage.read(text, sender(page));
    await muster.pages.look(page.tabId);
    const hidden = pageWith(NEWS, ['Rheinmetall met Zelenskyy.'], { incognito: true });
    await muster.answers.fromPage.read(hidden.text, sender(hidden.page));
    const card = await muster.answers.fromPage.card(at(hidden.text.doc, 1, 0), sender(hidden.page));
    expect(card).toMatchObject({ id: 'Q1', pairs: [] });
  });

  test('a profile opens only for what is marked in the asking document', async () => {
    const { page, text } = pageWith(NEWS, ['Saab.']);
    await muster.answers.fromPage.read(text, sender(page));
    expect(await muster.answers.fromPage.openProfile({ id: 'Q1' }, sender(page))).toBe(false);
    expect(await muster.answers.fromPage.openProfile({ id: 'Q3' }, sender(page))).toBe(true);
  });
});

describe('packaged files', () => {
  test('with a broken pack and an empty storage nothing is marked and the reader is told', async () => {
    packaged.pack = 'broken\n';
    const { page, text } = pageWith(NEWS, ['Saab.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toEqual({ state: 'marks', blocks: [] });
    const { troubles, profiles } = await muster.answers.fromReader.health(undefined as never, reader);
    expect(troubles.map((told) => told.words).join(' ')).toMatch(/broken.*line 1/);
    expect(profiles.count).toBe(0);
  });

  test('a broken pack leaves in use what is stored', async () => {
    await muster.knowledge.knowledge();
    packaged.pack = 'broken\n';
    muster = await wake();
    await muster.answers.takePackaged();
    const { page, text } = pageWith(NEWS, ['Saab.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ blocks: [{ id: 1 }] });
    expect((await muster.answers.fromReader.health(undefined as never, reader)).troubles.map(({ words }) => words).join(' ')).toMatch(
      /stays in use/,
    );
  });

  test('without the never-list no page is read', async () => {
    packaged.sites = new Error('gone');
    const { page, text } = pageWith(NEWS, ['Saab.']);
    expect(await muster.answers.fromPage.read(text, sender(page))).toEqual({ state: 'off' });
    expect((await muster.answers.fromReader.health(undefined as never, reader)).troubles.map(({ words }) => words).join(' ')).toMatch(
      /never read/,
    );
    packaged.sites = JSON.stringify({ sites: [], never: [] });
    expect(await muster.answers.fromPage.read(text, sender(page))).toMatchObject({ state: 'marks' });
    expect(pages.size).toBe(1);
  });
});

describe('the place and the day of a page', () => {
  beforeEach(() => {
    const warden = record('Q5', 'official', ['Ann Warden', '(Warden)'], {
      offices: [{ ...office('defence-minister'), since: '2024-03', until: '2025' }],
    });
    const header = { ...PACK.header, titles: { 'defence-minister': ['defence minister'] }, fieldWords: ['missiles'] };
    packaged.pack = packText({ header, records: [...PACK.records, warden, record('Q6', 'company', ['(Example)'])] });
  });
  const TEXT = ['Rheinmetall came.', 'Defence Minister Warden spoke.'];
  const marked = async (url: string, paragraphs: readonly string[], published?: string) => {
    grant('*://*/*');
    const { view } = await readAndLook(muster, url, paragraphs, { published });
    return (await view()).entities.map(({ id }) => id);
  };

  test('an office is judged by the date of the article, and the page looks again', async () => {
    expect(await marked('https://www.news.example/a', TEXT, '2024-05-01')).toEqual(['Q1', 'Q5']);
    expect(told.map(({ name }) => name)).toEqual([]);
    expect(await marked('https://www.news.example/b', TEXT, '2015-05-01T10:00:00Z')).toEqual(['Q1']);
    expect(told.map(({ name }) => name)).toEqual(['reread']);
  });

  test('a site about defence speaks for a weak name', async () => {
    const text = ['Example and its missiles. Rheinmetall came.'];
    expect(await marked('https://www.news.example/sport/a', text)).toEqual(['Q1']);
    expect(await marked('https://arms.example/a', text)).toEqual(['Q6', 'Q1']);
  });
});
