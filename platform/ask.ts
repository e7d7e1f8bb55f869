import { browser } from 'wxt/browser';
import type { Answer, Answers, Argument, FromPage, FromReader, Sender, ToPage } from './messages.ts';

/** How the messages of `messages.ts` travel. */

interface Envelope {
  readonly muster: string;
  readonly argument: unknown;
}

/** Asks the background. Rejects if the background threw; the Error carries its message only. */
export async function ask<P extends FromPage | FromReader, K extends keyof P & string>(
  name: K,
  argument?: Argument<P, K>,
): Promise<Answer<P, K>> {
  const reply = (await browser.runtime.sendMessage({ muster: name, argument } satisfies Envelope)) as
    | { value?: unknown; error?: string }
    | undefined;
  if (reply?.error !== undefined) throw new Error(reply.error);
  return reply?.value as Answer<P, K>;
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

/**
 * Registers the one listener that answers every message of `handlers`. Call it before the first `await` of a context.
 * `allow` decides by name and sender; what is refused is answered with an error and changes nothing.
 */
export function answer<P extends object>(
  handlers: Answers<P>,
  allow: (name: keyof P & string, sender: Sender) => boolean = () => true,
): void {
  browser.runtime.onMessage.addListener((message: unknown, from, sendResponse) => {
    if (typeof message !== 'object' || message === null || !('muster' in message)) return;
    const { muster: name, argument } = message as Envelope;
    if (typeof name !== 'string' || !Object.hasOwn(handlers, name)) return;
    const extension = browser.runtime.getURL('/' as never);
    const sender: Sender = {
      incognito: from.tab?.incognito ?? false,
      ours: from.id === browser.runtime.id && (from.url ?? '').startsWith(extension),
      ...(from.tab?.id === undefined ? {} : { tabId: from.tab.id }),
      ...(from.frameId === undefined ? {} : { frameId: from.frameId }),
      ...(from.url === undefined ? {} : { url: from.url }),
      ...((from as { documentId?: string }).documentId === undefined
        ? {}
        : { documentId: (from as { documentId?: string }).documentId as string }),
    };
    const reply = sendResponse as (value: unknown) => void;
    if (!allow(name as keyof P & string, sender)) {
      reply({ error: `${name}: not allowed from here` });
      return true;
    }
    const handle = handlers[name as keyof P] as unknown as (argument: unknown, sender: Sender) => unknown;
    Promise.resolve()
      .then(() => handle(argument, sender))
      .then(
        (value) => reply({ value }),
        (error: unknown) => reply({ error: error instanceof Error ? error.message : String(error) }),
      );
    return true;
  });
}
