/** Whether a text stands on light or on dark ground. */
export type Tone = 'light' | 'dark';

/**
 * The ground under a text, told by the colour of the text itself: light letters mean dark ground. That holds where the ground is an
 * image, a gradient or an ancestor's colour, and costs one computed style. `colour` is a computed `color`.
 */
export function toneOf(colour: string): Tone {
  return lightness(colour) > 0.55 ? 'dark' : 'light';
}

/** Perceived lightness, 0 to 1, of a computed colour in any of the forms that browsers serialise to: rgb(), oklch(), lab(), color() … */
export function lightness(colour: string): number {
  const [first = 0, second = 0, third = 0] = (colour.match(/[(\s,]-?[\d.]+/g) ?? []).map((part) => Number(part.slice(1)));
  if (colour.startsWith('ok')) return first;
  if (colour.startsWith('l')) return first / 100;
  return (0.299 * first + 0.587 * second + 0.114 * third) / (colour.startsWith('rgb') ? 255 : 1);
}
