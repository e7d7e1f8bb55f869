import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { readerApi } from '../../components/api.ts';
import { Explorer } from '../../components/explorer/Explorer.tsx';
import { type ExplorerPlace, readPlace, writePlace } from '../../components/explorer/place.ts';
import { saveFile } from '../../components/explorer/save-file.ts';
import type { SaveLogFile } from '../../components/explorer/view.ts';
import { OwnLooks } from '../../components/OwnLooks.tsx';
import 'uplot/dist/uPlot.min.css';
import '../../components/style.css';
import '../../components/controls.css';
import '../../components/reader.css';
import '../../components/profile.css';
import '../../components/mine/mine.css';
import '../../components/explorer/explorer.css';
import '../../components/explorer/network.css';
import { ask } from '../../platform/ask.ts';
import type { FromReader } from '../../platform/messages.ts';
import { drawPage } from '../../platform/own-page.ts';
import { logFile } from '../../platform/save-log.ts';
import { onSettings, readSettings } from '../../platform/settings.ts';

const api = readerApi((name, argument) => ask<FromReader, typeof name>(name, argument));

const save: SaveLogFile = async (asked, tell) => {
  const file = await logFile(api, asked, tell);
  saveFile(file.name, file.blob);
  return file.name;
};

/** The address is where the reader is: back and forward, a link and a reload all lead to the same. */
function AtAddress() {
  const [place, setPlace] = useState<ExplorerPlace>(() => readPlace(location.search));
  useEffect(() => {
    const onBack = () => setPlace(readPlace(location.search));
    addEventListener('popstate', onBack);
    return () => removeEventListener('popstate', onBack);
  }, []);
  const go = (next: ExplorerPlace, replace = false) => {
    const address = writePlace(next);
    if (replace) history.replaceState(null, '', address);
    else if (address !== location.search) history.pushState(null, '', address);
    setPlace(next);
  };
  return <Explorer api={api} save={save} place={place} go={go} />;
}

await drawPage(
  ({ explorer }) => explorer.title,
  (root) =>
    render(
      <OwnLooks desk={{ readSettings, onSettings }}>
        <AtAddress />
      </OwnLooks>,
      root,
    ),
);
