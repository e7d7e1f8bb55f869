import { render } from 'preact';
import { browser } from 'wxt/browser';
import { EVERY_PAGE } from '../../components/api.ts';
import { Welcome, type WelcomeDesk } from '../../components/Welcome.tsx';
import '../../components/style.css';
import '../../components/controls.css';
import '../../components/pages.css';
import { changeSettings } from '../../platform/change-settings.ts';
import { drawPage } from '../../platform/own-page.ts';
import { builtInPatterns } from '../../platform/registration.ts';
import { onSettings, readSettings } from '../../platform/settings.ts';

const desk: WelcomeDesk = {
  readSettings,
  changeSettings,
  onSettings,
  openOptions: () => void browser.runtime.openOptionsPage(),
  askFor: (origins) => browser.permissions.request({ origins: [...origins] }),
  giveUp: (origins) => browser.permissions.remove({ origins: [...origins] }),
  sites: async () => {
    const everyPage = await browser.permissions.contains({ origins: [EVERY_PAGE] });
    return { builtIn: builtInPatterns(), refused: [], granted: [], everyPage, never: [] };
  },
};

await drawPage(
  ({ welcome }) => welcome.title,
  (root) => render(<Welcome desk={desk} />, root),
);
