// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { ReaderApi } from '../../components/api.ts';
import { FeedsPlace } from '../../components/options/FeedsPlace.tsx';
import { feedLink, inFours, partsOf } from '../../components/options/feed-link.ts';
import { coreFeed, newsroom } from './fake-feeds.ts';
import { fakeApi, fakeDesk } from './fakes.ts';

afterEach(cleanup);

const DIGITS = 'd'.repeat(40);

async function open(answers: Partial<ReaderApi> = {}, agrees = true) {
  const { api, asked } = fakeApi({ feeds: async () => [coreFeed, newsroom], ...answers });
  const { desk, feedNews, asked: askedFor } = fakeDesk({}, agrees);
  render(<FeedsPlace api={api} desk={desk} />);
  const form = await screen.findByRole('form', { name: 'Add a feed' });
  const [address, fingerprint] = [/^Address/, /^Fingerprint/].map((name) => screen.getByLabelText(name) as HTMLInputElement);
  const type = async (typed: string, digits?: string) => {
    fireEvent.input(address as Element, { target: { value: typed } });
    if (digits !== undefined) fireEvent.input(fingerprint as Element, { target: { value: digits } });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add' })).toHaveProperty('disabled', typed === ''));
  };
  const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  return {
    asks: () => asked.filter((one) => one.name === 'addFeed').map((one) => one.argument),
    form,
    type,
    submit,
    address,
    fingerprint,
    feedNews,
    askedFor,
  };
}

describe('adding a feed', () => {
  test('says first what it means', async () => {
    const { form } = await open();
    const words = form.textContent;
    expect(words).toContain('can have any name marked');
    expect(words).toContain('Its host sees your IP address and when Muster asks, and nothing of what you read.');
    expect(words.indexOf('Its host sees')).toBeLessThan(words.indexOf('Fingerprint of its keys'));
  });

  test('a host that the browser may not reach is not asked, and the reader is told', async () => {
    const { asks, askedFor, form, type, submit } = await open({}, false);
    await type('https://feed.example.org/x/', DIGITS);
    submit();
    await waitFor(() => expect(form.textContent).toContain('The browser was not allowed to let Muster reach the host.'));
    expect(askedFor).toEqual(['reach https://feed.example.org/x/']);
    expect(asks()).toEqual([]);
  });

  test('one link fills both fields; its progress is shown; then the fields are empty', async () => {
    let done: (() => void) | undefined;
    const { asks, form, type, submit, address, fingerprint, feedNews } = await open({
      addFeed: () => new Promise((resolve) => (done = () => resolve([]))),
    });
    await type(`https://feed.example.org/x/#${DIGITS.toUpperCase()}`);
    await waitFor(() => expect(address?.value).toBe('https://feed.example.org/x/'));
    expect(fingerprint?.value).toBe('dddd dddd dddd dddd dddd dddd dddd dddd dddd dddd');
    submit();
    await waitFor(() => expect(form.textContent).toContain('Fetching the feed …'));
    expect(asks()).toEqual([{ address: 'https://feed.example.org/x/', fingerprint: DIGITS }]);
    feedNews(DIGITS, { step: 'trust' });
    await screen.findByRole('progressbar', { name: 'Update of the new feed' });
    done?.();
    await waitFor(() => expect(form.textContent).toContain('The feed is added.'));
    expect(address?.value).toBe('');
  });

  test('a feed that cannot be had is told in words, and the fields stay', async () => {
    const { form, type, submit, address } = await open({
      addFeed: async () => {
        throw new Error('The keys at that address have another fingerprint');
      },
    });
    await type('https://feed.example.org/', DIGITS);
    submit();
    await waitFor(() => expect(form.textContent).toContain('Could not be added: The keys at that address have another fingerprint.'));
    expect(address?.value).toBe('https://feed.example.org/');
  });

  test.each([
    ['http://feed.example.org/', DIGITS, 'must begin with https://'],
    ['https://feed.example.org/', 'abc', 'must have 40 digits'],
    [newsroom.url as string, newsroom.fingerprint as string, 'It is here already: “Newsroom of Examples”.'],
  ])('%s %s: %s', async (address, digits, words) => {
    const { asks, form, type, submit } = await open();
    await type(address, digits);
    submit();
    await waitFor(() => expect(form.textContent.replace(/[\u2068\u2069]/gu, '')).toContain(words));
    expect(asks()).toEqual([]);
  });
});

describe('a link to a feed', () => {
  const link = (address: string) => ({ address, fingerprint: DIGITS });
  test.each([
    ['https://a.example/feed/', DIGITS, link('https://a.example/feed/')],
    [' https://a.example ', ` DD:DD ${'d'.repeat(36)}`, link('https://a.example/')],
    ['http://127.0.0.1:8080/x', DIGITS, link('http://127.0.0.1:8080/x')],
    ['http://localhost/', DIGITS, link('http://localhost/')],
    ['https://a.example/#more', DIGITS, link('https://a.example/')],
    ['http://a.example/', DIGITS, /https/],
    ['http://localhost.example/', DIGITS, /https/],
    ['ftp://127.0.0.1/', DIGITS, /https/],
    ['javascript:alert(1)', DIGITS, /https/],
    ['a.example', DIGITS, /https/],
    ['', DIGITS, /https/],
    ['https://me:secret@a.example/', DIGITS, /name or password/],
    ['https://a.example/', '', /this has 0/],
    ['https://a.example/', `${DIGITS}d`, /this has 41/],
    ['https://a.example/', 'x'.repeat(40), /other signs/],
  ])('%s with %s', (address, fingerprint, expected) => {
    const got = feedLink(address, fingerprint);
    if (expected instanceof RegExp) expect(got).toMatch(expected);
    else expect(got).toEqual(expected);
  });

  test('is taken apart at the first #', () => {
    expect(partsOf('https://a.example/')).toEqual({ address: 'https://a.example/' });
    expect(partsOf(` https://a.example/#${DIGITS}`)).toEqual({ address: 'https://a.example/', fingerprint: inFours(DIGITS) });
    expect(partsOf('https://a.example/#12')).toEqual({ address: 'https://a.example/#12' });
  });
});
