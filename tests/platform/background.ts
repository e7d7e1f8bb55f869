import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { vi } from 'vitest';
import type { Pack } from '../../core/pack.ts';
import { writePack } from '../../core/pack.ts';
import type { ArticleInfo, PageOutline, PageText, Sender } from '../../platform/messages.ts';
import { office, packOf, record } from '../core/pack-of.ts';

/** A background in a browser of glass: IndexedDB and storage are real enough, tabs and frames answer what the test says. */

export const NEVER = [
  { host: 'mail.example', why: 'mail' },
  { host: 'bank.example', why: 'bank' },
];

export const PACK = packOf(
  [
    record('Q1', 'company', ['Rheinmetall', { texts: ['Рейнметалл'], lang: 'uk' }], {
      country: 'DE',
      facts: [{ key: 'does', value: 'vehicles and ammunition', source: 'test' }],
    }),
    record('Q2', 'official', ['Zelenskyy', { texts: ['Зеленський', 'Зеленського'], lang: 'uk' }], {
      name: 'Volodymyr Zelenskyy',
      country: 'UA',
      names: { uk: { given: 'Володимир', family: 'Зеленський' } },
      aliases: [
        { text: 'Zelenskyy', role: 'strong' },
        { text: 'Зеленський', lang: 'uk', role: 'strong' },
      ],
      offices: [{ ...office('head-of-state', 'President of Ukraine'), since: '2019-05-20' }],
    }),
    record('Q3', 'company', ['Saab'], { country: 'SE' }),
    record('Q4', 'organisation', ['NATO'], { country: 'NATO' }),
  ],
  { channel: 'core', count: 4 },
);

/** What the packaged files hold; a test may put in something else, or an Error. */
export const packaged = { pack: '' as string | Error, sites: '' as string | Error, feed: '{}' as string | Error };

export interface Page {
  readonly tabId: number;
  url: string;
  incognito: boolean;
  /** What it says of its article; an Error if it cannot be asked. */
  article: ArticleInfo | Error | undefined;
  /** Whether a content script is at work in it. */
  reads: boolean;
  /** Frames that were taken out of it. */
  readonly gone: Set<number>;
}

export const pages = new Map<number, Page>();
export let origins: string[] = [];
/** Everything that was sent to pages. */
export const told: { tabId: number; name: string; argument: unknown }[] = [];
/** The language of the browser's own interface. */
export const uiLanguage = { tag: 'en' };
export const panelsOpened: string[] = [];

export function grant(...patterns: string[]): void {
  origins = patterns;
}

type Modules = {
  answers: typeof import('../../platform/answers.ts');
  pages: typeof import('../../platform/pages.ts');
  knowledge: typeof import('../../platform/knowledge.ts') & typeof import('../../platform/storage.ts');
  settings: typeof import('../../platform/settings.ts') & typeof import('../../platform/change-settings.ts');
  messages: typeof import('../../platform/messages.ts');
  browser: typeof import('wxt/browser')['browser'];
};

let open: Modules | undefined;

/** A new life of the background: nothing in memory, everything in storage. */
export async function wake(): Promise<Modules> {
  const before = await open?.knowledge.database().catch(() => undefined);
  before?.close();
  vi.resetModules();
  const { browser } = await import('wxt/browser');
  equip(browser);
  open = {
    browser,
    answers: await import('../../platform/answers.ts'),
    pages: await import('../../platform/pages.ts'),
    knowledge: { ...(await import('../../platform/knowledge.ts')), ...(await import('../../platform/storage.ts')) },
    settings: { ...(await import('../../platform/settings.ts')), ...(await import('../../platform/change-settings.ts')) },
    messages: await import('../../platform/messages.ts'),
  };
  return open;
}

/** An empty browser and a new background in it. */
export async function freshBackground(): Promise<Modules> {
  const before = await open?.knowledge.database().catch(() => undefined);
  before?.close();
  open = undefined;
  await Dexie.delete('muster');
  pages.clear();
  told.length = 0;
  panelsOpened.length = 0;
  packaged.pack = packText(PACK);
  packaged.feed = '{}';
  packaged.sites = JSON.stringify({ sites: [], defence: ['arms.example'], never: NEVER });
  grant('*://*.news.example/*');
  const { fakeBrowser } = await import('wxt/testing/fake-browser');
  fakeBrowser.reset();
  fakeBrowser.i18n.getUILanguage = () => uiLanguage.tag;
  return wake();
}

