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
  /** Match patterns that the browser has granted, built-in ones included. */
  readonly origins: readonly string[];
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
  return never === undefined ? undefined : { never, origins: (granted.origins ?? []).filter((pattern) => !isForFeeds(pattern)) };
}

export type SitePauses = Pick<Settings, 'pausedEverywhere' | 'pausedHosts'>;

/** Whether the page at `url` is read. `once`: the reader asked for this tab just once. */
export function siteState(url: string | undefined, access: Access | undefined, pauses: SitePauses, once = false): SiteState {
  const host = hostOf(url);
  if (url === undefined || url === '') return { state: 'unsupported', why: 'no-address' };
  if (host === undefined) return { state: 'unsupported', why: 'not-web' };
  if (access === undefined) return { state: 'unsupported', why: 'no-list' };
  const path = new URL(url).pathname;
  if (STORES.some(([store, pages]) => host === store && pages.test(path))) return { state: 'unsupported', why: 'store' };
  const never = access.never.find((site) => isUnder(host, site.host));
  if (never !== undefined) return { state: 'never', why: never.why };
  const granted = access.origins.filter((pattern) => matchesPattern(pattern, url));
  if (isPrivateNetwork(host) && !granted.some((pattern) => !isBroad(pattern))) {
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

/** Match patterns as the browsers read them: scheme, host with a leading "*.", path with "*". Ports do not count. */
export function matchesPattern(pattern: string, url: string): boolean {
  const { protocol, hostname, pathname, search } = new URL(url);
  const web = protocol === 'http:' || protocol === 'https:';
  if (pattern === '<all_urls>') return web;
  const parts = /^(\*|[a-z-]+):\/\/([^/]*)(\/.*)$/.exec(pattern);
  if (parts === null) return false;
  const [, scheme, patternHost = '', path = ''] = parts;
  if (scheme === '*' ? !web : `${scheme}:` !== protocol) return false;
  const host = patternHost.replace(/:(?:\d+|\*)$/, '');
  const hostFits = host === '*' || (host.startsWith('*.') ? isUnder(hostname, host.slice(2)) : hostname === host);
  return hostFits && pathFits(path, pathname + search);
}

function pathFits(pattern: string, path: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
