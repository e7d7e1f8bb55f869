/** What the tests of the page side call inside a real browser, bundled by `browser.ts` and left on `globalThis.muster`. */
import { markRule } from '../../components/kinds.ts';
import { DEFAULT_LOOKS } from '../../core/look.ts';
import type { CardView, Mark, PageMarks, PageText } from '../../platform/messages.ts';
import { createBook, stretches } from '../../platform/page-book.ts';
import type { HoverCard } from '../../platform/page-hover.ts';
import { startReach } from '../../platform/page-reach.ts';
import { type PageReader, startReader } from '../../platform/page-reader.ts';
import type { PageSettings } from '../../platform/page-settings.ts';
import { readOwner } from '../../platform/page-text.ts';

export { createBook, DEFAULT_LOOKS, readOwner, stretches };

/** Every block's text, in the order of the document. */
export function readAll(top: Element | ShadowRoot = document.documentElement): string[] {
  const reading = readOwner(top);
  const below = [...reading.roots.flatMap((root) => readAll(root)), ...reading.below.flatMap((element) => readAll(element))];
  return [...reading.runs.map((run) => run.text), ...below];
}

export interface Started {
  readonly reader: PageReader;
  readonly sent: PageText[];
  readonly asked: { readonly block: number; readonly offset: number }[];
  readonly said: object[];
  /** How often frames were asked for. */
  framed: number;
  /** How often what answers hand and keys was brought in. */
  loads: number;
  readonly cards: { readonly name: string; readonly focus: boolean }[];
  /** Everything that is registered now: the text under each range. */
  marked(): string[];
  hidden(): number;
  stop(): void;
  settings(change: Partial<PageSettings>): void;
  answers: PageMarks['state'];
  fail: boolean;
}

const SETTINGS: PageSettings = {
  pausedEverywhere: false,
  ...DEFAULT_LOOKS,
  hover: 'rest',
  modifier: 'alt',
  hoverDelay: 100,
  kinds: { company: true, official: true, organisation: true, event: true, programme: true },
};

/** A background of our own that knows a few names by heart. */
export function start(names: RegExp, options: { readonly packaged?: boolean; readonly settings?: Partial<PageSettings> } = {}): Started {
  const ending = new AbortController();
  let settings = { ...SETTINGS, ...options.settings };
  let open: Element | undefined;
  const card: HoverCard = {
    show: (view, _anchor, on, { focus }) => {
      started.cards.push({ name: view.name, focus });
      open ??= document.documentElement.appendChild(document.createElement('muster-card'));
      open.addEventListener('pointerenter', () => on.enter());
      open.addEventListener('pointerleave', () => on.leave());
    },
    hide: () => {
      open?.remove();
      open = undefined;
    },
    say: (view, place) => started.said.push({ name: view?.name, ...place }),
    element: () => open,
  };
  const texts = new Map<number, string>();
  const reader = startReader({
    readFrames: () => {
      started.framed += 1;
    },
    look: (now) => ({ kinds: now.kinds, style: (kind, certainty, dark) => markRule(now, kind, certainty, dark) }),
    read: async (page) => {
      started.sent.push(structuredClone(page));
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (started.fail) throw new Error('nobody there');
      if (started.answers === 'off') return { state: 'off' };
      if (page.whole) texts.clear();
      for (const { id, text } of page.blocks) texts.set(id, text);
      return {
        state: 'marks',
        blocks: page.blocks.map(({ id, text }) => ({ id, marks: marksOf(text, names) })).filter(({ marks }) => marks.length > 0),
      };
    },
    card: async ({ block, offset }) => {
      started.asked.push({ block, offset });
      const text = texts.get(block) ?? '';
      const mark = marksOf(text, names).find(({ start: from, end }) => from <= offset && offset <= end);
      return mark === undefined ? undefined : ({ name: text.slice(mark.start, mark.end) } as CardView);
    },
    load: async () => {
      started.loads += 1;
      return started.fail ? undefined : (needs) => startReach(needs, card);
    },
    openProfile: () => undefined,
    settings,
    packaged: () => options.packaged ?? true,
    signal: ending.signal,
  });
  const started: Started = {
    reader,
    sent: [],
    asked: [],
    said: [],
    framed: 0,
    loads: 0,
    cards: [],
    marked,
    hidden: () => CSS.highlights.size,
    stop: () => ending.abort(),
    settings: (change) => {
      settings = { ...settings, ...change };
      reader.settings(settings);
    },
    answers: 'marks',
    fail: false,
  };
  return started;
}

function marksOf(text: string, names: RegExp): Mark[] {
  return [...text.matchAll(names)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length, kind: 'company', certainty: 'sure' }));
}

function marked(): string[] {
  const range = document.createRange();
  return [...CSS.highlights.values()].flatMap((highlight) =>
    [...highlight].map((one) => {
      range.setStart(one.startContainer, one.startOffset);
      range.setEnd(one.endContainer, one.endOffset);
      return range.toString();
    }),
  );
}
