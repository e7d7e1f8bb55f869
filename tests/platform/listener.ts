import { expect, vi } from 'vitest';
import type { freshBackground } from './background.ts';

export type Muster = Awaited<ReturnType<typeof freshBackground>>;
export type Reply = { readonly value?: unknown; readonly error?: string } | undefined;

/** Everything that the background answers, as a message that arrives in it. Undefined: nobody's question. Rejects if a listener throws. */
export type Arrive = (message: unknown, from: object) => Promise<Reply>;

/** Starts the real background; whoever gives no `id` of its own asks as a part of the extension. */
export async function startListening({ browser }: Muster): Promise<Arrive> {
  const listen = () => ({ addListener: vi.fn() });
  Object.assign(browser, {
    contextMenus: { removeAll: async () => undefined, create: vi.fn(), onClicked: listen() },
    commands: { onCommand: listen() },
  });
  Object.assign(browser.permissions, { onAdded: listen(), onRemoved: listen() });
  Object.assign(browser.storage.local, { setAccessLevel: async () => undefined });
  const { default: background } = await import('../../entrypoints/background/index.ts');
  // All listeners must be there when it returns.
  expect(background.main()).toBeUndefined();
  const { trigger } = browser.runtime.onMessage as unknown as { trigger: (...all: unknown[]) => Promise<unknown[]> };
  return (message, from) =>
    new Promise((resolve, reject) => {
      trigger(message, { id: browser.runtime.id, ...from }, resolve).then(
        (results) => results.includes(true) || resolve(undefined),
        (error: unknown) => reject(error),
      );
    });
}
