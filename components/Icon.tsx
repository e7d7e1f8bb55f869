/** One small set, drawn on a grid of 16 with a line of 1.5: every icon of Muster, and none besides. */
const PATHS = {
  back: 'M10 3 5 8l5 5',
  up: 'M3.5 10 8 5.5 12.5 10',
  down: 'M3.5 6 8 10.5 12.5 6',
  more: 'M3.75 8a.25.25 0 1 0-.5 0 .25.25 0 0 0 .5 0M8.25 8a.25.25 0 1 0-.5 0 .25.25 0 0 0 .5 0M12.75 8a.25.25 0 1 0-.5 0 .25.25 0 0 0 .5 0',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.5v9l7.5-4.5z',
  gear: 'M2.5 4.5h6.5M12.5 4.5h1M2.5 11.5h1M7 11.5h6.5M10.75 2.75v3.5M5.25 9.75v3.5',
  out: 'M6 3.5H3.5v9h9V10M9 3.5h3.5V7M12 4 7.5 8.5',
  notice: 'M8 2.5 14 13H2zM8 6.5v3M8 11.25h.01',
  cross: 'm4 4 8 8M12 4l-8 8',
} as const;

export type IconName = keyof typeof PATHS;

/** Always decoration: the word stands beside it or in the label of its button. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
