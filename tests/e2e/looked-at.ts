import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { CardView } from '../../platform/messages.ts';
import type { StartReach } from '../../platform/page-reach.ts';
import { BROWSER } from './world.ts';

/** What a view is like for eyes, hands and programs: rules, focus, room. */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on a page as it is drawn now, one line each: rule, and the first element that breaks it. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Result = { violations: readonly { id: string; help: string; nodes: readonly { html: string }[] }[] };
    const { axe } = globalThis as unknown as { axe: { run(): Promise<Result> } };
    return (await axe.run()).violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html}`);
  });
}

/** As readers have it set. Only Chromium lets a test switch. */
export const SCHEMES = {
  light: [{ name: 'prefers-color-scheme', value: 'light' }],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  'forced colours': [
    { name: 'forced-colors', value: 'active' },
    { name: 'prefers-color-scheme', value: 'dark' },
  ],
  'reduced motion': [{ name: 'prefers-reduced-motion', value: 'reduce' }],
} as const;
export type Scheme = keyof typeof SCHEMES;
export const schemes: readonly Scheme[] = BROWSER === 'chromium' ? (Object.keys(SCHEMES) as Scheme[]) : ['light'];

export async function inScheme(page: Page, scheme: Scheme): Promise<Page> {
  if (BROWSER === 'chromium') {
    const session = await page.createCDPSession();
    // Puppeteer's own call knows no forced colours.
    await session.send('Emulation.setEmulatedMedia', { features: [...SCHEMES[scheme]] });
  }
  // Colours may fade in.
  await new Promise((resolve) => setTimeout(resolve, 300));
  return page;
}

/** Goes through all that Tab reaches, and answers what has the focus without showing it; throws if it reaches next to nothing. */
export async function unseenFocus(page: Page, least: number): Promise<readonly string[]> {
  await page.bringToFront();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const reached = new Set<string>();
  const unseen: string[] = [];
  let turned = false;
  for (let i = 0; i < 300; i += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      if (at === null || at === document.body || at === document.documentElement) return undefined;
      const before = at.hasAttribute('data-reached');
      at.setAttribute('data-reached', '');
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
      const seen = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
      return { before, seen, what: at.outerHTML.slice(0, 120) };
    });
    // Past the end lies the browser; then it begins at the top.
    if (now === undefined && i > 0 && !turned) turned = true;
    else if (now === undefined || now.before) break;
    if (now === undefined) continue;
    reached.add(`${i} ${now.what}`);
    if (!now.seen) unseen.push(now.what);
  }
  if (reached.size < least) throw new Error(`Tab reached only ${reached.size}: ${[...reached].join('\n')}`);
  return unseen;
}

/** With the text at twice its size: what is wider than the window, and what lies beyond its edges. */
export async function cutOffAtTwice(page: Page, width: number): Promise<readonly string[]> {
  await page.setViewport({ width, height: 560 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  return page.evaluate(() => {
    const wide = [document.documentElement, ...document.querySelectorAll<HTMLElement>('main, header, footer, form')].filter(
      (one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline',
    );
    const beyond = [...document.querySelectorAll<HTMLElement>('button, a, input, select, p, h1, h2, h3, summary, label')].filter((one) => {
      const box = one.getBoundingClientRect();
      const hidden = one.closest('.visually-hidden') !== null || !one.checkVisibility() || box.width === 0;
      return !hidden && (box.right > innerWidth + 1 || box.left < -1);
    });
    return [
      ...wide.map((one) => `wider than itself: ${one.outerHTML.slice(0, 100)}`),
      ...beyond.map((one) => `beyond: ${one.outerHTML.slice(0, 100)}`),
    ];
  });
}

const CARD: CardView = {
  spoken: { language: 'en', locale: 'en-GB' },
  id: 'Q1',
  name: 'Example Systems and Placeholder Holdings',
  kind: 'company',
  line: 'Examplia. Missiles and air-defence systems',
  lineAsOf: '2026-03-28',
  asOf: '2026-10-08',
  certainty: 'uncertain',
  surface: 'Example Systems',
  why: { alias: 'Example Systems', how: 'given', evidence: [] },
  labels: {},
  also: [{ id: 'Q2', name: 'Example Shipyard' }],
  pairs: [{ id: 'Q3', name: 'Alliance of Instances', kind: 'organisation', sentences: 2, paragraphs: 3, articles: 4, last: '2026-10-01' }],
};

/** Opens the real card (card.js) by key in one of our own pages, its root left open so that it can be looked into. */
export async function openCard(page: Page): Promise<void> {
  await page.evaluate(async (view) => {
    const closed = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function attach(options) {
      return closed.call(this, { ...options, mode: 'open' });
    };
    document.body.innerHTML = '<main><h1>Story</h1><p id="story">Example Systems</p></main>';
    const script = document.createElement('script');
    script.src = '/card.js';
    await new Promise((resolve) => {
      script.addEventListener('load', resolve);
      document.head.append(script);
    });
    const owner = document.getElementById('story');
    const node = owner?.firstChild as Text;
    const block = { id: 1, owner, text: node.data, pieces: [{ node, from: 0, at: 0, length: node.data.length, joined: false }] };
    const mark = { start: 0, end: node.data.length, kind: 'company', certainty: 'uncertain' };
    const nothing = () => undefined;
    const painter = { marked: () => [block], marksOf: () => [mark], tint: nothing, flash: nothing };
    const session = { doc: () => 'd', book: { find: nothing, blocks: new Map([[1, block]]) }, painter, watch: { roots: new Set() } };
    const { musterReach } = globalThis as unknown as { musterReach: StartReach };
    const looks = { company: { line: 'solid', colour: 'blue' } };
    const settings = () => ({ hover: 'off', hoverDelay: 0, modifier: 'alt', strength: 'normal', looks });
    const needs = {
      session,
      card: async () => view,
      openProfile: nothing,
      settings,
      pointer: undefined,
      signal: new AbortController().signal,
    };
    musterReach(needs as never).cardByKey();
    while (document.querySelector('muster-card') === null) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }, CARD as never);
}

/** Whether the card lies within the window, is no wider than 360, and none of its words is cut off sideways. */
export function cardFits(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const card = document.querySelector('muster-card')?.shadowRoot?.querySelector('.card');
    const box = card?.getBoundingClientRect();
    if (!card || box === undefined) return ['no card'];
    const problems: string[] = [];
    if (box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight) problems.push('beyond the window');
    if (card.scrollWidth > card.clientWidth) problems.push('wider than itself');
    return problems;
  });
}
