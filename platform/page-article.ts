import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { fingerprintOf } from '../core/fingerprint.ts';
import { languageOf } from '../core/language.ts';
import type { ArticleInfo } from './messages.ts';
import type { MusterBlocks } from './page-book.ts';
import { readMeta } from './page-meta.ts';

/**
 * Which blocks make the article, and what it is called.
 *
 * Readability works on a copy and takes it apart; so the copy's elements carry the ids of the blocks that they own, and what is left in
 * Readability's result says which blocks are the body. The page itself is only read.
 */

interface Owned {
  readonly id: number;
  readonly text: string;
  readonly owner: Element;
}

const IDS = 'data-muster-blocks';
/** What stands around articles. Only ever taken out of the copy, and only if it is not most of the page. */
const AROUND = [
  'nav, aside, footer, dialog, [role="navigation"], [role="contentinfo"], [role="complementary"], [role="search"], [role="dialog"], [aria-modal="true"]',
  ...[
    'comments',
    'comment-list',
    'disqus',
    'related',
    'recirc',
    'read-more',
    'more-stories',
    'more-from',
    'most-read',
    'most-popular',
    'trending',
    'newsletter',
    'promo',
    'paywall-offer',
    'share-bar',
    'social-share',
    'breadcrumb',
    'cookie',
    'consent',
    'taboola',
    'outbrain',
    'recommended',
    'recommendations',
    'also-read',
    'readalso',
    'see-also',
    'teaser-list',
  ].map((word) => `[class*="${word}" i], [id*="${word}" i]`),
].join(', ');
/** Shorter than this (UTF-16 units), a text is no article. */
const SHORTEST = 80;
/** A row of paragraphs as long as this is an article, whatever else is on the page. */
const PROSE = 1_200;
/** Texts as long as this are known again by their words alone. */
const TELLING = 60;

export function readArticle(page: Document, blocks: MusterBlocks, address: string): ArticleInfo {
  const meta = readMeta(page, address);
  const owned = ownedBlocks(page, blocks);
  const body = bodyOf(page, owned, meta.saysArticle);
  const { saysArticle: _says, title, lang: stated, ...rest } = meta;
  const inBody = new Set(body);
  const texts = owned.filter(({ id }) => inBody.has(id)).map(({ text }) => text);
  const lang = languageOf((body === undefined ? owned.map(({ text }) => text) : texts).join('\n'), stated);
  const print = fingerprintOf(texts);
  return {
    ...rest,
    title: title ?? firstWords(owned) ?? new URL(address).pathname,
    ...(lang === undefined ? {} : { lang }),
    ...(body === undefined ? {} : { body }),
    ...(print === undefined ? {} : { print }),
  };
}

function firstWords(owned: readonly Owned[]): string | undefined {
  return owned[0]?.text.trim().split('\n')[0]?.slice(0, 120);
}

/** The blocks of the light tree, in the order of the document. */
function ownedBlocks(page: Document, blocks: MusterBlocks): readonly Owned[] {
  const found = new Map<number, Owned>();
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const { id, text, owner } of blocks.at(node as Text))
      if (owner instanceof Element && !found.has(id)) found.set(id, { id, text, owner });
  }
  return [...found.values()];
}

function bodyOf(page: Document, owned: readonly Owned[], saysArticle: boolean): readonly number[] | undefined {
  if (page.contentType === 'text/plain') return owned.length > 0 ? owned.map(({ id }) => id) : undefined;
  if (!isArticle(page, owned, saysArticle)) return undefined;
  const copy = taggedCopy(page, owned);
  for (const element of [...copy.querySelectorAll(AROUND)]) if (isAside(element, copy)) element.remove();
  const main = mainPart(copy);
  const read = readable(copy, owned);
  const body = lengthOf(read) >= SHORTEST ? read : main;
  if (lengthOf(body) < SHORTEST) return undefined;
  const kept = new Set(body.map(({ id }) => id));
  const head = headOf(page, owned, kept);
  return owned.filter(({ id }) => kept.has(id) || head.has(id)).map(({ id }) => id);
}

/** An article, a page that says so, or a short report: not a list of teasers, not a form. */
function isArticle(page: Document, owned: readonly Owned[], saysArticle: boolean): boolean {
  if (saysArticle) return true;
  if (longestProse(page) >= PROSE) return true;
  // A front page is many small articles.
  const teasers = [...page.querySelectorAll('article')].filter(
    (article) => article.querySelector('h2 a, h3 a, h4 a, a h2, a h3, a h4') !== null,
  );
  if (teasers.length >= 4) return false;
  if (isProbablyReaderable(page, { visibilityChecker: () => true })) return true;
  const prose = owned.filter(({ owner, text }) => isProse(owner) && text.length > 60 && linkShare(owner) < 0.5);
  const all = lengthOf(owned);
  return all > 0 && lengthOf(prose) >= Math.min(SHORTEST, all / 2) && lengthOf(prose) * 2 >= all;
}

