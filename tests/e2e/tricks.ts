import type { Page } from 'puppeteer-core';
import type { Point } from '../../scripts/watch.ts';

/**
 * What a hostile page may try so that a reader who means something else presses something of ours. `script` runs in the page
 * when the card is open; then the reader does what `user` says, `at` being the middle of the card's button: a real click on it if
 * nothing is said. Scripts run in the page and know nothing of this file.
 *
 * Longer than other files: it is one table, and each row is a page of its own.
 */
export interface Trick {
  readonly name: string;
  /** Runs before the reader points at a name. */
  readonly before?: () => unknown;
  readonly script?: string | (() => unknown);
  readonly user?: (page: Page, at: Point) => Promise<void>;
  /** Said where it is known whether the profile opens: that is all that may happen. */
  readonly opens?: boolean;
}

const press =
  (...keys: readonly ('Enter' | ' ' | 'Tab')[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key);
  };

/** A second press, for what a page has put into the place of the first. */
const twice = async (page: Page, at: Point) => {
  await page.mouse.click(at.x, at.y);
  await page.mouse.click(at.x, at.y, { count: 2 });
};

/** Puts a sheet into the page that speaks of everything. */
const style = (css: string) =>
  `const sheet = document.createElement('style'); sheet.textContent = ${JSON.stringify(css)}; document.head.append(sheet);`;

