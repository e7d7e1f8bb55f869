import { browser } from 'wxt/browser';

/** The commands of the manifest with the keys that they have now; the browser lets only its own page change them. */
export async function readKeys(): Promise<readonly { readonly name: string; readonly description: string; readonly key: string }[]> {
  const all = await browser.commands.getAll();
  return all.map(({ name, description, shortcut }) => ({ name: name ?? '', description: description ?? '', key: shortcut ?? '' }));
}

type Commands = { openShortcutSettings?(): Promise<void> };

/** Opens the browser's page for keys; undefined where the reader must find it. */
export function keysPage(): (() => void) | undefined {
  const open = (browser.commands as Commands).openShortcutSettings;
  if (open !== undefined) return () => void open.call(browser.commands);
  // Firefox lets no extension open its about: pages.
  return import.meta.env.FIREFOX ? undefined : () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
