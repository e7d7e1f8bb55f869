import { browser } from 'wxt/browser';
import { messageOf } from './report.ts';

/** What the reader wrote has changed: windows that show it look again. The stamp says nothing but that. */

export const TOUCHED = 'touched';

/** Never rejects: what was written is written, and a window that has not heard of it hears when it asks. */
export async function touched(): Promise<void> {
  await browser.storage.session
    .set({ [TOUCHED]: crypto.randomUUID() })
    .catch((error: unknown) => console.warn(`Muster: other windows could not be told: ${messageOf(error)}`));
}

/** Calls back when another window, or this one, changed what the reader wrote; answers how to stop. */
export function onTouched(changed: () => void): () => void {
  const listener = (changes: object, area: string) => {
    if (area === 'session' && TOUCHED in changes) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
