import { browser } from 'wxt/browser';
import type { Told } from '../core/told.ts';
import type { Answer, Answers, Argument, FromPage, FromReader, Sender, ToOffscreen, ToPage } from './messages.ts';

/** How the messages of `messages.ts` travel. */

interface Envelope {
  readonly muster: string;
  readonly argument: unknown;
}

/** Asks the background, or its offscreen document. Rejects if that threw; the Error carries its message, and what the view needs to word it. */
export async function ask<P extends FromPage | FromReader | ToOffscreen, K extends keyof P & string>(
  name: K,
  argument?: Argument<P, K>,
): Promise<Answer<P, K>> {
  const reply = (await browser.runtime.sendMessage({ muster: name, argument } satisfies Envelope)) as
    | { value?: unknown; error?: string; told?: Told }
    | undefined;
  if (reply?.error !== undefined) throw Object.assign(new Error(reply.error), { told: reply.told });
  return reply?.value as Answer<P, K>;
}

function toldOf(error: unknown): { readonly told?: Told } {
  const { told } = error as { readonly told?: Told };
  return told === undefined ? {} : { told };
}

/** Asks a content script in one frame of a tab. Undefined if nobody listens there. */
export async function askPage<K extends keyof ToPage & string>(
  tabId: number,
  frameId: number,
  name: K,
  argument?: Argument<ToPage, K>,
): Promise<Answer<ToPage, K> | undefined> {
  const message = { muster: name, argument } satisfies Envelope;
  const reply = (await browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => undefined)) as { value?: unknown } | undefined;
  return reply?.value as Answer<ToPage, K> | undefined;
}

/** Tells every frame of a tab at once; answers what the first of them said, undefined if nobody listens there. */
export async function tellTab<K extends keyof ToPage & string>(
  tabId: number,
  name: K,
  argument?: Argument<ToPage, K>,
): Promise<Answer<ToPage, K> | undefined> {
  const message = { muster: name, argument } satisfies Envelope;
  const reply = (await browser.tabs.sendMessage(tabId, message).catch(() => undefined)) as { value?: unknown } | undefined;
  return reply?.value as Answer<ToPage, K> | undefined;
}

/** The sender as the browser describes it; Chromium says a little more than the polyfill's types know. */
export type From = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1] & {
  readonly documentId?: string;
  readonly origin?: string;
};

export interface Admitted {
  readonly argument: unknown;
  readonly sender: Sender;
}

/** Decides by name, argument and sender what a handler is given, or throws in words; then nothing is done. */
export type Admit = (name: string, argument: unknown, from: From) => Admitted | Promise<Admitted>;

/** In a content script: only the background can ask there. */
export const takeAll: Admit = (_, argument) => ({ argument, sender: { incognito: false, ours: true } });

/**
 * Registers the one listener that answers every message of `handlers`. Call it before the first `await` of a context.
 * What `admit` refuses (admit.ts) is answered with an error and changes nothing. Once `signal` is aborted all is left to others that listen.
 */
export function answer<P extends object>(handlers: Answers<P>, admit = takeAll, signal?: AbortSignal): void {
  browser.runtime.onMessage.addListener((message: unknown, from, sendResponse) => {
    if (signal?.aborted || typeof message !== 'object' || message === null || !('muster' in message)) return;
    const { muster: name, argument } = message as Envelope;
    if (typeof name !== 'string' || !Object.hasOwn(handlers, name)) return;
    const reply = sendResponse as (value: unknown) => void;
    const handle = handlers[name as keyof P] as unknown as (argument: unknown, sender: Sender) => unknown;
    const go = (admitted: Admitted) => handle(admitted.argument, admitted.sender);
    // At once, while the click that a page tells of still counts: the browser opens the side panel for nothing else.
    new Promise((resolve) => {
      const admitted = admit(name, argument, from);
      resolve(admitted instanceof Promise ? admitted.then(go) : go(admitted));
    }).then(
      (value) => reply({ value }),
      (error: unknown) => reply({ error: error instanceof Error ? error.message : String(error), ...toldOf(error) }),
    );
    return true;
  });
}
