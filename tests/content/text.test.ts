import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type PageMaker, type TestPage } from './browser.ts';

/** What is one block and what is not: HTML on the left, the texts of its blocks on the right. */

declare const muster: typeof import('./page-entry.ts');

let maker: PageMaker;
let page: TestPage;

beforeAll(async () => {
  maker = await openBrowser();
  page = await maker.page('<!doctype html><meta charset=utf-8><body></body>');
});
afterAll(() => maker.close());

async function blocksOf(html: string): Promise<string[]> {
  return page.evaluate((inner) => {
    (document.body as HTMLElement & { setHTMLUnsafe(html: string): void }).setHTMLUnsafe(inner);
    return muster.readAll(document.body);
  }, html);
}

describe('one run', () => {
  test.each([
    ['inline tags do not cut a name', '<p>Lock<b>heed</b> Mar<i>t</i>in</p>', ['Lockheed Martin']],
    ['nor do links, spans, comments, wbr', '<p><a href=#>Rhein</a><!-- x --><span>met<wbr>all</span></p>', ['Rheinmetall']],
    ['one <br> is a newline', '<p>BAE<br>Systems</p>', ['BAE\nSystems']],
    ['an element that is shown inline-block', '<p><span style="display:inline-block">Saab</span> AB</p>', ['Saab AB']],
    ['a drop cap', '<p><span style="float:left">S</span>aab AB</p>', ['Saab AB']],
    ['an unknown element is inline', '<p>Sa<x-y>ab</x-y></p>', ['Saab']],
    ['display: contents', '<p>Sa<span style="display:contents">ab</span></p>', ['Saab']],
    ['no-break spaces and soft hyphens are sent as they are', '<p>BAE&nbsp;Sys&shy;tems</p>', ['BAE\u00a0Sys\u00adtems']],
    ['aria-hidden text is seen', '<p aria-hidden=true>Saab</p>', ['Saab']],
    ['furigana are not in the base text', '<p><ruby>川崎<rp>(</rp><rt>かわさき</rt><rp>)</rp></ruby>重工業</p>', ['川崎重工業']],
    ['source line breaks in a paragraph', '<p>BAE\n\nSystems</p>', ['BAE\n\nSystems']],
  ])('%s', async (_law, html, wanted) => expect(await blocksOf(html)).toEqual(wanted));
});

describe('several blocks', () => {
  test.each([
    ['paragraphs', '<p>BAE</p><p>Systems</p>', ['BAE', 'Systems']],
    ['list items', '<ul><li>BAE<li>Systems</ul>', ['BAE', 'Systems']],
    ['table cells', '<table><tr><td>BAE<td>Systems</table>', ['BAE', 'Systems']],
    [
      'headings, captions, buttons',
      '<h2>BAE</h2><figure><figcaption>Systems</figcaption></figure><button>Saab</button>',
      ['BAE', 'Systems', 'Saab'],
    ],
    ['two <br>', '<p>BAE<br> <br>Systems</p>', ['BAE\n ', 'Systems']],
    ['three <br> and text after', '<p>a<br><br><br>b<br>c</p>', ['a\n', '\nb\nc']],
    ['a rule', '<div>BAE<hr>Systems</div>', ['BAE', 'Systems']],
    ['an empty element on a line of its own', '<p>BAE<i style="display:block"></i>Systems</p>', ['BAE', 'Systems']],
    ['the same in a link', '<p>BAE<a href=#><i style="display:block"></i></a>Systems</p>', ['BAE', 'Systems']],
    ['text around a block', '<div>BAE<p>x</p>Systems</div>', ['BAE', 'Systems', 'x']],
    ['a block in an inline element', '<span>BAE<div>x</div>Systems</span>', ['BAE', 'Systems', 'x']],
    [
      'a span that is shown as a block',
      '<div><span style="display:block">BAE</span><span style="display:block">Systems</span></div>',
      ['BAE', 'Systems'],
    ],
    ['items of a flex box', '<div style="display:flex"><span>BAE</span><span>Systems</span></div>', ['BAE', 'Systems']],
    [
      'text for screen readers only, beside the text',
      '<p>BAE<span style="position:absolute;width:1px;height:1px;overflow:hidden">Systems</span></p>',
      ['BAE', 'Systems'],
    ],
    ['blank lines in preformatted text', '<pre>BAE\nSystems\n\nSaab\n \nKNDS</pre>', ['BAE\nSystems\n\n', 'Saab\n \n', 'KNDS']],
    [
      'an open shadow root and its light children',
      '<div><template shadowrootmode=open><p>Saab</p><slot></slot></template>BAE <b>Systems</b></div>',
      ['BAE Systems', 'Saab'],
    ],
    ['a closed <details>', '<details><summary>BAE</summary>Systems</details>', ['Systems', 'BAE']],
    ['paragraphs in one', '<details><summary>BAE</summary><div><p>Systems</p><p hidden>not</p></div></details>', ['BAE', 'Systems']],
    [
      'in what has no box of its own',
      '<section style="display:contents"><p>BAE</p></section><div style="display:contents">AB</div>',
      ['BAE', 'AB'],
    ],
    [
      'what is slotted into something skipped, by the name of its element',
      '<div><template shadowrootmode=open><div style="content-visibility:hidden"><slot></slot></div></template><p>BAE</p><b>AB</b></div>',
      ['AB', 'BAE'],
    ],
    [
      'what is laid out only near the window',
      '<div style="height:9000px"></div><div style="content-visibility:auto"><p>BAE</p><p><b>Sys</b>tems</p></div>',
      ['BAE', 'Systems'],
    ],
  ])('%s', async (_law, html, wanted) => expect(await blocksOf(html)).toEqual(wanted));
});

