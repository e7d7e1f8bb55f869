import { browser } from 'wxt/browser';
import { countArticle } from '../core/cooccurrence.ts';
import type { ReadBlock } from '../core/link.ts';
import type { Mention } from '../core/mention.ts';
import { refusal, trouble } from '../locales/told.ts';
import { canonicalUrl, hostOf, isUnder, plainUrl } from './addresses.ts';
import { askArticle } from './ask-article.ts';
import type { Database } from './db.ts';
import { documentsOf, dropArticle, eraseArticles, eraseOld, keptFrom, spanOf } from './erasing.ts';
import type { ArticleInfo, EraseScope, PageView } from './messages.ts';
import { dropVerdicts } from './permission.ts';
import { learnDate } from './reading.ts';
import { isQuota, isWell, messageOf, report } from './report.ts';
import { readSettings } from './settings.ts';
import { database } from './storage.ts';
import { allTabs, changed, type PageDocument, shownTabs, type Tab, TOP, tabOf } from './tabs.ts';
import { eraseUnkept } from './verdicts.ts';
import { keepAndTell } from './watched.ts';

/**
 * From a page that was read to an article in the log. Some time after the last change of the top document its article is
 * asked for, counted, and kept, unless the window is private, recording is off, or storage is refused: then it is counted
 * for the popup and nothing else.
 */

/** Milliseconds of quiet before a page is looked at, at first and later; and the longest that restlessness may put it off. */
export const QUIET = { first: 1_500, later: 5_000, longest: 15_000 } as const;

/** Milliseconds after which a page that could not be looked at or kept is tried again; then the reader is told. */
export const RETRIES: readonly number[] = [1_000, 4_000, 12_000];

const ERASED = 'erased';
const MOST_ERASED = 500;

interface Planned {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly since: number;
}

const planned = new Map<number, Planned>();
/** What was last looked at, by document: unchanged mentions at an unchanged address need no second look. */
const looked = new WeakMap<PageDocument, string>();
const failures = new WeakMap<PageDocument, number>();
const looking = new Map<number, Promise<void>>();

export function planLook(tab: Tab): void {
  const now = Date.now();
  const before = planned.get(tab.id);
  if (before !== undefined) clearTimeout(before.timer);
  const since = before?.since ?? now;
  const quiet = tab.article === undefined ? QUIET.first : QUIET.later;
  const wait = Math.max(0, Math.min(quiet, since + QUIET.longest - now));
  planned.set(tab.id, { since, timer: setTimeout(() => void look(tab.id), wait) });
}

/** Looks again at pages that may be kept now: the reader switched recording on, or made room. */
export function lookAgain(): void {
  for (const tab of allTabs()) {
    const document = tab.frames.get(TOP);
    if (document === undefined || tab.incognito || tab.kept === 'kept') continue;
    looked.delete(document);
    planLook(tab);
  }
}

export function cancelLook(tabId: number): void {
  const plan = planned.get(tabId);
  if (plan !== undefined) clearTimeout(plan.timer);
  planned.delete(tabId);
}

/** Looks at the top document of a tab now. Never rejects: what goes wrong is told to the reader. */
export async function look(tabId: number): Promise<void> {
  cancelLook(tabId);
  const before = looking.get(tabId) ?? Promise.resolve();
  const next = before
    .then(() => lookInTurn(tabId))
    .catch((error: unknown) => report('recording', trouble('page-not-kept', messageOf(error))));
  looking.set(tabId, next);
  await next;
  if (looking.get(tabId) === next) looking.delete(tabId);
}

async function lookInTurn(tabId: number): Promise<void> {
  const tab = tabOf(tabId);
  const document = tab?.frames.get(TOP);
  if (tab === undefined || document === undefined) return;
  if (looked.get(document) === signatureOf(document)) return;
  const wasKept = tab.kept === 'kept' ? tab.article : undefined;
  const asked = document.mentions.some(isSure) ? await askArticle(tabId, document) : { info: undefined };
  // The reader may have moved on while the page was asked.
  if (tabOf(tabId) !== tab || tab.frames.get(TOP) !== document || asked === 'left') return;
  if (asked === 'not-asked') {
    const mayStill = again(tab, document);
    if (tab.kept !== 'kept') tab.kept = mayStill ? 'waiting' : 'no-article';
    return changed(tabId);
  }
  await learnDate(tab, document, asked.info?.published);
  looked.set(document, signatureOf(document));
  tab.article = asked.info === undefined ? undefined : articleOf(document, asked.info);
  try {
    tab.kept = await keep(tab, document, wasKept?.canonical);
    failures.delete(document);
  } catch (error) {
    tab.kept = notKept(tab, document, error);
  }
  // Looked at, and not where it belongs: the next change, or the next try, looks again.
  if (tab.kept === 'storage-refused' || tab.kept === 'waiting') looked.delete(document);
  changed(tabId);
}

function isSure({ certainty }: Mention): boolean {
  return certainty === 'sure';
}

/** What the log would hold of a page; while it is the same there is nothing to look at again. */
function signatureOf({ url, mentions }: PageDocument): string {
  return [url, ...mentions.filter(isSure).map(({ block, start, end, entity }) => `${block} ${start} ${end} ${entity}`)].join('\n');
}

/** What to say of a page that could not be kept. Most failures pass; the reader is told of one that does not. */
function notKept(tab: Tab, document: PageDocument, error: unknown): PageView['kept'] {
  if (isQuota(error)) {
    report('quota', trouble('page-no-room'));
    return 'storage-refused';
  }
  if (again(tab, document)) {
    console.warn(`Muster: a page is to be kept once more: ${messageOf(error)}`);
    return 'waiting';
  }
  report('recording', trouble('page-not-kept', messageOf(error)));
  return 'storage-refused';
}

