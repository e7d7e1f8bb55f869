/** A switch with its words; `note` says what follows from it. */
export function Switch(props: {
  readonly label: string;
  readonly note?: string;
  /** The id of what says it for several switches. */
  readonly describedBy?: string;
  readonly on: boolean;
  readonly change: (on: boolean) => void;
}) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={props.on}
      aria-describedby={props.describedBy}
      onClick={() => props.change(!props.on)}
    >
      <span class="track" aria-hidden="true" />
      <span>
        {props.label}
        {props.note === undefined ? undefined : <span class="muted block">{props.note}</span>}
      </span>
    </button>
  );
}
