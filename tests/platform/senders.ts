/** Every kind of sender that there is, as the browser would describe it, and what each may ask. */

export const NEWS = 'https://www.news.example/a';
const OWN = 'chrome-extension://test-extension-id';

export interface SenderKind {
  readonly who: string;
  readonly from: object;
  /** Whether it may ask what stands in `FromPage`, and in `FromReader`. */
  readonly page: boolean;
  readonly reader: boolean;
}

/** Tabs of the world that `isolation.test.ts` opens. */
export const TAB = 101;
export const PRIVATE_TAB = 102;

const tab = { id: TAB, incognito: false };
const hidden = { id: PRIVATE_TAB, incognito: true };
const content = { url: NEWS, origin: 'https://www.news.example', tab, frameId: 0, documentId: 'A1' };
const popup = { url: `${OWN}/popup.html`, origin: OWN };

const PAGE = { page: true, reader: false };
const READER = { page: false, reader: true };
const NEITHER = { page: false, reader: false };

export const SENDERS: readonly SenderKind[] = [
  { who: 'the content script of a tab', from: content, ...PAGE },
  { who: 'the content script of a frame', from: { ...content, frameId: 7 }, ...PAGE },
  { who: 'the content script of a frame of another site', from: { ...content, frameId: 7, url: 'https://ads.example/' }, ...PAGE },
  { who: 'the content script of a srcdoc frame', from: { ...content, frameId: 7, url: 'about:srcdoc', origin: 'null' }, ...PAGE },
  { who: 'the content script of a sandboxed page', from: { ...content, origin: 'null' }, ...PAGE },
  { who: 'the content script of a private tab', from: { ...content, tab: hidden }, ...PAGE },
  { who: 'the content script of a frame in a private tab', from: { ...content, tab: hidden, frameId: 3 }, ...PAGE },
  { who: 'a page that has our address in its own', from: { ...content, url: `https://evil.example/?${OWN}/popup.html` }, ...PAGE },
  { who: 'a content script without an address', from: { ...content, url: undefined }, ...NEITHER },
  { who: 'a content script without a tab', from: { ...content, tab: undefined }, ...NEITHER },
  { who: 'a content script without a frame', from: { ...content, frameId: undefined }, ...NEITHER },
  { who: 'the popup', from: popup, ...READER },
  { who: 'the side panel', from: { url: `${OWN}/sidepanel.html?id=Q1`, origin: OWN }, ...READER },
  { who: 'the options in a tab', from: { url: `${OWN}/options.html`, origin: OWN, tab, frameId: 0 }, ...READER },
  { who: 'the options, in a browser that tells no origin', from: { url: `${OWN}/options.html`, tab, frameId: 0 }, ...READER },
  { who: 'the popup as a tab of a private window', from: { ...popup, tab: hidden, frameId: 0 }, ...READER },
  { who: 'our own page in a frame of a web page', from: { ...popup, tab, frameId: 5 }, ...NEITHER },
  { who: 'our own page in a sandbox', from: { ...popup, origin: 'null' }, ...NEITHER },
  { who: 'our own address, another origin', from: { ...popup, origin: 'https://evil.example' }, ...NEITHER },
  { who: 'another extension', from: { id: 'other', url: 'chrome-extension://other/popup.html' }, ...NEITHER },
  { who: 'another extension with our address', from: { ...popup, id: 'other' }, ...NEITHER },
  { who: 'the content script of another extension', from: { ...content, id: 'other' }, ...NEITHER },
  { who: 'a web page', from: { id: undefined, url: NEWS, origin: 'https://www.news.example', tab, frameId: 0 }, ...NEITHER },
  { who: 'a web page with our address', from: { ...popup, id: undefined, tab, frameId: 0 }, ...NEITHER },
  { who: 'nobody', from: { id: undefined }, ...NEITHER },
  { who: 'a part of us that has no address', from: {}, ...NEITHER },
  { who: 'a host that begins like ours', from: { ...content, url: `${OWN}.evil.example/popup.html` }, ...NEITHER },
  { who: 'an extension whose id begins like ours', from: { ...content, url: `${OWN}x/popup.html` }, ...NEITHER },
  { who: 'our address in capitals', from: { ...content, url: `${OWN.toUpperCase()}/popup.html` }, ...NEITHER },
  { who: 'our address behind a space', from: { ...content, url: ` ${OWN}/popup.html` }, ...NEITHER },
  { who: 'a blob with our address', from: { ...content, url: `blob:${OWN}/5d1f6a3e`, origin: OWN }, ...NEITHER },
  { who: 'a script address', from: { ...content, url: 'javascript:void 0' }, ...NEITHER },
];
