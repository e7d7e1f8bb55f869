import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CARD_STYLE } from '../../components/card-style.ts';
import { INKS, markRule } from '../../components/kinds.ts';
import { COLOURS, type Colour, DEFAULT_LOOKS, LINES, type Line, type Looks, STRENGTHS, type Strength } from '../../core/look.ts';
import { KINDS } from '../../core/profile.ts';
import { DOT_COLOURS } from '../../platform/messages.ts';

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

  test.each(DOT_COLOURS)('the dot of a %s feed can be seen on every ground (3)', (name) => {
    for (const ground of grounds)
      for (const scheme of [0, 1] as const) expect(contrast(of(`feed-${name}`, scheme), of(ground, scheme))).toBeGreaterThanOrEqual(3);
  });

  test.each(COLOURS)('%s passes AA on paper', (colour) => {
    expect(contrast(rgb(INKS[colour].light), of('paper', 0))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(INKS[colour].dark), of('paper', 1))).toBeGreaterThanOrEqual(4.5);
  });
});

test('a feed has the same colour in the card as elsewhere', () => {
  const [own, card] = sheets.map(([, sheet]) => DOT_COLOURS.map((name) => sheet.get(`feed-${name}`)));
  expect(card).toEqual(own);
});

describe('marks on pages', () => {
  const white: Rgb = [255, 255, 255];
  const black: Rgb = [0, 0, 0];
  const mixed = (hex: string, ground: Rgb, share: number): Rgb =>
    rgb(hex).map((value, i) => value * share + (ground[i] ?? 0) * (1 - share)) as unknown as Rgb;
  const all = (line: Line, colour: Colour, strength: Strength): Looks => ({
    looks: Object.fromEntries(KINDS.map((kind) => [kind, { line, colour }])) as Looks['looks'],
    strength,
  });
  /** The colour as it is seen on a ground: all of it, or as much as is mixed in. */
  const seen = (rule: string, ground: Rgb): Rgb => {
    const [, hex = '', share = '100'] = /(#\w{6})(?: (\d+)%)?/.exec(rule) ?? [];
    return mixed(hex, ground, Number(share) / 100);
  };
  const grounds = [
    [false, white, rgb('#1c1d1f')],
    [true, black, rgb('#ebe9e4')],
  ] as const;
  const rows = COLOURS.flatMap((colour) => STRENGTHS.map((strength) => [colour, strength] as const));

  test.each(COLOURS)('%s: a normal line has 4.5 on white and black', (colour) => {
    for (const [dark, ground] of grounds)
      expect(contrast(seen(markRule(all('solid', colour, 'normal'), 'company', 'sure', dark), ground), ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(rows)('%s, %s: the line can be seen (3), and so if it is pale; text on a tint can be read (4.5)', (colour, strength) => {
    for (const [dark, ground, text] of grounds) {
      for (const certainty of ['sure', 'uncertain'] as const)
        expect(contrast(seen(markRule(all('solid', colour, strength), 'company', certainty, dark), ground), ground)).toBeGreaterThanOrEqual(
          3,
        );
      const tint = markRule(all('tint', colour, strength), 'company', 'sure', dark);
      expect(tint).toMatch(/^background-color:color-mix/);
      expect(contrast(text, seen(tint, ground))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('kinds are told apart without colour', () => {
    const withoutColour = (value: string) => value.replace(/#\w{6}/, '');
    const lines = KINDS.map((kind) => withoutColour(markRule(DEFAULT_LOOKS, kind, 'sure', false)));
    expect(new Set(lines).size).toBe(KINDS.length);
  });

  test.each(LINES)('%s: what is uncertain has another line than what is sure', (line) => {
    const style = (certainty: 'sure' | 'uncertain') =>
      markRule(all(line, 'ink', 'normal'), 'company', certainty, false).split(/ [\d.]+em/)[0];
    expect(style('uncertain')).toMatch(/underline (dashed|dotted)/);
    expect(style('uncertain')).not.toBe(style('sure'));
  });

  test('where colours are forced, a line has that of the text and a tint that of marked text', () => {
    for (const line of LINES) {
      const forced = markRule(all(line, 'blue', 'normal'), 'company', 'sure', false).split('|')[1];
      expect(forced).toBe(line === 'tint' ? 'background-color:Mark;color:MarkText' : 'text-decoration-color:currentColor');
    }
  });
});
