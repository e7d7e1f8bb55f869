import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CARD_STYLE } from '../../components/card-style.ts';
import { accent, decoration, LOOKS } from '../../components/kinds.ts';
import { KINDS } from '../../core/profile.ts';
import { FEED_COLOURS } from '../../platform/messages.ts';

type Rgb = readonly [number, number, number];

function rgb(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The tokens of a sheet: name → [light, dark]. */
function tokens(css: string): ReadonlyMap<string, readonly [string, string]> {
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g)].map(([, name, light, dark]) => [
      name as string,
      [light as string, dark as string],
    ]),
  );
}

const sheets = [
  ['style.css', tokens(readFileSync(new URL('../../components/style.css', import.meta.url), 'utf8'))],
  ['card-style.ts', tokens(CARD_STYLE)],
] as const;

describe.each(sheets)('%s', (_, sheet) => {
  const of = (name: string, scheme: 0 | 1) => rgb(sheet.get(name)?.[scheme] ?? '');
  const grounds = ['paper', 'raised', 'notice'].filter((name) => sheet.has(name));

  test.each(['ink', 'muted', 'link'])('--%s can be read on every ground (AA, 4.5)', (name) => {
    for (const ground of grounds)
      for (const scheme of [0, 1] as const) expect(contrast(of(name, scheme), of(ground, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  test('borders of controls can be seen (3)', () => {
    for (const scheme of [0, 1] as const) expect(contrast(of('edge', scheme), of('paper', scheme))).toBeGreaterThanOrEqual(3);
  });

  test.each(FEED_COLOURS)('the dot of a %s feed can be seen on every ground (3)', (name) => {
    for (const ground of grounds)
      for (const scheme of [0, 1] as const) expect(contrast(of(`feed-${name}`, scheme), of(ground, scheme))).toBeGreaterThanOrEqual(3);
  });

  test.each(KINDS)('the accent of %s passes AA on paper', (kind) => {
    expect(contrast(rgb(LOOKS[kind].light), of('paper', 0))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(LOOKS[kind].dark), of('paper', 1))).toBeGreaterThanOrEqual(4.5);
  });
});

test('a feed has the same colour in the card as elsewhere', () => {
  const [own, card] = sheets.map(([, sheet]) => FEED_COLOURS.map((name) => sheet.get(`feed-${name}`)));
  expect(card).toEqual(own);
});

describe('marks on pages', () => {
  const white: Rgb = [255, 255, 255];
  const black: Rgb = [0, 0, 0];
  const mixed = (hex: string, ground: Rgb, share: number): Rgb =>
    rgb(hex).map((value, i) => value * share + (ground[i] ?? 0) * (1 - share)) as unknown as Rgb;

  test.each(KINDS)('%s: sure 4.5 on white and black, pale still 3', (kind) => {
    const share = Number(/(\d+)%/.exec(accent(kind, 'uncertain', false))?.[1]) / 100;
    expect(contrast(rgb(LOOKS[kind].light), white)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(LOOKS[kind].dark), black)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(mixed(LOOKS[kind].light, white, share), white)).toBeGreaterThanOrEqual(3);
    expect(contrast(mixed(LOOKS[kind].dark, black, share), black)).toBeGreaterThanOrEqual(3);
  });

  test('kinds are told apart without colour', () => {
    const withoutColour = (value: string) => value.replace(/#\w{6}/, '');
    const lines = KINDS.map((kind) => withoutColour(decoration(kind, 'sure', false)));
    expect(new Set(lines).size).toBe(KINDS.length);
    for (const kind of KINDS) {
      expect(decoration(kind, 'uncertain', false)).toContain('dashed');
      expect(decoration(kind, 'sure', false)).not.toContain('dashed');
    }
  });
});
