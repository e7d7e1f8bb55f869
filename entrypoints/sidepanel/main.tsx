import { render } from 'preact';
import { browser } from 'wxt/browser';
import { App } from '../../components/App.tsx';
import { readerApi } from '../../components/api.ts';
import { OwnLooks } from '../../components/OwnLooks.tsx';
import { placeOf, tabOf } from '../../components/places.ts';
import '../../components/style.css';
import '../../components/controls.css';
import '../../components/reader.css';
import '../../components/profile.css';
import '../../components/mine/mine.css';
import { ask } from '../../platform/ask.ts';
import { desk } from '../../platform/desk.ts';
import type { FromReader } from '../../platform/messages.ts';
import { drawPage } from '../../platform/own-page.ts';

const api = readerApi((name, argument) => ask<FromReader, typeof name>(name, argument));
const fixed = tabOf(location.search);

/** The panel tells of the tab that is in front of its own window, whichever that is at the time. */
async function show(root = document.getElementById('app')): Promise<void> {
  const [front] = fixed === undefined ? await browser.tabs.query({ active: true, currentWindow: true }) : [];
  if (root !== null)
    render(
      <OwnLooks desk={desk}>
        <App api={api} desk={desk} tabId={fixed ?? front?.id} start={placeOf(location.search)} />
      </OwnLooks>,
      root,
    );
}

await drawPage(
  () => 'Muster',
  (root) => void show(root),
);
if (fixed === undefined) browser.tabs.onActivated.addListener(() => void show());
