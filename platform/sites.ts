import { browser } from 'wxt/browser';
import { trouble } from '../locales/told.ts';
import { hostOf, isPrivateNetwork, isUnder } from './addresses.ts';
import { isForFeeds } from './feed-access.ts';
import type { SiteState } from './messages.ts';
import { isWell, messageOf, report } from './report.ts';
import type { Settings } from './settings.ts';

/**
 * Which pages are read. In this order: what no extension may read; the never-list, which wins over everything the reader
 * or a site may say; pauses; then what the browser has granted, which holds the built-in sites as well.
 */

interface NeverSite {
  readonly host: string;
  readonly why: string;
}

export interface Access {
  readonly never: readonly NeverSite[];
  /** What the browser has granted, built-in sites included. */
  readonly origins: readonly SitePattern[];
}

/** A match pattern, read once: each question of a page is held against hundreds of them. */
export interface SitePattern {
  readonly isBroad: boolean;
  fits(at: Pick<URL, 'protocol' | 'hostname' | 'pathname' | 'search'>): boolean;
}

const STORES: readonly (readonly [string, RegExp])[] = [
  ['chromewebstore.google.com', /^/],
  ['chrome.google.com', /^\/webstore/],
  ['addons.mozilla.org', /^/],
  ['microsoftedge.microsoft.com', /^\/addons/],
];

interface PackagedSites {
  readonly never: readonly NeverSite[];
  /** Hosts that write of nothing but defence. */
  readonly defence: ReadonlySet<string>;
}

let packaged: Promise<PackagedSites | undefined> | undefined;

function packagedSites(): Promise<PackagedSites | undefined> {
  packaged ??= loadSites();
  return packaged;
}

/** The packaged never-list; undefined if it cannot be read, and then nothing is read at all. */
export async function neverList(): Promise<readonly NeverSite[] | undefined> {
  return (await packagedSites())?.never;
}

/** Hosts that write of nothing but defence; empty if the list cannot be read. */
export async function defenceHosts(): Promise<ReadonlySet<string>> {
  return (await packagedSites())?.defence ?? new Set();
}

async function loadSites(): Promise<PackagedSites | undefined> {
  try {
    const response = await fetch(browser.runtime.getURL('/packs/sites.json' as never));
    const { never, defence = [] } = (await response.json()) as { never: readonly NeverSite[]; defence?: readonly string[] };
    if (!Array.isArray(never) || never.some((site) => typeof site.host !== 'string' || site.host === ''))
      throw new Error('no list of hosts in it');
    isWell('sites');
    return { never, defence: new Set(defence) };
  } catch (error) {
    packaged = undefined;
    report('sites', trouble('never-list-missing', messageOf(error)));
    return undefined;
  }
}

/** What may be read now. Undefined if the never-list cannot be read. */
export async function readAccess(): Promise<Access | undefined> {
  const [never, granted] = await Promise.all([neverList(), browser.permissions.getAll()]);
  const origins = (granted.origins ?? []).filter((pattern) => !isForFeeds(pattern));
  return never === undefined ? undefined : { never, origins: origins.map(readPattern) };
}

export type SitePauses = Pick<Settings, 'pausedEverywhere' | 'pausedHosts'>;

/** Whether the page at `url` is read. `once`: the reader asked for this tab just once. */
export function siteState(url: string | undefined, access: Access | undefined, pauses: SitePauses, once = false): SiteState {
  const host = hostOf(url);
  if (url === undefined || url === '') return { state: 'unsupported', why: 'no-address' };
  if (host === undefined) return { state: 'unsupported', why: 'not-web' };
  if (access === undefined) return { state: 'unsupported', why: 'no-list' };
  const { protocol, hostname, pathname, search } = new URL(url);
  if (STORES.some(([store, pages]) => host === store && pages.test(pathname))) return { state: 'unsupported', why: 'store' };
  const never = access.never.find((site) => isUnder(host, site.host));
  if (never !== undefined) return { state: 'never', why: never.why };
  // As plain values: an address is asked for its parts through the browser each time.
  const at = { protocol, hostname, pathname, search };
  const granted = access.origins.filter((pattern) => pattern.fits(at));
  if (isPrivateNetwork(host) && granted.every((pattern) => pattern.isBroad)) {
    return { state: 'never', why: 'own-network' };
  }
  if (pauses.pausedEverywhere) return { state: 'paused' };
  if (pauses.pausedHosts.some((paused) => isUnder(host, paused))) return { state: 'paused-here' };
  return granted.length > 0 || once ? { state: 'reading' } : { state: 'not-read', canAsk: true };
}

/** "*://*∕*" and its like: every host there is. */
export function isBroad(pattern: string): boolean {
  return pattern === '<all_urls>' || /^[^:]+:\/\/\*\//.test(pattern);
}

/** Match patterns as the browsers read them: scheme, host with a leading "*.", path with "*". Ports do not count. What is none fits nowhere. */
export function readPattern(pattern: string): SitePattern {
  const parts = /^(\*|[a-z-]+):\/\/([^/]*)(\/.*)$/.exec(pattern === '<all_urls>' ? '*://*/*' : pattern);
  if (parts === null) return { isBroad: false, fits: () => false };
  const [, scheme, hostAndPort = '', path = ''] = parts;
  const host = hostAndPort.replace(/:(?:\d+|\*)$/, '');
  const under = host.startsWith('*.') ? host.slice(2) : undefined;
  const hostFits = (of: string): boolean => host === '*' || (under === undefined ? of === host : isUnder(of, under));
  const schemeFits = (of: string): boolean => (scheme === '*' ? of === 'http:' || of === 'https:' : of === `${scheme}:`);
  return {
    isBroad: isBroad(pattern),
    fits: ({ protocol, hostname, pathname, search }) =>
      hostFits(hostname) && schemeFits(protocol) && (path === '/*' || pathFits(path, pathname + search)),
  };
}

function pathFits(pattern: string, path: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
