import {
  type Argument,
  DOT_COLOURS,
  type EraseScope,
  type FromPage,
  type FromReader,
  type ListChange,
  type PageOutline,
  type PageText,
  type RemovedList,
  UPDATE_MODES,
} from './messages.ts';
import { listRow, noteText as note, overlay, ownEntity, ownGiven } from './own-shapes.ts';
import { byWhat, clamped, clipped, fields, list, nothing, oneOf, optional, type Shape, text, whole, yesOrNo } from './shapes.ts';

/**
 * The shape of every message's argument. A new message has no place in the tables of `answers.ts` before it has one here:
 * the types ask for it. What comes from a page is measured, too, for a page may have taken over its content script; but the
 * text of odd pages is clipped rather than refused, since they are to be read.
 */
export type Shapes<P> = { readonly [K in keyof P]: Shape<Argument<P, K>> };

const LONGEST_URL = 8_192;
const LONGEST_TITLE = 2_000;
/** No language has a longer tag. */
const LONGEST_LANGUAGE = 35;
/** The content script cuts its blocks at a tenth of it. */
const LONGEST_BLOCK = 200_000;
/** All text and ids of one message, in UTF-16 units. The content script sends a twentieth of it. */
const LONGEST_MESSAGE = 5_000_000;
/** Of a page's HTML, which is cut there: what follows millions of characters is hardly the article. */
const LONGEST_HTML = 10_000_000;
/** The explorer asks for the names of all that it counts at once. */
const MOST_BRIEFS = 100_000;
/** What one number counts for there. */
const NUMBER = 8;

const id = text(100, 1);
const url = text(LONGEST_URL);
const limit = clamped(1, 1_000);
const tabId = whole;
const inTab = fields<{ tabId: number }>({ tabId });
const ofEntity = fields<{ id: string }>({ id });

const pageText = fields<PageText>({
  doc: id,
  // Only what follows the sender's own origin is believed (reading.ts); a longer one is none that an article is kept under.
  url: clipped(LONGEST_URL),
  title: clipped(LONGEST_TITLE),
  lang: optional(clipped(LONGEST_LANGUAGE)),
  whole: yesOrNo,
  blocks: list(fields<PageText['blocks'][number]>({ id: whole, text: text(LONGEST_BLOCK) }), LONGEST_MESSAGE / NUMBER),
  gone: list(whole, LONGEST_MESSAGE / NUMBER),
});

const read: Shape<PageText> = (value, where) => {
  const page = pageText(value, where);
  const size = page.blocks.reduce((sum, block) => sum + block.text.length + NUMBER, page.gone.length * NUMBER);
  if (size > LONGEST_MESSAGE) throw new Error(`${where}: expected at most ${LONGEST_MESSAGE} characters in all, got ${size}`);
  return page;
};

export const PAGE_SHAPES: Shapes<FromPage> = {
  settings: nothing,
  read,
  card: fields({ doc: id, block: whole, offset: whole }),
  loadCard: nothing,
  readFrames: nothing,
  openProfile: fields<Argument<FromPage, 'openProfile'>>({ id, explore: optional(yesOrNo) }),
};

/** What a content script answers is no more to be trusted than what it asks. */
export const pageOutline = fields<PageOutline>({
  html: clipped(LONGEST_HTML),
  type: clipped(LONGEST_TITLE),
  blocks: list(
    fields<PageOutline['blocks'][number]>({ id: whole, name: clipped(LONGEST_TITLE), text: text(LONGEST_BLOCK) }),
    LONGEST_MESSAGE / NUMBER,
  ),
});

const verdict = fields<Argument<FromReader, 'judge'>>({
  entity: id,
  surface: optional(text(LONGEST_TITLE)),
  says: oneOf('not-this', 'is-this'),
  scope: oneOf('page', 'site', 'everywhere'),
  where: optional(url),
});

const scope = byWhat<EraseScope>({
  page: fields({ what: oneOf('page'), url }),
  site: fields({ what: oneOf('site'), host: text(300, 1) }),
  span: fields({ what: oneOf('span'), from: text(100), to: text(100) }),
  all: fields({ what: oneOf('all') }),
});

export const READER_SHAPES: Shapes<FromReader> = {
  page: inTab,
  profile: ofEntity,
  namedWith: fields({ id, limit }),
  evidence: fields({ a: id, b: id, limit }),
  search: fields({ text: clipped(LONGEST_TITLE), limit }),
  goTo: fields({ tabId, id, step: oneOf(1, -1) }),
  judge: verdict,
  takeBack: verdict,
  verdicts: nothing,
  readOnce: inTab,
  readAlways: fields({ tabId, origin: text(LONGEST_TITLE, 1) }),
  addOwn: ownGiven,
  removeOwn: ofEntity,
  own: nothing,
  health: nothing,
  erase: scope,
  feeds: nothing,
  addFeed: fields({ address: url, fingerprint: text(200, 1) }),
  changeFeed: fields<Argument<FromReader, 'changeFeed'>>({
    id,
    on: optional(yesOrNo),
    colour: optional(oneOf(...DOT_COLOURS)),
    move: optional(oneOf(1, -1)),
  }),
  removeFeed: ofEntity,
  checkFeeds: fields<Argument<FromReader, 'checkFeeds'>>({ id: optional(id) }),
  consent: fields({ id, take: yesOrNo }),
  changes: fields<Argument<FromReader, 'changes'>>({ feed: optional(id), text: clipped(LONGEST_TITLE), limit }),
  ledgerChunks: nothing,
  ledgerChunk: fields({ chunk: whole }),
  wordChunk: fields({ chunk: whole }),
  briefs: fields({ ids: list(id, MOST_BRIEFS) }),
  articles: fields({ ids: list(whole, 200), of: list(id, 50), text: clipped(LONGEST_TITLE) }),
  relations: fields({ ids: list(id, 1_000) }),
  logRows: fields({ ids: list(whole, 200) }),
  logFacts: fields({ ids: list(id, 1_000) }),
  logOwn: nothing,
  annotations: nothing,
  writeNote: fields({ id, was: note, now: note }),
  correct: fields({ id, was: overlay, now: overlay }),
  putOnList: fields({ id, list: id, on: yesOrNo }),
  lists: nothing,
  keepList: fields<ListChange>({
    id: optional(id),
    name: optional(text(10_000)),
    colour: optional(oneOf(...DOT_COLOURS)),
    notify: optional(yesOrNo),
  }),
  removeList: ofEntity,
  restoreList: fields<RemovedList>({ list: listRow, members: list(id, MOST_BRIEFS) }),
  keepOwn: fields<Argument<FromReader, 'keepOwn'>>({ was: optional(ownEntity), now: ownEntity }),
  lookedAt: ofEntity,
  tookIn: nothing,
  updateMode: nothing,
  setUpdateMode: fields({ mode: oneOf(...UPDATE_MODES) }),
};
