import { browser } from 'wxt/browser';
import { trouble } from '../locales/told.ts';
import { isForFeeds } from './feed-access.ts';
import { isWell, messageOf, report } from './report.ts';
import { isBroad, neverList } from './sites.ts';

/**
 * The content script on sites that the reader allowed. The built-in sites stand in the manifest; each origin that was
 * granted later has a registered script of its own, which goes when the grant goes.
 */

const PREFIX = 'origin ';
const SCRIPT = '/page.js';
const RUN_AT = 'document_start';

let running: Promise<void> = Promise.resolve();

/** Brings the registered scripts in line with the granted origins. Calls wait for one another. */
export function syncRegistrations(): Promise<void> {
  running = running.then(sync).then(
    () => isWell('registration'),
    (error: unknown) => report('registration', trouble('sites-not-set-up', messageOf(error))),
  );
  return running;
}

async function sync(): Promise<void> {
  const [granted, never, registered] = await Promise.all([
    browser.permissions.getAll(),
    neverList(),
    browser.scripting.getRegisteredContentScripts(),
  ]);
  const builtIn = builtInPatterns();
  // Without the never-list nothing may be read.
  const origins = (granted.origins ?? []).filter((origin) => !isForFeeds(origin));
  const wanted = never === undefined ? [] : wantedOrigins(origins, builtIn);
  const known = registered.filter(({ id }) => id.startsWith(PREFIX));
  // Browsers keep registrations, also those in which an older version named its script otherwise, or had it run at another time.
  const isRight = ({ id, js, runAt }: (typeof known)[number]) =>
    wanted.includes(id.slice(PREFIX.length)) && runAt === RUN_AT && js?.some((file) => file.endsWith(SCRIPT.slice(1))) === true;
  const gone = known.filter((script) => !isRight(script)).map(({ id }) => id);
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  const kept = known.filter(isRight).map(({ id }) => id);
  const added = wanted.filter((origin) => !kept.includes(PREFIX + origin));
  const excludeMatches = [...(never ?? []).flatMap((site) => hostPatterns(site.host)), ...builtIn];
  const failed: unknown[] = [];
  // One that the browser will not have must not keep the others from being read.
  for (const origin of added) await register(origin, excludeMatches).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw failed[0];
}

async function register(origin: string, excludeMatches: readonly string[]): Promise<void> {
  await browser.scripting.registerContentScripts([
    {
      id: PREFIX + origin,
      matches: [origin],
      excludeMatches,
      js: [SCRIPT],
      allFrames: true,
      runAt: RUN_AT,
      persistAcrossSessions: true,
    } as never,
  ]);
}

/** What was granted over and above the manifest; under "every page" the single sites are covered already. */
export function wantedOrigins(origins: readonly string[], builtIn: readonly string[]): readonly string[] {
  const extra = origins.filter((origin) => !builtIn.includes(origin));
  const broad = extra.find(isBroad);
  return broad === undefined ? extra : [broad];
}

export function builtInPatterns(): readonly string[] {
  const scripts = (browser.runtime.getManifest() as { content_scripts?: readonly { matches?: readonly string[] }[] }).content_scripts ?? [];
  return [...new Set(scripts.flatMap((script) => script.matches ?? []))];
}

function hostPatterns(host: string): readonly string[] {
  return /^[\d.]+$|^\[/.test(host) ? [`*://${host}/*`] : [`*://*.${host}/*`];
}

/** Milliseconds that a content script may take from its injection until it listens. */
const LONGEST_START = 2_000;

/** By tab, until when a silent page may still be starting. */
const injecting = new Map<number, number>();

/** Whether a tab is just getting its content script, or has got it and the script may not be listening yet. */
export function isInjecting(tabId: number): boolean {
  return (injecting.get(tabId) ?? 0) > Date.now();
}

/** Runs the content script in a tab, in every frame that may be reached. Rejects if the browser does not allow it. */
export async function injectReader(tabId: number): Promise<void> {
  injecting.set(tabId, Number.POSITIVE_INFINITY);
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [SCRIPT as never] });
    injecting.set(tabId, Date.now() + LONGEST_START);
  } catch (error) {
    injecting.delete(tabId);
    throw error;
  }
}
