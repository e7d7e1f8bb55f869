import { readFileSync } from 'node:fs';

/**
 * Invented pages that would be the first to break, or to notice. Each has names in it. What a page says of itself by `told()` is compared too:
 * most count here how often they were touched. One that breaks the built-ins leaves off while the test looks (`rest`).
 */
const saved = (name: string): string => readFileSync(new URL(`../fixtures/pages/${name}.html`, import.meta.url), 'utf8');
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body><p id="text">Today MBDA met KNDS.</p>${body}</body></html>`;

const HYDRATION = `<div id="root"><p>BAE Systems and <b>Saab AB</b></p></div><script>
const html = document.getElementById('root').innerHTML; let broken = [];
setInterval(() => { const now = document.getElementById('root'); if (now.innerHTML !== html) broken.push(now.innerHTML);
  const kinds = []; for (const node of now.firstChild.childNodes) kinds.push(node.nodeType); if (kinds.join() !== '3,1') broken.push(kinds.join()); }, 50);
window.told = () => broken;</script>`;
const REVERTS = `<script>const seen = [];
const card = (node) => node.localName === 'muster-card';
new MutationObserver((records) => { for (const { target, addedNodes, removedNodes } of records)
    if (!card(target) && ![...addedNodes, ...removedNodes].some(card)) seen.push(target.nodeName);
  for (const node of [...document.getElementsByTagName('span')]) node.replaceWith(...node.childNodes); })
  .observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
window.told = () => seen;</script>`;
const SHEETS = `<script>const sheet = new CSSStyleSheet(); sheet.replaceSync('p { color: navy; font: 20px serif } ::highlight(own) { color: red }');
document.adoptedStyleSheets = [sheet];
window.told = () => [document.adoptedStyleSheets[0] === sheet, sheet.cssRules.length, getComputedStyle(document.getElementById('text')).color];</script>`;
const ELEMENTS = `<x-story></x-story><x-closed></x-closed><script>let calls = [];
class Story extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<p>Rheinmetall <slot></slot></p>'; }
  static observedAttributes = ['class', 'style', 'lang', 'hidden']; attributeChangedCallback(name) { calls.push(name); } connectedCallback() { calls.push('in'); }
  disconnectedCallback() { calls.push('out'); } adoptedCallback() { calls.push('adopted'); } }
