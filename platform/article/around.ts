/** What stands around articles: navigation, teasers, comments, captions, offers. Told by its element, its role, or how it is called. */

/** What stands around articles. Only ever taken out of the copy, and only if it is not most of the page. */
const AROUND = [
  'nav, aside, footer, dialog, figure, figcaption, form, button, label, fieldset, [role="button"], [role="navigation"], [role="contentinfo"], [role="complementary"], [role="search"], [role="dialog"], [aria-modal="true"]',
  ...[
    'caption',
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
const COMMENTS = ['comments', 'comment-list', 'disqus'].map((word) => `[class*="${word}" i]:not(body), [id*="${word}" i]`).join(', ');

/** Takes what stands around articles out of the copy. */
export function takeAway(copy: Document): void {
  const all = proseIn(copy);
  // Readers may write more than the article has.
  for (const element of [...copy.querySelectorAll(COMMENTS)]) if (isAside(element, all, 0.9)) element.remove();
  const rest = proseIn(copy);
  for (const element of [...copy.querySelectorAll(AROUND)]) if (isAside(element, rest, 0.25)) element.remove();
}

/** Whether an element that is named like something beside the article is small enough to be that: at most a share of `all` that the page has of prose. */
function isAside(element: Element, all: number, most: number): boolean {
  if (!element.isConnected || element.matches('html, body, main, article') || element.querySelector('h1, article h2 ~ p') !== null)
    return false;
  const own = proseIn(element);
  return own < most * all || (own === 0 && (element.textContent ?? '').length < 2_000);
}

/** Length of all paragraphs. */
export function proseIn(top: ParentNode): number {
  return [...top.querySelectorAll('p')].reduce((sum, p) => sum + (p.textContent ?? '').length, 0);
}
