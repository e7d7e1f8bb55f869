import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type PageMaker, type TestPage } from './browser.ts';
import type { Started } from './page-entry.ts';

/**
 * The page side as a whole, in a real browser, with a background that knows two names. Longer than other files: it is one table of
 * what pages do, and a second file would start a second browser.
 */

declare const muster: typeof import('./page-entry.ts');
declare const s: Started;

let maker: PageMaker;
let page: TestPage;

beforeAll(async () => {
  maker = await openBrowser();
});
afterAll(() => maker.close());
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

const NAMES = 'Lockheed Martin|Saab';

async function open(html: string, options: { readonly url?: string; readonly packaged?: boolean } = {}): Promise<void> {
  page = await maker.page(html, options);
  await page.evaluate(`globalThis.s = muster.start(/${NAMES}/g, ${JSON.stringify(options)}); 0`);
}

/** Waits until these texts, in any order, are what is marked. */
async function marks(...wanted: readonly string[]): Promise<void> {
  const list = JSON.stringify(wanted.toSorted());
  await page
    .waitForFunction(`JSON.stringify(s.marked().sort()) === ${JSON.stringify(list)}`, { polling: 20, timeout: 3_000 })
    .catch(() => undefined);
  expect(await page.evaluate(() => s.marked().toSorted())).toEqual(wanted.toSorted());
}

/** Lets frames and timers pass. */
const settle = (ms = 120): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('what the page does after it was read', () => {
  test('text nodes replaced by others with the same text keep their marks, without a new question', async () => {
    await open('<p id=p>Saab and Lockheed Martin</p>');
    await marks('Saab', 'Lockheed Martin');
    const asked = await page.evaluate(() => s.sent.length);
    await page.evaluate(() => document.querySelector('#p')?.replaceChildren('Saab and ', 'Lockheed', ' Martin'));
    await marks('Saab', 'Lockheed Martin');
    expect(await page.evaluate(() => s.sent.length)).toBe(asked);
  });

  test('the mark of replaced text is back before the frame in which it would be missed', async () => {
    await open('<p id=p>Saab</p>');
    await marks('Saab');
    const seen = await page.evaluate(async () => {
      const p = document.querySelector('#p') as HTMLElement;
      const missing: number[] = [];
      for (let i = 0; i < 20; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 25));
        p.textContent = 'Saab';
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        if (s.marked().length === 0) missing.push(i);
      }
      return missing;
    });
    expect(seen).toEqual([]);
  });

  test('changed character data never shows a mark at its old place', async () => {
    await open('<p id=p>Saab is here</p>');
    await marks('Saab');
    const right = await page.evaluate(async () => {
      (document.querySelector('#p')?.firstChild as Text).data = 'Here comes Saab';
      await Promise.resolve();
      return s.marked();
    });
    expect(right).toEqual([]);
    await marks('Saab');
  });

  test('data that was changed and changed back is marked again', async () => {
    await open('<p id=p>Saab is here</p>');
    await marks('Saab');
    await page.evaluate(async () => {
      const text = document.querySelector('#p')?.firstChild as Text;
      text.data = 'gone';
      await Promise.resolve();
      text.data = 'Saab is here';
    });
    await marks('Saab');
  });

  test('appending to the same text node keeps the mark and finds the new one', async () => {
    await open('<p id=p>Saab is here</p>');
    await marks('Saab');
    await page.evaluate(() => {
      const text = document.querySelector('#p')?.firstChild;
      if (text instanceof Text) text.appendData(' with Lockheed Martin');
    });
    await marks('Saab', 'Lockheed Martin');
  });

  test.each([
    ['removed', 'document.querySelector("#p").remove()', []],
    ['emptied', 'document.querySelector("#p").textContent = ""', []],
    ['hidden by its attribute', 'document.querySelector("#p").hidden = true', []],
    ['moved', 'document.body.prepend(document.querySelector("#p"))', ['Saab']],
    [
      'taken out and put back later',
      'const p = document.querySelector("#p"); p.remove(); setTimeout(() => document.body.append(p), 150)',
      ['Saab'],
    ],
    ['split', 'document.querySelector("#p").firstChild.splitText(2)', ['Saab']],
    [
      'wrapped',
      'const t = document.querySelector("#p").firstChild; const b = document.createElement("b"); t.replaceWith(b); b.append(t)',
      ['Saab'],
    ],
    ['cut by a block', 'document.querySelector("#p").firstChild.splitText(2).before(document.createElement("div"))', []],
  ] as const)('a paragraph that is %s', async (_what, script, wanted) => {
    await open('<h1>News</h1><div id=d><p id=p>Saab</p></div>');
    await marks('Saab');
    await page.evaluate(`{ ${script} }`);
    await settle(300);
    await marks(...wanted);
  });

  test.each([
    ['appended', 'document.body.insertAdjacentHTML("beforeend", "<section><p>Saab</p></section>")'],
    ['put into an inline element', 'document.querySelector("b").append("Saab ")'],
    [
      'in a shadow root attached later',
      'const d = document.createElement("div"); document.body.append(d); setTimeout(() => d.attachShadow({mode: "open"}).append("Saab"), 60); setTimeout(() => document.body.append(" "), 400)',
    ],
    [
      'in a custom element upgraded later',
      'document.body.append(document.createElement("x-late")); setTimeout(() => customElements.define("x-late", class extends HTMLElement { constructor() { super(); this.attachShadow({mode: "open"}).innerHTML = "<p>Saab</p>"; } }), 100)',
    ],
    [
      'changed inside a shadow root',
      'const d = document.createElement("div"); d.attachShadow({mode: "open"}).innerHTML = "<p>x</p>"; document.body.append(d); setTimeout(() => { d.shadowRoot.firstChild.firstChild.data = "Saab" }, 100)',
    ],
    [
      'made visible',
      'const d = document.createElement("div"); d.style.display = "none"; d.textContent = "Saab"; document.body.append(d); setTimeout(() => { d.style.display = "block" }, 150)',
    ],
    [
      'no longer skipped',
      'const d = document.createElement("div"); d.style.contentVisibility = "hidden"; d.innerHTML = "<section><p>Saab</p></section>"; document.body.append(d); setTimeout(() => { d.style.contentVisibility = "visible" }, 150)',
    ],
    [
      'unveiled',
      'const d = document.createElement("div"); d.style.visibility = "hidden"; d.textContent = "Saab"; document.body.append(d); setTimeout(() => { d.style.visibility = "visible" }, 50)',
    ],
    [
      'in a dialog that opens',
      'document.body.insertAdjacentHTML("beforeend", "<dialog>Saab</dialog>"); setTimeout(() => document.querySelector("dialog").showModal(), 100)',
    ],
  ])('late text is marked: %s', async (_what, script) => {
    await open('<p>Some <b>bold</b> news</p>');
    await settle();
    await page.evaluate(`{ ${script} }`);
    await marks('Saab');
  });

  test('what was read by its names, as it was skipped, is read by its style once it comes near the window', async () => {
    const far = 'Saab <span style="display:none">Lockheed Martin</span> news';
    await open(`<div style="height:9000px"></div><section style="content-visibility:auto"><div><p>${far}</p></div></section>`);
    await marks('Lockheed Martin', 'Saab');
    await page.evaluate(() => scrollTo(0, 9_000));
    await marks('Saab');
  }, 20_000);
});