export const TRICKS: readonly Trick[] = [
  { name: 'none at all, so that we know that a click arrives', opens: true },
  { name: 'the host is all but transparent', script: style('muster-card { opacity: .01 !important; filter: opacity(.01) !important }') },
  { name: 'the page is all but transparent', script: style('html { opacity: .01 !important }') },
  {
    name: 'the host is clipped away',
    script: style('muster-card, html { clip-path: inset(0 0 99% 99%) !important; mask: linear-gradient(transparent, transparent) }'),
  },
  {
    name: 'the host is scaled over the whole window',
    script: style('muster-card, html { transform: scale(40) !important; scale: 40 !important }'),
    user: async (page) => {
      for (const [x, y] of [
        [100, 100],
        [400, 300],
        [600, 450],
        [900, 700],
      ] as const)
        await page.mouse.click(x, y);
    },
  },
  {
    name: 'the page is zoomed, and zoomed again in itself',
    script: style('html { zoom: 3 } body { zoom: 2 } muster-card { zoom: .2 !important }'),
    user: twice,
  },
  {
    name: 'a cover that lets clicks through promises a prize',
    script: () => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:#fff;font-size:80px';
      cover.textContent = 'Press here for your prize';
      document.documentElement.append(cover);
    },
  },
  {
    name: 'a cover in the top layer, above ours',
    script: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'inset:0;width:100vw;height:100vh;border:0;pointer-events:none;background:#fff';
      document.body.append(cover);
      cover.showPopover();
    },
  },
  {
    name: 'a modal dialog that makes all else inert',
    script: () => {
      const dialog = document.createElement('dialog');
      dialog.style.cssText = 'pointer-events:none;opacity:.01;width:100vw;height:100vh';
      document.body.append(dialog);
      dialog.showModal();
    },
    user: twice,
  },
  {
    name: 'full screen, as if it were a film',
    before: () => {
      document.addEventListener('click', () => document.documentElement.requestFullscreen().catch(() => undefined), { once: true });
    },
    user: async (page, at) => {
      await page.mouse.click(at.x, at.y);
      await page.mouse.click(600, 700);
      await twice(page, at);
    },
  },
  {
    name: 'the card is moved under the pointer just before the click',
    script: () => {
      addEventListener(
        'pointerdown',
        ({ clientX, clientY }) => {
          const host = document.querySelector<HTMLElement>('muster-card');
          for (const one of [host, document.documentElement])
            one?.style.setProperty('transform', `translate(${clientX - 40}px, ${clientY - 180}px)`, 'important');
          host?.style.setProperty('inset', `${clientY}px auto auto ${clientX}px`, 'important');
        },
        { capture: true },
      );
    },
    user: async (page, at) => {
      await page.mouse.click(at.x, at.y + 260);
      await page.mouse.click(at.x + 300, at.y);
    },
  },
  {
    name: 'the page is scrolled between press and release',
    script: () => {
      document.body.style.minHeight = '5000px';
      addEventListener('pointerdown', () => scrollBy({ top: 40, behavior: 'instant' }), { capture: true });
    },
    user: async (page, at) => {
      await page.mouse.move(at.x, at.y + 40);
      await page.mouse.down();
      await page.mouse.up();
      await page.mouse.click(at.x, at.y);
    },
  },
  {
    name: 'the pointer is hidden and another is drawn elsewhere',
    script: () => {
      document.documentElement.style.setProperty('cursor', 'none', 'important');
      const hand = document.createElement('div');
      hand.style.cssText = 'position:fixed;width:16px;height:16px;background:#000;pointer-events:none;z-index:2147483647';
      document.body.append(hand);
      addEventListener('pointermove', ({ clientX, clientY }) =>
        Object.assign(hand.style, { left: `${clientX + 300}px`, top: `${clientY + 200}px` }),
      );
    },
  },
  {
    name: 'the card is dragged away, and dropped on the page',
    script: () => {
      for (const type of ['dragenter', 'dragover', 'drop']) addEventListener(type, (event) => event.preventDefault(), { capture: true });
      document.querySelector('muster-card')?.setAttribute('draggable', 'true');
    },
    user: async (page, at) => {
      await page.mouse.move(at.x, at.y);
      await page.mouse.down();
      await page.mouse.move(at.x + 60, at.y + 200, { steps: 5 });
      await page.mouse.up();
    },
  },
  {
    name: 'something of the page is dragged into the card',
    script: () => {
      const bait = document.createElement('a');
      Object.assign(bait, { href: 'javascript:alert(1)', draggable: true, textContent: 'Drag me' });
      bait.style.cssText = 'position:fixed;left:0;top:0;width:120px;height:40px';
      bait.addEventListener('dragstart', (event) => event.dataTransfer?.setData('text/html', '<button onclick="alert(1)">x</button>'));
      document.body.append(bait);
    },
    user: async (page, at) => {
      await page.mouse.move(20, 20);
      await page.mouse.down();
      await page.mouse.move(at.x, at.y, { steps: 8 });
      await page.mouse.up();
    },
  },
  {
    name: 'clicks and keys of the page’s own making',
    script: () => {
      const host = document.querySelector<HTMLElement>('muster-card');
      const box = { bubbles: true, cancelable: true, composed: true, clientX: 150, clientY: 200, button: 0, detail: 1 };
      const middle = document.elementFromPoint(150, 200);
      for (const target of [host, middle, document.activeElement, document, window]) {
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'contextmenu', 'auxclick'])
          target?.dispatchEvent(type.startsWith('pointer') ? new PointerEvent(type, box) : new MouseEvent(type, box));
        for (const key of ['Tab', 'Enter', ' ', 'Delete'])
          for (const type of ['keydown', 'keypress', 'keyup'])
            target?.dispatchEvent(new KeyboardEvent(type, { key, code: key, bubbles: true, composed: true }));
      }
      host?.click();
    },
    user: async () => undefined,
    opens: false,
  },
  {
    name: 'the focus is put into the card before the reader types',
    script: () => {
      const host = document.querySelector<HTMLElement>('muster-card');
      host?.setAttribute('tabindex', '0');
      host?.setAttribute('autofocus', '');
      host?.focus();
      setInterval(() => host?.focus(), 5);
    },
    user: press('Enter', ' ', 'Tab', 'Enter', ' ', 'Tab', 'Enter'),
  },
  {
    name: 'our own pages in frames of the page, and behind its links',
    script: () => {
      // What a page may have found out of the extension's address: all of it, here.
      const { origin } = window as unknown as { musterOrigin?: string } & Window;
      const own = (window as unknown as { musterOrigin?: string }).musterOrigin ?? origin;
      for (const [i, path] of ['options.html', 'popup.html', 'sidepanel.html', 'welcome.html', 'card.js'].entries()) {
        const frame = document.createElement('iframe');
        frame.src = `${own}/${path}`;
        frame.style.cssText = `position:fixed;inset:0;width:100vw;height:100vh;opacity:.01;z-index:${1_000 + i}`;
        document.body.append(frame);
      }
      addEventListener('blur', () => open(`${own}/options.html`));
      document.querySelector('muster-card')?.remove();
    },
    user: async (page, at) => {
      for (let y = 60; y < 900; y += 120) await page.mouse.click(at.x, y);
      await press('Tab', ' ', 'Tab', ' ', 'Tab', 'Enter')(page);
    },
    opens: false,
  },
  {
    name: 'the host is taken out and put into a button, a label and a link',
    script: () => {
      const host = document.querySelector<HTMLElement>('muster-card');
      const [link, label, button] = ['a', 'label', 'button'].map((tag) => document.createElement(tag));
      link?.setAttribute('href', '#x');
      link?.append(label as HTMLElement);
      label?.append(button as HTMLElement);
      document.body.append(link as HTMLElement);
      if (host) button?.append(host);
      host?.showPopover();
    },
    user: twice,
  },
  {
    name: 'the host is moved into a frame of the page',
    script: () => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;border:0';
      document.body.append(frame);
      const host = document.querySelector<HTMLElement>('muster-card');
      if (host) frame.contentDocument?.body.append(host);
      host?.showPopover();
    },
    user: twice,
  },
  {
    name: 'the host flickers with every frame',
    script: () => {
      let n = 0;
      const flicker = () => {
        const host = document.querySelector<HTMLElement>('muster-card');
        n += 1;
        host?.toggleAttribute('hidden', n % 2 === 0);
        if (n % 2 === 0) host?.hidePopover();
        else host?.showPopover();
        requestAnimationFrame(flicker);
      };
      flicker();
    },
    user: twice,
  },
  {
    name: 'the page knows our element and what it is made of',
    before: () => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        return attach.call(this, { ...init, mode: 'open' });
      };
      class Mine extends HTMLElement {
        connectedCallback() {
          this.addEventListener('click', () => this.click());
        }
      }
      if (globalThis.customElements) customElements.define('muster-card', Mine);
      const add = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (type, listener, options) {
        Object.assign(window, { heard: [...((window as unknown as { heard?: string[] }).heard ?? []), type] });
        return add.call(this, type, listener, options);
      };
    },
    user: twice,
  },
  {
    name: 'a bait for double clicks stands where the card will be',
    script: () => {
      document.querySelector('muster-card')?.remove();
      const bait = document.createElement('button');
      bait.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;opacity:.2';
      bait.addEventListener('pointerdown', () => bait.remove());
      document.body.append(bait);
    },
    user: async (page, at) => {
      await page.mouse.click(at.x, at.y, { count: 2, delay: 30 });
      await page.mouse.click(at.x, at.y, { count: 3 });
    },
  },
  {
    name: 'the page speaks to the extension as if it were a part of it',
    script: () => {
      const messages = ['erase', 'judge', 'addOwn', 'readAlways', 'removeOwn'].map((muster) => ({
        muster,
        argument: {
          what: 'all',
          entity: 'Q1',
          says: 'not-this',
          scope: 'everywhere',
          name: 'Evil',
          kind: 'company',
          aliases: [],
          tabId: 1,
          origin: '*://*/*',
        },
      }));
      const own = (window as unknown as { musterOrigin?: string }).musterOrigin ?? '';
      type Runtime = { sendMessage?: (...all: unknown[]) => unknown; connect?: (...all: unknown[]) => unknown };
      const { chrome, browser } = globalThis as unknown as Record<'chrome' | 'browser', { runtime?: Runtime } | undefined>;
      for (const message of messages) {
        postMessage(message, '*');
        document.dispatchEvent(new CustomEvent('muster', { detail: message }));
        new BroadcastChannel('muster').postMessage(message);
        for (const { runtime } of [chrome, browser].flatMap((one) => one ?? [])) {
          try {
            runtime?.sendMessage?.(new URL(own).host, message);
            runtime?.connect?.(new URL(own).host);
          } catch {
            // Refused by the browser: all the better.
          }
        }
      }
      localStorage.setItem('settings', '{"recording":true}');
    },
  },
];
