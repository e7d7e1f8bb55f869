import { ui } from '../../locales/ui.ts';
import type { DotColour, FeedView } from '../../platform/messages.ts';

/** In the order of the contract; the compiler sees to it that none is missing. */
const COLOURS = Object.keys({ grey: true, blue: true, green: true, amber: true, red: true, violet: true } satisfies Record<
  DotColour,
  true
>) as readonly DotColour[];

/** The dot that stands beside names from this feed, by name: colour alone tells nobody enough. */
export function FeedColours({ feed, choose }: { readonly feed: FeedView; readonly choose: (colour: DotColour) => void }) {
  return (
    <fieldset class="colours">
      <legend>{ui.feeds.dotColour}</legend>
      {COLOURS.map((colour) => (
        <label key={colour} class="choice">
          <input type="radio" name={`colour-${feed.id}`} value={colour} checked={colour === feed.colour} onChange={() => choose(colour)} />
          <span>
            <span class="dot" aria-hidden="true" style={{ background: `var(--feed-${colour})` }} />
            {ui.feeds.colours[colour]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
