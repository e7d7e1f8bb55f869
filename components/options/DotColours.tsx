import { ui } from '../../locales/ui.ts';
import type { DotColour } from '../../platform/messages.ts';

/** In the order of the contract; the compiler sees to it that none is missing. */
const COLOURS = Object.keys({ grey: true, blue: true, green: true, amber: true, red: true, violet: true } satisfies Record<
  DotColour,
  true
>) as readonly DotColour[];

/** The dot that stands beside names from a feed or on a list, by name: colour alone tells nobody enough. */
export function DotColours(props: { readonly name: string; readonly chosen: DotColour; readonly choose: (colour: DotColour) => void }) {
  return (
    <fieldset class="colours">
      <legend>{ui.feeds.dotColour}</legend>
      {COLOURS.map((colour) => (
        <label key={colour} class="choice">
          <input
            type="radio"
            name={`colour-${props.name}`}
            value={colour}
            checked={colour === props.chosen}
            onChange={() => props.choose(colour)}
          />
          <span>
            <span class="dot" aria-hidden="true" style={{ background: `var(--feed-${colour})` }} />
            {ui.feeds.colours[colour]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
