// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Card } from '../../components/Card.tsx';
import { type CardHost, cardHost } from '../../components/card-host.ts';
import type { CardView } from '../../platform/messages.ts';
import { pairs } from './fakes.ts';

const view: CardView = {
  spoken: { language: 'en', locale: 'en-GB' },
  id: 'Q1',
  name: 'Укрприклад',
  kind: 'company',
  line: 'Ukraine. Maker of examples',
  country: 'UA',
  lineAsOf: '2026-10-08',
  asOf: '2026-10-08',
  certainty: 'sure',
  surface: 'Укрприкладу',
  why: { alias: 'Укрприклад', lang: 'uk', how: 'declined', evidence: [{ type: 'strong-alias' }] },
  labels: {},
  also: [],
  pairs: [...pairs, ...pairs.map((pair) => ({ ...pair, id: `${pair.id}b` }))],
};
const ambiguous: CardView = { ...view, certainty: 'uncertain', also: [{ id: 'Q7', name: 'Other Works' }], pairs: [] };
const anchor = { x: 10, y: 10, left: 5, top: 5, right: 60, bottom: 20 };

/** A click as the browser itself makes it. */
function trustedClick(element: Element): void {
  const event = new MouseEvent('click', { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  element.dispatchEvent(event);
}

afterEach(cleanup);

describe('what the card says', () => {
  test('who, as of when, why, and the three strongest pairs', () => {
    render(<Card view={view} onOpenProfile={() => undefined} />);
    const text = document.body.textContent.replace(/[\u2068\u2069]/gu, '');
    expect(text).toContain('Ukraine. Maker of examples');
    expect(text).toMatch(/Company\. As of .*2026\./);
    expect(text).toContain('“Укрприкладу” is a form of “Укрприклад” (Ukrainian), clear by itself.');
    expect(text).toContain('Oksana Prykladna in 12 sentences');
    expect(text).toContain('Alliance of Examples in 4 articles');
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  test('as of when: of the line where it is another day than the profile’s, once where it is the same', () => {
    render(<Card view={{ ...view, lineAsOf: '2026-07' }} onOpenProfile={() => undefined} />);
    expect(document.body.textContent).toMatch(/Maker of examples, as of .*2026Company\. Profile as of .*2026\./);
    cleanup();
    render(<Card view={view} onOpenProfile={() => undefined} />);
    expect(document.body.textContent.match(/as of/gi)).toHaveLength(1);
  });

  test('the feed by dot and title; out of date in words', () => {
    const feed = { id: 'b', title: 'Newsroom', colour: 'blue' } as const;
    render(<Card view={{ ...view, feed, stale: { confirmed: '2026-09' } }} onOpenProfile={() => undefined} />);
    expect(document.body.textContent).toMatch(/From NewsroomMay be out of date: last confirmed .*2026\./);
    expect(document.querySelector<HTMLElement>('.dot')?.style.background).toBe('var(--feed-blue)');
  });

  test('ambiguous: both names, both can be opened', () => {
    render(<Card view={ambiguous} onOpenProfile={() => undefined} />);
    expect(document.body.textContent).toContain('may also mean \u2068Other Works\u2069');
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Укрприклад', 'Other Works']);
  });

  test('opens the profile for a press of the reader, never for one that a page made', () => {
    const open = vi.fn();
    render(<Card view={view} onOpenProfile={open} />);
    const button = screen.getByRole('button', { name: 'Open profile' });
    fireEvent.click(button);
    (button as HTMLButtonElement).click();
    expect(open).not.toHaveBeenCalled();
    trustedClick(button);
    expect(open).toHaveBeenCalledWith('Q1');
  });
});

describe('the host on the page', () => {
  const roots: ShadowRoot[] = [];
  const attach = Element.prototype.attachShadow;
  const on = { openProfile: vi.fn(), close: vi.fn(), enter: vi.fn(), leave: vi.fn() };
  let host: CardHost;
  let field: HTMLInputElement;

  beforeEach(() => {
    roots.length = 0;
    vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
      const root = attach.call(this, init);
      roots.push(root);
      return root;
    });
    for (const spy of Object.values(on)) spy.mockClear();
    field = document.createElement('input');
    document.body.append(field);
    field.focus();
    host = cardHost(document);
  });

  afterEach(() => {
    host.hide();
    field.remove();
    vi.restoreAllMocks();
  });

  const panel = () => roots.at(-1)?.querySelector('.card') as HTMLElement;
  const pressEscape = (trusted: boolean) => {
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    Object.defineProperty(event, 'isTrusted', { value: trusted });
    document.body.dispatchEvent(event);
    return event;
  };

  test('one element, closed to the page, telling nothing; gone when hidden', () => {
    const before = document.documentElement.outerHTML;
    host.show(view, anchor, on, { focus: false });
    const element = host.element() as HTMLElement;
    expect(element.parentElement).toBe(document.documentElement);
    expect(element.shadowRoot).toBeNull();
    expect(element.attributes.length).toBeLessThanOrEqual(1);
    expect(element.outerHTML).not.toMatch(/Q1|Укр|example/i);
    expect(document.querySelectorAll('muster-card')).toHaveLength(1);
    host.show(ambiguous, anchor, on, { focus: false });
    expect(document.querySelectorAll('muster-card')).toHaveLength(1);
    host.hide();
    host.hide();
    expect(host.element()).toBeUndefined();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('by hover it leaves the focus where it is; by keyboard it takes it and gives it back', () => {
    host.show(view, anchor, on, { focus: false });
    expect(document.activeElement).toBe(field);
    host.hide();
    host.show(view, anchor, on, { focus: true });
    expect(roots.at(-1)?.activeElement ?? document.activeElement).not.toBe(field);
    host.hide();
    expect(document.activeElement).toBe(field);
  });

  test('Esc closes from anywhere; a key that a page made does not', () => {
    host.show(view, anchor, on, { focus: false });
    pressEscape(false);
    expect(host.element()).toBeDefined();
    const event = pressEscape(true);
    expect(host.element()).toBeUndefined();
    expect(on.close).toHaveBeenCalledTimes(1);
    // The reader was on the page: it may close something of its own too.
    expect(event.defaultPrevented).toBe(false);
    pressEscape(true);
    expect(on.close).toHaveBeenCalledTimes(1);
  });

  test('Tab past the end closes, so that the reader is never caught', () => {
    host.show(ambiguous, anchor, on, { focus: true });
    const [first, last] = [...panel().querySelectorAll('button')];
    const tab = (target: Element | undefined, shiftKey = false) =>
      target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, composed: true, cancelable: true }));
    tab(first);
    expect(host.element()).toBeDefined();
    tab(last);
    expect(host.element()).toBeUndefined();
    expect(on.close).toHaveBeenCalledTimes(1);
  });

  test('tells when the pointer comes and goes', () => {
    host.show(view, anchor, on, { focus: false });
    panel().dispatchEvent(new Event('pointerenter'));
    panel().dispatchEvent(new Event('pointerleave'));
    expect(on.enter).toHaveBeenCalledTimes(1);
    expect(on.leave).toHaveBeenCalledTimes(1);
  });

  test('a page that has taken our tag name gets a plain element', () => {
    vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
      if (this.localName === 'muster-card') throw new DOMException('taken', 'NotSupportedError');
      return attach.call(this, init);
    });
    host.show(view, anchor, on, { focus: false });
    expect(host.element()?.localName).toBe('div');
  });
});