customElements.define('x-story', Story);
customElements.define('x-closed', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<p>Thales</p>'; } });
window.told = () => calls;</script>`;
const FRAMES = `<iframe srcdoc="<p>Leonardo and Saab AB</p>" width=300 height=80></iframe><iframe width=300 height=60></iframe><script>
const heard = []; addEventListener('message', ({ data }) => heard.push(data)); const inner = document.querySelectorAll('iframe')[1].contentDocument;
inner.body.innerHTML = '<p>Hensoldt</p>'; window.told = () => [heard, window.length, inner.body.innerHTML];</script>`;
const FORMS = `<form><input name="email" autocomplete="email" value="a@b.test"><input name="firstChild"><input name="parentNode"><input name="attributes">
<textarea name="text">KNDS</textarea><select name="s"><option>MBDA</select><button>Send</button></form><script>const seen = [];
for (const type of ['input', 'change', 'focusin', 'invalid', 'formdata', 'submit']) document.forms[0].addEventListener(type, () => seen.push(type));
window.told = () => [seen, [...new FormData(document.forms[0])]];</script>`;
const CANVAS = `<canvas id="c" width="200" height="40"></canvas><script>const pen = document.getElementById('c').getContext('2d');
pen.font = '18px sans-serif'; pen.fillText('KNDS \\u00e9 \\ud83d\\ude00', 4, 24);
window.told = () => [[...pen.getImageData(0, 0, 200, 40).data].join(''), pen.measureText('MBDA').width, navigator.plugins.length, screen.width, Intl.DateTimeFormat().resolvedOptions().timeZone];</script>`;
const TRAPS = `<script>const called = []; const trap = (owner, name) => { const was = Object.getOwnPropertyDescriptor(owner, name); if (!was) return;
  const noted = (run) => run && function (...all) { called.push(name); return run.apply(this, all); };
  Object.defineProperty(owner, name, was.value ? { ...was, value: noted(was.value) } : { ...was, get: noted(was.get), set: noted(was.set) }); };
for (const name of ['set', 'delete', 'clear']) trap(HighlightRegistry.prototype, name);
for (const name of ['add', 'delete']) trap(Highlight.prototype, name);
for (const name of ['insertRule', 'replaceSync']) trap(CSSStyleSheet.prototype, name);
for (const name of ['caretPositionFromPoint', 'adoptedStyleSheets', 'title']) trap(Document.prototype, name);
for (const name of ['data', 'length']) trap(CharacterData.prototype, name);
for (const name of ['then', 'catch']) trap(Promise.prototype, name);
window.told = () => called;</script>`;
const HIGHLIGHTS = `<style>::highlight(search) { background: yellow }</style><script>const range = new Range(); range.selectNodeContents(document.getElementById('text'));
const own = new Highlight(range); CSS.highlights.set('search', own); window.told = () => [own.size, CSS.highlights.get('search') === own];</script>`;
const SPIES = `<script>const seen = []; for (const type of ['securitypolicyviolation', 'selectionchange', 'slotchange', 'toggle', 'beforetoggle', 'scroll'])
  document.addEventListener(type, ({ target }) => { if (target.localName !== 'muster-card' && type !== 'scroll') seen.push(type); }, true);
new PerformanceObserver((list) => { for (const { name } of list.getEntries()) seen.push(name); }).observe({ type: 'resource' });
window.told = () => [seen, performance.getEntriesByType('resource').length, Object.keys(localStorage), document.cookie];</script>`;
/** Whoever asks the style of what is skipped has its images loaded, and the first box in it measured as nought once. */
const skippedBox = (name: string): string =>
  `<style>.${name} > div { background: url(/${name}.png) }</style><div><p>Saab <b>AB</b></p><span style="display: block">BAE Systems</span></div>`;
const SKIPPED = `<details class="folded"><summary>More</summary>${skippedBox('folded')}</details><section class="skipped" style="content-visibility: hidden">${skippedBox('skipped')}</section>
<div class="slotted"><template shadowrootmode="open"><div style="content-visibility: hidden"><slot></slot></div></template>${skippedBox('slotted')}</div>
<div style="height: 9000px"></div><section class="far" style="content-visibility: auto">${skippedBox('far')}</section>
<details class="open" open style="content-visibility: auto"><summary>More</summary>${skippedBox('open')}</details><script>
addEventListener('load', () => setTimeout(() => { const boxes = [...document.querySelectorAll('details > div, section > div, .slotted > div')].map((box) => box.offsetHeight);
  window.told = () => boxes; }, 500));</script>`;

export const NASTY_PAGES: Readonly<Record<string, string>> = {
  'overridden built-ins': saved('overrides').replace(
    'window.armed = true;',
    'window.armed = true; window.rest = (now) => { window.armed = !now; }; window.told = () => window.called;',
  ),
  'a list that draws itself anew': saved('react-like'),
  editors: saved('editors'),
  'shadow roots': saved('shadow-roots'),
  'an application of one page': saved('single-page'),
  'hydration that checks its own tree': page(HYDRATION),
  'an observer that takes back what others do': page(REVERTS),
  'adopted sheets of its own': page(SHEETS),
  'custom elements that count their calls': page(ELEMENTS),
  frames: page(FRAMES),
  'forms that are filled in': page(FORMS),
  'a canvas that knows the browser again': page(CANVAS),
  'traps in what Muster needs': page(TRAPS),
  'highlights of its own': page(HIGHLIGHTS),
  'spies on everything': page(SPIES),
  'what the browser skips': page(SKIPPED),
  'the strictest policy': page('', `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`),
};
