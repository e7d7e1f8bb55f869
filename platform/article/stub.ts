/**
 * Whether only the beginning of an article stands on the page, and the rest is for those who pay or sign in.
 *
 * What pages say of it ("not free") is said to subscribers too, who see all of it: so the statement counts only if what it speaks of is not
 * there, or the text is short, or an offer follows.
 */
export interface Access {
  /** The page says that its article is not free for all. */
  readonly locked: boolean;
  /** Where, by its own word (schema.org's `cssSelector`), that stands which is not free. */
  readonly selectors: readonly string[];
}

interface Placed {
  readonly text: string;
  readonly owner: Element;
}

/** A text of fewer units than this may be no more than a beginning. */
const SHORT = 1_500;
const FEW_PARAGRAPHS = 4;
const PARAGRAPH = 60;
const OFFER = [
  'paywall',
  'regwall',
  'registration-wall',
  'subscription-wall',
  'subscribe-wall',
  'piano-offer',
  'premium-offer',
  'article-offer',
  'paygate',
]
  .map((word) => `[class*="${word}" i], [id*="${word}" i]`)
  .join(', ');

/** `body` and `all` are blocks in the order of the document: those of the article, and all that the reader sees. */
export function isStub(page: Document, { locked, selectors }: Access, body: readonly Placed[], all: readonly Placed[]): boolean {
  const paragraphs = body.filter(({ text }) => text.trim().length >= PARAGRAPH);
  const isShort = paragraphs.reduce((sum, { text }) => sum + text.trim().length, 0) < SHORT;
  const offered = () => offerFollows(page, body, all);
  if (!locked) return isShort && paragraphs.length <= FEW_PARAGRAPHS && offered();
  const parts = selectors.flatMap((selector) => found(page, selector));
  if (paragraphs.some(({ owner }) => parts.some((part) => part.contains(owner)))) return isShort && offered();
  return selectors.length > 0 || isShort || offered();
}

/** Something that is named like an offer, that is seen, and that begins after the article's last block or ends it. */
function offerFollows(page: Document, body: readonly Placed[], all: readonly Placed[]): boolean {
  // The offer may have been taken for the last paragraph.
  const last = body.findLast(({ owner }) => owner.closest(OFFER) === null)?.owner;
  if (last === undefined) return false;
  const offers = [...page.querySelectorAll(OFFER)].filter(
    (offer) => !offer.contains(last) && (last.compareDocumentPosition(offer) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return all.some(({ owner }) => offers.some((offer) => offer.contains(owner)));
}

/** None for what is no selector: it is the page's word. */
function found(page: Document, selector: string): readonly Element[] {
  try {
    return [...page.querySelectorAll(selector)];
  } catch (error) {
    if (error instanceof DOMException) return [];
    throw error;
  }
}
