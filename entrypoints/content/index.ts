import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { markRule } from '../../components/kinds.ts';
import { answer, ask } from '../../platform/ask.ts';
import type { FromPage, ToPage } from '../../platform/messages.ts';
import { complain, listen, quietly } from '../../platform/page-dom.ts';
import type { StartReach } from '../../platform/page-reach.ts';
// A line of its own: WXT reads this file in Node, and a mixed import would stay and bring the DOM with it.
import type { PageReader } from '../../platform/page-reader.ts';
import { startReader } from '../../platform/page-reader.ts';
import { onSettings, readSettings } from '../../platform/settings.ts';
import { isPackagedSite } from './packaged.ts';

/** What our scripts leave for one another in this frame's isolated world; the page sees none of it. */
type World = typeof globalThis & { musterReach?: StartReach; musterReader?: PageReader };
const world = globalThis as World;

/** Wires one document of one frame to the background: text and questions out, marks and cards in. */
export default defineContentScript({
  // The manifest's entry is made from data/sites.yaml (wxt.config.ts); other sites are registered when the reader allows them.
  registration: 'runtime',
  matches: [],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  main: (ctx) => {
    // A second injection ends the first one (ctx), so the names are never marked twice.
    start(ctx).catch(complain('start'));
  },
});

async function start(ctx: ContentScriptContext): Promise<void> {
  const settings = await readSettings();
  const { signal } = ctx;
  if (signal.aborted) return;
  const reader = startReader({
    look: (now) => ({ kinds: now.kinds, style: (kind, certainty, dark) => markRule(now, kind, certainty, dark) }),
    read: whileValid(ctx, (page) => ask<FromPage, 'read'>('read', page)),
    card: whileValid(ctx, (at) => ask<FromPage, 'card'>('card', at)),
    load: whileValid(ctx, async () => {
      // Asked even if it is there: it may be the one that an older version left behind.
      await ask<FromPage, 'loadCard'>('loadCard');
      return world.musterReach;
    }),
    openProfile: (id, explore) => void ask<FromPage, 'openProfile'>('openProfile', { id, explore }).catch(complain('profile')),
    settings,
    packaged: () => isPackagedSite(browser.runtime.getManifest(), location.hostname),
    signal,
  });
  const stopListening = onSettings(quietly('settings', (now) => void (signal.aborted || reader.settings(now))));
  ctx.onInvalidated(quietly('end', stopListening));
  // When the extension was reloaded nobody tells us: we notice when the reader does something, and the marks go.
  listen('focus scroll pointerdown', () => ctx.isInvalid, signal);
  // One listener for all injections into this frame: the first answer counts, and it must be that of the script that runs.
  const first = world.musterReader === undefined;
  world.musterReader = reader;
  const now = (): PageReader => world.musterReader ?? reader;
  if (!first) return;
  answer<ToPage>({
    show: (at) => now().show(at),
    reread: () => now().reread(),
    step: (way) => now().step(way),
    cardByKey: () => now().cardByKey(),
    outline: () => now().outline(),
  });
}

/** Asks only while the extension is there; when it was reloaded or removed, this script ends and its marks go. */
function whileValid<A extends readonly unknown[], R>(ctx: ContentScriptContext, run: (...all: A) => Promise<R>): (...all: A) => Promise<R> {
  return async (...all) => {
    // Reading `isInvalid` is also what ends the script.
    if (ctx.isInvalid) throw new Error('the extension was reloaded');
    return run(...all);
  };
}