describe('not read', () => {
  test.each([
    ['fields', '<textarea>Saab</textarea><input value=Saab><select><option>Saab</select>'],
    [
      'editors',
      '<div contenteditable>Saab</div><p contenteditable=plaintext-only>Saab</p><div contenteditable=true><p>Saab</p></div><div role=textbox>Saab</div>',
    ],
    ['code', '<p><code>Saab</code> <kbd>Saab</kbd> <samp>Saab</samp></p>'],
    ['scripts and styles', '<script>Saab</script><style>Saab{}</style><template>Saab</template><noscript>Saab</noscript>'],
    ['what has no box', '<p hidden>Saab</p><p style="display:none">Saab</p><p>\u00a0<b style="display:none">Saab</b></p>'],
    ['what is invisible', '<p style="visibility:hidden">Saab</p><p> <b style="visibility:hidden">Saab</b></p>'],
    [
      'what is skipped',
      '<div style="content-visibility:hidden"><p>Saab</p><section><div><p>Saab <b>AB</b></p></div></section><a style="display:block">AB</a></div>',
    ],
    ['pictures and frames', '<svg><text>Saab</text></svg><iframe srcdoc=Saab></iframe><canvas>Saab</canvas>'],
    ['our own card', '<muster-card>Saab</muster-card>'],
    ['closed shadow roots', '<div><template shadowrootmode=closed>Saab</template></div>'],
    ['punctuation and space alone', '<p> – … </p><p>\u200b</p>'],
  ])('%s', async (_what, html) => expect(await blocksOf(html)).toEqual([]));

  test('what is not read does not end a name', async () => {
    expect(await blocksOf('<p>Sa<script>x</script>ab <b style="display:none">not</b>AB</p>')).toEqual(['Saab AB']);
  });
});

describe('long texts', () => {
  test('are cut at white space, and nothing is lost', async () => {
    const text = 'Rheinmetall builds '.repeat(3_000);
    const blocks = await blocksOf(`<p>${text}</p>`);
    expect(blocks.length).toBeGreaterThan(2);
    expect(Math.max(...blocks.map((block) => block.length))).toBeLessThanOrEqual(20_000);
    expect(blocks.join('')).toBe(text);
    for (const block of blocks.slice(0, -1)) expect(block).toMatch(/\s$/);
  });

  test('without white space are cut between characters, not within one', async () => {
    const text = `a${'𝐀'.repeat(25_000)}`;
    const blocks = await blocksOf(`<p>${text}</p>`);
    expect(blocks.join('')).toBe(text);
    for (const block of blocks) expect(block.isWellFormed()).toBe(true);
  });

  test('lone surrogates survive', async () => {
    const blocks = await page.evaluate(() => {
      document.body.textContent = 'a \ud800 Saab \udc00';
      return muster.readAll(document.body);
    });
    expect(blocks).toEqual(['a \ud800 Saab \udc00']);
  });

  test('over many inline elements are cut too', async () => {
    const blocks = await blocksOf(`<p>${'<b>Saab and </b>'.repeat(4_000)}</p>`);
    expect(blocks.join('')).toBe('Saab and '.repeat(4_000));
    expect(Math.max(...blocks.map((block) => block.length))).toBeLessThanOrEqual(20_000);
  });
});

describe('spans', () => {
  const letters = fc.constantFrom('a', 'Ж', ' ', '\u00a0', '\u00ad', '中', '😀', '\u0301', '-', '\ud800');
  const part = fc.record({ text: fc.string({ unit: letters, maxLength: 6 }), depth: fc.integer({ min: 0, max: 3 }), noise: fc.boolean() });

  test('however a text is divided among inline elements: one block, and every span is found again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 12 }), fc.nat(80), fc.nat(80), async (parts, one, other) => {
        const found = await page.evaluate(divide, parts, one, other);
        const text = `x${parts.map((each) => each.text).join('')}y`;
        expect(found.texts).toEqual([text]);
        const [start, end] = [Math.min(one, other) % (text.length + 1), Math.max(one, other) % (text.length + 1)].toSorted(
          (a, b) => a - b,
        ) as [number, number];
        expect(found.spans).toBe(text.slice(start, end));
      }),
      { numRuns: 150 },
    );
  });
});

/** Builds the paragraph in the page and reads one span of it back through ranges. */
function divide(parts: readonly { readonly text: string; readonly depth: number; readonly noise: boolean }[], one: number, other: number) {
  const p = document.createElement('p');
  p.append('x');
  for (const { text, depth, noise } of parts) {
    let at: Element = p;
    for (let i = 0; i < depth; i += 1) at = at.appendChild(document.createElement(i % 2 === 0 ? 'b' : 'span'));
    at.append(text);
    if (noise)
      at.append(
        document.createComment('noise'),
        Object.assign(document.createElement('script'), { type: 'text/none', textContent: 'noise' }),
      );
  }
  p.append('y');
  document.body.replaceChildren(p);
  const book = muster.createBook();
  const { added } = book.take(p, muster.readOwner(p).runs);
  const block = added[0] as NonNullable<(typeof added)[0]>;
  const length = block.text.length + 1;
  const [start, end] = [Math.min(one, other) % length, Math.max(one, other) % length].sort((a, b) => a - b) as [number, number];
  const range = document.createRange();
  const spans = muster.stretches(block, { start, end }).map((stretch) => {
    range.setStart(stretch.startContainer, stretch.startOffset);
    range.setEnd(stretch.endContainer, stretch.endOffset);
    return range.toString();
  });
  return { texts: added.map(({ text }) => text), spans: spans.join('') };
}
