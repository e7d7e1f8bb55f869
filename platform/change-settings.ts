import { browser } from 'wxt/browser';
import { refusal } from '../locales/told.ts';
import { KEY, readSettings, type Settings, settingsFrom } from './settings.ts';

// Two changes at once would each write over the other's field: they wait for one another, in all contexts where the browser can see to it.
let lastChange: Promise<unknown> = Promise.resolve();

function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator as { readonly locks?: LockManager };
  if (locks !== undefined) return locks.request(KEY, run) as Promise<T>;
  const next = lastChange.catch(() => undefined).then(run);
  lastChange = next;
  return next;
}

/** Changes some fields and answers all settings as they are now. Rejects, in words for the reader, if the browser refuses to store them. */
export function changeSettings(change: Partial<Settings> | ((now: Settings) => Partial<Settings>)): Promise<Settings> {
  return inTurn(async () => {
    const now = await readSettings();
    const settings = settingsFrom({ ...now, ...(typeof change === 'function' ? change(now) : change) });
    try {
      await browser.storage.local.set({ [KEY]: settings });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw refusal('settings-not-stored', why);
    }
    return settings;
  });
}
