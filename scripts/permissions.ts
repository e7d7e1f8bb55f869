/**
 * All that the extension asks the browser for, and what each is for: the golden list that the built manifests are held against
 * (`check-bundles.ts`). A permission that is added without a reason here, or that PRIVACY.md does not name, fails the tests.
 */
export const PERMISSIONS: Readonly<Record<string, string>> = {
  storage: 'settings, and what each tab shows at the moment',
  unlimitedStorage: 'profiles and log in IndexedDB, without being thrown out when the disk is full',
  alarms: 'the daily look for articles that are past their time, and the times at which feeds are asked',
  scripting:
    'reading a page once when the reader asks for it; reading frames that a page has written itself; loading the card when it is needed',
  activeTab: 'reading a page once when the reader asks for it',
  contextMenus: '“Look up” and “Add to my list” on selected text',
};

/** Only there. */
export const CHROMIUM_PERMISSIONS: Readonly<Record<string, string>> = {
  sidePanel: 'the side panel',
  offscreen:
    'finding the article in what was read of a page: the background has no parser of HTML there, and in the page it would take time',
};

/** Asked for by the reader's click, never at installation. */
export const OPTIONAL_PERMISSIONS: Readonly<Record<string, string>> = {
  notifications: 'telling the reader that a name on a list that they watch is named',
};
export const OPTIONAL_HOSTS: readonly string[] = ['*://*/*'];

/** What our own pages and the background may do: our own code, and no way out but to feeds, on the web or (for a publisher who tries one out) on this machine. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Keys of a manifest by which pages or other extensions could reach in. */
export const MUST_NOT_BE = ['web_accessible_resources', 'externally_connectable', 'sandbox'] as const;
