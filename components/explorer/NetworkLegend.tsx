import type { LegendRow } from './network-look.ts';
import { shapePath } from './network-shape.ts';

/** What shapes, colours and lines say, in words. */
export function NetworkLegend(props: { readonly heading: string; readonly rows: readonly LegendRow[]; readonly note: string }) {
  return (
    <div class="network-legend">
      <h3>{props.heading}</h3>
      <ul>
        {props.rows.map((row) => (
          <li key={row.words}>
            <Sample row={row} /> {row.words}
          </li>
        ))}
      </ul>
      <p class="muted">{props.note}</p>
    </div>
  );
}

function Sample({ row }: { readonly row: LegendRow }) {
  return (
    <svg class="network-sample" viewBox="0 0 32 16" aria-hidden="true" focusable="false">
      {row.of === 'node' ? (
        <path d={shapePath(row.shape, 16, 8, 7)} fill={row.colour} />
      ) : (
        <path d="M0 8h32" stroke={row.colour} stroke-width="2" stroke-dasharray={row.dashed ? '7 5' : undefined} />
      )}
    </svg>
  );
}
