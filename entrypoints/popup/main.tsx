import { render } from 'preact';
import { browser } from 'wxt/browser';
import { App } from '../../components/App.tsx';
import { type Desk, readerApi } from '../../components/api.ts';
import { placeOf, tabOf } from '../../components/places.ts';
import '../../components/style.css';
import '../../components/reader.css';
import { ask } from '../../platform/ask.ts';
import type { FromReader } from '../../platform/messages.ts';
import { changeSettings, onSettings, readSettings } from '../../platform/settings.ts';

const desk: Desk = {
  askFor: (origin) => browser.permissions.request({ origins: [origin] }),
  openOptions: () => void browser.runtime.openOptionsPage().then(() => window.close()),
  readSettings,
  changeSettings,
  onSettings,
  onPage: (tabId, changed) => {
    const listener = (changes: object, area: string) => {
      if (area === 'session' && `tab:${tabId}` in changes) changed();
    };
    browser.storage.onChanged.addListener(listener);
    return () => browser.storage.onChanged.removeListener(listener);
  },
};

const asked = tabOf(location.search);
const [front] = asked === undefined ? await browser.tabs.query({ active: true, currentWindow: true }) : [];
const root = document.getElementById('app');
if (root !== null) {
  const api = readerApi((name, argument) => ask<FromReader, typeof name>(name, argument));
  render(<App api={api} desk={desk} tabId={asked ?? front?.id} start={placeOf(location.search)} />, root);
}
