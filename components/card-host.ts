import { h, render } from 'preact';
import { DEFAULT_LOOKS, type Looks } from '../core/look.ts';
import type { EntityId } from '../core/profile.ts';
import { speakCard } from '../locales/card.ts';
import { localeNow } from '../locales/format.ts';
import type { CardView } from '../platform/messages.ts';
import type { SayReached } from '../platform/page-jump.ts';
import { Card } from './Card.tsx';
import { CARD_STYLE } from './card-style.ts';
import { ReaderLooks } from './Name.tsx';
import { type Anchor, placeCard } from './place.ts';
import { reachedSentence } from './reach-words.ts';

export interface CardEvents {
  /** After a trusted press only. */
  readonly openProfile: (id: EntityId, explore?: boolean) => void;
  /** The reader closed the card (Esc, or Tab out of it). It is hidden already. */
  readonly close: () => void;
  /** The pointer came onto the card, or left it. */
  readonly enter: () => void;
  readonly leave: () => void;
}

export interface CardHost {
  /** Shows the card, in place of the one that may be open. With `focus` (opened by keyboard) it takes the focus and gives it back. */
  readonly show: (view: CardView, anchor: Anchor, on: CardEvents, options: { readonly focus: boolean; readonly looks?: Looks }) => void;
  /** Takes the card and its host off the page; nothing is left. */
  readonly hide: () => void;
  /** Says politely, to those who listen, where the reader got to. */
  readonly say: SayReached;
  /** Our one element while the card is shown. */
  readonly element: () => HTMLElement | undefined;
}

interface Open {
  readonly host: HTMLElement;
  readonly panel: HTMLElement;
  readonly before: Element | null;
  readonly stop: AbortController;
}

/** The card on a page: one host element with a closed shadow root, there only while the card is. */
export function cardHost(document: Document): CardHost {
  const voice = createVoice(document);
  let open: Open | undefined;

  const hide = () => {
    if (open === undefined) return;
    const { host, panel, before, stop } = open;
    open = undefined;
    const focused = document.activeElement === host;
    stop.abort();
    render(null, panel);
    host.remove();
    if (focused && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };

  const show: CardHost['show'] = (view, anchor, on, options) => {
    hide();
    speakCard(view.spoken);
    // The card says it all; and there is one element of ours at a time.
    voice.hush();
    open = mount(document);
    const { host, panel, stop } = open;
    const close = () => {
      hide();
      on.close();
    };
    const drawn = h(Card, { view, onOpenProfile: on.openProfile });
    render(h(ReaderLooks.Provider, { value: options.looks ?? DEFAULT_LOOKS, children: drawn }), panel);
    place(panel, anchor, document);
    const { signal } = stop;
    panel.addEventListener('pointerenter', () => on.enter(), { signal });
    panel.addEventListener('pointerleave', () => on.leave(), { signal });
    panel.addEventListener('keydown', (event) => tabOut(event, panel, close), { signal });
    document.defaultView?.addEventListener('keydown', (event) => closeByKey(event, host, document, close), { signal, capture: true });
    if (options.focus) panel.focus({ preventScroll: true });
  };

  return { show, hide, say: voice.say, element: () => open?.host };
}

/** A region that is new is not listened to yet: words come into it this much later, in ms. */
const VOICE_READY = 120;
/** How long what was said stays, in ms; then nothing of ours is on the page. */
const VOICE_STAYS = 8_000;

/** A polite live region of our own, which is on the page only while there is something to say. */
function createVoice(document: Document): { readonly say: SayReached; readonly hush: () => void } {
  let voice: { readonly host: HTMLElement; readonly region: HTMLElement } | undefined;
  let speaking: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const hush = () => {
    clearTimeout(speaking);
    clearTimeout(leaving);
    voice?.host.remove();
  };
  const say: SayReached = (view, place) => {
    const spoken = view?.spoken ?? place.spoken;
    if (spoken !== undefined) speakCard(spoken);
    const words = reachedSentence(view, place);
    const wait = voice?.host.isConnected ? 0 : VOICE_READY;
    if (!voice?.host.isConnected) voice = mountVoice(document);
    const { host, region } = voice;
    region.lang = localeNow();
    clearTimeout(speaking);
    clearTimeout(leaving);
    speaking = setTimeout(() => {
      region.textContent = words;
    }, wait);
    leaving = setTimeout(() => host.remove(), VOICE_STAYS);
  };
  return { say, hush };
}

function mountVoice(document: Document): { readonly host: HTMLElement; readonly region: HTMLElement } {
  const { host, root } = hostWithRoot(document);
  const region = document.createElement('div');
  region.className = 'voice';
  region.setAttribute('role', 'status');
  dress(root, document);
  root.append(region);
  document.documentElement.append(host);
  return { host, region };
}

function mount(document: Document): Open {
  const before = document.activeElement;
  const { host, root } = hostWithRoot(document);
  const panel = document.createElement('div');
  panel.className = 'card';
  panel.lang = localeNow();
  panel.tabIndex = -1;
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-labelledby', 'name');
  dress(root, document);
  root.append(panel);
  document.documentElement.append(host);
  raise(host);
  return { host, panel, before, stop: new AbortController() };
}

/** A page may have given our tag name a life of its own (custom elements); then a plain element serves. */
function hostWithRoot(document: Document): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const host = document.createElement('muster-card');
  try {
    return { host, root: host.attachShadow({ mode: 'closed' }) };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const plain = document.createElement('div');
    return { host: plain, root: plain.attachShadow({ mode: 'closed' }) };
  }
}

function dress(root: ShadowRoot, document: Document): void {
  const Sheet = document.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(CARD_STYLE);
  root.adoptedStyleSheets.push(sheet);
}

/** The top layer lies above every z-index; without it the highest z-index must do. */
function raise(host: HTMLElement): void {
  if (typeof host.showPopover !== 'function') return;
  host.popover = 'manual';
  host.showPopover();
}

function place(panel: HTMLElement, anchor: Anchor, document: Document): void {
  const view = document.documentElement;
  // The root element's box knows the width without a scroll bar; quirks mode does not give its height.
  const size = { width: view.clientWidth, height: document.defaultView?.innerHeight ?? view.clientHeight };
  const box = panel.getBoundingClientRect();
  const { left, top, maxHeight } = placeCard(anchor, { width: box.width, height: box.height }, size);
  panel.style.left = `${left}px`;
  panel.style.top = `${top}px`;
  panel.style.maxHeight = `${maxHeight}px`;
}

/** Tab past either end closes, so that the reader is never caught and comes back to where they were. */
function tabOut(event: KeyboardEvent, panel: HTMLElement, close: () => void): void {
  if (event.key !== 'Tab') return;
  const buttons = [...panel.querySelectorAll('button')];
  const target = event.composedPath()[0];
  const leaving = event.shiftKey ? target === buttons[0] || target === panel : target === buttons.at(-1);
  if (!leaving) return;
  event.preventDefault();
  event.stopPropagation();
  close();
}

/** Esc closes from anywhere. The page sees the key too, unless the reader was in the card. */
function closeByKey(event: KeyboardEvent, host: HTMLElement, document: Document, close: () => void): void {
  if (event.key !== 'Escape' || !event.isTrusted) return;
  if (document.activeElement === host) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  close();
}
