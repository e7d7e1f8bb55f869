import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { cardHost } from '../components/card-host.ts';
import { type StartReach, startReach } from '../platform/page-reach.ts';

declare global {
  // Seen by our other scripts in the page's isolated world, never by the page.
  var musterReach: StartReach | undefined;
}

/** What a page needs only once the reader points at a mark or asks for one. */
export default defineUnlistedScript(() => {
  globalThis.musterReach = (needs) => startReach(needs, cardHost(document));
});
