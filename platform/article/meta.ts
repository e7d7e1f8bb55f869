import { isRoute } from '../addresses.ts';
import type { Access } from './stub.ts';

/** What a page says of its article outside of the text: JSON-LD, OpenGraph and other meta tags, microdata, `<time>`. */
export interface PageMeta {
  readonly canonical: string;
  readonly title?: string;
  readonly publisher: string;
  /** ISO 8601, as the page states it. */
  readonly published?: string;
  readonly lang?: string;
  readonly byline?: string;
  /** The page calls itself an article. */
  readonly saysArticle: boolean;
  readonly access: Access;
}

type Item = Readonly<Record<string, unknown>>;

/** JSON-LD beyond this length (UTF-16 units) is a product list, not an article. */
const LONGEST_JSON = 1_000_000;
const ARTICLE_TYPE = /(?:Article|BlogPosting|Reportage|Report|LiveBlogPosting)$/;
/** What stands on an article's page and has a date of its own. */
const ASIDE_TYPE = /Comment|(?<!Claim)Review$|ImageObject|VideoObject|Answer|Product|Event|Person|Organization/;
const TRACKING = /^(?:utm_|fbclid$|gclid$|mc_|ref$|cmpid$|xtor$|at_)/i;

export function readMeta(page: Document, address: string): PageMeta {
  const items = jsonLd(page);
  const article = items.find((item) => typesOf(item).some((type) => ARTICLE_TYPE.test(type)));
  const title = titleFrom(page, article);
  const published = publishedFrom(page, items, article, address);
  const lang = langFrom(page, article);
  const byline = bylineFrom(page, article);
  return {
    canonical: canonicalFrom(page, address),
    publisher: textFrom(meta(page, 'og:site_name')) ?? nameOf(article?.publisher) ?? new URL(address).hostname.replace(/^www\./, ''),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(lang === undefined ? {} : { lang }),
    ...(byline === undefined ? {} : { byline }),
    saysArticle: article !== undefined || meta(page, 'og:type') === 'article' || meta(page, 'article:published_time') !== undefined,
    access: accessFrom(page, article),
  };
}

/** schema.org's `isAccessibleForFree` of the article and of its parts; `article:content_tier` as Facebook had it. */
function accessFrom(page: Document, article: Item | undefined): Access {
  const isFalse = (item: Item | undefined) => /^(?:https?:\/\/schema\.org\/)?false$/i.test(String(item?.isAccessibleForFree));
  const parts = [article?.hasPart].flat().filter(isItem).filter(isFalse);
  const locked = isFalse(article) || parts.length > 0 || meta(page, 'article:content_tier')?.toLowerCase() === 'locked';
  const selectors = parts
    .flatMap((part) => [part.cssSelector].flat())
    .filter((one): one is string => typeof one === 'string' && one !== '');
  return { locked, selectors };
}

/** The content of the first meta tag with this property or name. */
function meta(page: Document, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const content = page.querySelector(`meta[${key}="${name}" i]`)?.getAttribute('content')?.trim();
      if (content) return content;
    }
  }
  return undefined;
}

/** All items of all JSON-LD scripts, those nested in lists and graphs included. */
function jsonLd(page: Document): readonly Item[] {
  const items: Item[] = [];
  const collect = (value: unknown, depth: number): void => {
    if (depth > 6 || items.length > 2_000) return;
    if (Array.isArray(value)) for (const one of value) collect(one, depth + 1);
    if (!isItem(value)) return;
    items.push(value);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'hasPart']) collect(value[key], depth + 1);
  };
  for (const script of page.querySelectorAll('script[type="application/ld+json" i]')) collect(parsed(script.textContent ?? ''), 0);
  return items;
}

