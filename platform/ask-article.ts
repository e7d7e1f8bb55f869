import { browser } from 'wxt/browser';
import { isFingerprint } from '../core/fingerprint.ts';
import { plainUrl } from './addresses.ts';
import { askPage } from './ask.ts';
import { pageOutline } from './message-shapes.ts';
import type { ArticleInfo } from './messages.ts';
import { readOutline } from './read-outline.ts';
import { messageOf } from './report.ts';
import { type PageDocument, TOP } from './tabs.ts';

export type Asked = { readonly info: ArticleInfo | undefined } | 'left' | 'not-asked';

/**
 * Has the page written down by its content script, and its article found from that. The tab may have gone on to another page: what that one says
 * counts for nothing here.
 */
export async function askArticle(tabId: number, document: PageDocument): Promise<Asked> {
  const isLeft = async () => {
    const url = (await browser.tabs.get(tabId).catch(() => undefined))?.url;
    return plainUrl(url) !== plainUrl(document.url);
  };
  try {
    const outline = await askPage(tabId, TOP, 'outline');
    if (await isLeft()) return 'left';
    // A page may have taken over its content script.
    return { info: toArticleInfo(await readOutline(pageOutline(outline, 'outline'), document.url)) };
  } catch (error) {
    // The tab was closed, or went on to a page that may not be read: nothing to keep, and nothing is wrong.
    if (await isLeft()) return 'left';
    console.debug(`Muster: no article in ${document.doc}: ${messageOf(error)}`);
    return 'not-asked';
  }
}

const LONGEST_FIELD = 500;

/** What a page says of itself, cut to size; undefined if it is not even of the right shape. */
export function toArticleInfo(value: unknown): ArticleInfo | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const map = value as Readonly<Record<string, unknown>>;
  const text = (key: string) => {
    const field = map[key];
    return typeof field === 'string' && field.trim() !== '' ? field.trim().slice(0, LONGEST_FIELD) : undefined;
  };
  const optional = <K extends string>(key: K) => {
    const field = text(key);
    return (field === undefined ? {} : { [key]: field }) as { [P in K]?: string };
  };
  const body = Array.isArray(map.body) ? [...new Set(map.body)].filter((id): id is number => typeof id === 'number') : undefined;
  return {
    canonical: typeof map.canonical === 'string' ? map.canonical : '',
    title: text('title') ?? '',
    ...optional('publisher'),
    ...optional('published'),
    ...optional('lang'),
    ...optional('byline'),
    ...(body === undefined ? {} : { body }),
    ...(map.partial === true ? { partial: true } : {}),
    ...(isFingerprint(map.print) ? { print: map.print } : {}),
  };
}
