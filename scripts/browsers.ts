import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

/**
 * Starts a real browser, with a fresh profile unless told otherwise, and the built extension in it, and opens the extension's own pages.
 *
 * The two kinds differ in four ways that are dealt with here and nowhere else: how an extension is installed, how its
 * origin is known, that Firefox never reports the end of a navigation to moz-extension:, and how the network is fenced in.
 */
export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** Folder of the built extension, absolute. */
  readonly extension: string;
  readonly headless: boolean;
  /** Port of an HTTP proxy on this machine through which every request goes, loopback included. */
  readonly proxyPort?: number;
  /** Nothing but this machine can be reached. */
  readonly offline?: boolean;
  /** The reader has allowed the extension in private windows. */
  readonly privateWindows?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** Folder of a profile that outlives the browser; without it each start has a fresh one, which goes with it. */
  readonly profile?: string;
  /** Folder for the files that a page saves, absolute; without it they go where the browser puts them. */
  readonly saved?: string;
  /** Firefox preferences on top. */
  readonly preferences?: Readonly<Record<string, unknown>>;
}

export interface Running {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** "chrome-extension://<id>" or "moz-extension://<uuid>". */
  readonly origin: string;
}

/** Any valid UUID will do; a fixed one tells the address of the extension's pages in Firefox. */
const FIREFOX_UUID = '5d1f6a3e-7c42-4b8e-9a60-2f0c3b9d7e11';

/** Where `scripts/setup.mjs` (or the reader) says that the browser is. */
export function browserPath(name: BrowserName): string | undefined {
  return process.env[name === 'chromium' ? 'MUSTER_CHROME' : 'MUSTER_FIREFOX'];
}

export async function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<Running> {
  const executablePath = browserPath(name);
  if (!executablePath)
    throw new Error(
      `No ${name} is known: start this through npm, or say where it is in ${name === 'chromium' ? 'MUSTER_CHROME' : 'MUSTER_FIREFOX'}.`,
    );
  try {
    return await (name === 'chromium' ? launchChromium(executablePath, options) : launchFirefox(executablePath, options));
  } catch (error) {
    throw new Error(
      `${executablePath} did not start with the extension from ${options.extension}: ${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  }
}

async function launchChromium(executablePath: string, options: LaunchOptions): Promise<Running> {
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath,
    headless: options.headless,
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    ...(options.saved === undefined ? {} : { downloadBehavior: { policy: 'allow', downloadPath: options.saved } }),
    pipe: true,
    enableExtensions: true,
    handleSIGINT: false,
    defaultViewport: options.headless ? { width: options.width ?? 1200, height: options.height ?? 900 } : null,
    args: [
      // The sandbox refuses to run as root, which is how containers and CI run.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--disable-quic',
      '--no-pings',
      '--disable-features=HttpsUpgrades,HttpsFirstModeIncognito,HttpsFirstBalancedModeAutoEnable,NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,Translate,AutofillServerCommunication',
      ...(options.headless ? ['--disable-gpu', '--hide-scrollbars'] : []),
      ...(options.offline ? ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] : []),
      ...(options.proxyPort === undefined
        ? []
        : [`--proxy-server=http://127.0.0.1:${options.proxyPort}`, '--proxy-bypass-list=<-loopback>']),
    ],
  });
  const id = await browser.installExtension(options.extension, { enabledInIncognito: options.privateWindows ?? false });
  return { name: 'chromium', browser, origin: `chrome-extension://${id}` };
}

async function launchFirefox(executablePath: string, options: LaunchOptions): Promise<Running> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless,
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    handleSIGINT: false,
    defaultViewport: options.headless ? { width: options.width ?? 1200, height: options.height ?? 900 } : null,
    // Without it, automation may not open moz-extension: pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [firefoxId(options.extension)]: FIREFOX_UUID }),
      'dom.security.https_first': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
      'extensions.getAddons.cache.enabled': false,
      // An extension that was put in for a while takes its storage with it when the browser closes, unless told otherwise.
      ...(options.profile === undefined
        ? {}
        : { 'extensions.webextensions.keepStorageOnUninstall': true, 'extensions.webextensions.keepUuidOnUninstall': true }),
      ...(options.proxyPort === undefined ? {} : firefoxProxy(options.proxyPort)),
      // A proxy that nobody listens to; loopback goes past it.
      ...(options.offline
        ? { ...firefoxProxy(9), 'network.proxy.allow_hijacking_localhost': false, 'network.proxy.no_proxies_on': '127.0.0.1' }
        : {}),
      ...(options.saved === undefined ? {} : { 'browser.download.folderList': 2, 'browser.download.dir': options.saved }),
      ...options.preferences,
    },
  });
  await installInFirefox(browser, options);
  return { name: 'firefox', browser, origin: `moz-extension://${FIREFOX_UUID}` };
}

async function installInFirefox(browser: Browser, { extension, privateWindows }: LaunchOptions): Promise<void> {
  if (!privateWindows) {
    await browser.installExtension(extension);
    return;
  }
  // The library cannot say that private windows are allowed; Firefox's own protocol can.
  const { connection } = browser as unknown as { connection: { send(method: string, parameters: object): Promise<unknown> } };
  await connection.send('webExtension.install', {
    extensionData: { type: 'path', path: extension },
    'moz:permanent': false,
    'moz:allowPrivateBrowsing': true,
  });
}

function firefoxProxy(port: number): Readonly<Record<string, unknown>> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.no_proxies_on': '',
  };
}

function firefoxId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error('manifest.json has no browser_specific_settings.gecko.id');
  return id;
}

/** Opens one of the extension's own pages ("popup.html?tab=3") in a new tab, or a new window. */
export async function openOwnPage({ name, browser, origin }: Running, path: string, type: 'tab' | 'window' = 'tab'): Promise<Page> {
  const page = await browser.newPage({ type });
  const url = `${origin}/${path}`;
  if (name === 'chromium') {
    await page.goto(url);
    return page;
  }
  // In Firefox the page loads, but the navigation is never reported as finished.
  page.goto(url, { timeout: 1000 }).catch(() => undefined);
  await until(`${url} to load`, () =>
    page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url).catch(() => false),
  );
  return page;
}

/** Asks again until the answer is neither false nor undefined. Throws after `limit` milliseconds, saying what was waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | false | undefined> | T | false | undefined,
  limit = 10_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited ${limit / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
