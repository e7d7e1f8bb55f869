import { isRoute } from './addresses.ts';
import { clock, listen, quietly } from './page-dom.ts';

/**
 * Navigation within a page: a new address is a new document, even where the tree is kept.
 *
 * The address changes before the text does. Text that was sent at once would be told as text of the wrong page; so the move is
 * under way until the page has come to rest.
 */
export interface Moves {
  /** Looks whether the address is another. */
  notice(): void;
  /** The text is still changing. */
  restless(): void;
  underWay(): boolean;
}

/** The page has come to rest after this long without changes, or when the second has passed at the latest. In ms. */
const AT_REST = 300;
const AT_REST_AT_LATEST = 1_500;

export function createMoves(arrived: () => void, signal: AbortSignal): Moves {
  let address = addressOf();
  let since: number | undefined;
  let quietSince = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const arrive = quietly('navigation', () => {
    if (since === undefined) return;
    const wait = Math.min(quietSince + AT_REST, since + AT_REST_AT_LATEST) - clock();
    clearTimeout(timer);
    if (wait > 0) timer = setTimeout(arrive, wait);
    else {
      since = undefined;
      arrived();
    }
  });
  const notice = (): void => {
    if (addressOf() === address) return;
    address = addressOf();
    quietSince = clock();
    since ??= quietSince;
    arrive();
  };
  listen('popstate hashchange', notice, signal);
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('navigatesuccess', quietly('navigation', notice), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    notice,
    restless: () => {
      quietSince = clock();
    },
    underWay: () => since !== undefined,
  };
}

/** The address as far as it says which document this is: a plain fragment does not. */
function addressOf(): string {
  const { href, hash } = location;
  return isRoute(hash) ? href : href.slice(0, href.length - hash.length);
}
