import { ui } from '../../locales/ui.ts';

/**
 * A feed is named by where it lies and by the fingerprint of its keys: the address alone could be taken over, the fingerprint alone
 * could not be found. One link holds both: `https://host/path/#<fingerprint>`. What stands after `#` never goes to the host.
 */
export interface FeedLink {
  readonly address: string;
  readonly fingerprint: string;
}

/** What was typed or pasted into the field of the address: a link with a whole fingerprint fills both fields. Half of one, which somebody is typing, stays where it is. */
export function partsOf(text: string): { readonly address: string; readonly fingerprint?: string } {
  const hash = text.indexOf('#');
  if (hash === -1 || !FINGERPRINT.test(bare(text.slice(hash + 1)))) return { address: text };
  return { address: text.slice(0, hash).trim(), fingerprint: inFours(text.slice(hash + 1)) };
}

/** Without the blanks and colons that people put in to read it; in lower case. */
function bare(fingerprint: string): string {
  return fingerprint.replace(/[\s:]/gu, '').toLowerCase();
}

/** "a1b2 c3d4 …": as it is compared by eye or read over a telephone. What is not one is given back as it is. */
export function inFours(fingerprint: string): string {
  const digits = bare(fingerprint);
  return FINGERPRINT.test(digits) ? (digits.match(/.{4}/g) ?? []).join(' ') : fingerprint;
}

const FINGERPRINT = /^[0-9a-f]{40}$/;
/** On the reader's own machine nobody listens in: a publisher tries a feed there before it goes out. */
const OWN_MACHINE: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

/** The feed that the two fields name, or in words why they name none. */
export function feedLink(address: string, fingerprint: string): FeedLink | string {
  const words = ui.feeds.link;
  const url = parsed(address.trim());
  if (url === undefined) return words.noAddress;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && OWN_MACHINE.has(url.hostname))) return words.notSecure;
  if (url.username !== '' || url.password !== '') return words.password;
  const digits = bare(fingerprint);
  if (!FINGERPRINT.test(digits)) return /^[0-9a-f]*$/.test(digits) ? words.digits(digits.length) : words.signs;
  url.hash = '';
  return { address: url.href, fingerprint: digits };
}

function parsed(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch (error) {
    // Not an address: the reader is told.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The address of this page with the form for a feed filled in. */
export function feedHref(address: string, fingerprint: string): string {
  return `/options.html?feed=${encodeURIComponent(`${address}#${fingerprint}`)}`;
}