export function packText(pack: Pack): string {
  return writePack({ ...pack, header: { ...pack.header, count: pack.records.length } });
}

function equip(browser: object): void {
  const fake = browser as Record<string, Record<string, unknown>>;
  const set = (space: string, functions: Record<string, unknown>) => Object.assign(fake[space] as object, functions);
  set('permissions', { getAll: async () => ({ origins, permissions: [] }) });
  set('runtime', {
    getManifest: () => ({ version: '1.0.0', content_scripts: [{ matches: ['*://*.news.example/*'] }] }),
    getContexts: async () => [{}],
    // The offscreen document: an outline is told by its address, and the article is what the test says.
    sendMessage: async ({ argument }: { argument: { outline: PageOutline } }) => ({
      value: pages.get(Number(argument.outline.html))?.article,
    }),
  });
  set('scripting', {
    executeScript: async () => [{}],
    getRegisteredContentScripts: async () => [],
    registerContentScripts: async () => undefined,
    unregisterContentScripts: async () => undefined,
  });
  set('tabs', {
    get: async (id: number) => {
      const page = pages.get(id);
      if (page === undefined) throw new Error(`No tab with id: ${id}`);
      return { id, url: page.url, title: 'A page', incognito: page.incognito };
    },
    query: async () => [...pages.values()].map(({ tabId, url, incognito }) => ({ id: tabId, url, incognito })),
    create: async ({ url }: { url: string }) => panelsOpened.push(url),
    sendMessage: async (tabId: number, { muster, argument }: { muster: string; argument: unknown }, to?: { frameId?: number }) => {
      const page = pages.get(tabId);
      if (page?.reads !== true || page.gone.has(to?.frameId ?? 0)) throw new Error('Could not establish connection');
      if (muster === 'outline' && page.article instanceof Error) throw page.article;
      if (muster === 'outline') return { value: { html: `${tabId}`, type: 'text/html', blocks: [] } satisfies PageOutline };
      const isNowhere = (argument as { block?: number } | undefined)?.block === -1;
      if (!isNowhere) told.push({ tabId, name: muster, argument });
      return { value: !isNowhere };
    },
  });
  set('action', { setBadgeText: vi.fn(async () => undefined) });
  globalThis.fetch = (async (address: string) => {
    const file = fileAt(address);
    if (file instanceof Error) throw file;
    return new Response(file);
  }) as typeof fetch;
}

/** A pack is weighed with very little here: no text of ordinary words, and one such word. */
function fileAt(address: string): string | Error {
  if (address.endsWith('core.jsonl')) return packaged.pack;
  if (address.endsWith('sites.json')) return packaged.sites;
  return address.endsWith('feed.json') ? packaged.feed : address.endsWith('common-words.txt') ? 'the\n' : 'An ordinary text.\n';
}

export function sender(page: Page, frameId = 0, url = page.url): Sender {
  return { tabId: page.tabId, frameId, url, incognito: page.incognito, ours: false };
}

export const reader: Sender = { incognito: false, ours: true };

let nextTab = 1;
let nextDoc = 1;

/** A page with one block for each paragraph, all of them its article's body. */
export function pageWith(
  url: string,
  paragraphs: readonly string[],
  more: Partial<ArticleInfo> & { incognito?: boolean } = {},
): { page: Page; text: PageText } {
  const { incognito = false, ...info } = more;
  const tabId = nextTab++;
  const page: Page = {
    tabId,
    url,
    incognito,
    reads: true,
    gone: new Set(),
    article: { canonical: url, title: 'A title', body: paragraphs.map((_, i) => i + 1), ...info },
  };
  pages.set(tabId, page);
  const blocks = paragraphs.map((text, i) => ({ id: i + 1, text }));
  return { page, text: { doc: `doc-${nextDoc++}`, url, title: 'A title', lang: 'en', whole: true, blocks, gone: [] } };
}

/** Opens a page, has it read and its article looked at. */
export async function readAndLook(muster: Modules, url: string, paragraphs: readonly string[], more: Parameters<typeof pageWith>[2] = {}) {
  const opened = pageWith(url, paragraphs, more);
  const marks = await muster.answers.fromPage.read(opened.text, sender(opened.page));
  await muster.pages.look(opened.page.tabId);
  const view = () => muster.answers.fromReader.page({ tabId: opened.page.tabId }, reader);
  return { ...opened, marks, view };
}
