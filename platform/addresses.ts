/**
 * What an address tells: its host, and the form in which an article is known. Pure, so that tables can test it.
 */

/** Parameters that only say where the reader came from. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|mc_cid|mc_eid|_ga|_gl|ref_src|ref_url|smid|cmpid|ito|ocid|ns_.*|at_.*|ftag|xtor|mkt_tok|_hsenc|_hsmi|vero_id|wt_zmc|sr_share|share|__twitter_impression)$/i;

const LONGEST_URL = 2_000;

/** Second levels under which names are sold one by one, so that two sites there are not one ("co.uk", "com.ua"). */
const SECOND_LEVEL = /^(?:co|com|org|net|gov|edu|ac|mil|gob|gouv|gub|or|ne|go|in|info|biz|kiev|kyiv|lviv|nom|press|web)$/;

/** The host without a leading "www."; undefined for what is no web address. */
export function hostOf(url: string | undefined): string | undefined {
  const parsed = webUrl(url);
  return parsed === undefined ? undefined : parsed.hostname.replace(/^www\./, '').replace(/\.$/, '');
}

/** Scheme, host and port; undefined for what is no web address. */
export function originOf(url: string | undefined): string | undefined {
  return webUrl(url)?.origin;
}

/** Whether `host` is `of` or lies below it, label by label: "news.bbc.co.uk" under "bbc.co.uk", not "notbbc.co.uk". */
export function isUnder(host: string, of: string): boolean {
  return of !== '' && (host === of || host.endsWith(`.${of}`));
}

/** Whether a fragment is the route of an app ("#/news/2", "#!news"), so that another one is another page. */
export function isRoute(hash: string): boolean {
  return /^#[!/]/.test(hash);
}

/** The address without fragment (but for routes) and tracking; undefined for what is not http(s) or absurdly long. */
export function plainUrl(url: string | undefined): string | undefined {
  const parsed = webUrl(url);
  if (parsed === undefined) return undefined;
  if (!isRoute(parsed.hash)) parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  const kept = [...parsed.searchParams].filter(([name]) => !TRACKING.test(name));
  if (kept.length !== [...parsed.searchParams].length) parsed.search = new URLSearchParams(kept).toString();
  if (parsed.search === '') parsed.search = '';
  return parsed.href.length > LONGEST_URL ? undefined : parsed.href;
}

/**
 * The address under which an article is kept. What the page calls canonical counts only on the page's own site: no page
 * may write over another site's article. A canonical that is the bare front page is a common mistake of sites, and would
 * make one article of all; then the page's own address counts.
 */
export function canonicalUrl(stated: string | undefined, pageUrl: string): string | undefined {
  const page = plainUrl(pageUrl);
  if (page === undefined) return undefined;
  const canonical = plainUrl(absolute(stated, pageUrl));
  if (canonical === undefined) return page;
  const [a, b] = [new URL(canonical), new URL(page)];
  if (!isSameSite(a, b)) return page;
  if (a.pathname === '/' && a.search === '' && (b.pathname !== '/' || b.search !== '')) return page;
  return canonical;
}

function absolute(stated: string | undefined, base: string): string | undefined {
  if (stated === undefined || stated.trim() === '') return undefined;
  try {
    return new URL(stated, base).href;
  } catch {
    // What the page states is no address at all.
    return undefined;
  }
}

function isSameSite(a: URL, b: URL): boolean {
  if (isAddress(a.hostname) || isAddress(b.hostname)) return a.host === b.host;
  return siteOf(a.hostname) === siteOf(b.hostname) && a.port === b.port;
}

/**
 * The registrable domain, near enough. Where it errs it takes too much of the name, never too little, so that two owners
 * are not thought one: no public suffix list is needed for that.
 */
export function siteOf(hostname: string): string {
  const labels = hostname.replace(/\.$/, '').split('.');
  const top = labels.at(-1) ?? '';
  const second = labels.at(-2) ?? '';
  const shared = SECOND_LEVEL.test(second) || (top.length === 2 && second.length <= 2) || SHARED_HOSTS.has(`${second}.${top}`);
  return labels.slice(shared ? -3 : -2).join('.');
}

/** Hosts below which each name has another owner. */
const SHARED_HOSTS = new Set(
  'blogspot.com,wordpress.com,substack.com,medium.com,github.io,gitlab.io,pages.dev,workers.dev,netlify.app,vercel.app,web.app,firebaseapp.com,herokuapp.com,appspot.com,azurewebsites.net,cloudfront.net,amazonaws.com,tumblr.com,livejournal.com,wixsite.com,weebly.com,ghost.io,hatenablog.com,typepad.com,neocities.org,over-blog.com'.split(
    ',',
  ),
);

export function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Machines of the reader's own network: routers, intranets, printers. */
export function isPrivateNetwork(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '').toLowerCase();
  if (host === 'localhost' || /\.(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/.test(host)) return true;
  if (host.startsWith('[')) return /^\[(?:::1?\]|f[cd]|fe[89ab]|::ffff:)/.test(host);
  if (!isAddress(host)) return !host.includes('.');
  const [a = 0, b = 0] = host.split('.').map(Number);
  return (
    a === 10 ||
    a === 127 ||
    a === 0 ||
    (a === 192 && b === 168) ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b <= 127)
  );
}

function webUrl(url: string | undefined): URL | undefined {
  if (url === undefined) return undefined;
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : undefined;
  } catch {
    // Not an address at all.
    return undefined;
  }
}