/** Length of the longest row of paragraphs with one parent: teasers have a parent each. */
function longestProse(page: Document): number {
  const rows = new Map<Element | null, number>();
  for (const p of page.querySelectorAll('p')) {
    const length = (p.textContent ?? '').trim().length;
    if (length > 80 && linkShare(p) < 0.5) rows.set(p.parentElement, (rows.get(p.parentElement) ?? 0) + length);
  }
  return Math.max(0, ...rows.values());
}

function isProse(owner: Element): boolean {
  return owner.localName === 'p' || owner.localName === 'blockquote' || owner.closest('article, main') !== null;
}

function taggedCopy(page: Document, owned: readonly Owned[]): Document {
  const copy = page.cloneNode(true) as Document;
  const ids = new Map<Element, number[]>();
  for (const { owner, id } of owned) ids.set(owner, [...(ids.get(owner) ?? []), id]);
  const one = page.createTreeWalker(page, NodeFilter.SHOW_ELEMENT);
  const other = copy.createTreeWalker(copy, NodeFilter.SHOW_ELEMENT);
  // A copy has the same shape, so two walks side by side meet the same elements.
  while (one.nextNode() !== null && other.nextNode() !== null) {
    const own = ids.get(one.currentNode as Element);
    if (own !== undefined) (other.currentNode as Element).setAttribute(IDS, own.join(' '));
  }
  return copy;
}

/** Whether an element that is named like something beside the article is small enough to be that. */
function isAside(element: Element, copy: Document): boolean {
  if (!element.isConnected || element.matches('html, body, main, article') || element.querySelector('h1, article h2 ~ p') !== null)
    return false;
  const paragraphs = (top: ParentNode): number => [...top.querySelectorAll('p')].reduce((sum, p) => sum + (p.textContent ?? '').length, 0);
  return paragraphs(element) * 4 < paragraphs(copy) || (paragraphs(element) === 0 && (element.textContent ?? '').length < 2_000);
}

/** The blocks in the one <article> or <main>, or in all paragraphs: for pages too short for Readability. */
function mainPart(copy: Document): readonly Owned[] {
  const articles = [...copy.querySelectorAll('article')];
  const top = articles.length === 1 ? articles[0] : copy.querySelector('main, [role="main"]');
  const elements =
    top === null || top === undefined ? [...copy.querySelectorAll('p, blockquote, h1')] : [top, ...top.querySelectorAll('*')];
  return elements.filter((element) => linkShare(element) < 0.7).flatMap((element) => tagged(element));
}

function tagged(element: Element): readonly Owned[] {
  const ids = element.getAttribute(IDS)?.split(' ') ?? [];
  return ids.map((id) => ({ id: Number(id), text: element.textContent ?? '', owner: element }));
}

function readable(copy: Document, owned: readonly Owned[]): readonly Owned[] {
  const result = new Readability<Element>(copy, {
    charThreshold: 250,
    keepClasses: false,
    disableJSONLD: true,
    serializer: (node) => node as Element,
  }).parse();
  const content = result?.content;
  if (content === undefined || content === null) return [];
  const kept = new Set([content, ...content.querySelectorAll(`[${IDS}]`)].flatMap((element) => tagged(element).map(({ id }) => id)));
  const all = squeeze(content.textContent ?? '');
  return owned.filter(({ id, text }) => {
    const words = squeeze(text).slice(0, 200);
    // Readability puts paragraphs in the place of elements, and their ids are lost with them.
    return (kept.has(id) || words.length >= TELLING) && all.includes(words);
  });
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The headline, and what stands between it and the body if it is a sentence: Readability drops the one and often the other. */
function headOf(page: Document, owned: readonly Owned[], kept: ReadonlySet<number>): ReadonlySet<number> {
  const first = owned.findIndex(({ id }) => kept.has(id));
  const heads = new Set<Element>(page.querySelectorAll('h1'));
  const before = owned.slice(0, Math.max(first, 0));
  const start = before.findLastIndex(({ owner }) => owner.closest('h1') !== null && heads.has(owner.closest('h1') as Element));
  if (start < 0) return new Set();
  const between = before.slice(start + 1);
  const lede = between.filter(
    ({ text, owner }) => text.trim().length >= 60 && linkShare(owner) < 0.3 && owner.closest('nav, aside, footer, figure') === null,
  );
  return new Set([before[start] as Owned, ...(between.length <= 15 ? lede : [])].map(({ id }) => id));
}

function lengthOf(blocks: readonly { readonly text: string }[]): number {
  return blocks.reduce((sum, { text }) => sum + text.trim().length, 0);
}

/** How much of an element's text is in links, 0 to 1. */
function linkShare(element: Element): number {
  const all = (element.textContent ?? '').length;
  const linked = [...element.querySelectorAll('a')].reduce((sum, link) => sum + (link.textContent ?? '').length, 0);
  return all === 0 ? 0 : linked / all;
}
