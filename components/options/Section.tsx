import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Found } from './find.ts';

/** One subject of the options page; hidden while something is searched for that it does not hold. */
export function Section(props: { readonly id: string; readonly title: string; readonly children: ComponentChildren }) {
  const found = useContext(Found);
  const hidden = found !== undefined && !found.has(props.id);
  return (
    <section id={props.id} aria-labelledby={`${props.id}-title`} class="options-section" hidden={hidden}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.children}
    </section>
  );
}

export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly note?: string;
}

/** One of several, as radio buttons under a legend. */
export function Choices<T extends string | number>(props: {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: T;
  readonly choose: (value: T) => void;
}) {
  return (
    <fieldset class="choices">
      <legend>{props.legend}</legend>
      {props.choices.map((choice) => (
        <label key={choice.value} class="choice">
          <input
            type="radio"
            name={props.name}
            value={choice.value}
            checked={choice.value === props.chosen}
            onChange={() => props.choose(choice.value)}
          />
          <span>
            {choice.label}
            {choice.note === undefined ? undefined : <span class="muted block">{choice.note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
