import { browser } from 'wxt/browser';
import { changeSettings } from './change-settings.ts';
import { onSettings, readSettings } from './settings.ts';

/** What popup and side panel may do besides asking the background. */
export const desk = {
  /** Only works straight from a click: nothing may be awaited before it. */
  askFor: (origin: string) => browser.permissions.request({ origins: [origin] }),
  openOptions: () => void browser.runtime.openOptionsPage(),
  readSettings,
  changeSettings,
  onSettings,
  onPage,
};

/** Calls back when what a tab shows has changed; answers how to stop. */
function onPage(tabId: number, changed: () => void): () => void {
  const listener = (changes: object, area: string) => {
    if (area === 'session' && `tab:${tabId}` in changes) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
