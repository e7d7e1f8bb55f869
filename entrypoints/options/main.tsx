import { render } from 'preact';
import { browser } from 'wxt/browser';
import { EVERY_PAGE, readerApi } from '../../components/api.ts';
import { saveFile } from '../../components/explorer/save-file.ts';
import { OwnLooks } from '../../components/OwnLooks.tsx';
import { Options, type OptionsDesk } from '../../components/options/Options.tsx';
import { feedNews } from '../../components/options/progress.ts';
import '../../components/style.css';
import '../../components/controls.css';
import '../../components/pages.css';
import '../../components/feeds.css';
import '../../components/options/own.css';
import { ask } from '../../platform/ask.ts';
import { changeSettings } from '../../platform/change-settings.ts';
import { askToReach, isForFeeds } from '../../platform/feed-access.ts';
import { keysPage, readKeys } from '../../platform/keys.ts';
import type { FromReader } from '../../platform/messages.ts';
import { drawPage } from '../../platform/own-page.ts';
import { builtInPatterns } from '../../platform/registration.ts';
import { onSettings, readSettings } from '../../platform/settings.ts';
import { isBroad, neverList } from '../../platform/sites.ts';
import { onTouched } from '../../platform/touched.ts';

/** With the database and the readers of files in it, which most visits to this page do not need. */
const filesDesk = () => import('../../platform/files-desk.ts');

const desk: OptionsDesk = {
  readSettings,
  changeSettings,
  onSettings,
  onFeeds: (changed) => {
    const tell = (values: Record<string, unknown>) => {
      for (const [id, progress] of feedNews(values)) changed(id, progress);
    };
    const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (area === 'session') tell(Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue])));
    };
    browser.storage.onChanged.addListener(listener);
    // An update may have been under way before this page was opened.
    void browser.storage.session.get().then(tell);
    return () => browser.storage.onChanged.removeListener(listener);
  },
  onTouched,
  askToNotify: () => browser.permissions.request({ permissions: ['notifications'] }),
  files: {
    open: async (bytes, how) => (await filesDesk()).open(bytes, how),
    take: async (file, tell) => (await filesDesk()).take(file, tell),
    takeBack: async (added) => (await filesDesk()).takeBack(added),
    applySettings: async (settings) => (await filesDesk()).applySettings(settings),
    backup: async (tell) => {
      const { name, blob } = await (await filesDesk()).backup(tell);
      saveFile(name, blob);
      return name;
    },
    retentionDays: async () => (await filesDesk()).retentionDays(),
    erasable: async (scope) => (await filesDesk()).erasable(scope),
    putBack: async (records) => (await filesDesk()).putBack(records),
  },
  keys: readKeys,
  openKeys: keysPage(),
  askToReach,
  askFor: (origins) => browser.permissions.request({ origins: [...origins] }),
  // Only a window can ask; with `unlimitedStorage` most browsers agree at once.
  isLasting: () => navigator.storage.persisted(),
  makeLasting: () => navigator.storage.persist(),
  giveUp: (origins) => browser.permissions.remove({ origins: [...origins] }),
  sites: async () => {
    const [permissions, never, everyPage] = await Promise.all([
      browser.permissions.getAll(),
      neverList(),
      browser.permissions.contains({ origins: [EVERY_PAGE] }),
    ]);
    const origins = permissions.origins ?? [];
    const builtIn = builtInPatterns();
    return {
      builtIn,
      refused: everyPage ? [] : builtIn.filter((pattern) => !origins.includes(pattern)),
      granted: origins.filter((origin) => !builtIn.includes(origin) && !isBroad(origin) && !isForFeeds(origin)),
      everyPage,
      never: never ?? [],
    };
  },
};

const api = readerApi((name, argument) => ask<FromReader, typeof name>(name, argument));
const asked = new URLSearchParams(location.search);
const [add = '', feed = ''] = ['add', 'feed'].map((key) => asked.get(key)?.trim());
await drawPage(
  ({ options }) => options.title,
  (root) =>
    render(
      <OwnLooks desk={desk}>
        <Options api={api} desk={desk} add={add} feed={feed} />
      </OwnLooks>,
      root,
    ),
);
