import { browser } from 'wxt/browser';
import type { Database } from './db.ts';
import { dropKnowledge } from './knowledge.ts';
import type { Sender } from './messages.ts';
import { database } from './storage.ts';
import { rereadAll } from './tabs.ts';

/** What answers have in common: who asks, where it is looked up, and what follows when names change. */

/** Whether the reader speaks from a private window: then nothing may be stored. Popup and side panel belong to the window in front. */
export async function isPrivate(sender: Sender): Promise<boolean> {
  if (sender.tabId !== undefined) return sender.incognito;
  const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return front?.incognito ?? false;
}

/** Undefined as long as there is no database. */
export async function inLog<T>(look: (db: Database) => Promise<T>): Promise<T | undefined> {
  const db = await database();
  return db === undefined ? undefined : look(db);
}

/** Other names: what was read with the old ones means nothing any more, every page sends its text again. */
export function namesChanged(): void {
  dropKnowledge();
  void rereadAll();
}
