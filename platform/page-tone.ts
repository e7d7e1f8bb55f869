/** Whether a text stands on light or on dark ground. */
export type Tone = 'light' | 'dark';

/**
 * The ground under a text, told by the colour of the text itself: light letters mean dark ground. That holds where the ground is an
 * image, a gradient or an ancestor's colour, and costs one computed style. `colour` is a computed `color`.
 */
export function toneOf(colour: string): Tone {
  return lightness(colour) > 0.55 ? 'dark' : 'light';
}

/** Perceived lightness, 0 to 1, of a computed colour in any of the forms browsers serialise to. */
export function lightness(colour: string): number {
  const form = /^([a-z-]+)\((.*)\)$/i.exec(colour.trim());
  const name = form?.[1]?.toLowerCase();
  const parts = (form?.[2] ?? '').split(/[\s,/]+/).filter((part) => part !== '');
  const numbers = parts.map((part) => (part.endsWith('%') ? Number.parseFloat(part) / 100 : Number.parseFloat(part)));
  const [first = 0, second = 0, third = 0] = numbers;
  if (name === 'rgb' || name === 'rgba') return luma(first / 255, second / 255, third / 255);
  if (name === 'oklab' || name === 'oklch') return first;
  if (name === 'lab' || name === 'lch') return first > 1 ? first / 100 : first;
  if (name === 'color') return luma(second, third, numbers[3] ?? 0);
  return 0;
}

function luma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
