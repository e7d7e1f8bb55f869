import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { fingerprintOf } from '../../core/fingerprint.ts';
import { languageOf } from '../../core/language.ts';
import type { ArticleInfo, PageOutline } from '../messages.ts';
import { proseIn, takeAway } from './around.ts';
import { dayInWords } from './day-in-words.ts';
import { readMeta } from './meta.ts';
import { type Owned, ownedBlocks } from './owners.ts';
import { parsePage } from './parse-page.ts';
import { isStub } from './stub.ts';

/**
 * Which blocks make the article, and what it is called: told from what the content script wrote down of the page, in a context of our own.
 *
 * Readability works on a copy and takes it apart; so the elements carry the ids of the blocks that they own, and what is left in Readability's
 * result says which blocks are the body.
 */

const IDS = 'data-muster-blocks';
/** Shorter than this (UTF-16 units), a text is no article. */
const SHORTEST = 80;
/** A row of paragraphs as long as this is an article, whatever else is on the page. */
const PROSE = 1_200;
/** A text as long as this is a paragraph, and no dateline or label. */
const PARAGRAPH = 60;
/** Blocks after a headline among which the date is looked for. */
const NEAR_HEAD = 12;
const HEADING = /^h[1-6]$/;
const SENTENCE_END = /[.!?…。！？।»«”"“」』)]\s*$/;
/** What a picture's credit begins with, in the languages that we meet most. */
const CREDIT =
  /^[([]?\s*(?:©|copyright\b|(?:photos?|fotos?|fotografie|bild|bilder|image|images|picture|symbolbild|imagen|zdj\.?|fot\.?|foto?grafía|crédito|credit|image credit|photo credit|bildquelle|quelle)\s*(?::|by\b|copyright\b|caption\b))/i;
/** Texts as long as this are known again by their words alone. */
const TELLING = 60;

/** `rest` is awaited between the steps, each of which is one task: for a context that has others to answer meanwhile. */
export async function readArticle(
  { html, type, blocks }: PageOutline,
  address: string,
  rest: () => Promise<void> = async () => undefined,
): Promise<ArticleInfo> {
  const page = parsePage(html);
  await rest();
  const owned = ownedBlocks(page, blocks);
  await rest();
  const meta = readMeta(page, address);
  const isPlain = type === 'text/plain';
  const body = isPlain ? allOf(owned) : await bodyOf(page, owned, meta.saysArticle, rest);
  await rest();
  const { saysArticle: _says, access, title, lang: stated, ...told } = meta;
  const inBody = new Set(body);
  const ofBody = owned.filter(({ id }) => inBody.has(id));
  const texts = ofBody.map(({ text }) => text);
  const lang = languageOf(texts.join('\n'), stated) ?? languageOf(owned.map(({ text }) => text).join('\n'), stated);
  const print = fingerprintOf(texts);
  const published = meta.published ?? (body === undefined ? undefined : shownDate(page, owned, inBody, lang));
  return {
    ...told,
    title: title ?? firstWords(owned) ?? new URL(address).pathname,
    ...(lang === undefined ? {} : { lang }),
    ...(published === undefined ? {} : { published }),
    ...(body === undefined ? {} : { body }),
    ...(isStub(page, access, ofBody, owned) ? { partial: true } : {}),
    ...(print === undefined ? {} : { print }),
  };
}

/** The first day that is written near the headline: within a few blocks of it, or before the text begins. */
function shownDate(page: Document, owned: readonly Owned[], body: ReadonlySet<number>, lang: string | undefined): string | undefined {
  const title = page.querySelector('h1');
  const head = title === null ? -1 : owned.findIndex(({ owner }) => title.contains(owner));
  const first = owned.findIndex(({ id, text }) => body.has(id) && text.trim().length >= PARAGRAPH);
  const from = head < 0 ? Math.max(0, first - NEAR_HEAD) : Math.max(0, head - 4);
  const to = Math.max(head + NEAR_HEAD, Math.min(first, head + 2 * NEAR_HEAD));
  for (const { text } of owned.slice(from, to + 1)) {
    const day = dayInWords(text, lang);
    if (day !== undefined) return day;
  }
  const named = owned.filter(({ owner }) => owner.closest('[class*="publish" i], [class*="date" i]:not([class*="update" i])') !== null);
  return named.map(({ text }) => dayInWords(text, lang)).find((day) => day !== undefined);
}

function firstWords(owned: readonly Owned[]): string | undefined {
  return owned[0]?.text.trim().split('\n')[0]?.slice(0, 120);
}

function allOf(owned: readonly Owned[]): readonly number[] | undefined {
  return owned.length > 0 ? owned.map(({ id }) => id) : undefined;
}

async function bodyOf(
  page: Document,
  owned: readonly Owned[],
  saysArticle: boolean,
  rest: () => Promise<void>,
): Promise<readonly number[] | undefined> {
  if (!isArticle(page, owned, saysArticle)) return undefined;
  await rest();
  const copy = taggedCopy(page, owned);
  await rest();
  takeAway(copy);
  await rest();
  // Readability takes the copy apart: what is wanted of it otherwise is looked up before.
  const main = mainPart(copy);
  const prose = main.filter(({ text, owner }) => text.trim().length >= PARAGRAPH && linkShare(owner) < 0.5);
  await rest();
  const read = readable(copy, owned);
  const isTorn = lengthOf(read) * 2 < lengthOf(prose);
  const body = lengthOf(read) >= SHORTEST && !isTorn ? read : main;
  if (lengthOf(body) < SHORTEST) return undefined;
  await rest();
  const kept = new Set(body.map(({ id }) => id));
  const head = headOf(page, owned, kept);
  return trimmed(
    owned.filter(({ id }) => kept.has(id) || head.has(id)),
    head,
  ).map(({ id }) => id);
}

/** Without links that stand for themselves, credits of pictures, and the small things that stand before the first paragraph and after the last. */
function trimmed(body: readonly Owned[], head: ReadonlySet<number>): readonly Owned[] {
  const isParagraph = ({ text, owner }: Owned) =>
    text.trim().length >= PARAGRAPH && !HEADING.test(owner.localName) && owner.closest('h1') === null && linkShare(owner) < 0.7;
  const first = body.findIndex(isParagraph);
  const last = body.findLastIndex(isParagraph);
  if (first < 0) return body;
  return body.filter((block, at) => {
    if (head.has(block.id)) return true;
    const text = block.text.trim();
    if (isLink(block) || (text.length < 2 * PARAGRAPH && CREDIT.test(text))) return false;
    if (at < first - 1 || (at === first - 1 && !HEADING.test(block.owner.localName))) return SENTENCE_END.test(text);
    return at <= last || SENTENCE_END.test(text);
  });
}

/** A teaser, "read more": all of its text is one link, or it is the headline in one. */
function isLink({ owner }: Owned): boolean {
  const around = owner.closest('a[href]');
  if (around !== null) return !(around.getAttribute('href') ?? '').startsWith('#');
  return !HEADING.test(owner.localName) && owner.querySelector('a[href]:not([href^="#"])') !== null && linkShare(owner) > 0.9;
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
  for (const [owner, own] of Map.groupBy(owned, (one) => one.owner)) owner.setAttribute(IDS, own.map(({ id }) => id).join(' '));
  return page.cloneNode(true) as Document;
}

/** The blocks in the <article> that has most of the prose, in <main>, or in all paragraphs. */
function mainPart(copy: Document): readonly Owned[] {
  const articles = [...copy.querySelectorAll('article')].map((article) => ({ article, prose: proseIn(article) }));
  const most = Math.max(0, ...articles.map(({ prose }) => prose));
  const top =
    articles.length === 1 || most * 2 > proseIn(copy)
      ? articles.find(({ prose }) => prose === most)?.article
      : copy.querySelector('main, [role="main"]');
  const elements = top ? [top, ...top.querySelectorAll(`[${IDS}]`)] : [...copy.querySelectorAll('p, blockquote, h1')];
  return elements.filter((element) => linkShare(element) < 0.7).flatMap(tagged);
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
