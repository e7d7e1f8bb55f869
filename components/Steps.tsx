import { useState } from 'preact/hooks';
import { number } from '../locales/format.ts';
import { ui } from '../locales/ui.ts';
import { Icon } from './Icon.tsx';

interface StepsProps {
  readonly name: string;
  readonly onGoTo: (step: 1 | -1) => Promise<{ readonly index: number; readonly of: number } | undefined>;
}

/** Previous and next mention on the page, and which of how many is shown. */
export function Steps({ name, onGoTo }: StepsProps) {
  const [place, setPlace] = useState('');
  const go = async (step: 1 | -1) => {
    const at = await onGoTo(step);
    setPlace(at === undefined ? ui.reader.gone : ui.reader.place(number(at.index + 1), number(at.of)));
  };
  return (
    <>
      <span class="place" role="status">
        {place}
      </span>
      <button type="button" class="quiet" aria-label={ui.reader.previousOf(name)} title={ui.reader.previous} onClick={() => void go(-1)}>
        <Icon name="up" />
      </button>
      <button type="button" class="quiet" aria-label={ui.reader.nextOf(name)} title={ui.reader.next} onClick={() => void go(1)}>
        <Icon name="down" />
      </button>
    </>
  );
}
