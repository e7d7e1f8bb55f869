/** An address that may become a link: http and https only, so that no data can bring `javascript:` or `file:` into our pages. */
export function safeHref(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch (error) {
    // Not an address: it is shown as text.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The host of an address as a reader knows it, without "www."; the address itself if it is none. */
export function hostOf(address: string): string {
  const href = safeHref(address);
  return href === undefined ? address : new URL(href).hostname.replace(/^www\./, '');
}

/** The origin pattern to ask access for; undefined where no access can be asked. */
export function originOf(address: string): string | undefined {
  const href = safeHref(address);
  return href === undefined ? undefined : `*://${new URL(href).hostname}/*`;
}

/** The host as the list of paused hosts keeps it: without "www.". */
export function pauseHost(host: string): string {
  return host.replace(/^www\./, '');
}

/** Whether a host is the other one or lies below it: news.example.org below example.org. */
export function liesBelow(host: string, above: string): boolean {
  return host === above || host.endsWith(`.${above}`);
}

/** The host of a match pattern, as a reader would say it: "example.org" for "*://*.example.org/*". */
export function patternHost(pattern: string): string {
  return pattern
    .replace(/^[^:]*:\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/^\*\./, '');
}

/** One plain mail address, with or without "mailto:", as a link; with subjects, copies or texts in it none is made. */
export function mailHref(contact: string): string | undefined {
  const address = contact.trim().replace(/^mailto:/i, '');
  return /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(address) ? `mailto:${address}` : undefined;
}

/** Words at either end by which a browser finds a sentence. */
const ENDS = 5;

/**
 * The address of a page at a sentence of it (a text fragment: scroll to text, wicg.github.io/scroll-to-text-fragment). A short sentence is named whole,
 * a longer one by its beginning and end; what was cut ("…") is not part of it.
 */
export function atSentence(address: string, sentence: string): string {
  const words = sentence
    .replace(/^…|…$/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0 || safeHref(address) === undefined) return address;
  // A hyphen, too, has a meaning there.
  const said = (some: readonly string[]) => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
  const text = words.length <= 2 * ENDS ? said(words) : `${said(words.slice(0, ENDS))},${said(words.slice(-ENDS))}`;
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${text}`;
}
