import { browser } from 'wxt/browser';
import { behind } from '../../locales/behind.ts';
import { changeAndTell } from '../../platform/answers.ts';
import { openExplorer, openPanel } from '../../platform/panel.ts';
import { speech } from '../../platform/speech.ts';
import { openCard, stepOn } from '../../platform/steps.ts';

/** The ways to Muster besides its button: the context menu and the keyboard. */

const LOOK_UP = 'look-up';
const ADD = 'add';
const EXPLORE = 'explore';

export async function makeMenu(): Promise<void> {
  await speech();
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LOOK_UP, title: behind.lookUp, contexts: ['selection'] });
  browser.contextMenus.create({ id: ADD, title: behind.addToList, contexts: ['selection'] });
  browser.contextMenus.create({ id: EXPLORE, title: behind.explore, contexts: ['action'] });
}

export function listenToMenu(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId === EXPLORE) void openExplorer();
    // Whole characters: half of one cannot stand in an address, and the browser would throw.
    const text = encodeURIComponent([...(selectionText ?? '').trim()].slice(0, 200).join('').toWellFormed());
    if (text === '') return;
    if (menuItemId === LOOK_UP && tab?.id !== undefined) void openPanel(tab.id, `?q=${text}`);
    if (menuItemId === ADD) void browser.tabs.create({ url: browser.runtime.getURL(`/options.html?add=${text}` as never) });
  });
}

export function listenToCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'pause') void changeAndTell(({ pausedEverywhere }) => ({ pausedEverywhere: !pausedEverywhere }));
    // Straight from the key press where the browser says which tab it was; the panel opens only then.
    else if (tab?.id !== undefined) reach(command, tab.id);
    else
      void browser.tabs
        .query({ active: true, lastFocusedWindow: true })
        .then(([front]) => front?.id !== undefined && reach(command, front.id));
  });
}

function reach(command: string, tabId: number): void {
  if (command === 'look-up') void openPanel(tabId, '?q=');
  if (command === 'open-card') void openCard(tabId);
  if (command === 'next-mention') void stepOn(tabId, 1);
  if (command === 'previous-mention') void stepOn(tabId, -1);
}
