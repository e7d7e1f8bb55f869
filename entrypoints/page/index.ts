import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { markRule } from '../../components/kinds.ts';
import { answer, ask, takeAll } from '../../platform/ask.ts';
import type { FromPage, ToPage } from '../../platform/messages.ts';
import { complain, listen, whenPainted, whenParsed } from '../../platform/page-dom.ts';
import type { StartReach } from '../../platform/page-reach.ts';
// A line of its own: WXT reads this file in Node, and a mixed import would stay and bring the DOM with it.
import type { PageReader } from '../../platform/page-reader.ts';
import { startReader } from '../../platform/page-reader.ts';
import type { PageSettings } from '../../platform/page-settings.ts';
import { isPackagedSite } from './packaged.ts';

/**
 * The content script: wires one document of one frame to the background, text and questions out, marks and cards in.
 *
 * For WXT it is a script like any other, not one of its content scripts: those call out an event in the page by which any page could
 * tell that Muster is there. The manifest's entry is made in wxt.config.ts; other sites are registered when the reader allows them.
 */

/** The life of this script in its frame, which ends when the extension is reloaded or removed. */
interface Life {
  readonly signal: AbortSignal;
  /** Whether the extension is still there; if it is not, this life is over, and its marks go. */
  isOn(): boolean;
  end(): void;
}

/** What our scripts leave for one another in this frame's isolated world; the page sees none of it. */
type World = typeof globalThis & { musterLife?: Life; musterReach?: StartReach };
const world = globalThis as World;

export default defineUnlistedScript(() => {
  // It comes a second time where frames were added to a page.
  if (world.musterLife?.isOn() === true) return;
  const life = startLife();
  world.musterLife = life;
  start(life).catch((error: unknown) => {
    life.end();
    complain('start')(error);
  });
});

function startLife(): Life {
  const end = new AbortController();
  const isOn = (): boolean => {
    // The browser takes it away with the extension.
    if (browser.runtime?.id === undefined) end.abort();
    return !end.signal.aborted;
  };
  return { signal: end.signal, isOn, end: () => end.abort() };
}

async function start(life: Life): Promise<void> {
  const { signal } = life;
  let settings: PageSettings | undefined;
  let reader: PageReader | undefined;
  const told = (now: PageSettings): boolean => {
    settings = now;
    reader?.settings(now);
    return true;
  };
  // Listens before it is told: what is changed in between must not be missed.
  answer<ToPage>(
    {
      settings: told,
      show: async (at) => (await reader?.show(at)) ?? false,
      reread: () => reader?.reread() ?? false,
      step: async (way) => (await reader?.step(way)) ?? false,
      cardByKey: async () => (await reader?.cardByKey()) ?? false,
      outline: async () => reader?.outline(),
    },
    takeAll,
    signal,
  );
  const asked = whileOn(life, () => ask<FromPage, 'settings'>('settings'));
  const parsed = whenParsed(signal);
  // To wake the background takes a core for a while: what the page paints first comes before that.
  await Promise.race([whenPainted(), parsed]);
  const [first] = await Promise.all([patiently(asked), parsed]);
  reader = startReader({
    look: (now) => ({ kinds: now.kinds, style: (kind, certainty, dark) => markRule(now, kind, certainty, dark) }),
    read: whileOn(life, (page) => ask<FromPage, 'read'>('read', page)),
    card: whileOn(life, (at) => ask<FromPage, 'card'>('card', at)),
    load: whileOn(life, async () => {
      // Asked even if it is there: it may be the one that an older version left behind.
      await ask<FromPage, 'loadCard'>('loadCard');
      return world.musterReach;
    }),
    openProfile: (id, explore) => void ask<FromPage, 'openProfile'>('openProfile', { id, explore }).catch(complain('profile')),
    readFrames: () => void ask<FromPage, 'readFrames'>('readFrames').catch(complain('frames')),
    settings: settings ?? first,
    packaged: () => isPackagedSite(browser.runtime.getManifest(), location.hostname),
    signal,
  });
  // Nobody tells a document that the browser keeps for "back" what has changed.
  listen<PageTransitionEvent>('pageshow', (event) => event.persisted && void asked().then(told, complain('settings')), signal);
  // When the extension was reloaded nobody tells us: we notice when the reader does something, and the marks go.
  listen('focus scroll pointerdown', life.isOn, signal);
}

/** Waits after a question that nobody answered, in ms: a background that has just been updated may not listen yet. */
const WAITS = [500, 2_000, 8_000];

async function patiently<T>(asked: () => Promise<T>): Promise<T> {
  for (const wait of WAITS) {
    try {
      return await asked();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return asked();
}

/** Asks only while the extension is there; when it was reloaded or removed, this script ends and its marks go. */
function whileOn<A extends readonly unknown[], R>(life: Life, run: (...all: A) => Promise<R>): (...all: A) => Promise<R> {
  return async (...all) => {
    if (!life.isOn()) throw new Error('the extension was reloaded');
    return run(...all);
  };
}