/** Plans another look at a page; false if there were enough of them. */
function again(tab: Tab, document: PageDocument): boolean {
  const tries = failures.get(document) ?? 0;
  const wait = RETRIES[tries];
  failures.set(document, tries + 1);
  if (wait === undefined) return false;
  cancelLook(tab.id);
  planned.set(tab.id, { since: Date.now(), timer: setTimeout(() => void look(tab.id), wait) });
  return true;
}

function articleOf(document: PageDocument, info: ArticleInfo): Tab['article'] {
  const canonical = canonicalUrl(info.canonical, document.url);
  if (info.body === undefined || canonical === undefined) return undefined;
  const blocks = info.body.map((id) => document.blocks.get(id)).filter((block): block is ReadBlock => block !== undefined);
  const counted = countArticle(blocks, document.mentions, info.lang ?? document.lang);
  return counted.entities.length === 0 ? undefined : { doc: document.doc, info, canonical, counted };
}

/** Rejects if it could not be kept, with the log as it was. */
async function keep(tab: Tab, document: PageDocument, keptBefore: string | undefined): Promise<PageView['kept']> {
  if (tab.incognito) return 'private-window';
  const [{ recording }, db] = await Promise.all([readSettings(), database()]);
  if (db !== undefined) await dropOutdated(db, tab, document, keptBefore);
  if (!recording || (await erasedDocs()).includes(document.doc)) return 'recording-off';
  const { article } = tab;
  if (article === undefined) return 'no-article';
  // Whether it was refused or has not answered yet: nothing is kept now. If it is found later, open pages are looked at again.
  if (db === undefined) return 'storage-refused';
  const { body: _blocks, byline, lang = document.lang, publisher, ...stated } = article.info;
  await keepAndTell(
    db,
    {
      ...stated,
      canonical: article.canonical,
      url: plainUrl(document.url) ?? article.canonical,
      publisher: publisher ?? hostOf(document.url) ?? '',
      ...(lang === undefined ? {} : { lang }),
      ...(byline === undefined ? {} : { author: byline }),
      doc: document.doc,
      counted: article.counted,
    },
    new Date(),
  );
  isWell('quota');
  isWell('recording');
  return 'kept';
}

/**
 * What was counted in this very document and is named in it no more (the reader said "not this") leaves the log. The
 * background may have slept since it was kept; only the log knows of it then.
 */
async function dropOutdated(db: Database, tab: Tab, document: PageDocument, keptBefore: string | undefined): Promise<void> {
  const mayBeKept = tab.article === undefined && document.blocks.size > 0;
  const before = keptBefore ?? (mayBeKept ? await keptFrom(db, document.doc) : undefined);
  if (before !== undefined && before !== tab.article?.canonical) await dropArticle(db, before);
}

/** Erases from the log; open pages that are meant by it are not put back. Answers how many articles went. */
export async function erase(scope: EraseScope): Promise<number> {
  const db = await database();
  if (db === undefined) throw refusal('log-unreached');
  const meant = allTabs().filter((tab) => isMeant(tab, tab.frames.get(TOP), scope));
  // What was kept before the background slept is known to the log only, and its page may still be open.
  const documents = [...meant.flatMap((tab) => tab.frames.get(TOP)?.doc ?? []), ...(await documentsOf(db, scope, MOST_ERASED / 2))];
  await addErasedDocs(documents);
  for (const tab of meant) {
    cancelLook(tab.id);
    await looking.get(tab.id);
    if (tab.kept === 'kept') tab.kept = 'recording-off';
  }
  const count = await eraseArticles(db, scope);
  eraseUnkept(scope, scope.what === 'span' ? spanOf(scope.from, scope.to) : () => false);
  dropVerdicts();
  for (const tab of await shownTabs()) changed(tab.id);
  lookAgain();
  return count;
}

/** Documents that the reader erased while they were open. Random ids, in memory only; they outlive a sleep of the background. */
async function erasedDocs(): Promise<readonly string[]> {
  const stored = (await browser.storage.session.get(ERASED))[ERASED];
  return Array.isArray(stored) ? stored : [];
}

async function addErasedDocs(docs: readonly string[]): Promise<void> {
  await browser.storage.session.set({ [ERASED]: [...new Set([...(await erasedDocs()), ...docs])].slice(-MOST_ERASED) });
}

function isMeant(tab: Tab, document: PageDocument | undefined, scope: EraseScope): boolean {
  if (document === undefined || tab.incognito) return false;
  switch (scope.what) {
    case 'all':
      return true;
    case 'page': {
      const url = plainUrl(scope.url);
      return url !== undefined && (url === plainUrl(document.url) || url === tab.article?.canonical);
    }
    case 'site':
      return isUnder(hostOf(document.url) ?? '', scope.host);
    case 'span':
      return spanOf(scope.from, scope.to)(new Date().toISOString());
  }
}

/** Erases what is older than the reader wants to keep. Answers how many articles went; a failure is told to the reader. */
export async function eraseOverdue(now = new Date()): Promise<number> {
  const [db, { retentionDays }] = await Promise.all([database(), readSettings()]);
  if (db === undefined) return 0;
  try {
    const count = await eraseOld(db, retentionDays, now);
    isWell('retention');
    return count;
  } catch (error) {
    report('retention', trouble('old-not-erased', messageOf(error)));
    return 0;
  }
}
