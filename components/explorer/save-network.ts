import type { LegendRow, Tones } from './network-look.ts';
import { shapePath } from './network-shape.ts';

/** The network as a PNG. The SVG is written in network-svg.ts. */

const ROW = 24;

/** The height in CSS pixels that the legend of a PNG takes. */
export function legendHeight(rows: number): number {
  return (rows + 2) * ROW;
}

/** Writes the legend under a picture that has room for it at its foot. `scale`: pixels of the canvas for one of CSS. */
export function drawLegend(canvas: HTMLCanvasElement, legend: readonly LegendRow[], note: string, tones: Tones, scale: number): void {
  const sheet = canvas.getContext('2d');
  if (sheet === null) return;
  sheet.scale(scale, scale);
  sheet.translate(0, canvas.height / scale - legendHeight(legend.length));
  sheet.font = '14px system-ui, sans-serif';
  sheet.textBaseline = 'middle';
  for (const [i, row] of legend.entries()) {
    const y = (i + 0.5) * ROW;
    sheet.fillStyle = row.colour;
    sheet.strokeStyle = row.colour;
    sheet.lineWidth = 2;
    sheet.setLineDash(row.of === 'line' && row.dashed ? [7, 5] : []);
    if (row.of === 'node') sheet.fill(new Path2D(shapePath(row.shape, 32, y, 7)));
    else sheet.stroke(new Path2D(`M16 ${y}h32`));
    sheet.fillStyle = tones.ink;
    sheet.fillText(row.words, 60, y);
  }
  sheet.fillStyle = tones.ink;
  sheet.fillText(note, 16, (legend.length + 0.5) * ROW);
}

export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture is too large for this browser')) : resolve(blob)), 'image/png');
  });
}
