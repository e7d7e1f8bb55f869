import { browser } from 'wxt/browser';
import type { Admit, From } from './ask.ts';
import { PAGE_SHAPES, READER_SHAPES } from './message-shapes.ts';
import type { FromPage, FromReader, Sender } from './messages.ts';
import { createPacer } from './pacer.ts';
import type { Shape } from './shapes.ts';

/**
 * The door of the background: who may ask what, how often, and in what shape. What is refused is answered with an error in
 * words and reaches no handler.
 *
 * | who                                                     | `FromPage` | `FromReader` |
 * |---------------------------------------------------------|------------|--------------|
 * | content script: top frame, frame, private window        | yes        | no           |
 * | popup, side panel, options, welcome; in a tab or not    | no         | yes          |
 * | one of our pages inside another page                    | no         | no           |
 * | another extension, a web page, whoever has no address   | no         | no           |
 *
 * All that is asked about the sender is taken from what the browser says of it, nothing from the message.
 */
export const admitPage: Admit = (name, argument, from) => {
  const sender = senderOf(from);
  if (!isContentScript(from, sender)) throw new Error(`${name}: not allowed from here`);
  const shaped = shapeOf<FromPage>(PAGE_SHAPES, name)(argument, name);
  const wait = waitOf(name, sender, performance.now());
  if (wait === undefined) throw new Error(`${name}: this page asks too often; try again in a few seconds`);
  const admitted = { argument: shaped, sender };
  // Whoever waits for the answer before asking again is slowed down by that, and nothing is lost.
  return wait === 0 ? admitted : new Promise((resolve) => setTimeout(() => resolve(admitted), wait));
};

export const admitReader: Admit = (name, argument, from) => {
  const sender = senderOf(from);
  if (!sender.ours) throw new Error(`${name}: not allowed from here`);
  return { argument: shapeOf<FromReader>(READER_SHAPES, name)(argument, name), sender };
};

/**
 * The door of the offscreen document. What any part of the extension says to another is heard there too, and so is what content scripts say: only
 * the background has a question for it. The shape was checked there.
 */
export const admitBackground: Admit = (name, argument, from) => {
  const isBackground = from.id === browser.runtime.id && from.tab === undefined && from.url === browser.runtime.getURL(BACKGROUND as never);
  if (!isBackground) throw new Error(`${name}: not allowed from here`);
  return { argument, sender: senderOf(from) };
};

/** As WXT names it. */
const BACKGROUND = '/background.js';

/** Of one name, from one frame: a ticker must not keep a card waiting. */
const questions = createPacer({ perSecond: 20, atOnce: 200, longestWait: 2_000 });
/** From one tab, however many frames it has: a click opens one profile, and one that comes late is not wanted any more. */
const profiles = createPacer({ perSecond: 1, atOnce: 5, longestWait: 0 });

function waitOf(name: string, { tabId, frameId }: Sender, now: number): number | undefined {
  return name === 'openProfile' ? profiles(`${tabId}`, now) : questions(`${tabId}:${frameId}:${name}`, now);
}

function shapeOf<P>(shapes: { readonly [K in keyof P]: Shape<unknown> }, name: string): Shape<unknown> {
  if (!Object.hasOwn(shapes, name)) throw new Error(`${name}: there is no such question`);
  return shapes[name as keyof P];
}

/** Addresses at which our content scripts can be at work. */
const READABLE = /^(?:https?|about|data|blob:https?):/;

function isContentScript(from: From, { tabId, frameId, url, ours }: Sender): boolean {
  return from.id === browser.runtime.id && !ours && tabId !== undefined && frameId !== undefined && READABLE.test(url ?? '');
}

/** Who asks, as the browser tells it. */
export function senderOf(from: From): Sender {
  return {
    incognito: from.tab?.incognito ?? false,
    ours: isOurs(from),
    ...(from.tab?.id === undefined ? {} : { tabId: from.tab.id }),
    ...(from.frameId === undefined ? {} : { frameId: from.frameId }),
    ...(from.url === undefined ? {} : { url: from.url }),
    ...(from.documentId === undefined ? {} : { documentId: from.documentId }),
  };
}

/** One of our own pages, and not one that somebody has put into a frame or a sandbox. */
function isOurs({ id, url, origin, frameId }: From): boolean {
  const root: string = browser.runtime.getURL('/' as never);
  const isOwnOrigin = origin === undefined || `${origin}/` === root;
  return id === browser.runtime.id && (url ?? '').startsWith(root) && isOwnOrigin && (frameId ?? 0) === 0;
}
