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
import { openPanel } from '../../platform/panel.ts';

/** A popup that stays open over the options page would only be in the way. */
const openOptions = () => void browser.runtime.openOptionsPage().then(() => window.close());

const asked = tabOf(location.search);
const [front] = asked === undefined ? await browser.tabs.query({ active: true, currentWindow: true }) : [];
const tabId = asked ?? front?.id;
/** Straight from the click, or the browser refuses; the popup goes, so that there are not two. */
const panel = tabId === undefined ? {} : { openPanel: () => void openPanel(tabId).then(() => window.close()) };
const api = readerApi((name, argument) => ask<FromReader, typeof name>(name, argument));
await drawPage(
  () => 'Muster',
  (root) =>
    render(
      <OwnLooks desk={desk}>
        <App api={api} desk={{ ...desk, ...panel, openOptions }} tabId={tabId} start={placeOf(location.search)} />
      </OwnLooks>,
      root,
    ),
);
