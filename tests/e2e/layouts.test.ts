import { describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers.ts';
import { askMuster } from '../../scripts/watch.ts';
import { article, BROWSER, FILLER, useWorld } from './world.ts';

/** However a page sets its text, its names are marked; what cannot be read or is not to be read stays as it is. */

interface Layout {
  readonly what: string;
  readonly body: string;
  readonly head?: string;
  readonly paints: readonly string[];
}

const LETTERS = [...'Rheinmetall'].map((letter) => `<span>${letter}</span>`).join('');
const NESTED = `<div id="outer"><template shadowrootmode="open"><p>One: MBDA.</p><div><template shadowrootmode="open"><p>Two: KNDS.</p><div>
<template shadowrootmode="open"><p>Three: Romarm.</p></template></div></template></div></template></div>`;
const SLOTS = `<div><template shadowrootmode="open"><p>Before <slot name="late"></slot> and <slot></slot>.</p><slot name="none">Fallback: Romarm.</slot></template>
<span>MBDA</span><span slot="late">KNDS</span></div>`;

const LAYOUTS: readonly Layout[] = [
  { what: 'zoomed text', body: '<div style="zoom: 3"><p>MBDA and KNDS.</p></div>', paints: ['MBDA', 'KNDS'] },
  { what: 'right-to-left text', body: '<p dir="rtl" lang="ar">قالت MBDA إنها مع KNDS.</p>', paints: ['MBDA', 'KNDS'] },
  { what: 'vertical text', body: '<p style="writing-mode: vertical-rl">MBDA and KNDS.</p>', paints: ['MBDA', 'KNDS'] },
  {
    what: 'ruby',
    body: '<p><ruby>MBDA<rt>em-bee-dee-ay</rt></ruby> and <ruby>KN<rt>x</rt>DS<rt>y</rt></ruby>.</p>',
    paints: ['MBDA', 'KN', 'DS'],
  },
  {
    what: 'a first letter with a style of its own',
    head: '<style>p::first-letter { font-size: 300%; float: left }</style>',
    body: '<p>MBDA came first.</p>',
    paints: ['MBDA'],
  },
  { what: 'text in single letters', body: `<p>${LETTERS} said so.</p>`, paints: ['Rheinmetall'] },
  { what: 'open details', body: '<details open><summary>MBDA</summary><p>KNDS.</p></details>', paints: ['MBDA', 'KNDS'] },
  {
    what: 'content-visibility: auto, far below',
    body: `<div style="height: 6000px"></div><section style="content-visibility: auto; contain-intrinsic-size: 500px"><p>MBDA.</p></section>`,
    paints: ['MBDA'],
  },
  { what: 'nested shadow roots', body: NESTED, paints: ['MBDA', 'KNDS', 'Romarm'] },
  { what: 'slots and their fallback', body: SLOTS, paints: ['MBDA', 'KNDS', 'Romarm'] },
  {
    what: 'boxes that are none (display: contents), and text that cannot be selected',
    body: '<div style="display: contents"><p style="user-select: none">MBDA.</p></div>',
    paints: ['MBDA'],
  },
  {
    what: 'a template, generated text and hidden="until-found" are not read',
    head: '<style>#g::before { content: "Romarm" }</style>',
    body: '<template><p>Rheinmetall.</p></template><p id="g">MBDA.</p><p hidden="until-found">KNDS.</p>',
    paints: ['MBDA'],
  },
  {
    what: 'one long line of 200,000 characters',
    body: `<p>${'the old road ran on '.repeat(5_000)}MBDA${' and on without an end'.repeat(5_000)}</p>`,
    paints: ['MBDA'],
  },
  {
    what: 'trusted types are wanted for everything',
    head: `<meta http-equiv="content-security-policy" content="require-trusted-types-for 'script'; trusted-types 'none'">`,
    body: '<p>MBDA and KNDS.</p>',
    paints: ['MBDA', 'KNDS'],
  },
];

describe(`layouts, in ${BROWSER}`, () => {
  const world = useWorld();

  test.each(LAYOUTS)('$what', async ({ what, body, head, paints }) => {
    const tab = await world.open(`http://unn.ua/layouts/${LAYOUTS.findIndex((one) => one.what === what)}`, article(body, head));
    await tab.paints(paints);
    expect(tab.errors).toEqual([]);
    await tab.page.close();
  });

  test('closed details hold marks that "show" unfolds', async () => {
    const tab = await world.open(
      'http://unn.ua/layouts/details',
      article(`<p>MBDA.</p>${FILLER}<details><summary>More</summary><p>KNDS.</p></details>`),
    );
    await tab.hasNames(['MBDA', 'KNDS']);
    const knds = (await tab.view()).entities.find(({ name }) => name === 'KNDS');
    await askMuster(world.own, 'goTo', { tabId: tab.id, id: knds?.id ?? '', step: 1 });
    await until('the details to open', () => tab.page.evaluate(() => document.querySelector('details')?.open || undefined));
    await tab.paints(['MBDA', 'KNDS']);
  });

  test('what the page has the browser skip is marked once it shows', async () => {
    const skipped = '<section id=skipped style="content-visibility: hidden"><div><p>KNDS.</p></div></section>';
    const tab = await world.open('http://unn.ua/layouts/skipped', article(`<p>MBDA.</p>${skipped}<p>BAE Systems.</p>`));
    await tab.paints(['MBDA', 'BAE Systems']);
    await tab.page.evaluate(() => document.querySelector('#skipped')?.removeAttribute('style'));
    await tab.paints(['MBDA', 'KNDS', 'BAE Systems']);
  });

  test('text with another type than HTML: plain text, XHTML', async () => {
    const plain = await world.open('http://unn.ua/layouts/plain', 'MBDA and KNDS signed it.\n', {
      'content-type': 'text/plain; charset=utf-8',
    });
    await plain.paints(['MBDA', 'KNDS']);
    const xhtml =
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>MBDA.</p></body></html>';
    const tab = await world.open('http://unn.ua/layouts/xhtml', xhtml, { 'content-type': 'application/xhtml+xml' });
    await tab.paints(['MBDA']);
  });

  test('of a PDF that the browser shows it is said that it is not read', async () => {
    const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F 24 Tf 50 100 Td (MBDA and KNDS) Tj ET
endstream endobj
trailer<</Root 1 0 R>>`;
    const tab = await world.open('http://unn.ua/layouts/report.pdf', pdf, { 'content-type': 'application/pdf' });
    expect((await tab.settled()).site).toEqual({ state: 'unsupported', why: 'pdf' });
  });

  test('an editor that comes later is left alone from then on', async () => {
    const tab = await world.open('http://unn.ua/layouts/editable', article('<p>MBDA.</p><p id="later">KNDS.</p>'));
    await tab.paints(['MBDA', 'KNDS']);
    await tab.page.evaluate(() => {
      const later = document.getElementById('later') as HTMLElement;
      later.contentEditable = 'true';
      later.textContent = 'Romarm was typed.';
    });
    await tab.paints(['MBDA']);
  });

  test('marks are not printed', async () => {
    const tab = await world.open('http://unn.ua/layouts/print', article('<p id="p">MBDA.</p>'));
    await tab.paints(['MBDA']);
    // What is printed is styled as print media; the rules of the sheet say that they are for anything else.
    const rules = await tab.page.evaluate(() =>
      document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)),
    );
    const ours = rules.filter((rule) => rule.includes('::highlight'));
    // Firefox shows a page no sheet that an extension made.
    if (BROWSER === 'chromium') expect(ours.length).toBeGreaterThan(0);
    expect(ours.filter((rule) => !rule.startsWith('@media not print'))).toEqual([]);
  });
});
