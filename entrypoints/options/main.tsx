import { render } from 'preact';
import { browser } from 'wxt/browser';
import { EVERY_PAGE, readerApi } from '../../components/api.ts';
import { Options, type OptionsDesk } from '../../components/options/Options.tsx';
import '../../components/style.css';
import '../../components/controls.css';
import '../../components/pages.css';
import { ask } from '../../platform/ask.ts';
import type { FromReader } from '../../platform/messages.ts';
import { builtInPatterns } from '../../platform/registration.ts';
import { changeSettings, onSettings, readSettings } from '../../platform/settings.ts';
import { isBroad, neverList } from '../../platform/sites.ts';

const desk: OptionsDesk = {
  readSettings,
  changeSettings,
  onSettings,
  askFor: (origins) => browser.permissions.request({ origins: [...origins] }),
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
      granted: origins.filter((origin) => !builtIn.includes(origin) && !isBroad(origin)),
      everyPage,
      never: never ?? [],
    };
  },
};

const root = document.getElementById('app');
if (root !== null) {
  const api = readerApi((name, argument) => ask<FromReader, typeof name>(name, argument));
  render(<Options api={api} desk={desk} add={new URLSearchParams(location.search).get('add')?.trim() ?? ''} />, root);
}
