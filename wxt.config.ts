import { defineConfig } from 'wxt';
import { CHROMIUM_PERMISSIONS, OPTIONAL_HOSTS, OPTIONAL_PERMISSIONS, PERMISSIONS, POLICY } from './scripts/permissions.ts';
import { feedHosts, hostPattern, readSites } from './scripts/read-sites.ts';

/** `wxt build --mode start` (what `npm start` uses) may also read pages served from this machine; a release may not. */
const loopback = ['http://127.0.0.1/*'];

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  // A browser that WXT would start by itself crashes as root; `npm start` has its own way.
  webExt: { disabled: true },
  manifestVersion: 3,
  hooks: {
    // What runs in a page gets the browser's own `browser`: since Chrome 148 and in Firefox the polyfill does nothing but weigh 10 kB a tab.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ type }) => type === 'content-script' || type === 'unlisted-script')) return;
      config.resolve = { ...config.resolve, alias: { ...config.resolve?.alias, 'wxt/browser': '@wxt-dev/browser' } };
    },
    // The sites come from data/, so that the install prompt names sites and the content script's source stays free of them.
    'build:manifestGenerated': (wxt, manifest) => {
      manifest.content_scripts = [
        {
          matches: [...readSites().map(hostPattern), ...(wxt.config.mode === 'start' ? loopback : [])],
          js: ['page.js'],
          all_frames: true,
          // Its world, and the background, are there by the time that there is something to read.
          run_at: 'document_start',
        },
      ];
    },
  },
  manifest: ({ browser, mode }) => ({
    // The browser's own words for us: public/_locales. What our pages say: locales/.
    default_locale: 'en',
    name: '__MSG_name__',
    description: '__MSG_description__',
    permissions: Object.keys(browser === 'firefox' ? PERMISSIONS : { ...PERMISSIONS, ...CHROMIUM_PERMISSIONS }),
    optional_permissions: Object.keys(OPTIONAL_PERMISSIONS),
    host_permissions: [
      ...readSites().map(hostPattern),
      ...(mode === 'start' ? loopback : []),
      ...(browser === 'firefox' ? feedHosts() : []),
    ],
    optional_host_permissions: [...OPTIONAL_HOSTS],
    // The browser itself holds us to it.
    content_security_policy: { extension_pages: POLICY },
    action: { default_title: '__MSG_buttonTitle__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_commandPopup__' },
      'look-up': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandSearch__' },
      'open-card': {
        suggested_key: { default: 'Alt+Shift+C' },
        description: '__MSG_commandCard__',
      },
      'next-mention': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_commandNext__' },
      // Chromium takes four suggestions at most; further commands have a key once the reader gives them one.
      'previous-mention': {
        ...(browser === 'firefox' ? { suggested_key: { default: 'Alt+Shift+B' } } : {}),
        description: '__MSG_commandPrevious__',
      },
      pause: { description: '__MSG_commandPause__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'muster@muster.example', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '148', message_serialization: 'structured_clone' }),
  }),
});
