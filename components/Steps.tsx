import { useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { number } from './words.ts';

interface StepsProps {
  readonly name: string;
  readonly onGoTo: (step: 1 | -1) => Promise<{ readonly index: number; readonly of: number } | undefined>;
}

/** Previous and next mention on the page, and which of how many is shown. */
export function Steps({ name, onGoTo }: StepsProps) {
  const [place, setPlace] = useState('');
  const go = async (step: 1 | -1) => {
    const at = await onGoTo(step);
    setPlace(at === undefined ? 'gone' : `${number(at.index + 1)} of ${number(at.of)}`);
  };
  return (
    <>
      <span class="place" role="status">
        {place}
      </span>
      <button type="button" class="quiet" aria-label={`Previous mention of ${name}`} title="Previous mention" onClick={() => void go(-1)}>
        <Icon name="up" />
      </button>
      <button type="button" class="quiet" aria-label={`Next mention of ${name}`} title="Next mention" onClick={() => void go(1)}>
        <Icon name="down" />
      </button>
    </>
  );
}
