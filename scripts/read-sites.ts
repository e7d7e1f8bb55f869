import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** One news site that is read from the start. */
export interface Site {
  readonly host: string;
  readonly name: string;
  readonly country?: string;
  readonly kind: string;
}

/** A host that is never read, whatever else is allowed. */
export interface NeverSite {
  readonly host: string;
  readonly why: string;
}

const data = new URL('../data/', import.meta.url);

/** The curated list, as it stands in `data/sites.yaml`. Cheap: the manifest is made from it on each build. */
export function readSites(): readonly Site[] {
  return parse(readFileSync(new URL('sites.yaml', data), 'utf8')) as readonly Site[];
}

export function readNever(): readonly NeverSite[] {
  return parse(readFileSync(new URL('never.yaml', data), 'utf8')) as readonly NeverSite[];
}

/** A match pattern for the host and all that is below it, over http and https. */
export function hostPattern(site: { readonly host: string }): string {
  return `*://*.${site.host}/*`;
}

/** The host of the feed that ships (`data/feed.json`), if there is one: Firefox must be allowed to reach it, else it tells the host which installation asks (platform/feed-access.ts). */
export function feedHosts(): readonly string[] {
  const file = new URL('feed.json', data);
  if (!existsSync(file)) return [];
  const { url } = JSON.parse(readFileSync(file, 'utf8')) as { readonly url: string };
  return [`https://${new URL(url).hostname}/*`];
}
