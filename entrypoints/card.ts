import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type CardHost, cardHost } from '../components/card-host.ts';

declare global {
  // Seen by our other scripts in the page's isolated world, never by the page.
  var musterCard: CardHost | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.musterCard ??= cardHost(document);
});
