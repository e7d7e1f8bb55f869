import type { Shape } from './network-look.ts';

/** Corners of each shape around 0, for a radius of 1, y downwards; a circle has none. Sigma draws the same. */
const CORNERS: Readonly<Record<Exclude<Shape, 'circle'>, readonly (readonly [x: number, y: number])[]>> = {
  square: around(4, Math.PI / 4),
  diamond: around(4, 0),
  triangle: around(3, -Math.PI / 2),
  wedge: around(3, Math.PI / 2),
};

function around(corners: number, turn: number): readonly (readonly [number, number])[] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / corners;
    return [Math.cos(angle), Math.sin(angle)];
  });
}

/** The outline as path data, for SVG and for a canvas. */
export function shapePath(shape: Shape, x: number, y: number, radius: number): string {
  if (shape === 'circle') {
    const arc = `a${tenths(radius)} ${tenths(radius)} 0 1 0`;
    return `M${tenths(x - radius)} ${tenths(y)}${arc} ${tenths(2 * radius)} 0${arc} ${tenths(-2 * radius)} 0Z`;
  }
  return `M${CORNERS[shape].map(([cx, cy]) => `${tenths(x + radius * cx)} ${tenths(y + radius * cy)}`).join('L')}Z`;
}

/** Tenths of a pixel: a file of thousands of lines is half as large for it. */
export function tenths(value: number): string {
  return String(Math.round(10 * value) / 10);
}
