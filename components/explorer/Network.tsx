import { useMemo, useState } from 'preact/hooks';
import { DEFAULT_LOOKS, type Looks } from '../../core/look.ts';
import type { EntityId } from '../../core/profile.ts';
import { Switch } from '../Switch.tsx';
import { canDraw } from './can-draw.ts';
import { NetworkPicture } from './NetworkPicture.tsx';
import { NetworkTables } from './NetworkTables.tsx';
import { soundData } from './network-graph.ts';
import { COLOURED_BY, type ColouredBy, LINES_SHOWN, type LinesShown, type NetworkData, type NetworkWords } from './network-view.ts';
import { useMedia } from './use-media.ts';

export interface NetworkProps {
  readonly data: NetworkData;
  readonly onEntity: (id: EntityId) => void;
  readonly onPair: (a: EntityId, b: EntityId) => void;
  readonly words: NetworkWords;
  /** How the reader has kinds marked. */
  readonly looks?: Looks;
}

/** Who was named with whom, as a picture and as tables. Where there is no picture to be had, the tables alone, and why. */
export function Network(props: NetworkProps) {
  const { words } = props;
  const data = useMemo(() => soundData(props.data), [props.data]);
  const [shown, setShown] = useState<LinesShown>('both');
  const [colouredBy, setColouredBy] = useState<ColouredBy>('kind');
  const [table, setTable] = useState(false);
  const [focus, setFocus] = useState<EntityId>();
  const [drawable, setDrawable] = useState(canDraw);
  const forced = useMedia('(forced-colors: active)');
  if (data.nodes.length === 0) return <p class="empty muted">{words.empty}</p>;
  const picture = drawable && !forced;
  return (
    <div class="network">
      <div class="network-choices">
        <OneOf name="network-lines" legend={words.lines} of={LINES_SHOWN} labels={words.linesShown} chosen={shown} choose={setShown} />
        {picture ? (
          <OneOf
            name="network-colour"
            legend={words.colour}
            of={COLOURED_BY}
            labels={words.colouredBy}
            chosen={colouredBy}
            choose={setColouredBy}
          />
        ) : undefined}
      </div>
      {picture ? (
        <NetworkPicture
          {...props}
          data={data}
          looks={props.looks ?? DEFAULT_LOOKS}
          {...{ shown, colouredBy, focus }}
          onFail={() => setDrawable(false)}
        />
      ) : (
        <p class="notice">{forced ? words.forcedColours : words.noPicture}</p>
      )}
      {picture ? <Switch label={words.showTable} on={table} change={setTable} /> : undefined}
      {picture && !table ? undefined : <NetworkTables {...props} data={data} shown={shown} onFocus={setFocus} />}
    </div>
  );
}

/** One of a few, side by side. */
function OneOf<T extends string>(props: {
  readonly name: string;
  readonly legend: string;
  readonly of: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly chosen: T;
  readonly choose: (one: T) => void;
}) {
  return (
    <fieldset class="network-choice">
      <legend>{props.legend}</legend>
      {props.of.map((one) => (
        <label key={one}>
          <input type="radio" name={props.name} value={one} checked={one === props.chosen} onChange={() => props.choose(one)} />{' '}
          {props.labels[one]}
        </label>
      ))}
    </fieldset>
  );
}
