/**
 * The card's own sheet, for `adoptedStyleSheets`: it works where the page's CSP forbids styles. The host is reset with
 * `!important`, which from inside a shadow root beats whatever the page says of it.
 */
export const CARD_STYLE = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  width: 0 !important;
  height: 0 !important;
  overflow: visible !important;
  z-index: 2147483647 !important;
  color-scheme: light dark !important;
}
.card {
  --paper: light-dark(#fcfbf8, #212428);
  --ink: light-dark(#1c1d1f, #ebe9e4);
  --muted: light-dark(#5a5c60, #b4b5b7);
  --rule: light-dark(#d9d6cd, #3d4248);
  --edge: light-dark(#86847c, #777b81);
  --link: light-dark(#1d4f91, #9cc3f5);
  --feed-grey: light-dark(#6b6d71, #9da0a5);
  --feed-blue: light-dark(#1a5aa6, #8fbcf2);
  --feed-green: light-dark(#2a7240, #84cc98);
  --feed-amber: light-dark(#8f5f00, #e2b86c);
  --feed-red: light-dark(#b0362b, #f0a096);
  --feed-violet: light-dark(#7c3a8c, #d6abe6);
  position: fixed;
  box-sizing: border-box;
  width: max-content;
  max-width: min(360px, calc(100vw - 16px));
  max-height: calc(100vh - 16px);
  overflow: auto;
  padding: 12px 16px;
  border: 1px solid var(--rule);
  border-radius: 6px;
  background: var(--paper);
  color: var(--ink);
  box-shadow: 0 4px 16px rgb(0 0 0 / 0.18);
  font: 400 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
  text-align: start;
  cursor: default;
  animation: appear 100ms ease-out;
}
.voice {
  position: fixed;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@keyframes appear { from { opacity: 0; } }
.card:focus { outline: none; }
.card:focus-visible { outline: 2px solid var(--link); outline-offset: -2px; }
h1, h2, p, ul { margin: 0; padding: 0; }
h1 { margin-block-end: 4px; font-size: 18px; font-weight: 600; line-height: 1.35; }
p { text-wrap: pretty; }
h2 { font-size: 14px; font-weight: 600; }
ul { list-style: none; }
.marked { text-underline-offset: 0.22em; text-decoration-skip-ink: none; }
.muted { color: var(--muted); }
.asof { white-space: nowrap; }
.dot {
  display: inline-block;
  width: 7px;
  height: 7px;
  margin-inline-end: 5px;
  border-radius: 50%;
  vertical-align: 1px;
  forced-color-adjust: none;
}
.why, .pairs { margin-block-start: 8px; padding-block-start: 8px; border-block-start: 1px solid var(--rule); }
.unsure { font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-block-start: 8px; }
button {
  all: unset;
  color: var(--link);
  cursor: pointer;
  text-decoration: underline;
  text-decoration-thickness: 0.06em;
  text-underline-offset: 0.2em;
}
button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
@media (forced-colors: active) {
  .card { border-color: CanvasText; box-shadow: none; }
  button { color: LinkText; }
  .tinted { background: Mark !important; color: MarkText; forced-color-adjust: none; }
}
@media (prefers-reduced-motion: reduce) { .card { animation: none; } }
@media print { :host { display: none !important; } }
`;
