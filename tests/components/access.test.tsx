// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { App } from '../../components/App.tsx';
import { Card } from '../../components/Card.tsx';
import { Options } from '../../components/options/Options.tsx';
import type { Place } from '../../components/places.ts';
import { Welcome } from '../../components/Welcome.tsx';
import { fakeApi, fakeDesk, health, pageView, pairs } from './fakes.ts';

afterEach(cleanup);

/** Contrast is computed in contrast.test.ts: there is no layout here. */
async function violations(): Promise<readonly string[]> {
  const { violations: found } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
}

const a = { id: 'Q1', name: 'Acme Systems' };
const b = { id: 'Q2', name: 'Oksana Prykladna' };

describe('axe finds nothing', () => {
  test.each<[string, Place, RegExp]>([
    ['on this page', { at: 'page' }, /Kept in your log/],
    ['search', { at: 'search', text: 'acme' }, /also/],
    ['profile of a company', { at: 'profile', id: 'Q1' }, /Sources/],
    ['profile of an official', { at: 'profile', id: 'Q2' }, /Offices/],
    ['named with', { at: 'named-with', ...a }, /31 articles/],
    ['evidence', { at: 'evidence', a, b }, /Paper signed/],
  ])('%s', async (_, start, words) => {
    render(<App api={fakeApi().api} desk={fakeDesk().desk} tabId={7} start={start} />);
    await screen.findAllByText(words);
    if (start.at === 'page') fireEvent.click(screen.getByRole('button', { name: /^Why Acme/ }));
    expect(await violations()).toEqual([]);
  });

  test('not read, with trouble', async () => {
    const answers = {
      page: async () => ({ ...pageView, site: { state: 'not-read', canAsk: true } as const, entities: [] }),
      health: async () => ({ ...health, troubles: [{ words: 'x' }] }),
    };
    render(<App api={fakeApi(answers).api} desk={fakeDesk().desk} tabId={7} start={{ at: 'page' }} />);
    await screen.findByText('Read this page once');
    expect(await violations()).toEqual([]);
  });

  const sites = {
    sites: async () => ({
      builtIn: ['*://*.a.test/*'],
      refused: ['*://*.a.test/*'],
      granted: ['*://b.test/*'],
      everyPage: false,
      never: [{ host: 'c.test', why: 'bank' }],
    }),
    askFor: async () => true,
    giveUp: async () => true,
  };

  test('options', async () => {
    render(<Options api={fakeApi().api} desk={{ ...fakeDesk({ pausedHosts: ['d.test'] }).desk, ...sites }} add="" />);
    await screen.findByText('Corrections');
    await screen.findByText('No troubles.');
    await screen.findByText('Erase …');
    expect(await violations()).toEqual([]);
  });

  test('welcome', async () => {
    render(<Welcome desk={{ ...fakeDesk().desk, ...sites }} />);
    await screen.findByText('Your switches');
    expect(await violations()).toEqual([]);
  });

  test('card', async () => {
    const why = { alias: 'Acme', how: 'given', evidence: [] } as const;
    render(
      <div role="dialog" aria-labelledby="name">
        <Card
          view={{
            ...a,
            spoken: { language: 'en', locale: 'en-GB' },
            kind: 'company',
            line: 'x',
            lineAsOf: '2025',
            asOf: '2026',
            certainty: 'sure',
            surface: 'Acme',
            why,
            labels: {},
            also: [],
            pairs,
          }}
          onOpenProfile={() => undefined}
        />
      </div>,
    );
    expect(await violations()).toEqual([]);
  });
});