describe('what the page does against us', () => {
  test('cleared highlights are put back when the reader moves', async () => {
    await open('<p>Saab</p>');
    await marks('Saab');
    await page.evaluate(() => {
      for (const highlight of CSS.highlights.values()) highlight.clear();
      CSS.highlights.clear();
      document.adoptedStyleSheets = [];
    });
    await settle(300);
    await page.mouse.move(40, 40);
    await marks('Saab');
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  });

  test('1,000 changes a second do not keep late names from being marked', async () => {
    await open('<p id=clock>0</p><div id=late></div>');
    await settle();
    const spent = await page.evaluate(async () => {
      const clock = document.querySelector('#clock') as HTMLElement;
      const start = performance.now();
      for (let n = 0; performance.now() - start < 3_000; n += 1) {
        for (let i = 0; i < 5; i += 1) clock.textContent = `${n}.${i}`;
        if (n === 200) document.querySelector('#late')?.append('Saab');
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
      return s.sent.length;
    });
    // It slows down: some questions, not hundreds.
    expect(spent).toBeLessThan(40);
    await marks('Saab');
  }, 20_000);

  test('a name that comes while the storm goes on is marked within two seconds', async () => {
    await open('<p id=clock>0</p><div id=late></div>');
    const waited = await page.evaluate(async () => {
      const clock = document.querySelector('#clock') as HTMLElement;
      let n = 0;
      const storm = setInterval(() => {
        for (let i = 0; i < 8; i += 1) clock.firstChild?.replaceWith(String(n++));
      }, 4);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      document.querySelector('#late')?.append('Saab');
      const start = performance.now();
      while (s.marked().length === 0 && performance.now() - start < 4_000) await new Promise((resolve) => setTimeout(resolve, 20));
      clearInterval(storm);
      return performance.now() - start;
    });
    expect(waited).toBeLessThan(2_000);
  }, 20_000);

  test.each([
    [
      'a form whose fields stand in for its properties',
      '<form><input name=firstChild><input name=nextSibling><input name=parentNode><input name=localName><input name=shadowRoot><input name=getAttribute><input name=isConnected><input name=nodeType><p>Saab</p></form>',
    ],
    [
      'images named like properties of the document',
      '<img name=body><img name=documentElement><img name=adoptedStyleSheets><img name=createTreeWalker><img name=title><img name=caretPositionFromPoint><img name=addEventListener><img name=querySelectorAll><p>Saab</p>',
    ],
    ['lone surrogates', '<p id=q></p><script>document.querySelector("#q").textContent = "\\ud800 Saab \\udc00"</script>'],
    ['a nest of 5,000 inline elements', `${'<i>'.repeat(5_000)}Saab`],
    ['no body', '<script>document.documentElement.replaceChildren(); document.documentElement.append("Saab")</script>'],
    ['a page that overrides the built-in objects', '<p>Saab</p><script>JSON.stringify = null</script>'],
  ])('%s', async (_what, html) => {
    await open(html);
    await page.waitForFunction(() => s.marked().length === 1, { timeout: 3_000 });
    await page.mouse.move(500, 500);
    // The page's own "document.documentElement" may be an image.
    await page.evaluate(() => void document.lastChild?.appendChild(new Text('Saab')));
    await page.waitForFunction(() => s.marked().length === 2, { timeout: 3_000 });
  });

  test('the page cannot tell by its tree that it was read', async () => {
    await open(
      '<!doctype html><body class=x><form><input name=a></form><p>Saab <b>Lockheed</b> Martin</p><details><summary>more</summary>Saab</details>',
    );
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await marks('Saab', 'Lockheed Martin', 'Saab');
    await page.mouse.move(20, 40);
    await settle();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });
});

describe('the conversation with the background', () => {
  test('a new address is a new document, and all its text is sent again', async () => {
    await open('<p id=p>Saab</p>');
    await marks('Saab');
    await page.evaluate(() => {
      history.pushState({}, '', '/other');
      setTimeout(() => document.querySelector('#p')?.replaceChildren('Lockheed Martin'), 100);
    });
    await marks('Lockheed Martin');
    await settle(600);
    const sent = await page.evaluate(() =>
      s.sent.map(({ doc, url, whole, blocks }) => ({ doc, path: new URL(url).pathname, whole, texts: blocks.map(({ text }) => text) })),
    );
    expect(new Set(sent.map(({ doc }) => doc)).size).toBe(2);
    // The text of the old page must not be told as text of the new one.
    expect(sent.filter(({ path, texts }) => path === '/other' && texts.includes('Saab'))).toEqual([]);
    expect(sent.at(-1)).toMatchObject({ path: '/other', whole: true, texts: ['Lockheed Martin'] });
  });

  test('a fragment is not a new document', async () => {
    await open('<p id=p>Saab</p>');
    await marks('Saab');
    await page.evaluate(() => location.assign('#p'));
    await settle(600);
    expect(await page.evaluate(() => s.sent.length)).toBe(1);
  });

  test('a background that answers "off" ends the reading; a re-read begins anew', async () => {
    await open('<p id=p>Saab</p>');
    await marks('Saab');
    await page.evaluate(() => {
      s.answers = 'off';
      document.body.append('Saab');
    });
    await marks();
    await page.evaluate(() => {
      s.answers = 'marks';
      s.reader.reread();
    });
    await marks('Saab', 'Saab');
  });

  test('after a question that failed all text is sent again', async () => {
    await open('<p id=p>Saab</p>');
    await marks('Saab');
    await page.evaluate(() => {
      s.fail = true;
      document.body.append('Lockheed Martin');
      setTimeout(() => {
        s.fail = false;
      }, 300);
    });
    await marks('Saab', 'Lockheed Martin');
    expect(await page.evaluate(() => s.sent.at(-1)?.whole)).toBe(true);
  });

  test('pausing clears at once; kinds that are switched off are not painted', async () => {
    await open('<p id=p>Saab</p>');
    await marks('Saab');
    const now = await page.evaluate(() => {
      s.settings({ pausedEverywhere: true });
      return s.marked();
    });
    expect(now).toEqual([]);
    await page.evaluate(() => s.settings({ pausedEverywhere: false }));
    await marks('Saab');
    await page.evaluate(() => s.settings({ kinds: { company: false, official: true, organisation: true, event: true, programme: true } }));
    await marks();
  });

  test('much text goes in parts of at most 200,000 units, the first part at once', async () => {
    const paragraph = `<p>${'Nothing to see here, move along. '.repeat(30)}</p>`;
    await open(`<p>Saab</p>${paragraph.repeat(900)}<p>Lockheed Martin</p>`);
    await marks('Saab', 'Lockheed Martin');
    const sent = await page.evaluate(() =>
      s.sent.map(({ whole, blocks }) => ({ whole, size: blocks.reduce((sum, { text }) => sum + text.length, 0) })),
    );
    expect(sent.length).toBeGreaterThan(3);
    expect(sent.filter(({ whole }) => whole)).toHaveLength(1);
    expect(Math.max(...sent.map(({ size }) => size))).toBeLessThanOrEqual(200_000);
  });

  test('1 MB of one word is read and does no harm', async () => {
    await open(`<p>${'Rheinmetall'.repeat(95_000)}</p><p>Saab</p>`);
    await marks('Saab');
  });

  test.each([
    ['packaged', true, '<input type=password>', ['Saab']],
    ['another', false, '<input type=password>', []],
    ['another, with the field hidden', false, '<input type=password style="display:none">', ['Saab']],
    ['another, with the field folded away', false, '<details><summary>Sign in</summary><input type=password></details>', ['Saab']],
    [
      'another, with the field far below and skipped',
      false,
      '<div style="height:9000px"></div><form style="content-visibility:auto"><input type=password></form>',
      [],
    ],
  ] as const)('%s site with a password field', async (_what, packaged, field, wanted) => {
    await open(`<p>Saab</p>${field}`, { packaged });
    await settle();
    await marks(...wanted);
  });
});

describe('many marks', () => {
  test('at most about 300 ranges are registered, those near the window, wherever it is', async () => {
    await open(Array.from({ length: 3_000 }, (_, i) => `<p id=p${i}>Saab ${i}</p>`).join(''));
    const registered = () =>
      page.evaluate(() => [...CSS.highlights.values()].flatMap((one) => [...one]).map((range) => (range.startContainer as Text).data));
    await page.waitForFunction(() => s.marked().length > 20);
    await settle(400);
    expect((await registered()).length).toBeLessThanOrEqual(300);
    expect(await registered()).toContain('Saab 0');
    await page.evaluate(() => document.querySelector('#p2000')?.scrollIntoView());
    await settle(500);
    expect((await registered()).length).toBeLessThanOrEqual(300);
    expect(await registered()).toContain('Saab 2000');
    expect(await registered()).not.toContain('Saab 0');
  });

  test('fewer while the page keeps changing, those near the window; all again when it is calm', async () => {
    await open(`<p id=ticker>0</p>${Array.from({ length: 90 }, (_, i) => `<p id=p${i}>Saab ${i}</p>`).join('')}`);
    const registered = () =>
      page.evaluate(() => [...CSS.highlights.values()].flatMap((one) => [...one]).map((range) => (range.startContainer as Text).data));
    await page.waitForFunction(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) === 90);
    await settle(1_200);
    await page.evaluate(() => {
      let n = 0;
      const step = () => {
        n += 1;
        (document.getElementById('ticker') as HTMLElement).textContent = `Price ${n}`;
        if (n < 120) requestAnimationFrame(step);
      };
      step();
    });
    await page.waitForFunction(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) <= 30);
    expect(await registered()).toContain('Saab 0');
    await page.waitForFunction(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) === 90);
  });

  test('what is in the window keeps its marks while the page changes, however many they are', async () => {
    const line = (i: number) => `<p style="font-size:7px;line-height:8px;margin:0">Saab ${i}</p>`;
    await open(`<p id=ticker>0</p>${Array.from({ length: 200 }, (_, i) => line(i)).join('')}`);
    const count = () => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0));
    await page.waitForFunction(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) === 200);
    await settle(1_200);
    const inWindow = await page.evaluate(
      () => [...document.querySelectorAll('p')].filter((p) => p.getBoundingClientRect().bottom < innerHeight).length - 1,
    );
    expect(inWindow).toBeGreaterThan(40);
    await page.evaluate(() => {
      const change = () => {
        (document.getElementById('ticker') as HTMLElement).textContent = `Price ${performance.now()}`;
        requestAnimationFrame(change);
      };
      change();
    });
    await page.waitForFunction(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) < 200);
    await settle(500);
    expect(await count()).toBeGreaterThanOrEqual(inWindow);
    expect(await count()).toBeLessThan(200);
  });

  test('so too in one long text', async () => {
    await open(`<pre>${Array.from({ length: 3_000 }, (_, i) => `Saab ${i}\n\n`).join('')}</pre>`);
    await page.waitForFunction(() => s.marked().length > 20);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await settle(500);
    const offsets = await page.evaluate(() =>
      [...CSS.highlights.values()]
        .flatMap((one) => [...one])
        .map((range) => (range.startContainer as Text).data.slice(range.startOffset, range.startOffset + 9)),
    );
    expect(offsets.length).toBeLessThanOrEqual(300);
    expect(offsets).toContain('Saab 2990');
  });
});
