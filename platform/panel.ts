import { browser } from 'wxt/browser';

/**
 * The side panel, and what serves in its place. Browsers open it only straight from the reader's own click or key: so
 * nothing is awaited before it is tried, and where it cannot be opened the same page opens in a tab.
 */

interface Panels {
  readonly sidePanel?: {
    setOptions(options: { tabId: number; path: string; enabled: boolean }): Promise<void>;
    open(options: { tabId: number }): Promise<void>;
  };
  readonly sidebarAction?: {
    setPanel(details: { tabId: number; panel: string }): Promise<void>;
    open(): Promise<void>;
  };
}

const PAGE = '/sidepanel.html';

/** Opens the panel beside a tab at `search` ("?id=…", "?q=…"). Answers whether it, or a tab in its place, was opened. */
export async function openPanel(tabId: number, search = '?'): Promise<boolean> {
  const address = PAGE + search;
  try {
    await tryPanel(tabId, address);
  } catch {
    // No gesture, or no panel in this browser: the same page in a tab of its own, which still tells of the first one.
    const own = browser.runtime.getURL(`${address}&tab=${tabId}` as never);
    await browser.tabs.create({ url: own, openerTabId: tabId }).catch(() => browser.tabs.create({ url: own }));
  }
  return true;
}

/** Both calls are made in one go: after an `await` the click no longer counts. */
async function tryPanel(tabId: number, address: string): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  if (sidePanel !== undefined) {
    await Promise.all([sidePanel.setOptions({ tabId, path: address, enabled: true }), sidePanel.open({ tabId })]);
  } else if (sidebarAction !== undefined) {
    await Promise.all([sidebarAction.setPanel({ tabId, panel: browser.runtime.getURL(address as never) }), sidebarAction.open()]);
  } else throw new Error('no side panel here');
}

/** Opens the explorer in a tab of its own. */
export async function openExplorer(search = '', openerTabId?: number): Promise<boolean> {
  const url = browser.runtime.getURL(`/explorer.html${search}` as never);
  await browser.tabs.create(openerTabId === undefined ? { url } : { url, openerTabId }).catch(() => browser.tabs.create({ url }));
  return true;
}