/** JSON as pages write it: in comments, with raw line breaks in strings. Undefined if it cannot be read even so. */
function parsed(text: string): unknown {
  if (text.length > LONGEST_JSON) return undefined;
  const bare = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*;?\s*$/, '');
  for (const attempt of [bare, [...bare].map((unit) => (unit < ' ' ? ' ' : unit)).join('')]) {
    try {
      return JSON.parse(attempt);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(item: Item): readonly string[] {
  const type = item['@type'];
  return (Array.isArray(type) ? type : [type]).filter((one): one is string => typeof one === 'string');
}

function nameOf(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return textFrom(isItem(one) ? one.name : one);
}

/** A string with white space folded; undefined if it is none, empty, or an address. */
function textFrom(value: unknown, longest = 500): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = plain(value).replace(/\s+/g, ' ').trim();
  return text === '' || text.length > longest || /^https?:\/\//.test(text) ? undefined : text;
}

/** Titles in JSON-LD and meta tags are often escaped once too often. */
function plain(text: string): string {
  if (!/&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(text)) return text;
  return new DOMParser().parseFromString(text.replaceAll('<', '&lt;'), 'text/html').body.textContent ?? text;
}

function titleFrom(page: Document, article: Item | undefined): string | undefined {
  const named = textFrom(article?.headline) ?? textFrom(meta(page, 'og:title', 'twitter:title'));
  const heads = [...page.querySelectorAll('h1')].map((head) => textFrom(head.textContent)).filter((head) => head !== undefined);
  const within = textFrom(page.title) ?? '';
  // The headline as readers see it, if it is one: not the name of the site in a <h1>.
  const head = heads.find((one) => sharesWords(one, named ?? within));
  return head ?? named ?? (heads.length === 1 ? heads[0] : undefined) ?? textFrom(page.title);
}

function sharesWords(one: string, other: string): boolean {
  const words = new Set(other.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const own = one.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return own.length >= 3 && own.filter((word) => words.has(word)).length * 2 >= own.length;
}

function publishedFrom(page: Document, items: readonly Item[], article: Item | undefined, address: string): string | undefined {
  const stamp = (selector: string): readonly (string | null | undefined)[] =>
    [...page.querySelectorAll(selector)]
      .slice(0, 3)
      .flatMap((element) => [element.getAttribute('content'), element.getAttribute('datetime'), element.textContent]);
  const stated: readonly unknown[] = [
    article?.datePublished,
    meta(
      page,
      'article:published_time',
      'og:article:published_time',
      'og:published_time',
      'parsely-pub-date',
      'datePublished',
      'cXenseParse:recs:publishtime',
    ),
    meta(
      page,
      'dc.date',
      'dc.date.issued',
      'dcterms.created',
      'dcterms.issued',
      'dcterms.date',
      'sailthru.date',
      'article.published',
      'publish-date',
      'pubdate',
      'date',
    ),
    ...stamp('[itemprop~="datePublished"]'),
    ...stamp('time[pubdate][datetime]'),
    // Fact checks, films, pages: whatever states one.
    items.find((item) => isoDate(item.datePublished) !== undefined && !ASIDE_TYPE.test(typesOf(item).join(' ')))?.datePublished,
    article?.dateCreated,
    ...[...page.querySelectorAll('article time[datetime], main time[datetime], header time[datetime]')]
      .slice(0, 1)
      .map((time) => time.getAttribute('datetime')),
    /\/(20\d\d)[/-](\d\d)[/-](\d\d)(?:[/-]|$)/.exec(address)?.slice(1).join('-'),
    ...[...page.querySelectorAll('time[datetime]')].slice(0, 1).map((time) => time.getAttribute('datetime')),
  ];
  for (const value of stated) {
    const date = isoDate(value);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** An ISO date or date-time from what pages write for one; undefined if it is another thing or a day that never was. */
export function isoDate(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .trim()
    .replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
    .replace(/^(\d{4})\/(\d\d)\/(\d\d)/, '$1-$2-$3');
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]\s*(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?/i.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, time, zone] = parts;
  const date = `${year}-${month}-${day}`;
  const moment = new Date(`${date}T00:00:00Z`);
  // JavaScript would read 31 February as 3 March.
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(date) || Number(year) < 1980 || Number(year) > 2100)
    return undefined;
  if (time === undefined) return date;
  return `${date}T${time}${zone === undefined ? '' : /^[a-z]/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)?$/, (_all, hours, minutes = '00') => `${hours}:${minutes}`)}`;
}

function langFrom(page: Document, article: Item | undefined): string | undefined {
  const stated = [page.documentElement?.getAttribute('lang'), article?.inLanguage, meta(page, 'og:locale', 'content-language', 'language')];
  for (const value of stated) {
    const tag = typeof value === 'string' ? value.trim().replaceAll('_', '-') : '';
    if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return tag;
  }
  return undefined;
}

/** Names with commas between: as JSON-LD, meta tags, links or microdata give them, whichever does first. */
function bylineFrom(page: Document, article: Item | undefined): string | undefined {
  const shown = (selector: string) =>
    [...page.querySelectorAll(selector)].map((element) => authorFrom(element.getAttribute('content') ?? element.textContent));
  const stated = [
    [article?.author].flat().map((author) => authorFrom(nameOf(author))),
    ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl'].map((name) => authorFrom(meta(page, name))),
    shown('[rel~="author"]'),
    shown('[itemprop~="author"] [itemprop~="name"], [itemprop~="author"]:not(:has([itemprop~="name"]))'),
  ];
  for (const [at, list] of stated.entries()) {
    const names = [...new Set(list.filter((name) => name !== undefined))];
    // Of several meta tags each names all.
    if (names.length > 0) return textFrom(names.slice(0, at === 1 ? 1 : 5).join(', '), 200);
  }
  return undefined;
}

/** A name without "By" before it; no address, and no sentence. */
function authorFrom(value: string | null | undefined): string | undefined {
  const name = textFrom(value, 120)?.replace(/^(?:by|von|par|por|di|door|av|od|автор)[\s:]+/iu, '');
  return name === undefined || name === '' || /@|www\./.test(name) ? undefined : name;
}

function canonicalFrom(page: Document, address: string): string {
  const here = new URL(address);
  const stated = [page.querySelector('link[rel~="canonical" i]')?.getAttribute('href'), meta(page, 'og:url')];
  for (const value of stated) {
    const url = value ? parsedUrl(value, address) : undefined;
    // Many sites name their front page on every page.
    if (url !== undefined && (url.pathname !== '/' || url.search !== '' || here.pathname === '/')) return plainUrl(url);
  }
  return plainUrl(here);
}

function parsedUrl(value: string, base: string): URL | undefined {
  const url = URL.canParse(value, base) ? new URL(value, base) : undefined;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined;
}

function plainUrl(url: URL): string {
  const plainer = new URL(url);
  if (!isRoute(plainer.hash)) plainer.hash = '';
  for (const key of [...plainer.searchParams.keys()]) if (TRACKING.test(key)) plainer.searchParams.delete(key);
  return plainer.href;
}
