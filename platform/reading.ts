import { findCandidates } from '../core/gazetteer.ts';
import { link } from '../core/link.ts';
import type { Mention } from '../core/mention.ts';
import { settingOf } from '../core/setting.ts';
import { hostOf, originOf, plainUrl } from './addresses.ts';
import { askPage } from './ask.ts';
import { type Knowledge, knowledge } from './knowledge.ts';
import type { Mark, PageMarks, PageText, Sender } from './messages.ts';
import { mayRead, verdictsNow } from './permission.ts';
import { defenceHosts } from './sites.ts';
import { changed, closeDocument, openDocument, type PageDocument, shownTabs, type Tab, TOP, tabOf, wasRead } from './tabs.ts';

/**
 * The answer to `read`: takes the blocks that a page sends into what is known of its document, links anew, and answers the
 * marks of those blocks whose marks changed.
 */

const queues = new Map<string, Promise<unknown>>();

/** Reads of one frame wait for each other: a change must not overtake the whole that it changes. */
export function readPage(page: PageText, sender: Sender, afterwards: (tab: Tab) => void): Promise<PageMarks> {
  const { tabId, frameId } = sender;
  if (tabId === undefined || frameId === undefined) return Promise.resolve({ state: 'off' });
  const key = `${tabId}:${frameId}`;
  const next = (queues.get(key) ?? Promise.resolve())
    .catch(() => undefined)
    .then(() => readInTurn(page, { ...sender, tabId, frameId }, afterwards));
  queues.set(key, next);
  const done = () => {
    if (queues.get(key) === next) queues.delete(key);
  };
  next.then(done, done);
  return next;
}

type FrameSender = Sender & { readonly tabId: number; readonly frameId: number };

async function readInTurn(page: PageText, sender: FrameSender, afterwards: (tab: Tab) => void): Promise<PageMarks> {
  const { tabId, frameId } = sender;
  // Names first: at the first start that takes a while, and a pause in between must count.
  const known = await knowledge();
  if (!(await mayRead(sender))) {
    closeDocument(tabId, frameId);
    wasRead(tabId, frameId);
    return { state: 'off' };
  }
  if (known === undefined) {
    wasRead(tabId, frameId);
    return { state: 'marks', blocks: [] };
  }
  const before = tabOf(tabId)?.frames.get(frameId);
  const document = documentFor(page, sender, known, before);
  if (document === undefined) return { state: 'send-whole' };
  takeIn(document, page, sender);
  const tab =
    document === before && tabOf(tabId) !== undefined ? (tabOf(tabId) as Tab) : openDocument(tabId, frameId, sender.incognito, document);
  await relink(tab, document);
  const blocks = changedMarks(document, page);
  changed(tabId);
  wasRead(tabId, frameId);
  if (frameId === TOP) afterwards(tab);
  return { state: 'marks', blocks };
}

/** The document that the message is about; undefined if too little is known of it and all must be sent. */
function documentFor(page: PageText, sender: FrameSender, known: Knowledge, before: PageDocument | undefined): PageDocument | undefined {
  const same = before?.doc === page.doc && before.gazetteer === known.gazetteer ? before : undefined;
  if (!page.whole) return same;
  return {
    doc: page.doc,
    url: addressOf(page, sender),
    title: page.title,
    lang: undefined,
    published: before?.doc === page.doc ? before.published : undefined,
    gazetteer: known.gazetteer,
    blocks: new Map(),
    mentions: [],
    sent: new Map(),
  };
}

/**
 * The address of the sender's document. A page that changes it without loading tells the new one here, sooner than the
 * browser does; but only the browser's word says whose page it is.
 */
function addressOf(page: PageText, sender: FrameSender): string {
  const own = originOf(sender.url);
  return own !== undefined && originOf(page.url) === own ? page.url : (sender.url ?? '');
}

function takeIn(document: PageDocument, page: PageText, sender: FrameSender): void {
  document.url = addressOf(page, sender);
  document.title = page.title;
  document.lang = page.lang;
  for (const id of page.gone) {
    document.blocks.delete(id);
    document.sent.delete(id);
  }
  for (const { id, text } of page.blocks) {
    const candidates = findCandidates(document.gazetteer, text);
    // Text in which nothing was found is of no use to anyone later.
    if (candidates.hits.length > 0) document.blocks.set(id, { id, text, candidates });
    else document.blocks.delete(id);
  }
}

async function relink(tab: Tab, document: PageDocument): Promise<void> {
  const urls = [plainUrl(document.url), tab.article?.doc === document.doc ? tab.article.canonical : undefined].filter(
    (url) => url !== undefined,
  );
  const verdicts = await verdictsNow({ urls, host: hostOf(document.url) ?? '', incognito: tab.incognito });
  document.mentions = link(document.gazetteer, [...document.blocks.values()], {
    verdicts,
    lang: document.lang,
    date: document.published,
    setting: settingOf(document.url, await defenceHosts()),
  });
}

/** The date of a page is known only once its article has been read; if that changes a mark, the page is told to look again. */
export async function learnDate(tab: Tab, document: PageDocument, published: string | undefined): Promise<void> {
  if (published === undefined || published === document.published) return;
  const before = document.mentions;
  document.published = published;
  await relink(tab, document);
  const same = before.length === document.mentions.length && before.every((mention, i) => isSameMark(mention, document.mentions[i]));
  if (!same) void askPage(tab.id, TOP, 'reread');
}

function isSameMark(a: Mention, b: Mention | undefined): boolean {
  return (
    b !== undefined && a.block === b.block && a.start === b.start && a.end === b.end && a.entity === b.entity && a.certainty === b.certainty
  );
}

/** After a verdict: all that is known of open pages is linked anew, from the text that is held. */
export async function relinkAll(afterwards: (tab: Tab) => void): Promise<void> {
  for (const tab of await shownTabs()) {
    for (const document of tab.frames.values()) await relink(tab, document);
    changed(tab.id);
    afterwards(tab);
  }
}

/** Marks of the blocks whose marks are others than were sent last; blocks that were sent anew are always answered. */
function changedMarks(document: PageDocument, page: PageText): { id: number; marks: readonly Mark[] }[] {
  const marks = new Map<number, Mark[]>();
  for (const mention of document.mentions) {
    const list = marks.get(mention.block) ?? [];
    list.push(toMark(mention));
    marks.set(mention.block, list);
  }
  const gone = new Set(page.gone);
  const fresh = new Set(page.blocks.map((block) => block.id));
  const answer: { id: number; marks: readonly Mark[] }[] = [];
  for (const id of new Set([...marks.keys(), ...document.sent.keys()])) {
    const now = marks.get(id) ?? [];
    const serial = now.map((mark) => `${mark.start}-${mark.end}${mark.kind[1]}${mark.certainty[0]}`).join(' ');
    if (gone.has(id) || (document.sent.get(id) === serial && !fresh.has(id))) continue;
    if (serial === '') document.sent.delete(id);
    else document.sent.set(id, serial);
    answer.push({ id, marks: now });
  }
  return answer;
}

function toMark({ start, end, kind, certainty }: Mention): Mark {
  return { start, end, kind, certainty };
}
