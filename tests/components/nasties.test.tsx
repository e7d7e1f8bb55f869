// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Card } from '../../components/Card.tsx';
import { Evidence } from '../../components/Evidence.tsx';
import { ownMark } from '../../components/kinds.ts';
import { NamedWith } from '../../components/NamedWith.tsx';
import { OnThisPage } from '../../components/OnThisPage.tsx';
import { ChangeGroups } from '../../components/options/ChangeGroups.tsx';
import { FeedCard } from '../../components/options/FeedCard.tsx';
import { Lists } from '../../components/options/Lists.tsx';
import { MyList } from '../../components/options/MyList.tsx';
import { Notes } from '../../components/options/Notes.tsx';
import { State } from '../../components/options/State.tsx';
import { Verdicts } from '../../components/options/Verdicts.tsx';
import { ProfileSheet } from '../../components/Profile.tsx';
import { Search } from '../../components/Search.tsx';
import { KINDS } from '../../core/profile.ts';
import { DOT_COLOURS, type FeedView } from '../../platform/messages.ts';
import { full, NASTIES } from '../fixtures/nasties.ts';
import { health } from './fakes.ts';
import { type NastyViews, viewsOf } from './nasty-views.ts';

declare global {
  var __canary: unknown;
}

beforeEach(() => {
  globalThis.__canary = undefined;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const nothing = () => undefined;

const feed: FeedView = {
  ...{ id: 'f', builtIn: false, url: 'https://news.example/muster/', title: '', fingerprint: 'ab'.repeat(20), on: true, colour: 'blue' },
  ...{ signedBy: ['a1b2c3d4'], removed: ['Q7'], contact: 'mailto:desk@news.example' },
};

/** Every view that draws what a record says. Own names and corrections are drawn with the same words: a reader may take them from a page. */
const VIEWS: Readonly<Record<string, (views: NastyViews) => ComponentChild>> = {
  card: ({ card }) => <Card view={card} onOpenProfile={nothing} />,
  'list of the popup': ({ page }) => (
    <OnThisPage view={page} onOpen={nothing} onGoTo={async () => undefined} onJudge={async () => true} onTakeBack={async () => true} />
  ),
  profile: ({ sheet }) => <ProfileSheet view={sheet} onOpen={nothing} onPair={nothing} onNamedWith={nothing} />,
  search: ({ hits, profile }) => <Search text={profile.name} search={async () => hits} onText={nothing} onOpen={nothing} />,
  'search without a hit': ({ profile }) => <Search text={profile.name} search={async () => []} onText={nothing} onOpen={nothing} />,
  'named with': ({ profile, pairs }) => <NamedWith of={profile} pairs={pairs} onPair={nothing} />,
  evidence: ({ profile, evidence }) => <Evidence a={profile} b={profile} evidence={evidence} />,
  'list of one’s own': ({ profile: { id, name, kind, aliases } }) => (
    <MyList
      own={[{ id, name, kind, aliases: aliases.map(({ text }) => text), note: name, added: '2026-11-01' }]}
      start={name}
      add={async (entity) => ({ ...entity, id, added: '2026-11-01' })}
      remove={async () => true}
      keep={async ({ now }) => now}
    />
  ),
  'lists and notes': ({ profile: { id, name, kind } }) => {
    const changed = '2026-11-01T08:00:00Z';
    const noted = {
      lists: [{ id: 'list:1', name, colour: 'red' as const, changed }],
      annotations: [{ id, note: name, lists: ['list:1'], overlay: { name }, changed }],
      briefs: new Map([[id, { id, name, kind }]]),
    };
    const done = async () => undefined;
    return (
      <>
        <Lists noted={noted} keep={done} remove={done} restore={done} askToNotify={async () => true} />
        <Notes noted={noted} remove={done} restore={done} />
      </>
    );
  },
  corrections: ({ profile: { id, name } }) => (
    <Verdicts
      verdicts={[
        { entity: id, says: 'not-this', scope: 'everywhere', surface: name },
        { entity: id, says: 'is-this', scope: 'site', where: 'news.example' },
      ]}
      labels={{ [id]: name }}
      takeBack={async () => true}
      judge={async () => true}
    />
  ),
  'a feed': ({ profile: { name } }) => (
    <FeedCard
      feed={{
        ...feed,
        title: name,
        trouble: name,
        licence: name,
        held: { version: 3, reasons: [{ words: name }], since: '2026-11-01T00:00:00Z' },
      }}
      progress={{ step: 'fetch' }}
      now={Date.parse('2026-11-02T00:00:00Z')}
      place={{ first: true, last: true }}
      deeds={{ change: async () => [], check: async () => [], consent: async () => [], remove: async () => [] }}
    />
  ),
  'what changed': ({ profile: { id, name, kind } }) => (
    <ChangeGroups
      changes={[
        {
          id,
          name,
          kind,
          what: 'changed',
          fields: [{ field: 'facts', before: name, after: name }],
          feed: 'f',
          version: 2,
          at: '2026-11-01T00:00:00Z',
        },
        { id: 'Q9', name, kind, what: 'removed', fields: [], feed: 'f', version: 2, at: '2026-11-01T00:00:00Z' },
      ]}
      feeds={[{ ...feed, id: 'f', title: name }]}
    />
  ),
  troubles: ({ profile }) => (
    <State
      health={{ ...health, troubles: [{ words: profile.name }] }}
      desk={{ isLasting: async () => true, makeLasting: async () => true }}
    />
  ),
};

const INERT = NASTIES.filter((one) => one.refused === undefined);

/** Draws a view and opens what is folded in it: the reasons, the verdicts, what is said after a press. */
async function draw(view: ComponentChild): Promise<HTMLElement> {
  const { container } = render(view);
  // A search asks a moment after the last key.
  if (container.querySelector('input[type=search]') !== null) await act(async () => void (await vi.advanceTimersByTimeAsync(100)));
  for (const button of container.querySelectorAll('button[aria-expanded=false]')) await act(() => void fireEvent.click(button));
  const never = [...container.querySelectorAll('button')].find((button) => /is never this$/.test(button.textContent));
  if (never !== undefined) await act(() => void fireEvent.click(never));
  const form = container.querySelector('form');
  if (form !== null) await act(() => void fireEvent.submit(form));
  return container as HTMLElement;
}

const ELEMENTS =
  /^(article|section|h[1-4]|p|bdi|span|[uod]l|li|d[td]|div|button|a|svg|path|details|summary|input|form|label|textarea|select|option|blockquote|strong|code|progress|fieldset|legend|time|ins|del)$/;
const ATTRIBUTES =
  /^(id|class|dir|lang|role|type|tabindex|title|hidden|style|href|target|rel|value|rows|required|autocomplete|placeholder|spellcheck|disabled|selected|aria-[a-z]+|viewBox|width|height|focusable|d|fill|stroke|stroke-[a-z]+|name|checked|max|datetime)$/i;

/** The only styles that we set by hand: the line under a name, and the dot of a feed. */
const LINES = [
  ...KINDS.flatMap((kind) => (['sure', 'uncertain'] as const).map((certainty) => `${ownMark(kind, certainty).replace(':', ': ')};`)),
  ...DOT_COLOURS.map((colour) => `background: var(--feed-${colour});`),
];

/** Whatever the data, a view has these elements and attributes and leads to no other sort of place. */
function expectOwnElements(root: HTMLElement): void {
  for (const element of root.querySelectorAll('*')) {
    expect(element.localName).toMatch(ELEMENTS);
    for (const { name, value } of element.attributes) {
      expect(name).toMatch(ATTRIBUTES);
      if (name === 'href')
        expect(value).toMatch(
          /^(https?:\/\/|mailto:desk@news\.example$|\/sidepanel\.html\?id=[^&#"<> ]*$|#source-\d+$|\/explorer\.html\?view=entity&e=[^&#"<> ]*$|\/options\.html\?add=[^&#"<> ]*$)/,
        );
      if (name === 'style') expect(LINES).toContain(value);
    }
    if (element.localName === 'svg') expect(element.getAttribute('class')).toBe('icon');
  }
}

/** Elements and the names of their attributes, without any text. */
function skeleton(element: Element): unknown {
  const names = [...element.attributes].map(({ name }) => name).sort();
  return [element.localName, names.join(' '), [...element.children].map(skeleton)];
}

const ISOLATED = /\u2068[^\u2068\u2069]*\u2069/g;

/** Pieces of text in which the words stand in nothing that keeps their direction to themselves. */
function loose(root: HTMLElement, words: string): readonly string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (!text.replace(ISOLATED, '').includes(words)) continue;
    if (node.parentElement?.closest('bdi, [dir=auto]') == null) found.push(text);
  }
  return found;
}

/** Made by the same hand, with plain words: what a view looks like when nobody means harm. */
const plainViews = { company: viewsOf(full('Plain words', 'company')), official: viewsOf(full('Plain words', 'official')) };

describe.each(Object.entries(VIEWS))('%s', (_, view) => {
  test.each(INERT)('$group: $name', async ({ lines, text }) => {
    const views = viewsOf(lines());
    const root = await draw(view(views));
    expectOwnElements(root);
    expect(globalThis.__canary).toBeUndefined();
    if (text === undefined) return;
    // The first letter may have been made a capital. Shorter words stand in our own sentences too.
    const words = text.slice(1);
    if (words.length >= 5) expect(loose(root, words)).toEqual([]);
    const drawn = skeleton(root);
    cleanup();
    expect(drawn).toEqual(skeleton(await draw(view(plainViews[views.profile.kind as keyof typeof plainViews]))));
  });
});

test('the checks bite: markup that became elements, a script address, words without isolation', () => {
  const root = document.createElement('div');
  for (const markup of [
    '<img src=x>',
    '<p onclick=x>',
    '<script></script>',
    '<a href="javascript:x">',
    '<p style="position:fixed">',
    '<svg></svg>',
  ]) {
    root.innerHTML = markup;
    expect(() => expectOwnElements(root)).toThrow();
  }
  root.innerHTML = '<p>of שלום and \u2068שלום\u2069</p><bdi>שלום</bdi><p dir="auto"><b>שלום</b></p><p>“\u2068שלום\u2069”</p>';
  expect(loose(root, 'שלום')).toEqual(['of שלום and \u2068שלום\u2069']);
});
